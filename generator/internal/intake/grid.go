package intake

import (
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"

	"github.com/xuri/excelize/v2"
)

// grid is a sheet as it was read: its records in their order, without those that are empty.
type grid struct {
	file, sheet string // a CSV file has no sheet
	records     []record
	dayZero     plan.Date // from which days are counted
	narrow      bool      // read from an encoding that lacks letters
	lossy       bool      // letters of its header were lost
}

// record is a row of a grid.
type record struct {
	index  int // the number of the row; the line of a CSV file
	fields map[int]cell
}

// cell is a cell that is not empty.
type cell struct {
	kind kind
	text string
	format
	line int // of a CSV file
	col  int // of a CSV file, in characters
}

// kind is what a cell holds.
type kind int

const (
	textual kind = iota
	numeric
	boolean
	formula
	mistaken // #DIV/0! and its like
)

// The limits of what is read: a form is far below, and what is above is no form.
const (
	LargestFile = 10 << 20
	largestText = 64 << 20 // of all parts of a workbook, unpacked
	mostRows    = 5000
	mostColumns = 200
)

// outside are the first cells that lie where no form has any.
type outside []place

// mostOutside is how many of them are told.
const mostOutside = 10

func (o outside) Error() string { return "cells outside the form" }

// err is the error that there are some.
func (o outside) err() error {
	if len(o) == 0 {
		return nil
	}
	return o
}

// problems tells them.
func (o outside) problems() []diag.Diagnostic {
	var found []diag.Diagnostic
	last, _ := excelize.ColumnNumberToName(mostColumns)
	for _, p := range o {
		found = append(found, p.fail("outside", diag.Say("có nội dung ở ngoài biểu mẫu, quá dòng %d hoặc cột %s", "something stands outside the form, beyond row %d or column %s", mostRows, last),
			diag.Say("xóa nội dung ở đó, hoặc xóa cả dòng hay cột đó", "delete what is there, or the whole row or column")))
	}
	return found
}

// place is where in the files something stands.
type place struct {
	file, cell string
	line, col  int
}

// at is the place of a cell of the grid, whether it is there or not.
func (g *grid) at(r record, column int) place {
	if g.sheet == "" {
		c := r.fields[column]
		return place{file: g.file, line: max(c.line, r.index), col: max(c.col, 1)}
	}
	name, err := excelize.CoordinatesToCellName(max(column, 1), max(r.index, 1))
	if err != nil {
		name = ""
	}
	return place{g.file, g.sheet + "!" + name, r.index, column}
}

// whole is the place of a file as a whole.
func whole(file string) place { return place{file: file} }

func (p place) problem(severity diag.Severity, rule string, message, hint diag.Text) diag.Diagnostic {
	return diag.Diagnostic{File: p.file, Cell: p.cell, Line: p.line, Col: p.col, Severity: severity, Rule: rule, Message: message, Hint: hint}
}

func (p place) fail(rule string, message, hint diag.Text) diag.Diagnostic {
	return p.problem(diag.Error, rule, message, hint)
}

func (p place) warn(rule string, message, hint diag.Text) diag.Diagnostic {
	return p.problem(diag.Warning, rule, message, hint)
}
