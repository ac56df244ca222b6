package site

import (
	"slices"
	"sync"

	"minhbach/generator/internal/export"
	"minhbach/generator/internal/page"
)

// told is what the pages are told of the data: the tables with their columns, the codes, the files that hold all of them
// and those that describe them.
func (d *openData) told() page.Data {
	data := page.Data{Citation: d.about.Citation}
	for _, t := range d.tables {
		data.Tables = append(data.Tables, listed(t))
	}
	for _, l := range export.Lists {
		list := page.CodeList{Name: l.Name}
		for _, code := range l.Codes {
			list.Codes = append(list.Codes, page.Code{ID: code, Name: d.words.Code(l, code)})
		}
		data.Lists = append(data.Lists, list)
	}
	for _, o := range d.offers {
		if o.table == nil {
			data.Packages = append(data.Packages, page.Download{Path: o.Path, Format: formats[o.ending()], MediaType: mediaTypes[o.ending()],
				Bytes: func() (int64, error) { e, err := o.measure(); return e.Bytes, err }})
		}
	}
	for _, f := range d.papers {
		data.Papers = append(data.Papers, f.Path)
	}
	return data
}

// listed is a table as the data page lists it.
func listed(t export.Table) page.Table {
	columns := make([]page.Column, len(t.Columns))
	for n, c := range t.Columns {
		columns[n] = page.Column{Name: c.Name, Type: string(c.Type), Of: c.Of, Unit: c.Unit, Rule: c.Rule, Key: slices.Contains(t.Key, c.Name)}
	}
	return page.Table{Name: t.Name, Columns: columns, Rows: sync.OnceValue(func() int {
		rows := 0
		for range t.Rows {
			rows++
		}
		return rows
	})}
}
