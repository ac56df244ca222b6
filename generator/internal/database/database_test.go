package database_test

import (
	"bytes"
	"database/sql"
	"os"
	"path/filepath"
	"testing"

	"minhbach/generator/internal/content"
	"minhbach/generator/internal/database"
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/export"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/trial"
)

// folders are content folders of every shape: compiled from public sources, and of who reports on itself.
var folders = []string{"../../../content", "../../demo/content", "../../demo/testplans/open-government", "../../demo/testplans/sdg"}

var colophon = export.Colophon{
	ID: "urn:uuid:5d9c7ee3-0000-5000-8000-000000000000", Title: plan.Text{VI: "Dữ liệu mở", EN: "Open data"},
	Publisher: plan.Text{VI: "Văn phòng", EN: "Office"}, Notice: plan.Text{VI: "Không phải trang của tỉnh."},
	Licence:  &plan.Licence{ID: "CC-BY-4.0", Name: plan.Text{VI: "Ghi công 4.0", EN: "Attribution 4.0"}, URL: "https://creativecommons.org/licenses/by/4.0/"},
	Released: plan.MustDate("2030-07-20"), Citation: plan.Text{VI: "Văn phòng, Dữ liệu mở", EN: "Office, Open data"},
}

// tables are all tables of a content folder.
func tables(t testing.TB, folder string) []export.Table {
	t.Helper()
	s, _, found := content.Load(os.DirFS(folder))
	for _, d := range found.Sorted() {
		if d.Severity == diag.Error {
			t.Fatalf("the content has problems: %s", d.Format("en"))
		}
	}
	return append(export.From(s, derive.JudgeAll(s.Plans)).Tables(), export.Codebook(export.Words(trial.Codebook(t)))...)
}

func written(t testing.TB, tables []export.Table) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := database.Write(&b, colophon, export.Words(trial.Codebook(t)), tables); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// opened is the database of tables, ready for questions.
func opened(t testing.TB, tables []export.Table) *sql.DB {
	t.Helper()
	name := filepath.Join(t.TempDir(), "data.sqlite")
	if err := os.WriteFile(name, written(t, tables), 0o644); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// ask gives the rows of a question, each cell as a text and NULL as an empty one.
func ask(t testing.TB, db *sql.DB, question string, args ...any) [][]string {
	t.Helper()
	rows, err := db.Query(question, args...)
	if err != nil {
		t.Fatalf("%s: %v", question, err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	var all [][]string
	for rows.Next() {
		cells, into := make([]sql.NullString, len(columns)), make([]any, len(columns))
		for n := range cells {
			into[n] = &cells[n]
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		row := make([]string, len(columns))
		for n, c := range cells {
			row[n] = c.String
		}
		all = append(all, row)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}
