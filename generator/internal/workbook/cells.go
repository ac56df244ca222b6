package workbook

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"minhbach/generator/internal/export"
	"minhbach/generator/internal/plan"
)

// What Excel keeps.
const (
	digitsKept = 15
	textKept   = excelize.TotalCellChars
	rowsKept   = excelize.TotalRows
)

// Excel counts days from the last but one of 1899, and believes in a 29 February 1900.
var (
	dayZero  = plan.Date{Year: 1899, Month: 12, Day: 30}
	firstDay = plan.Date{Year: 1900, Month: 3, Day: 1}
)

// set fills a cell of the workbook with a cell of a table that is not empty.
func (s *styles) set(cell *excelize.Cell, c *column, text string) error {
	cell.StyleID, cell.Value = s.text, nil
	switch {
	case c.kind == export.Day:
		if day, err := plan.ParseDate(text); err == nil && day.Compare(firstDay) >= 0 {
			cell.StyleID, cell.Value = s.day, day.DaysSince(dayZero)
		}
	case (c.kind == export.Boolean || c.kind == export.Value) && (text == "true" || text == "false"):
		cell.StyleID, cell.Value = s.yes, text == "true"
	case c.kind == export.Number || c.kind == export.Integer || c.kind == export.Value:
		if n, decimals, ok := number(text); ok {
			cell.StyleID, cell.Value = s.decimals[decimals], n
		}
	case c.plain:
		cell.StyleID = s.plain
	}
	if cell.Value == nil {
		cell.Value = text
		return short(text)
	}
	return nil
}

// number is a number that Excel keeps and shows with the digits as written, and how many of them are decimals.
func number(text string) (n float64, decimals int, ok bool) {
	whole, fraction, _ := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	if len(whole)+len(fraction) > digitsKept {
		return 0, 0, false
	}
	n, err := strconv.ParseFloat(text, 64)
	minusZero := n == 0 && strings.HasPrefix(text, "-")
	return n, len(fraction), err == nil && !minusZero && strconv.FormatFloat(n, 'f', len(fraction), 64) == text
}

// short refuses a text that a cell cannot hold.
func short(text string) error {
	if len(text) <= textKept {
		return nil
	}
	if n := len(utf16.Encode([]rune(text))); n > textKept {
		return fmt.Errorf("a text has %d characters, a cell of a workbook holds %d (shorten it)", n, textKept)
	}
	return nil
}

// font is in every Windows, and in Liberation Sans of the same measures elsewhere.
const font = "Arial"

// styles are the looks of cells.
type styles struct {
	title, subtitle, heading, label, wrapped, link, count int
	header, added, text, plain, yes, day                  int
	decimals                                              [digitsKept + 1]int
}

func newStyles(f *excelize.File) (styles, error) {
	var s styles
	var err error
	add := func(to *int, style excelize.Style) {
		if err == nil {
			*to, err = f.NewStyle(&style)
		}
	}
	letters := func(size float64, bold bool, colour string) *excelize.Font {
		return &excelize.Font{Family: font, Size: size, Bold: bold, Color: colour}
	}
	top := &excelize.Alignment{Vertical: "top"}
	wrapped := &excelize.Alignment{Vertical: "top", WrapText: true}
	left := &excelize.Alignment{Vertical: "top", Horizontal: "left"}
	right := &excelize.Alignment{Vertical: "top", Horizontal: "right", Indent: 1}
	ground := func(colour string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	under := []excelize.Border{{Type: "bottom", Color: ink, Style: 2}}
	add(&s.title, excelize.Style{Font: letters(16, true, ink), Alignment: top})
	add(&s.subtitle, excelize.Style{Font: letters(12, false, ink), Alignment: top})
	add(&s.heading, excelize.Style{Font: letters(12, true, ink), Alignment: &excelize.Alignment{Vertical: "center"}})
	add(&s.label, excelize.Style{Font: letters(10, true, ink), Alignment: wrapped})
	add(&s.wrapped, excelize.Style{Font: letters(10, false, ink), Alignment: wrapped})
	add(&s.link, excelize.Style{Font: &excelize.Font{Family: font, Size: 10, Color: linked, Underline: "single"}, Alignment: wrapped})
	add(&s.header, excelize.Style{Font: letters(10, true, ink), Alignment: wrapped, Fill: ground(headed1), Border: under})
	add(&s.added, excelize.Style{Font: letters(10, true, ink), Alignment: wrapped, Fill: ground(headed2), Border: under})
	add(&s.text, excelize.Style{Font: letters(10, false, ink), Alignment: wrapped})
	add(&s.plain, excelize.Style{Font: letters(10, false, ink), Alignment: top})
	add(&s.yes, excelize.Style{Font: letters(10, false, ink), Alignment: left})
	dayFormat, countFormat := "yyyy-mm-dd", "#,##0"
	add(&s.day, excelize.Style{Font: letters(10, false, ink), Alignment: left, CustomNumFmt: &dayFormat})
	add(&s.count, excelize.Style{Font: letters(10, false, ink), Alignment: right, CustomNumFmt: &countFormat})
	for n := range s.decimals {
		format := strings.TrimSuffix("0."+strings.Repeat("0", n), ".")
		add(&s.decimals[n], excelize.Style{Font: letters(10, false, ink), Alignment: right, CustomNumFmt: &format})
	}
	return s, err
}

// Colours, of which none means anything.
const (
	ink, linked      = "1F1F1F", "0B4F9E"
	headed1, headed2 = "DCE6EC", "EEF2E6"
)
