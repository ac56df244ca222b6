package workbook

import (
	"math"
	"strings"

	"github.com/xuri/excelize/v2"

	"minhbach/generator/internal/plan"
)

// pageWidth is how many characters of a landscape A4 page can still be read: at some three quarters of its size on the screen.
const pageWidth = 180

// printed sets a sheet for paper: A4 landscape, as many pages wide as it takes to be read, the header on each of them
// and, beside it, the columns that stay in sight; at the foot its title and the number of the page. A sheet without a table's columns is one page.
func (b *book) printed(sheet string, title plan.Text, columns []column) error {
	size, landscape, across, width := 9, "landscape", "overThenDown", 0.0
	for _, c := range columns {
		width += c.width
	}
	wide, long, yes := max(1, int(math.Ceil(width/pageWidth))), 0, true
	if columns == nil {
		long = 1
	}
	if err := b.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &size, Orientation: &landscape, PageOrder: &across, FitToWidth: &wide, FitToHeight: &long}); err != nil {
		return err
	}
	if err := b.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &yes}); err != nil {
		return err
	}
	side, end, edge := 0.4, 0.6, 0.3
	if err := b.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &side, Bottom: &end, Header: &edge, Footer: &edge}); err != nil {
		return err
	}
	footer := "&L" + strings.ReplaceAll(both(title, " – "), "&", "&&") + "&R&P / &N"
	if err := b.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddFooter: footer}); err != nil || columns == nil {
		return err
	}
	return b.repeated(sheet, inSightOf(columns))
}

// repeated prints the header, and the first columns, again on every page.
func (b *book) repeated(sheet string, columns int) error {
	quoted := "'" + strings.ReplaceAll(sheet, "'", "''") + "'!"
	titles := quoted + "$1:$1"
	if columns > 0 {
		last, err := excelize.ColumnNumberToName(columns)
		if err != nil {
			return err
		}
		titles = quoted + "$A:$" + last + "," + titles
	}
	return b.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: titles, Scope: sheet})
}
