package page

import (
	"html/template"
	"io"
	"unicode/utf8"

	"minhbach/generator/internal/chart"
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// Figure is a chart in both sizes with its table, and the option of the interactive chart as JSON.
type Figure struct {
	ID, Title, Subtitle, Description string
	Kind                             chart.Kind
	Narrow, Wide                     template.HTML
	Option                           template.JS // empty where the chart has no interactive form
	Source                           string
	Notes                            []string
	Caption                          string
	Head                             []string
	Rows                             []FigureRow
}

// Numeric tells the columns of values: all but the first and the last.
func (v Figure) Numeric(column int) bool { return column > 0 && column < len(v.Head)-1 }

// FigureRow is a row of the figure's table; the last cell is a status with its tile, or says why there is none.
type FigureRow struct {
	First  string
	Cells  []FigureCell
	Tile   Tile
	Word   string
	Strong bool
}

// FigureCell is a value; a short one is never broken over lines.
type FigureCell struct {
	Text  string
	Was   string // before it was corrected; empty without a correction
	Short bool
}

func (s *scope) figure(c chart.Chart) (Figure, error) {
	v := Figure{ID: c.ID, Kind: c.Kind, Title: c.Title, Subtitle: c.Subtitle, Description: c.Description,
		Source: c.Source, Notes: c.Notes, Caption: c.Table.Caption, Head: c.Table.Head,
		Narrow: template.HTML(chart.SVG(c, chart.Narrow)), Wide: template.HTML(chart.SVG(c, chart.Wide))}
	said := s.saysStatus(c.Table)
	if !said {
		v.Head = append(v.Head[:len(v.Head):len(v.Head)], s.say("column.status"))
	}
	v.Rows = make([]FigureRow, 0, len(c.Table.Rows))
	for n, row := range c.Table.Rows {
		v.Rows = append(v.Rows, s.figureRow(row, said))
		v.Rows[n].Tile.Sample = c.Slots[n].Sample // a row for each slot
	}
	option, err := chart.Option(c)
	v.Option = template.JS(option)
	return v, err
}

// saysStatus tells whether the last column of a chart's table holds the words of the statuses; a table by years does
// not, and gets a column for them.
func (s *scope) saysStatus(t chart.Table) bool {
	for _, row := range t.Rows {
		if row.Status != "" {
			return row.Cells[len(row.Cells)-1] == wording.Status(s.lang, row.Status)
		}
	}
	return true
}

func (s *scope) figureRow(row chart.Row, said bool) FigureRow {
	v := FigureRow{First: row.Cells[0], Tile: Tile{Kind: statusKinds[row.Status]}, Strong: row.Strong}
	cells := row.Cells[1:]
	switch {
	case said:
		v.Word = cells[len(cells)-1]
		cells = cells[:len(cells)-1]
	case row.Status != "":
		v.Word = wording.Status(s.lang, row.Status)
	}
	v.Cells = make([]FigureCell, 0, len(cells))
	for n, text := range cells {
		cell := FigureCell{Text: text, Short: utf8.RuneCountInString(text) <= 8}
		if n == 0 {
			cell.Was = row.Was
		}
		v.Cells = append(v.Cells, cell)
	}
	return v
}

// recentDrawing is the chart of an indicator as its page, its file and its frame show it.
type recentDrawing = recent[drawing]

type drawing struct {
	chart  chart.Chart
	figure Figure
	err    error
}

func (s *scope) draw(d *recentDrawing, r *derive.IndicatorResult) *drawing {
	return d.get(func() *drawing {
		made := &drawing{chart: chart.Describe(s.words, s.world, s.now, r)}
		made.figure, made.err = s.figure(made.chart)
		s.courseBy(r, func() string { return chart.Spark(made.chart) })
		return made
	})
}

// chartFile is the wide drawing as a file beside the page.
func (s *scope) chartFile(r *derive.IndicatorResult, d *recentDrawing) Page {
	path := IndicatorChartPath(s.lang, s.world.Plan, r.Indicator.ID)
	return Page{Path: path, Write: func(w io.Writer) error {
		_, err := w.Write(s.chartSVG(r, d))
		return err
	}}
}

func (s *scope) chartSVG(r *derive.IndicatorResult, d *recentDrawing) []byte {
	c := s.draw(d, r).chart
	c.Title = s.sampled(r.Lowered == plan.Sample, c.Title)
	permalink := IndicatorPath(s.lang, s.world.Plan, r.Indicator.ID)
	if s.site.Settings.BaseURL != "" {
		permalink = s.absolute(permalink, permalink)
	}
	return chart.File(c, c.Source, s.publisherLine()+s.licenceLine()+" "+permalink)
}

// licenceLine is the licence, after the publisher's line, where a drawing or a calendar travels alone; empty without one.
func (s *scope) licenceLine() string {
	if l := s.site.Settings.Licence; l != nil {
		return " " + s.say("picture.licence", l.ID)
	}
	return ""
}

// publisherLine says whose drawing it is, where it travels alone.
func (s *scope) publisherLine() string {
	line := s.site.Settings.Publisher.In(s.lang) + "."
	if d := s.site.Settings.Disclaimer; !d.Empty() {
		line += " " + d.In(s.lang) + "."
	} else if s.world != nil && s.world.Plan.Compiled() {
		line += " " + s.say("picture.compiled")
	}
	return line
}
