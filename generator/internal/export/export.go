// Package export writes the open data: one table for each entity over all plans, as CSV and as its JSON twin, and the
// cuts of them by indicator, agency and period.
//
// CSV is UTF-8 without byte-order mark, with commas, CRLF and one header row (RFC 4180); numbers have the digits as
// written and a decimal dot, days are YYYY-MM-DD, booleans true and false, lists are joined by ";", and an empty cell
// is an unknown value. The JSON twin is an array of objects in the order of the columns, one a line, numbers with the
// same digits, unknown values null, lists as arrays. Columns are only ever added at the end.
//
// Drafts are in no table: a period whose snapshot is not released has neither data status nor rows. Texts that stand
// in one column (issuer, unit, set_by) are Vietnamese. Whoever knows the inputs can derive every result again
// by the rules of the methodology, and .ci/recompute.mjs does: from all tables but, of statuses, the columns after the
// key, and of task_reports verdict, days_late and the explanations.
//
// A table is a name, its columns and a function that goes through its rows; every format is made from these alone.
// Rows are made while they are written. Only the explanations, which stand in several files each, are kept.
package export

import (
	"iter"

	"minhbach/generator/internal/output"
)

// Type says how a column's cells are written in JSON and described in the codebook.
type Type string

// The types of columns.
const (
	Text    Type = "string"
	Code    Type = "code" // one of a list
	Number  Type = "number"
	Integer Type = "integer"
	Boolean Type = "boolean"
	Day     Type = "date"
	List    Type = "list"  // of ids, joined by ";"
	Value   Type = "value" // of an indicator: a number, a tier's id, or true and false
)

// Table is a table of the open data. Rows may be gone through any number of times, on any core.
type Table struct {
	Schema
	Rows iter.Seq[[]string] // a cell a column, as CSV prints it
}

// table is the table of a schema with its rows.
func table(name string, rows iter.Seq[[]string]) Table { return Table{schema(name), rows} }

// cells places cells by the names of their columns; all others are unknown.
func cells(columns []Column, known map[string]string) []string {
	row := make([]string, len(columns))
	for n, c := range columns {
		row[n] = known[c.Name]
	}
	return row
}

// Files are the CSV and the JSON of a table, at a path without ending.
func (t Table) Files(path string) []output.File {
	return []output.File{{Path: path + ".csv", Write: t.CSV}, {Path: path + ".json", Write: t.json}}
}
