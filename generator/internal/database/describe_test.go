package database_test

import (
	"strings"
	"testing"

	"minhbach/generator/internal/export"
	"minhbach/generator/internal/trial"
)

// TestDescriptions: every table, view and column says in both languages what it holds.
func TestDescriptions(t *testing.T) {
	db := opened(t, tables(t, folders[0]))
	for what, question := range map[string]string{
		"is not in contents":  `SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') EXCEPT SELECT name FROM contents WHERE meaning_vi <> '' AND meaning_en <> ''`,
		"is in contents only": `SELECT name || kind FROM contents EXCEPT SELECT name || type FROM sqlite_schema`,
		"is not described": `SELECT m.name || '.' || c.name FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c WHERE m.type IN ('table', 'view')
			EXCEPT SELECT "table" || '.' || "column" FROM codebook WHERE meaning_vi <> '' AND meaning_en <> ''
			EXCEPT SELECT name || '.' || "column" FROM other_columns WHERE meaning_vi <> '' AND meaning_en <> ''`,
		"is described twice":        `SELECT name || '.' || "column" FROM other_columns INTERSECT SELECT "table" || '.' || "column" FROM codebook`,
		"is described in vain":      `SELECT name || '.' || "column" FROM other_columns EXCEPT SELECT m.name || '.' || c.name FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c`,
		"has no comment for people": `SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND sql NOT LIKE '%-- %'`,
	} {
		for _, row := range ask(t, db, question) {
			t.Errorf("%s %s", row[0], what)
		}
	}
}

// TestWords: codebook.json says nothing of a table, view or column that the database does not have.
func TestWords(t *testing.T) {
	db := opened(t, tables(t, folders[0]))
	known := map[string]bool{"conventions": true}
	for _, row := range ask(t, db, `SELECT name, "column" FROM other_columns`) {
		known[row[0]], known[row[1]], known[row[0]+"."+row[1]] = true, true, true
	}
	used := 0
	for key := range export.Words(trial.Codebook(t)) {
		if name, ours := strings.CutPrefix(key, "database "); ours {
			used++
			if !known[name] {
				t.Errorf("the database has no %q", name)
			}
		}
	}
	if used < 50 {
		t.Errorf("only %d words", used)
	}
}

// TestColumnsOfViews: a column of a view is described as the column that it shows.
func TestColumnsOfViews(t *testing.T) {
	db := opened(t, tables(t, folders[0]))
	for column, like := range map[string]string{"latest_statuses.value": "statuses.value", "series.value": "observations.value", "agency_tasks.verdict": "task_reports.verdict"} {
		view, name, _ := strings.Cut(column, ".")
		table, _, _ := strings.Cut(like, ".")
		got := ask(t, db, `SELECT meaning_vi, meaning_en FROM other_columns WHERE name = ? AND "column" = ?`, view, name)
		want := ask(t, db, `SELECT meaning_vi, meaning_en FROM codebook WHERE "table" = ? AND "column" = ?`, table, name)
		if got[0][0] != want[0][0] || got[0][1] != want[0][1] || got[0][1] == "" {
			t.Errorf("%s is %q, want that of %s: %q", column, got, like, want)
		}
	}
}

// TestAbout: what is empty is left out, and what has no English stands in Vietnamese.
func TestAbout(t *testing.T) {
	db := opened(t, tables(t, folders[0]))
	about := map[string][]string{}
	for _, row := range ask(t, db, "SELECT * FROM about") {
		about[row[0]] = row[1:]
	}
	for key, want := range map[string]string{
		"title": "Dữ liệu mở|Open data", "publisher": "Văn phòng|Office", "notice": "Không phải trang của tỉnh.|Không phải trang của tỉnh.",
		"licence": "Ghi công 4.0|Attribution 4.0", "licence_url": colophon.Licence.URL + "|" + colophon.Licence.URL,
		"released": "2030-07-20|2030-07-20", "citation": "Văn phòng, Dữ liệu mở|Office, Open data", "id": colophon.ID + "|" + colophon.ID,
	} {
		if got := strings.Join(about[key], "|"); got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
	for _, key := range []string{"sample", "email", "site"} {
		if about[key] != nil {
			t.Errorf("%s is %q, and is not known", key, about[key])
		}
	}
}
