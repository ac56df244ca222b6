package database_test

import (
	"bytes"
	"database/sql"
	"errors"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"minhbach/generator/internal/database"
	"minhbach/generator/internal/export"
	"minhbach/generator/internal/trial"
)

// TestSameBytes: the same tables give the same bytes, on one core and on several.
func TestSameBytes(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	for _, folder := range folders {
		runtime.GOMAXPROCS(1)
		first := written(t, tables(t, folder))
		runtime.GOMAXPROCS(4)
		again := make([][]byte, 3)
		var group sync.WaitGroup
		all, w := tables(t, folder), export.Words(trial.Codebook(t))
		for n := range again {
			group.Go(func() {
				var b bytes.Buffer
				if err := database.Write(&b, colophon, w, all); err != nil {
					t.Error(err)
				}
				again[n] = b.Bytes()
			})
		}
		group.Wait()
		for _, b := range again {
			if !bytes.Equal(b, first) {
				t.Errorf("%s: other bytes the second time", folder)
			}
		}
	}
}

func TestHeader(t *testing.T) {
	db := opened(t, tables(t, folders[0]))
	for pragma, want := range map[string]string{"application_id": "1296188232", "user_version": "1", "page_size": "4096", "encoding": "UTF-8",
		"freelist_count": "0", "integrity_check": "ok"} {
		if got := ask(t, db, "PRAGMA "+pragma)[0][0]; got != want {
			t.Errorf("%s is %s, want %s", pragma, got, want)
		}
	}
}

// TestCells: every table has the rows of the CSV in their order, every cell its value.
func TestCells(t *testing.T) {
	cells := 0
	for _, folder := range folders {
		all := tables(t, folder)
		db := opened(t, all)
		for _, table := range all {
			got, n := ask(t, db, `SELECT * FROM "`+table.Name+`" ORDER BY rowid`), 0
			for row := range table.Rows {
				for c, column := range table.Columns {
					if !same(column.Type, row[c], got[n][c]) {
						t.Errorf("%s: %s row %d: %s is %q, want %q", folder, table.Name, n, column.Name, got[n][c], row[c])
					}
					cells++
				}
				n++
			}
			if n != len(got) {
				t.Errorf("%s: %s has %d rows, want %d", folder, table.Name, len(got), n)
			}
		}
	}
	if cells < 40_000 {
		t.Errorf("only %d cells", cells)
	}
}

// same tells whether a cell of the database, read as a text, is that of the CSV.
func same(kind export.Type, cell, got string) bool {
	switch kind {
	case export.Boolean:
		return got == map[string]string{"": "", "true": "1", "false": "0"}[cell]
	case export.Number, export.Value:
		a, err1 := strconv.ParseFloat(cell, 64)
		b, err2 := strconv.ParseFloat(got, 64)
		return err1 == nil && err2 == nil && a == b || cell == got
	}
	return cell == got
}

// TestNumbers: a number is a number, and none loses a digit.
func TestNumbers(t *testing.T) {
	const name = "numerator"
	for _, c := range []struct{ cell, kind, want string }{
		{"12", "integer", "12"}, {"12.0", "integer", "12"}, {"0", "integer", "0"}, {"-7", "integer", "-7"},
		{"12.5", "real", "12.5"}, {"-0.10", "real", "-0.1"}, {"99.9999999999999", "real", "99.9999999999999"}, {"0.000000123456789", "real", "1.23456789e-07"},
		{"123456789012345", "integer", "123456789012345"}, {"9007199254740993", "integer", "9007199254740993"},
		{"123456789012345.5", "text", "123456789012345.5"}, {"99999999999999999999", "text", "99999999999999999999"}, {"0.1000000000000000", "real", "0.1"}, {"", "null", ""},
	} {
		db := opened(t, with(tables(t, folders[1]), "observations", name, c.cell))
		got := ask(t, db, "SELECT typeof(numerator), numerator FROM observations LIMIT 1")[0]
		if got[0] != c.kind || got[1] != c.want {
			t.Errorf("%q is the %s %s, want %s %s", c.cell, got[0], got[1], c.kind, c.want)
		}
		if c.kind == "text" {
			continue
		}
		if got := ask(t, db, "SELECT type FROM pragma_table_info('observations') WHERE name = ?", name)[0][0]; got != "NUMERIC" {
			t.Errorf("with %q the column has the type %q", c.cell, got)
		}
	}
}

// TestValues: in a column of values of any kind numbers are numbers, and what is none stays as it is written, the id of a
// tier too that looks like a number.
func TestValues(t *testing.T) {
	all := tables(t, folders[1])
	var tier []string
	all = changed(all, "tiers", func(_ export.Table, rows [][]string) [][]string {
		tier = rows[0]
		tier[2], rows[1][2] = "01", "1e3"
		return rows
	})
	without := func(t export.Table, rows [][]string) [][]string { // no row refers to the tiers as they were
		for _, row := range rows {
			row[column(t, "tier")] = ""
		}
		return rows
	}
	all = changed(changed(all, "targets", without), "observations", without)
	for _, c := range []struct{ cell, kind, want string }{
		{"01", "text", "01"}, {"1e3", "text", "1e3"}, {"true", "text", "true"}, {"3/63", "text", "3/63"}, {"7", "integer", "7"}, {"7.0", "integer", "7"}, {"1e2", "text", "1e2"}, {"7.50", "real", "7.5"},
		{"123456789012345.5", "text", "123456789012345.5"},
	} {
		statuses := changed(all, "statuses", func(t export.Table, rows [][]string) [][]string {
			rows[0][column(t, "plan")], rows[0][column(t, "indicator")] = tier[0], tier[1]
			rows[0][column(t, "value")], rows[0][column(t, "target")] = c.cell, ""
			return rows[:1]
		})
		got := ask(t, opened(t, statuses), "SELECT typeof(value), value FROM statuses")[0]
		if got[0] != c.kind || got[1] != c.want {
			t.Errorf("%q is the %s %s, want %s %s", c.cell, got[0], got[1], c.kind, c.want)
		}
	}
}

// with are the tables with another cell in the first row of one.
func with(all []export.Table, table, name, cell string) []export.Table {
	return changed(all, table, func(t export.Table, rows [][]string) [][]string {
		rows[0][column(t, name)] = cell
		return rows
	})
}

// column is where a column of a table stands.
func column(t export.Table, name string) int {
	return slices.IndexFunc(t.Columns, func(c export.Column) bool { return c.Name == name })
}

// changed are the tables with other rows in one.
func changed(all []export.Table, name string, change func(export.Table, [][]string) [][]string) []export.Table {
	all = slices.Clone(all)
	n := slices.IndexFunc(all, func(t export.Table) bool { return t.Name == name })
	var rows [][]string
	for row := range all[n].Rows {
		rows = append(rows, slices.Clone(row))
	}
	rows = change(all[n], rows)
	all[n].Rows = slices.Values(rows)
	return all
}

// TestRefused: what the schema does not allow is an error, and never half a file.
func TestRefused(t *testing.T) {
	all := tables(t, folders[1])
	twice := func(_ export.Table, rows [][]string) [][]string { return append(rows, rows[0]) }
	without := func(_ export.Table, rows [][]string) [][]string { return rows[1:] }
	for what, c := range map[string]struct {
		tables []export.Table
		want   string
	}{
		"a key that is there twice":                   {changed(all, "indicators", twice), "indicators: "},
		"a key with empty cells that is there twice":  {changed(all, "observations", twice), "observations: "},
		"a row that others refer to is gone":          {changed(all, "periods", without), "refers to a row that is not in periods"},
		"a breakdown that others refer to is gone":    {changed(all, "breakdowns", without), "refers to a row that is not in breakdowns"},
		"an agency that only a list names":            {with(all, "tasks", "lead", "nobody"), "task_agencies: row "},
		"a code that is not in its list":              {with(all, "statuses", "status", "mett"), "CHECK"},
		"a day that is not in the calendar":           {with(all, "periods", "cutoff", "2031-02-30"), "CHECK"},
		"a key without a cell that cannot be empty":   {with(all, "periods", "period", ""), "NOT NULL"},
		"a table that is needed for the lists of ids": {all[1:][:2], "there is no table breakdowns"},
		"a table that is needed for one of the views": {slices.DeleteFunc(slices.Clone(all), func(t export.Table) bool { return t.Name == "statuses" }), "no such table"},
	} {
		var b bytes.Buffer
		err := database.Write(&b, colophon, export.Words(trial.Codebook(t)), c.tables)
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "data/minhbach.sqlite: ") {
			t.Errorf("%s: %v, want %q", what, err, c.want)
		}
		if b.Len() > 0 {
			t.Errorf("%s: %d bytes were written", what, b.Len())
		}
	}
}

// TestBooleans: one who changes the database meets its rules too.
func TestBooleans(t *testing.T) {
	db := opened(t, tables(t, folders[1]))
	for _, statement := range []string{
		"UPDATE observations SET reported = 2",
		"UPDATE observations SET measure = 'often'",
		"INSERT INTO observations (plan, indicator, period) SELECT plan, indicator, period FROM observations WHERE NOT reported",
	} {
		if _, err := db.Exec(statement); err == nil {
			t.Errorf("%s is allowed", statement)
		}
	}
}

func TestWriterThatFails(t *testing.T) {
	full := errors.New("no space left")
	if err := database.Write(failing{full}, colophon, export.Words(trial.Codebook(t)), tables(t, folders[0])); !errors.Is(err, full) {
		t.Errorf("got %v", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

// TestIndexes: no reference is looked up without an index, and every column by which readers search begins one.
func TestIndexes(t *testing.T) {
	all := tables(t, folders[0])
	db := opened(t, all)
	for _, table := range all {
		for _, r := range table.References {
			used(t, db, table.Name, r.Columns)
		}
		for _, c := range table.Columns {
			if slices.Contains([]string{"status", "verdict", "period", "agency"}, c.Name) {
				used(t, db, table.Name, []string{c.Name})
			}
		}
	}
	for name, columns := range map[string]string{"indicator_agencies": "agency", "task_agencies": "agency", "target_breakdowns": "plan breakdown"} {
		used(t, db, name, strings.Fields(columns))
	}
}

func used(t *testing.T, db *sql.DB, table string, columns []string) {
	t.Helper()
	where := `"` + strings.Join(columns, `" = '' AND "`) + `" = ''`
	way := ask(t, db, `EXPLAIN QUERY PLAN SELECT * FROM "`+table+`" WHERE `+where)[0][3]
	if !strings.HasPrefix(way, "SEARCH ") {
		t.Errorf("%s by %q: %s", table, columns, way)
	}
}
