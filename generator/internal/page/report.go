package page

import (
	"maps"
	"slices"

	"minhbach/generator/internal/chart"
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
)

// reportView is the report of a period, on the screen and on paper.
type reportView struct {
	*Frame
	Heading, Summary string
	Facts            []Fact
	Standing         Tally
	Strip            StripView
	Changes          Changes
	Pictures         []Picture
	Indicators       Sections
	TaskSummary      string
	Due              Timeline
	DueNote          string
	Others           Timeline
	Totals           []TotalRow
	Sources          []SourceView
	Flags            []Flag
	Data             []Link
	Cite             string
}

// Picture is the chart of an indicator whose status changed on a figure of the period.
type Picture struct {
	Link
	Figure Figure
}

// TotalRow is a total that a report states.
type TotalRow struct {
	Text, Quote string
	Source      Link
}

// A report stays light: so many charts, and the answers of so many changed rows.
const (
	most     = 3
	answered = 12
)

// report is about the period s.now.
func (s *scope) report(f *Frame) any {
	a, p := s.now, s.world.Plan
	name := s.words.Period(a.Period)
	v := reportView{Frame: f, Heading: s.say("period.heading", p.Short.In(s.lang), name), Summary: s.words.Summary(a),
		Facts: s.periodFacts(a.Period, a.Snapshot), Standing: s.indicatorTally(f, a, ""), Strip: s.stripView(f, a)}
	f.Section, f.Title, f.Description = NavPeriods, s.say("period.title", name), v.Summary
	f.crumb(s.say("nav.home"), HomePath(s.lang))
	f.crumb(s.say("nav.periods"), PeriodsPath(s.lang, p))
	f.at(a)
	v.Changes = s.changes(f, a)
	var err error
	if v.Pictures, err = s.pictures(f, a); err != nil {
		return err
	}
	v.Indicators = s.byArea(f, a, a.Indicators, true)
	v.slim()
	v.TaskSummary = s.words.TaskSummary(a)
	since := s.cutoffBefore(a.Period)
	due, others := dueWithin(a, since)
	v.Due, v.Others = prefixed(s.timeline(f, a, due), "due-"), prefixed(s.timeline(f, a, others), "other-")
	v.DueNote = s.say("period.tasks.due.note", s.date(since), s.date(a.Period.Deadlines()))
	v.Totals, v.Sources, v.Flags = s.totals(a), s.snapshotSources(a.Snapshot), s.flags(p.Contradicts)
	v.Data = []Link{{"CSV", s.link(f, PeriodDataPath(p, a.Period.ID, "csv"))}, {"JSON", s.link(f, PeriodDataPath(p, a.Period.ID, "json"))}}
	f.About = s.periodReport(f, v.Heading, a.Snapshot)
	v.Cite = s.citeWhole(f, v.Heading)
	return v
}

// slim leaves out of a long report what its readers find on the pages of the rows: the courses, and where many rows
// changed, their answers.
func (v *reportView) slim() {
	for _, section := range v.Indicators {
		for n := range section.Rows {
			section.Rows[n].Spark = ""
		}
	}
	if len(v.Changes.Rows) > answered {
		for n := range v.Changes.Rows {
			v.Changes.Rows[n].Answer = ""
		}
	}
}

// citeWhole is how to cite a page that is about no single row.
func (s *scope) citeWhole(f *Frame, title string) string {
	return f.where(s.say("cite.whole", s.site.Settings.Publisher.In(s.lang), s.now.Snapshot.Released.Year, title,
		s.world.Plan.Title.In(s.lang), s.date(s.now.Period.Cutoff)))
}

// cutoffBefore is the cut-off of the period before, of whatever kind; the day before the plan where there is none.
func (s *scope) cutoffBefore(period plan.Period) plan.Date {
	before := s.world.Plan.Start
	for _, p := range s.world.Plan.Periods {
		if period.Cutoff.After(p.Cutoff) {
			before = p.Cutoff
		}
	}
	return before
}

// dueWithin are the tasks with a milestone in the period, done or not, and the others.
func dueWithin(a *derive.AsOf, since plan.Date) (due, others []*derive.TaskResult) {
	here := func(m plan.Milestone) bool {
		day := m.DueAt(a.Period.Cutoff)
		return day.After(since) && !day.After(a.Period.Deadlines())
	}
	for _, r := range a.Tasks {
		if slices.ContainsFunc(r.Task.Milestones, here) {
			due = append(due, r)
		} else {
			others = append(others, r)
		}
	}
	return due, others
}

// pictures are the charts, without the interactive form, of the indicators whose status changed on a figure of the
// period.
func (s *scope) pictures(f *Frame, a *derive.AsOf) ([]Picture, error) {
	before := s.judgedBefore(a)
	var all []Picture
	for _, r := range a.Indicators {
		if r.Judged == nil || len(all) == most || before != nil && before.Indicator(r.Indicator.ID).Status == r.Status {
			continue
		}
		v, err := s.figure(chart.Describe(s.words, s.world, a, r))
		if err != nil {
			return nil, err
		}
		v.Option = ""
		all = append(all, Picture{s.indicatorLink(f, r.Indicator), v})
	}
	return all, nil
}

func (s *scope) totals(a *derive.AsOf) []TotalRow {
	var rows []TotalRow
	for _, t := range a.StatedTotals {
		text := s.say("period.totals."+string(t.Of), s.number(t.Done), s.number(t.Total), lang.Reference(s.lang, t.Reference))
		rows = append(rows, TotalRow{text, t.Quote, Link{t.Source.Publisher.In(s.lang), t.Source.URL}})
	}
	return rows
}

// snapshotSources are the sources that a period brought: those of figures first, then of totals and tasks, in the order
// of the file, then the rest.
func (s *scope) snapshotSources(snapshot *plan.Snapshot) []SourceView {
	var c sources
	add := func(id plan.SourceID) {
		if source, ok := snapshot.Sources[id]; ok {
			s.addSource(&c, source, "")
		}
	}
	for _, o := range snapshot.Observations {
		add(o.Source)
	}
	for _, t := range snapshot.StatedTotals {
		add(t.Source)
	}
	for _, r := range snapshot.TaskReports {
		add(r.Source)
	}
	for _, r := range snapshot.Related {
		add(r.Source)
	}
	for _, id := range slices.Sorted(maps.Keys(snapshot.Sources)) {
		add(id)
	}
	return c.list
}
