package workbook

import (
	"cmp"
	"slices"
	"strings"

	"minhbach/generator/internal/export"
	"minhbach/generator/internal/plan"
)

// names are what people call the rows of tables, by the name of the table.
type names map[string]called

// called are the names of the rows of one table, by the cells of its key, joined.
type called struct {
	key  []string
	rows map[string]plan.Text
}

const separator = "\x00"

// namesOf goes through the tables whose rows have names; a short one is better beside an id.
func namesOf(tables []export.Table) names {
	all := names{}
	for _, t := range tables {
		short, long := place(t.Schema, "short_vi"), place(t.Schema, "name_vi")
		if long < 0 {
			continue
		}
		rows, key := map[string]plan.Text{}, places(t.Schema, t.Key)
		for row := range t.Rows {
			name := plan.Text{VI: row[long], EN: row[long+1]}
			if short >= 0 && row[short] != "" {
				name = plan.Text{VI: row[short], EN: row[short+1]}
			}
			rows[strings.Join(at(row, key), separator)] = name
		}
		all[t.Name] = called{t.Key, rows}
	}
	return all
}

// place is where a column stands; -1 where the table has none of the name.
func place(s export.Schema, name string) int {
	return slices.IndexFunc(s.Columns, func(c export.Column) bool { return c.Name == name })
}

func places(s export.Schema, columns []string) []int {
	all := make([]int, len(columns))
	for n, name := range columns {
		all[n] = place(s, name)
	}
	return all
}

func at(row []string, columns []int) []string {
	cells := make([]string, len(columns), len(columns)+1)
	for n, c := range columns {
		cells[n] = row[c]
	}
	return cells
}

// naming finds the name of what a cell that is not empty stands for.
type naming func(row []string) plan.Text

// naming tells how the cells of a column of ids or codes are put into words; nil where they need none. A plan's id is
// not: it stands in every row, and the cover says what it is.
func (b *book) naming(s export.Schema, n int) naming {
	c := s.Columns[n]
	switch c.Type {
	case export.Code:
		return b.codes(c, n)
	case export.List:
		return b.items(s, n)
	}
	for _, r := range s.References {
		if to, named := b.names[r.Table]; named && r.Table != "plans" && r.Columns[len(r.Columns)-1] == c.Name {
			key := places(s, r.Columns)
			return func(row []string) plan.Text { return to.rows[strings.Join(at(row, key), separator)] }
		}
	}
	return nil
}

// codes names the codes of a list.
func (b *book) codes(c export.Column, n int) naming {
	words := map[string]plan.Text{}
	for _, l := range export.Lists {
		if l.Name == c.Of {
			for _, code := range l.Codes {
				words[code] = b.words.Code(l, code)
			}
		}
	}
	return func(row []string) plan.Text { return words[row[n]] }
}

// items names each id of a list. Where the key of the table that they are of has more columns, the row has them too.
func (b *book) items(s export.Schema, n int) naming {
	to, named := b.names[s.Columns[n].Of]
	if !named {
		return nil
	}
	around := places(s, to.key[:len(to.key)-1])
	return func(row []string) plan.Text {
		var vi, en []string
		for id := range strings.SplitSeq(row[n], ";") {
			name := to.rows[strings.Join(append(at(row, around), id), separator)]
			vi, en = append(vi, cmp.Or(name.VI, id)), append(en, cmp.Or(name.In(plan.EN), id))
		}
		return plan.Text{VI: strings.Join(vi, "; "), EN: strings.Join(en, "; ")}
	}
}
