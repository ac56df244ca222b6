package workbook

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"minhbach/generator/internal/export"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
)

// page is a sheet for reading, written line by line: what a line is about, in Vietnamese, in English.
type page struct {
	*book
	sheet  string
	widths []float64
	row    int
	err    error
}

func (b *book) page(sheet string, title plan.Text, widths ...float64) *page {
	p := &page{book: b, sheet: sheet, widths: widths}
	p.err = b.printed(sheet, title, nil)
	for n, width := range widths {
		column, err := excelize.ColumnNumberToName(n + 1)
		p.keep(err)
		p.keep(b.SetColWidth(sheet, column, column, width))
	}
	return p
}

// keep keeps the first error.
func (p *page) keep(err error) {
	if p.err == nil {
		p.err = err
	}
}

// line writes the cells of one more line, each in its style.
func (p *page) line(styles []int, cells ...any) {
	p.row++
	high := 1
	for n, cell := range cells {
		p.keep(p.SetCellValue(p.sheet, p.cell(n+1), cell))
		p.keep(p.SetCellStyle(p.sheet, p.cell(n+1), p.cell(n+1), styles[n]))
		if text, ok := cell.(string); ok {
			high = max(high, lines(p.widths[n], text))
		}
	}
	p.height(float64(high) + 0.3)
}

func (p *page) cell(column int) string {
	name, err := excelize.CoordinatesToCellName(column, p.row)
	p.keep(err)
	return name
}

// height gives the line room for so many lines of text.
func (p *page) height(lines float64) { p.keep(p.SetRowHeight(p.sheet, p.row, lines*lineHeight)) }

// heads writes the title of a sheet in both languages.
func (p *page) heads(t plan.Text) {
	p.line([]int{p.styles.title}, t.VI)
	p.height(1.8)
	if t.EN != "" && t.EN != t.VI {
		p.line([]int{p.styles.subtitle}, t.EN)
		p.height(1.6)
	}
}

// heading begins a part of the sheet.
func (p *page) heading(key string) {
	p.line([]int{p.styles.heading}, both(p.words["workbook "+key], " – "))
	p.height(2)
}

// says writes a text in both languages beside what it is about; nothing where there is no text.
func (p *page) says(key string, t plan.Text) {
	if !t.Empty() {
		s := p.styles
		p.line([]int{s.label, s.wrapped, s.wrapped}, both(p.words["workbook "+key], " / "), t.VI, t.In(plan.EN))
	}
}

// leads makes the texts of the line links.
func (p *page) leads(to string) {
	for _, column := range []int{2, 3} {
		p.keep(p.SetCellHyperLink(p.sheet, p.cell(column), to, "External"))
		p.keep(p.SetCellStyle(p.sheet, p.cell(column), p.cell(column), p.styles.link))
	}
}

// address writes an address that can be followed.
func (p *page) address(key, shown, to string) {
	if shown != "" {
		p.says(key, plan.Text{VI: shown})
		p.leads(to)
	}
}

// cover says what the workbook is, whose, as of when and under which licence, and lists the sheets.
func (b *book) cover(c export.Colophon, sheets []listed) error {
	p := b.page(b.coverName(), b.title("cover"), 34, 58, 58, 12)
	p.heads(c.Title)
	p.says("sample", c.Sample)
	p.says("notice", c.Notice)
	p.says("about", c.Description)
	p.says("publisher", c.Publisher)
	if c.Maker != c.Publisher {
		p.says("maker", c.Maker)
	}
	for _, n := range c.Plans {
		p.plan(n)
	}
	p.licence(c)
	p.says("citation", c.Citation)
	p.address("errors", strings.TrimPrefix(c.Feedback, "mailto:"), c.Feedback)
	p.address("email", c.Email, "mailto:"+c.Email)
	p.address("website", c.BaseURL, c.BaseURL)
	p.heading("sheets")
	p.sheets(sheets)
	return p.err
}

// plan says which decision a plan is, and as of when its figures are.
func (p *page) plan(n export.PlanNote) {
	p.says("plan", n.Title)
	p.says("decision", plan.Text{VI: n.Decision.Number})
	in := func(l plan.Lang) string {
		return strings.NewReplacer("{period}", n.Period.In(l), "{cutoff}", lang.Date(l, n.Cutoff), "{released}", lang.Date(l, n.Released)).
			Replace(p.words["workbook as_of.text"].In(l))
	}
	p.says("as_of", plan.Text{VI: in(plan.VI), EN: in(plan.EN)})
}

func (p *page) licence(c export.Colophon) {
	if c.Licence == nil {
		p.says("licence", c.NoLicence)
		return
	}
	p.says("licence", c.Licence.Name)
	if c.Licence.URL != "" {
		p.leads(c.Licence.URL)
	}
}

// sheets lists the sheets, each with a link, what a row of it is, and how many there are.
func (p *page) sheets(sheets []listed) {
	s := p.styles
	title := func(key string) string { return both(p.words["workbook "+key], " / ") }
	p.line([]int{s.header, s.header, s.header, s.header}, title("sheet"), title("holds vi"), title("holds en"), title("rows"))
	p.height(2.2)
	from := p.cell(1)
	for _, one := range sheets {
		holds := p.words.Holds(one.table)
		p.line([]int{s.link, s.wrapped, s.wrapped, s.count}, one.name, holds.VI, holds.EN, one.rows)
		p.keep(p.SetCellHyperLink(p.sheet, p.cell(1), fmt.Sprintf("'%s'!A1", one.name), "Location"))
	}
	p.keep(p.AddTable(p.sheet, &excelize.Table{Range: from + ":" + p.cell(4), Name: "sheets", StyleName: "TableStyleLight1"}))
}

// inNotes are the notes on this workbook.
var inNotes = []string{"sheets", "names", "empty", "numbers", "days", "texts", "rules"}

// notes says how the sheets are written, and how the tables that they are made from.
func (b *book) notes(c export.Colophon) error {
	p := b.page(b.notesName(), b.title("notes"), 34, 64, 64)
	p.heads(b.title("notes"))
	for _, key := range inNotes {
		p.says("note "+key, p.words["workbook note "+key+".text"])
	}
	if len(c.Conventions) > 0 {
		p.heading("conventions")
	}
	for _, text := range c.Conventions {
		s := p.styles
		p.line([]int{s.wrapped, s.wrapped, s.wrapped}, "", text.VI, text.In(plan.EN))
	}
	return p.err
}
