// Package workbook writes the open data as one Excel workbook for people: data/minhbach.xlsx.
//
// In come the tables, the words of the codebook and the colophon; out goes a file that opens with a cover and notes in
// both languages, then a sheet a table: what people look for first, then the rest, then codebook and codes. It follows
// the UK Government Analysis Function's guidance on accessible spreadsheets: one marked table a sheet, from A1, with
// one header row; no merged cells, no empty rows, no formulas, no meaning by colour alone.
//
// A sheet has the columns of its table in their order. Behind a column of ids or codes stand two more, in Vietnamese
// and English, with the names of what it refers to, so that no reader has to look them up; the column itself stays, so
// that whoever has the CSV finds the same cells. A header is the column's title in Vietnamese, a line end, and in English,
// and unique in its sheet. Excel calls the table by the table's name.
//
// Numbers are numbers that show the digits as written; what has more digits than Excel keeps is text. Days are dates
// shown as YYYY-MM-DD, which nobody reads the other way round; those before March 1900, which Excel counts wrongly, are
// text. Texts are always text: none becomes a formula. An
// unknown value is no cell at all. A text that is too long for a cell, or a table for a sheet, is an error: half of it
// would say something else than the CSV.
//
// The same tables give the same bytes. Rows that do not fit into memory wait in temporary files, removed before Write
// returns.
package workbook

import (
	"cmp"
	"io"
	"slices"

	"github.com/xuri/excelize/v2"

	"minhbach/generator/internal/export"
	"minhbach/generator/internal/plan"
)

// first are the tables that people look for first.
var first = []string{"statuses", "observations", "task_reports", "indicators", "targets", "tasks"}

// book is a workbook in the making.
type book struct {
	*excelize.File
	words  export.Words
	names  names
	styles styles
}

// Write writes the workbook of all tables; those of the codebook come last.
func Write(w io.Writer, c export.Colophon, words export.Words, tables []export.Table) (err error) {
	b := &book{File: excelize.NewFile(), words: words, names: namesOf(tables)}
	defer func() { err = cmp.Or(err, b.Close()) }()
	if err := b.prepare(c); err != nil {
		return err
	}
	var sheets []listed
	for _, t := range ordered(tables) {
		s, err := b.addSheet(t)
		if err != nil {
			return err
		}
		sheets = append(sheets, s)
	}
	if err := b.cover(c, sheets); err != nil {
		return err
	}
	if err := b.notes(c); err != nil {
		return err
	}
	return b.writeSorted(w, c.Released)
}

// prepare makes what all sheets need, and the first two of them, so that they come first.
func (b *book) prepare(c export.Colophon) error {
	if err := b.SetDefaultFont(font); err != nil {
		return err
	}
	if err := b.SetSheetName(b.GetSheetName(0), b.coverName()); err != nil {
		return err
	}
	if _, err := b.NewSheet(b.notesName()); err != nil {
		return err
	}
	var err error
	if b.styles, err = newStyles(b.File); err != nil {
		return err
	}
	return b.describe(c)
}

// describe fills the properties that file managers and libraries show.
func (b *book) describe(c export.Colophon) error {
	p := &excelize.DocProperties{Title: both(c.Title, " – "), Subject: both(c.Description, " "), Creator: c.Publisher.VI,
		LastModifiedBy: c.Publisher.VI, Identifier: c.ID, Language: string(plan.VI)}
	if c.Released.Known() {
		p.Created = c.Released.String() + "T00:00:00Z"
		p.Modified = p.Created
	}
	return b.SetDocProps(p)
}

// ordered puts what people look for first before the rest.
func ordered(tables []export.Table) []export.Table {
	place := func(t export.Table) int {
		if n := slices.Index(first, t.Name); n >= 0 {
			return n
		}
		return len(first)
	}
	return slices.SortedStableFunc(slices.Values(tables), func(a, b export.Table) int { return cmp.Compare(place(a), place(b)) })
}

// both is a text in both languages; once where there is one.
func both(t plan.Text, between string) string {
	if t.EN == "" || t.EN == t.VI {
		return t.VI
	}
	return t.VI + between + t.EN
}
