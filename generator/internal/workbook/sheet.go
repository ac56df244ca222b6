package workbook

import (
	"fmt"
	"math"

	"github.com/xuri/excelize/v2"

	"minhbach/generator/internal/export"
	"minhbach/generator/internal/plan"
)

// listed is a sheet as the cover lists it.
type listed struct {
	name  string
	table string
	rows  int
}

// title is what people call the sheet of a table, the cover or the notes.
func (b *book) title(sheet string) plan.Text { return b.words["workbook sheet "+sheet] }

// sheetName is a table's title and name; Excel takes 31 characters.
func (b *book) sheetName(table string) string { return b.title(table).VI + " – " + table }

func (b *book) coverName() string { return both(b.title("cover"), " – ") }
func (b *book) notesName() string { return both(b.title("notes"), " – ") }

// addSheet writes the sheet of a table.
func (b *book) addSheet(t export.Table) (listed, error) {
	s := listed{name: b.sheetName(t.Name), table: t.Name}
	columns, err := b.columns(t)
	if err != nil {
		return s, err
	}
	if _, err := b.NewSheet(s.name); err != nil {
		return s, fmt.Errorf("workbook: %q: %w", s.name, err)
	}
	if err := b.printed(s.name, b.title(t.Name), columns); err != nil {
		return s, err
	}
	w, err := b.NewStreamWriter(s.name)
	if err != nil {
		return s, err
	}
	if err := b.frame(w, columns); err != nil {
		return s, err
	}
	if s.rows, err = b.writeRows(w, columns, t); err != nil {
		return s, fmt.Errorf("workbook: %s: %w", t.Name, err)
	}
	return s, b.finish(w, columns, s)
}

// frame sets what stands before the rows: widths, the columns and the header that stay in sight, and the header.
func (b *book) frame(w *excelize.StreamWriter, columns []column) error {
	for n, c := range columns {
		if err := w.SetColWidth(n+1, n+1, math.Round(c.width)); err != nil {
			return err
		}
	}
	kept := inSightOf(columns)
	corner, err := excelize.CoordinatesToCellName(kept+1, 2)
	if err != nil {
		return err
	}
	panes := &excelize.Panes{Freeze: true, XSplit: kept, YSplit: 1, TopLeftCell: corner, ActivePane: "bottomRight"}
	if kept == 0 {
		panes.ActivePane = "bottomLeft"
	}
	if err := w.SetPanes(panes); err != nil {
		return err
	}
	cells, high := make([]any, len(columns)), 0
	for n, c := range columns {
		style := b.styles.header
		if c.words != nil {
			style = b.styles.added
		}
		cells[n] = excelize.Cell{StyleID: style, Value: c.header}
		high = max(high, lines(c.width-buttonWidth, c.header))
	}
	return w.SetRow("A1", cells, excelize.RowOpts{Height: float64(high) * lineHeight})
}

// The height of a line, in points, and the width of the button of a filter, in characters.
const (
	lineHeight  = 13.5
	buttonWidth = 2
)

// writeRows writes the rows of a table below its header and counts them. Each says how high it is: not every program
// finds that out, and a row with a very long text would fill the screen.
func (b *book) writeRows(w *excelize.StreamWriter, columns []column, t export.Table) (int, error) {
	rows, cells, values := 0, make([]excelize.Cell, len(columns)), make([]any, len(columns))
	for row := range t.Rows {
		if rows++; rows >= rowsKept {
			return rows, fmt.Errorf("more than %d rows, which is all that a sheet of a workbook holds", rowsKept-1)
		}
		high := 1
		for n := range columns {
			c := &columns[n]
			text := c.cell(row)
			if values[n] = nil; text == "" {
				continue
			}
			if err := b.styles.set(&cells[n], c, text); err != nil {
				return rows, fmt.Errorf("row %d, %s: %w", rows, t.Columns[c.from].Name, err)
			}
			if values[n] = &cells[n]; !c.plain {
				high = max(high, lines(c.width, text))
			}
		}
		if err := w.SetRow(fmt.Sprintf("A%d", rows+1), values, excelize.RowOpts{Height: float64(min(high, tallest)) * lineHeight}); err != nil {
			return rows, err
		}
	}
	return rows, nil
}

// finish marks the table, sets how it is printed, and closes the sheet.
func (b *book) finish(w *excelize.StreamWriter, columns []column, s listed) error {
	last, err := excelize.CoordinatesToCellName(len(columns), max(s.rows, 1)+1)
	if err != nil {
		return err
	}
	if err := w.AddTable(&excelize.Table{Range: "A1:" + last, Name: s.table, StyleName: "TableStyleLight1"}); err != nil {
		return err
	}
	if err := b.AddIgnoredErrors(s.name, "A1:"+last, excelize.IgnoredErrorsNumberStoredAsText); err != nil {
		return err
	}
	return w.Flush()
}
