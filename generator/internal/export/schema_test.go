package export_test

import (
	"encoding/json"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"minhbach/generator/internal/export"
	"minhbach/generator/internal/trial"
	"minhbach/layouts"
)

// plans are the content folders on which what the schemas say of keys, references and codes is tried.
var plans = []string{"../../../content", "../../demo/content", "../../demo/testplans/open-government", "../../demo/testplans/sdg"}

func TestKeysAndReferences(t *testing.T) {
	for _, folder := range plans {
		s, worlds := judged(t, os.DirFS(folder))
		all := append(export.From(s, worlds).Tables(), export.Codebook(export.Words(trial.Codebook(t)))...)
		for _, problem := range broken(all) {
			t.Errorf("%s: %s", folder, problem)
		}
	}
}

// broken lists rows that share a key, refer to nothing, or hold a code that is not in its list.
func broken(tables []export.Table) []string {
	var all []string
	index := map[string]map[string]bool{} // table and columns to the cells that are there
	for _, table := range tables {
		for _, r := range table.References {
			index[r.Table+" "+strings.Join(r.To, " ")] = map[string]bool{}
		}
	}
	for _, table := range tables {
		keys := map[string]bool{}
		for row := range table.Rows {
			if key := at(table, row, table.Key); len(table.Key) > 0 && keys[key] {
				all = append(all, table.Name+": two rows have the key "+key)
			} else {
				keys[key] = true
			}
			for to, cells := range index {
				if name, columns, _ := strings.Cut(to, " "); name == table.Name {
					cells[at(table, row, strings.Fields(columns))] = true
				}
			}
		}
	}
	for _, table := range tables {
		for row := range table.Rows {
			for _, r := range table.References {
				if cells := at(table, row, r.Columns); !strings.Contains("|"+cells+"|", "||") && !index[r.Table+" "+strings.Join(r.To, " ")][cells] {
					all = append(all, table.Name+": there is no "+r.Table+" "+cells)
				}
			}
			for n, c := range table.Columns {
				if c.Type == export.Code && row[n] != "" && !slices.Contains(c.Codes(), row[n]) {
					all = append(all, table.Name+"."+c.Name+": "+row[n]+" is not in the list "+c.Of)
				}
			}
		}
	}
	return all
}

// at are the cells of some columns.
func at(table export.Table, row, columns []string) string {
	var cells []string
	for _, name := range columns {
		n := slices.IndexFunc(table.Columns, func(c export.Column) bool { return c.Name == name })
		cells = append(cells, row[n])
	}
	return strings.Join(cells, "|")
}

// TestSchemas: every reference leads to the key of a table, every column of codes has a list with words, every rule is
// on the methodology page, every item of a list is of a table, every column has a title and a meaning.
func TestSchemas(t *testing.T) {
	var rules map[string]any
	raw, err := fs.ReadFile(layouts.FS, "rules.json")
	if err == nil {
		err = json.Unmarshal(raw, &rules)
	}
	if err != nil {
		t.Fatal(err)
	}
	w := export.Words(trial.Codebook(t))
	byName := map[string]export.Table{}
	for _, table := range tables(t) {
		byName[table.Name] = table
	}
	for _, table := range byName {
		if w.Holds(table.Name).VI == "" || w.Holds(table.Name).EN == "" {
			t.Errorf("codebook.json does not say what %s holds", table.Name)
		}
		for _, r := range table.References {
			if !slices.Equal(byName[r.Table].Key, r.To) {
				t.Errorf("%s refers to %s by %q, which is not its key", table.Name, r.Table, r.To)
			}
		}
		for _, c := range table.Columns {
			where := table.Name + "." + c.Name
			if text := w.Title(table.Name, c.Name); text.VI == "" || text.EN == "" {
				t.Errorf("codebook.json has no title of %s", where)
			}
			if text := w.Meaning(table.Name, c.Name); text.VI == "" || text.EN == "" {
				t.Errorf("codebook.json has no meaning of %s", where)
			}
			if c.Type == export.Code && len(c.Codes()) == 0 {
				t.Errorf("%s: there is no list %q", where, c.Of)
			}
			if c.Type == export.List && c.Of != "" && byName[c.Of].Name == "" {
				t.Errorf("%s: there is no table %q", where, c.Of)
			}
			if c.Rule != "" && !hasRule(rules, c.Rule) {
				t.Errorf("%s: there is no rule %q", where, c.Rule)
			}
		}
	}
	for _, l := range export.Lists {
		for _, code := range l.Codes {
			if text := w.Code(l, code); text.VI == "" || text.EN == "" {
				t.Errorf("codebook.json has no %q", "code "+l.Name+"/"+code)
			}
		}
	}
}

// TestWordsOfTheCodebook: codebook.json says nothing of what is not there. Words of what only the database or the
// workbook has begin with "database" and "workbook", and their own tests look after them.
func TestWordsOfTheCodebook(t *testing.T) {
	known := map[string]bool{}
	for _, table := range tables(t) {
		known["table "+table.Name] = true
		for _, c := range table.Columns {
			for _, kind := range []string{"", "title "} {
				known[kind+c.Name], known[kind+table.Name+"."+c.Name] = true, true
			}
			known["unit "+c.Unit] = true
		}
	}
	for _, l := range export.Lists {
		for _, code := range l.Codes {
			known["code "+l.Name+"/"+code] = true
		}
	}
	for key := range export.Words(trial.Codebook(t)) {
		if !known[key] && !strings.HasPrefix(key, "database ") && !strings.HasPrefix(key, "workbook ") {
			t.Errorf("no data file has %q", key)
		}
	}
}

func hasRule(rules map[string]any, rule string) bool {
	family, any := strings.CutSuffix(rule, "*")
	for id := range rules {
		if id == rule || any && strings.HasPrefix(id, family) {
			return true
		}
	}
	return false
}
