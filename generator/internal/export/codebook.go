package export

import (
	"slices"
	"strconv"
	"strings"

	"minhbach/generator/internal/plan"
)

// Words are the words of the codebook by key: "table x" for what a table holds, "title c" for the name of a column as
// people read it and "c" for what it means ("title x.c" and "x.c" where it means something else in table x), "code l/c"
// for a code of a list, "unit u" for a unit.
type Words map[string]plan.Text

// Holds says what one row of a table is.
func (w Words) Holds(table string) plan.Text { return w["table "+table] }

// Title is what people call a column.
func (w Words) Title(table, column string) plan.Text { return w.of("title ", table, column) }

// Meaning is what the cells of a column mean.
func (w Words) Meaning(table, column string) plan.Text { return w.of("", table, column) }

func (w Words) of(kind, table, column string) plan.Text {
	if text, ok := w[kind+table+"."+column]; ok {
		return text
	}
	return w[kind+column]
}

// Code is what people call a code of a list.
func (w Words) Code(l CodeList, code string) plan.Text {
	if l.term != nil {
		return plan.Text{VI: l.term(plan.VI, code), EN: l.term(plan.EN, code)}
	}
	return w["code "+l.Name+"/"+code]
}

// Codebook are the two tables that describe all others: a row a column, and a row a code.
func Codebook(w Words) []Table { return []Table{w.columns(), w.codes()} }

// described are the schemas of Codebook, which describe themselves too.
var described = []Schema{
	{"codebook", words("table column"), nil,
		columns("table", "column", "position:integer", "type", "list_of", "unit", "key:boolean", "refers_to", "title_vi", "title_en", "meaning_vi", "meaning_en", "rule")},
	{"codes", words("list code"), nil, columns("list", "code", "position:integer", "name_vi", "name_en")},
}

func (w Words) columns() Table {
	return Table{described[0], func(yield func([]string) bool) {
		for _, s := range slices.Concat(schemas, described) {
			for n, c := range s.Columns {
				if !yield(w.columnRow(s, n, c)) {
					return
				}
			}
		}
	}}
}

func (w Words) columnRow(s Schema, n int, c Column) []string {
	title, meaning := w.Title(s.Name, c.Name), w.Meaning(s.Name, c.Name)
	return []string{s.Name, c.Name, strconv.Itoa(n + 1), string(c.Type), c.Of, c.Unit, strconv.FormatBool(slices.Contains(s.Key, c.Name)), s.refers(c.Name),
		title.VI, title.EN, meaning.VI, meaning.EN, c.Rule}
}

// refers says to which columns of other tables a column leads: "indicators.indicator".
func (s Schema) refers(column string) string {
	var all []string
	for _, r := range s.References {
		if n := slices.Index(r.Columns, column); n >= 0 {
			all = append(all, r.Table+"."+r.To[n])
		}
	}
	return strings.Join(all, ";")
}

func (w Words) codes() Table {
	return Table{described[1], func(yield func([]string) bool) {
		for _, l := range Lists {
			for n, code := range l.Codes {
				name := w.Code(l, code)
				if !yield([]string{l.Name, code, strconv.Itoa(n + 1), name.VI, name.EN}) {
					return
				}
			}
		}
	}}
}
