package page

import (
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

// baselineView is a period that is not judged: what it is, and the figures that it brought.
type baselineView struct {
	*Frame
	Heading, Summary string
	Facts            []Fact
	Figures          []BaselineFigures
	Sources          []SourceView
	Data             []Link
}

// BaselineFigures are the headline figures of an indicator that a baseline recorded.
type BaselineFigures struct {
	Link
	Rows []FactRow
}

func (s *scope) baseline(f *Frame, period plan.Period, snapshot *plan.Snapshot) any {
	name := s.words.Period(period)
	v := baselineView{Frame: f, Heading: s.say("period.heading", s.world.Plan.Short.In(s.lang), name),
		Summary: s.say("period.baseline.summary", s.date(period.Cutoff)), Facts: s.periodFacts(period, snapshot)}
	f.Section, f.Title, f.Description = NavPeriods, s.say("period.title", name), v.Summary
	f.crumb(s.say("nav.home"), HomePath(s.lang))
	f.crumb(s.say("nav.periods"), PeriodsPath(s.lang, s.world.Plan))
	f.at(&derive.AsOf{Period: period, Snapshot: snapshot})
	for _, i := range s.world.Plan.Indicators {
		if rows := s.recorded(i, period); len(rows) > 0 {
			v.Figures = append(v.Figures, BaselineFigures{s.indicatorLink(f, i), rows})
		}
	}
	f.About = s.periodReport(f, v.Heading, snapshot)
	v.Sources = s.snapshotSources(snapshot)
	v.Data = []Link{{"CSV", s.link(f, TablePath("observations", "csv"))}, {"JSON", s.link(f, TablePath("observations", "json"))}}
	return v
}

// recorded are the headline figures of an indicator that a period brought.
func (s *scope) recorded(i *plan.Indicator, period plan.Period) []FactRow {
	var rows []FactRow
	for _, o := range s.world.Observations(i.ID, period.Cutoff) {
		if o.Period != period.ID || o.Breakdown != "" {
			continue
		}
		rows = append(rows, s.fact(i, &o))
	}
	return rows
}
