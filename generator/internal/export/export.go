// Package export writes the open data: one table for each entity over all plans, as CSV and as its JSON twin, and the
// cuts of them by indicator, agency and period.
//
// CSV is UTF-8 without byte-order mark, with commas, CRLF and one header row (RFC 4180); numbers have the digits as
// written and a decimal dot, days are YYYY-MM-DD, booleans true and false, lists are joined by ";", and an empty cell
// is an unknown value. The JSON twin is an array of objects in the order of the columns, numbers with the same digits,
// unknown values null, lists as arrays. Columns are only ever added at the end.
package export

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"io"
	"iter"
	"strings"

	"minhbach/generator/internal/output"
)

// Type says how a column's cells are written in JSON and described in the codebook.
type Type string

// The types of columns.
const (
	Text    Type = "string"
	Number  Type = "number"
	Integer Type = "integer"
	Boolean Type = "boolean"
	Day     Type = "date"
	List    Type = "list"
)

// Column is a column of a table.
type Column struct {
	Name string
	Type Type
}

// Table is a table of the open data. Rows may be gone through any number of times.
type Table struct {
	Name    string
	Columns []Column
	Rows    iter.Seq[[]string]
}

// columns reads a list of names; a name may be followed by a colon and its type, text otherwise.
func columns(names ...string) []Column {
	all := make([]Column, len(names))
	for n, s := range names {
		name, kind, typed := strings.Cut(s, ":")
		if !typed {
			kind = string(Text)
		}
		all[n] = Column{name, Type(kind)}
	}
	return all
}

func (t Table) index(column string) int {
	for n, c := range t.Columns {
		if c.Name == column {
			return n
		}
	}
	panic("export: " + t.Name + " has no column " + column)
}

// files are the CSV and the JSON of a table, at a path without ending.
func (t Table) files(path string) []output.File {
	return []output.File{{Path: path + ".csv", Write: t.csv}, {Path: path + ".json", Write: t.json}}
}

func (t Table) csv(w io.Writer) error {
	c := csv.NewWriter(w)
	c.UseCRLF = true
	head := make([]string, len(t.Columns))
	for n, col := range t.Columns {
		head[n] = col.Name
	}
	if err := c.Write(head); err != nil {
		return err
	}
	for row := range t.Rows {
		if err := c.Write(row); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

func (t Table) json(w io.Writer) error {
	b := bufio.NewWriter(w)
	q := newQuoter()
	names := make([]string, len(t.Columns))
	for n, col := range t.Columns {
		names[n] = q.quote(col.Name) + ":"
	}
	b.WriteString("[")
	separator := "\n{"
	for row := range t.Rows {
		b.WriteString(separator)
		separator = ",\n{"
		for n, col := range t.Columns {
			if n > 0 {
				b.WriteByte(',')
			}
			b.WriteString(names[n])
			b.WriteString(q.cell(col.Type, row[n]))
		}
		b.WriteByte('}')
	}
	b.WriteString("\n]\n")
	return b.Flush()
}

// quoter writes JSON strings with the letters as they are; it keeps its buffer from cell to cell.
type quoter struct {
	text    strings.Builder
	encoder *json.Encoder
}

func newQuoter() *quoter {
	q := &quoter{}
	q.encoder = json.NewEncoder(&q.text)
	q.encoder.SetEscapeHTML(false)
	return q
}

func (q *quoter) quote(s string) string {
	q.text.Reset()
	_ = q.encoder.Encode(s) // a string always encodes
	return strings.TrimSuffix(q.text.String(), "\n")
}

// cell is a cell of a type as JSON.
func (q *quoter) cell(t Type, cell string) string {
	switch {
	case t == List && cell == "":
		return "[]"
	case t == List:
		items := strings.Split(cell, ";")
		for n := range items {
			items[n] = q.quote(items[n])
		}
		return "[" + strings.Join(items, ",") + "]"
	case cell == "":
		return "null"
	case t == Number || t == Integer || t == Boolean:
		return cell
	}
	return q.quote(cell)
}
