package database

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"minhbach/generator/internal/export"
)

// links are tables with a row for each id in the lists of another, in their order.
func links(tables []export.Table) ([]export.Table, error) {
	byName := map[string]export.Table{}
	for _, t := range tables {
		byName[t.Name] = t
	}
	for _, name := range []string{"agencies", "breakdowns", "indicators", "targets", "tasks"} {
		if byName[name].Name == "" {
			return nil, fmt.Errorf("there is no table %s", name)
		}
	}
	return []export.Table{
		link("indicator_agencies", byName["indicators"], "agency", byName["agencies"], "monitoring", "executing"),
		link("task_agencies", byName["tasks"], "agency", byName["agencies"], "lead", "coordinating"),
		link("target_breakdowns", byName["targets"], "breakdown", byName["breakdowns"], "each_of"),
	}, nil
}

// link is the table of what stands in lists of a table: its key, the item, the list as its role, and the position in it.
func link(name string, from export.Table, item string, items export.Table, lists ...string) export.Table {
	s := export.Schema{Name: name, Key: slices.Concat(from.Key, []string{"role", "position"})}
	for _, key := range from.Key {
		s.Columns = append(s.Columns, from.Columns[place(from, key)])
	}
	s.Columns = append(s.Columns, export.Column{Name: item, Type: export.Text}, export.Column{Name: "role", Type: export.Text},
		export.Column{Name: "position", Type: export.Integer})
	to := slices.Concat(items.Key[:len(items.Key)-1], []string{item})
	s.References = []export.Reference{{Columns: from.Key, Table: from.Name, To: from.Key}, {Columns: to, Table: items.Name, To: items.Key}}
	return export.Table{Schema: s, Rows: func(yield func([]string) bool) {
		for row := range from.Rows {
			for _, role := range lists {
				if !split(from, row, role, yield) {
					return
				}
			}
		}
	}}
}

// split gives a row for each item of the list that is a role.
func split(from export.Table, row []string, role string, yield func([]string) bool) bool {
	cell := row[place(from, role)]
	if cell == "" {
		return true
	}
	for n, item := range strings.Split(cell, ";") {
		var linked []string
		for _, key := range from.Key {
			linked = append(linked, row[place(from, key)])
		}
		if !yield(append(linked, item, role, strconv.Itoa(n+1))) {
			return false
		}
	}
	return true
}

// place is where a column of a table stands.
func place(t export.Table, column string) int {
	return slices.IndexFunc(t.Columns, func(c export.Column) bool { return c.Name == column })
}
