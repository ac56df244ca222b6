package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"minhbach/generator/internal/content"
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/export"
	"minhbach/generator/internal/plan"
)

func shipped(t *testing.T) map[string][]byte {
	t.Helper()
	return files(t, os.DirFS("../../../content"))
}

// files are the files made of a content folder.
func files(t *testing.T, fsys fs.FS) map[string][]byte {
	t.Helper()
	s, worlds := judged(t, fsys)
	files := map[string][]byte{}
	source := export.From(s, worlds)
	all := source.Cuts()
	for _, table := range source.Tables() {
		all = append(all, table.Files("data/"+table.Name)...)
	}
	for _, f := range all {
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			t.Fatal(err)
		}
		if _, twice := files[f.Path]; twice {
			t.Errorf("%s is there twice", f.Path)
		}
		files[f.Path] = b.Bytes()
	}
	return files
}

func judged(t *testing.T, fsys fs.FS) (*plan.Site, []*derive.World) {
	t.Helper()
	s, _, found := content.Load(fsys)
	for _, d := range found.Sorted() {
		if d.Severity == diag.Error {
			t.Fatalf("the content has problems: %s", d.Format("en"))
		}
	}
	var worlds []*derive.World
	for _, p := range s.Plans {
		worlds = append(worlds, derive.Judge(p))
	}
	return s, worlds
}

func sorted(s []string) []string { return slices.Sorted(slices.Values(s)) }

func table(t *testing.T, file []byte) [][]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(file)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestRows(t *testing.T) {
	files := shipped(t)
	for name, want := range map[string]int{"indicators": 37, "tasks": 31, "statuses": 29 * 5, "task_reports": 31 * 5, "periods": 6, "areas": 7, "revisions": 0, "compliance": 0} {
		if got := len(table(t, files["data/"+name+".csv"])) - 1; got != want {
			t.Errorf("%s has %d rows, want %d", name, got, want)
		}
	}
	judged := 0
	for n, row := range table(t, files["data/targets.csv"]) {
		if n > 0 && row[14] == "judged" {
			judged++
		}
	}
	if judged != 30 {
		t.Errorf("%d judged targets, want 30", judged)
	}
}

// TestTypes: every cell is of its column's type, every row has a cell for each column, and no text reads as a formula
// but those that the plan itself prints so.
func TestTypes(t *testing.T) {
	form := map[export.Type]*regexp.Regexp{
		export.Number:  regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`),
		export.Integer: regexp.MustCompile(`^(0|[1-9][0-9]*)$`),
		export.Boolean: regexp.MustCompile(`^(true|false)$`),
		export.Day:     regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`),
		export.List:    regexp.MustCompile(`^[^; ]+(;[^; ]+)*$`),
		export.Value:   regexp.MustCompile(`^(-?[0-9.]+|[a-z][a-z0-9-]*)$`),
		export.Text:    regexp.MustCompile(`^[^=+@\t\r-]`),
		export.Code:    regexp.MustCompile(`^[a-z][a-z_-]*$`),
	}
	for _, table := range export.From(judged(t, os.DirFS("../../../content"))).Tables() {
		for row := range table.Rows {
			if len(row) != len(table.Columns) {
				t.Fatalf("%s: %d cells in %d columns: %q", table.Name, len(row), len(table.Columns), row)
			}
			for n, c := range table.Columns {
				if row[n] != "" && !form[c.Type].MatchString(row[n]) && !strings.HasSuffix(c.Name, "_printed") {
					t.Errorf("%s.%s is no %s: %q", table.Name, c.Name, c.Type, row[n])
				}
			}
		}
	}
}

// TestForm: no byte-order mark, CRLF, and in JSON the same cells as in CSV.
func TestForm(t *testing.T) {
	files := shipped(t)
	twins := 0
	for path, file := range files {
		twin, isCSV := strings.CutSuffix(path, ".csv")
		if !isCSV {
			continue
		}
		twins++
		if bytes.HasPrefix(file, []byte("\xef\xbb\xbf")) || !bytes.HasSuffix(file, []byte("\r\n")) {
			t.Errorf("%s has a byte-order mark or no CRLF", path)
		}
		sameCells(t, path, table(t, file), files[twin+".json"])
	}
	if twins < 100 {
		t.Errorf("only %d CSV files", twins)
	}
}

func sameCells(t *testing.T, path string, rows [][]string, twin []byte) {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(twin))
	d.UseNumber()
	var objects []map[string]any
	if err := d.Decode(&objects); err != nil {
		t.Fatalf("the twin of %s: %v", path, err)
	}
	if len(objects) != len(rows)-1 {
		t.Fatalf("%s has %d rows, its twin %d", path, len(rows)-1, len(objects))
	}
	for n, o := range objects {
		for c, name := range rows[0] {
			if got := cell(o[name]); got != rows[n+1][c] {
				t.Errorf("%s row %d %s: %q, in JSON %q", path, n+2, name, rows[n+1][c], got)
			}
		}
	}
}

func cell(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case []any:
		var all []string
		for _, item := range v {
			all = append(all, cell(item))
		}
		return strings.Join(all, ";")
	}
	return fmt.Sprint(v)
}
