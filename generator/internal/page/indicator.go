package page

import (
	"html/template"

	"minhbach/generator/internal/chart"
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// indicatorView is one indicator: the answer, the figure, why, the plan's wording, who answers, where it comes from.
type indicatorView struct {
	*Frame
	Heading      string
	Tile         Tile
	Word         string
	Answer, Note string
	Badge        string
	Figure       Figure
	WhyHeading   string
	Why          []string
	Rule         string
	Meaning      template.HTML
	Printed      Printed
	Targets      []TargetRow // where there are several
	Periods      []PeriodRow
	Used         []FactRow // the figures that judge, and their baselines
	Context      []FactRow // the headline figures that do not
	Parts        []Figure  // of levels, regions and units
	Breakdown    chart.Table
	AlsoSet      []AlsoSetRow
	Revisions    []RevisionRow
	Monitoring   []AgencyLink
	Executing    []AgencyLink
	Next         string // when the next figure is due
	Sources      []SourceView
	Downloads    []Link
	Pictures     bool // one of them is the chart as a PNG
	Cite         string
	Embed        Link
	EmbedCode    string // empty without a base address
	Around       Around
}

// TargetRow is one of several targets with its own status.
type TargetRow struct {
	Target string
	Tile   Tile
	Word   string
}

// PeriodRow is the status of a row as of one period.
type PeriodRow struct {
	Name, Until, Href string
	Tile              Tile
	Word, Value       string
	Gap               template.HTML // why there is no figure, where that was declared
}

// Around leads to the neighbours in printed order.
type Around struct{ Before, After *Link }

func indicatorPages(s *scope) []Page {
	var pages []Page
	for n, r := range s.now.Indicators {
		address := func(l plan.Lang) string { return IndicatorPath(l, s.world.Plan, r.Indicator.ID) }
		pages = append(pages, s.of(s.rowsOf([]*derive.IndicatorResult{r}, nil), func() []Page {
			d := &recentDrawing{}
			page := s.page(address, "pages/indicator.html", func(f *Frame) any { return s.indicator(f, n, r, d) })
			return append(s.chartPictures(r, d), page, s.chartFile(r, d), s.embedPage(r, d))
		})...)
	}
	return pages
}

func (s *scope) indicator(f *Frame, n int, r *derive.IndicatorResult, d *recentDrawing) any {
	i, p := r.Indicator, s.world.Plan
	v := indicatorView{Frame: f, Heading: i.Short.In(s.lang), Tile: statusTile(r), Word: wording.Status(s.lang, r.Status),
		Answer: s.words.Answer(r), Note: s.words.AnswerNote(r), Badge: s.badge(r.Lowered)}
	f.Section, f.Sample = NavIndicators, r.Lowered == plan.Sample
	f.Title = string(i.ID) + " " + v.Heading + ": " + v.Word
	f.Description = v.Answer + "."
	f.Row = s.say("indicator.number", string(i.ID))
	s.indicatorCrumbs(f, i)
	f.at(s.now)
	f.interactive()
	drawing := s.draw(d, r)
	if drawing.err != nil {
		return drawing.err
	}
	c := drawing.chart
	f.Finding = &Finding{v.Tile, v.Heading, v.Answer, &c}
	v.Figure = drawing.figure
	for _, c := range chart.Parts(s.words, s.world, s.now, r) {
		figure, err := s.figure(c)
		if err != nil {
			return err
		}
		v.Parts = append(v.Parts, figure)
	}
	v.Breakdown = c.Context
	v.WhyHeading, v.Why = s.say("why.heading", v.Word), s.words.Why(r)
	v.Rule = s.link(f, RulePath(s.lang, r.Rule()))
	v.Meaning = s.html(i.Meaning)
	v.Printed = s.printedIndicator(i)
	v.Targets, v.Periods = s.targetRows(r), s.indicatorPeriods(f, i)
	v.Used, v.Context = s.facts(r)
	v.AlsoSet, v.Revisions = s.alsoSet(i), s.revisionsOf(f, i.ID, "")
	monitoring, executing := s.world.Plan.Answering(i)
	v.Monitoring, v.Executing = s.agencies(f, monitoring), s.agencies(f, executing)
	v.Next, v.Sources = s.words.NextFigure(r), s.indicatorSources(i)
	v.Downloads = []Link{
		{"CSV", s.link(f, IndicatorDataPath(p, i.ID, "csv"))},
		{"JSON", s.link(f, IndicatorDataPath(p, i.ID, "json"))},
		{"SVG", s.link(f, IndicatorChartPath(s.lang, p, i.ID))},
	}
	if v.Pictures = s.site.Settings.Pictures; v.Pictures {
		v.Downloads = append(v.Downloads, Link{"PNG", s.link(f, IndicatorPicturePath(s.lang, p, i.ID))})
	}
	v.Cite = s.cite(f, v.Heading, s.say("cite.indicator", string(i.ID)))
	v.Embed, v.EmbedCode = Link{s.say("embed.page"), s.link(f, EmbedPath(s.lang, p, i.ID))}, s.embedCode(f, i, string(i.ID)+" "+v.Heading)
	v.Around = s.aroundIndicator(f, n)
	f.About = s.indicatorData(f, r, v.Sources)
	return v
}

func (s *scope) indicatorCrumbs(f *Frame, i *plan.Indicator) {
	list := IndicatorsPath(s.lang, s.world.Plan)
	f.crumb(s.say("nav.home"), HomePath(s.lang))
	f.crumb(s.say("nav.indicators"), list)
	if group := s.group(i); group != i {
		f.crumb(string(group.ID)+" "+group.Short.In(s.lang), list+"#"+string(group.ID))
	}
}

func (s *scope) targetRows(r *derive.IndicatorResult) []TargetRow {
	if len(r.Targets) < 2 {
		return nil
	}
	var rows []TargetRow
	for _, t := range r.Targets {
		rows = append(rows, TargetRow{s.words.TargetShort(r.Indicator, *t.Target), Tile{Kind: statusKinds[t.Status]}, wording.Status(s.lang, t.Status)})
	}
	return rows
}

// indicatorPeriods is the status as of every released period.
func (s *scope) indicatorPeriods(f *Frame, i *plan.Indicator) []PeriodRow {
	rows := make([]PeriodRow, 0, len(s.world.Periods))
	for _, a := range s.world.Periods {
		r := a.Indicator(i.ID)
		row := s.periodRow(f, a)
		row.Tile, row.Word = statusTile(r), wording.Status(s.lang, r.Status)
		row.Value, row.Gap = s.found(r), s.gap(r)
		rows = append(rows, row)
	}
	return rows
}

// gap is the declared reason of a missing figure; where the head of the page says it, it is not said again.
func (s *scope) gap(r *derive.IndicatorResult) template.HTML {
	if r.Declared().Empty() || r.Status == derive.NotReported && r.Period.ID == s.now.Period.ID {
		return ""
	}
	return s.html(r.Declared())
}

func (s *scope) periodRow(f *Frame, a *derive.AsOf) PeriodRow {
	return PeriodRow{Name: s.words.Period(a.Period), Until: s.date(a.Period.Cutoff),
		Href: s.link(f, PeriodPath(s.lang, s.world.Plan, a.Period.ID))}
}

func (s *scope) aroundIndicator(f *Frame, n int) Around {
	to := func(n int) *Link {
		if n < 0 || n >= len(s.now.Indicators) {
			return nil
		}
		i := s.now.Indicators[n].Indicator
		return &Link{string(i.ID) + " " + i.Short.In(s.lang), s.link(f, IndicatorPath(s.lang, s.world.Plan, i.ID))}
	}
	return Around{to(n - 1), to(n + 1)}
}

// cite is how to cite the page: who publishes, when, what, as of when, and where once the site has an address.
func (s *scope) cite(f *Frame, title, row string) string {
	return f.where(s.say("cite", s.site.Settings.Publisher.In(s.lang), s.now.Snapshot.Released.Year, title, row,
		s.world.Plan.Short.In(s.lang), s.world.Plan.Place.In(s.lang), s.words.Period(s.now.Period), s.date(s.now.Period.Cutoff)))
}

// where adds the page's address to a citation.
func (f *Frame) where(citation string) string {
	if f.Canonical == "" {
		return citation
	}
	return citation + ", " + f.Canonical
}
