package database

import (
	"slices"
	"strings"

	"minhbach/generator/internal/export"
)

// mayBeEmpty are the columns of keys whose cells may be empty: the breakdown of a figure for the whole, reference and
// measure of a declared gap, the day of a decision that is not known. breakdown leads to the table breakdowns too: an
// empty text would have to be a breakdown there, so it is NULL, and NULL differs from NULL in a PRIMARY KEY.
var mayBeEmpty = map[string][]string{
	"observations": {"breakdown", "reference", "measure"},
	"milestones":   {"valid_from"},
}

// sought are the columns by which readers search, beside those of references.
var sought = []string{"status", "verdict", "period", "agency"}

// create is the statement that makes a table, with what it and its columns are called as comments.
func (d describer) create(s export.Schema, types []string) string {
	var b strings.Builder
	text := d.table(s.Name)
	b.WriteString("CREATE TABLE " + quoted(s.Name) + " (" + comment(text.VI) + comment(text.EN))
	constraints := constraints(s)
	for n, c := range s.Columns {
		b.WriteString("\n  " + column(s, c, types[n]))
		if n < len(s.Columns)-1 || len(constraints) > 0 {
			b.WriteString(",")
		}
	}
	b.WriteString("\n  " + strings.Join(constraints, ",\n  ") + "\n)")
	return b.String()
}

// comment is a line of the schema for people.
func comment(s string) string { return "\n  -- " + strings.Join(strings.Fields(s), " ") }

func column(s export.Schema, c export.Column, kind string) string {
	name := quoted(c.Name)
	parts := []string{name}
	if kind != "" {
		parts = append(parts, kind)
	}
	if slices.Contains(s.Key, c.Name) && !slices.Contains(mayBeEmpty[s.Name], c.Name) {
		parts = append(parts, "NOT NULL")
	}
	switch c.Type {
	case export.Code:
		parts = append(parts, "CHECK ("+name+" IN ('"+strings.Join(c.Codes(), "', '")+"'))")
	case export.Boolean:
		parts = append(parts, "CHECK ("+name+" IN (0, 1))")
	case export.Day:
		parts = append(parts, "CHECK ("+name+" IS date("+name+"))")
	}
	return strings.Join(parts, " ")
}

// constraints are the key and the references of a table. They hold at the end of a transaction, so that rows may be
// added in any order.
func constraints(s export.Schema) []string {
	var all []string
	if len(s.Key) > 0 && len(mayBeEmpty[s.Name]) == 0 {
		all = append(all, "PRIMARY KEY "+list(s.Key))
	}
	for _, r := range s.References {
		all = append(all, "FOREIGN KEY "+list(r.Columns)+" REFERENCES "+quoted(r.Table)+" "+list(r.To)+" DEFERRABLE INITIALLY DEFERRED")
	}
	return all
}

// indexes are the statements that make the indexes of a table: the key where it is no PRIMARY KEY, and one for every
// reference and every sought column with which none begins.
func indexes(s export.Schema) []string {
	var all []string
	if len(mayBeEmpty[s.Name]) > 0 {
		all = append(all, "CREATE UNIQUE INDEX "+quoted("index_"+s.Name+"_key")+" ON "+quoted(s.Name)+" "+keyed(s))
	}
	for _, columns := range lookups(s) {
		all = append(all, "CREATE INDEX "+quoted("index_"+s.Name+"_"+strings.Join(columns, "_"))+" ON "+quoted(s.Name)+" "+list(columns))
	}
	return all
}

// keyed is a key that takes NULL for the empty text.
func keyed(s export.Schema) string {
	parts := make([]string, len(s.Key))
	for n, name := range s.Key {
		parts[n] = quoted(name)
		if slices.Contains(mayBeEmpty[s.Name], name) {
			parts[n] = "coalesce(" + parts[n] + ", '')"
		}
	}
	return "(" + strings.Join(parts, ", ") + ")"
}

// lookups are the columns of the indexes beside the key; none begins another.
func lookups(s export.Schema) [][]string {
	var wanted [][]string
	for _, r := range s.References {
		wanted = append(wanted, r.Columns)
	}
	for _, c := range s.Columns {
		if slices.Contains(sought, c.Name) {
			wanted = append(wanted, []string{c.Name})
		}
	}
	solid := slices.DeleteFunc(slices.Clone(s.Key), func(name string) bool { return slices.Contains(mayBeEmpty[s.Name], name) })
	var all [][]string
	for n, w := range wanted {
		covered := begins(solid, w)
		for m, other := range wanted {
			covered = covered || m != n && begins(other, w) && (len(other) > len(w) || m < n)
		}
		if !covered {
			all = append(all, w)
		}
	}
	return all
}

// begins tells whether columns begin with some.
func begins(columns, some []string) bool {
	return len(some) <= len(columns) && slices.Equal(columns[:len(some)], some)
}

func list(columns []string) string {
	names := make([]string, len(columns))
	for n, c := range columns {
		names[n] = quoted(c)
	}
	return "(" + strings.Join(names, ", ") + ")"
}

// quoted is a name, some of which are words of SQL too.
func quoted(name string) string { return `"` + name + `"` }
