package database

import (
	"cmp"
	"fmt"
	"regexp"
	"strconv"

	"modernc.org/sqlite" // and the driver of that name

	"minhbach/generator/internal/export"
	"minhbach/generator/internal/plan"
)

// describer says what the tables and views hold. The words of what only the database has begin with "database":
// "database x" for a table or view, "database x.c" for a column of it, "database c" for a column of that name.
type describer struct{ words export.Words }

func (d describer) table(name string) plan.Text {
	if text, ok := d.words["database "+name]; ok {
		return text
	}
	return d.words.Holds(name)
}

// column is what a column means; of a view it is that of the column of a table that it shows, unless it has words of its
// own.
func (d describer) column(table, column, fromTable, fromColumn string) plan.Text {
	for _, key := range []string{"database " + table + "." + column, "database " + column} {
		if text, ok := d.words[key]; ok {
			return text
		}
	}
	if fromTable != "" {
		return d.words.Meaning(fromTable, fromColumn)
	}
	return d.words.Meaning(table, column)
}

// about is the table of what the data are, whose they are and how to cite them.
func (d describer) about(c export.Colophon) export.Table {
	rows := [][]string{}
	add := func(key string, text plan.Text) {
		if !text.Empty() {
			rows = append(rows, []string{key, text.VI, text.In(plan.EN)})
		}
	}
	same := func(key, text string) { add(key, plan.Text{VI: text, EN: text}) }
	add("title", c.Title)
	add("description", c.Description)
	add("notice", c.Notice)
	add("sample", c.Sample)
	add("publisher", c.Publisher)
	add("maker", c.Maker)
	if c.Licence != nil {
		add("licence", c.Licence.Name)
		same("licence_url", c.Licence.URL)
	} else {
		add("licence", c.NoLicence)
	}
	same("released", c.Released.String())
	same("start", c.Start.String())
	same("end", c.End.String())
	add("citation", c.Citation)
	add("conventions", d.words["database conventions"])
	same("site", c.BaseURL)
	same("email", c.Email)
	same("url", c.URL)
	same("feedback", c.Feedback)
	same("id", c.ID)
	s := export.Schema{Name: "about", Key: []string{"key"}, Columns: texts("key", "vi", "en")}
	return fixed(s, rows)
}

// contents is the table of all tables and views.
func (d describer) contents(tables []export.Table) export.Table {
	s := export.Schema{Name: "contents", Key: []string{"name"}, Columns: texts("name", "kind", "meaning_vi", "meaning_en")}
	var rows [][]string
	add := func(name, kind string) {
		text := d.table(name)
		rows = append(rows, []string{name, kind, text.VI, text.In(plan.EN)})
	}
	for _, t := range tables {
		add(t.Name, "table")
	}
	add(s.Name, "table")
	add("other_columns", "table")
	for _, name := range viewNames() {
		add(name, "view")
	}
	return fixed(s, rows)
}

var viewName = regexp.MustCompile(`(?m)^CREATE VIEW (\w+) AS$`)

func viewNames() []string {
	var names []string
	for _, m := range viewName.FindAllStringSubmatch(views, -1) {
		names = append(names, m[1])
	}
	return names
}

// others is the table of the columns that the codebook does not have: those of the views and of the given tables.
func (l loader) others(tables []export.Table) (export.Table, error) {
	s := export.Schema{Name: "other_columns", Key: []string{"name", "column"}, Columns: texts("name", "column", "position", "meaning_vi", "meaning_en")}
	s.Columns[2].Type = export.Integer
	var rows [][]string
	add := func(n int, name, column, fromTable, fromColumn string) {
		text := l.say.column(name, column, fromTable, fromColumn)
		rows = append(rows, []string{name, column, strconv.Itoa(n + 1), text.VI, text.In(plan.EN)})
	}
	for _, t := range append(tables, export.Table{Schema: s}) {
		for n, c := range t.Columns {
			add(n, t.Name, c.Name, "", "")
		}
	}
	for _, view := range viewNames() {
		columns, err := l.columns(view)
		if err != nil {
			return export.Table{}, fmt.Errorf("%s: %w", view, err)
		}
		for n, c := range columns {
			add(n, view, c.Name, c.TableName, cmp.Or(c.OriginName, c.Name))
		}
	}
	return fixed(s, rows), nil
}

// columns are those of a view, each with the column of a table that it shows.
func (l loader) columns(view string) (columns []sqlite.ColumnInfo, err error) {
	err = l.conn.Raw(func(driver any) error {
		columns, err = driver.(interface {
			ColumnInfo(query string) ([]sqlite.ColumnInfo, error)
		}).ColumnInfo("SELECT * FROM " + quoted(view))
		return err
	})
	return columns, err
}

func texts(names ...string) []export.Column {
	columns := make([]export.Column, len(names))
	for n, name := range names {
		columns[n] = export.Column{Name: name, Type: export.Text}
	}
	return columns
}

func fixed(s export.Schema, rows [][]string) export.Table {
	return export.Table{Schema: s, Rows: func(yield func([]string) bool) {
		for _, row := range rows {
			if !yield(row) {
				return
			}
		}
	}}
}
