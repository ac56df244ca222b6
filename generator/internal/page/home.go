package page

import (
	"strconv"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

// homeView answers in ten seconds: which plan, how fresh, what is met, what is not known.
type homeView struct {
	*Frame
	Released   bool // a plan with a released period is there
	Heading    string
	Summary    string
	Tally      Tally
	Strip      StripView
	Changes    Changes // since the period before, the worst first
	AllChanges Link
	Known      Sections // the first indicators of which a figure is known
	KnownCount string
	Tasks      string
	Verdicts   Tally
	All        string // link to all indicators
	AllTasks   string
	Ways       []Link
	Plans      []Link // the other plans
}

// StripView is the strip with its heading and what its marks mean.
type StripView struct {
	Heading, Note string
	Sides         bool // marks for above and below the target occur
	Samples       bool
	Above, Below  Tile
	Clusters      []Cluster
}

func homePages(s *scope) []Page {
	return []Page{s.page(HomePath, "pages/home.html", func(f *Frame) any { return s.home(f) })}
}

func (s *scope) home(f *Frame) any {
	if s.world == nil {
		f.Title, f.Description = s.say("home.none"), s.say("home.none")
		return homeView{Frame: f, Heading: s.say("home.none")}
	}
	v := homeView{Frame: f, Released: true, Heading: s.say("home.heading", years(s.world.Plan)), Summary: s.words.Summary(s.now)}
	f.Title, f.Description = v.Heading, v.Summary
	f.About = s.webSite(f)
	f.at(s.now)
	v.Tally = s.indicatorTally(f, s.now, "")
	v.Strip = s.stripView(f, s.now)
	if with := known(s.now); len(with) > 0 {
		v.KnownCount = s.count("home.known.count", len(with))
		v.Known = Sections{s.section(f, "", with[:min(len(with), shown)])}
	}
	v.Changes = s.changes(f, s.now)
	v.AllChanges = Link{s.say("home.changes.all"), s.link(f, ChangesPath(s.lang, s.world.Plan))}
	v.Changes.Rows = v.Changes.Rows[:min(len(v.Changes.Rows), told)]
	v.All, v.AllTasks = s.link(f, IndicatorsPath(s.lang, s.world.Plan)), s.link(f, TasksByDeadlinePath(s.lang, s.world.Plan))
	v.Tasks, v.Verdicts = s.words.TaskSummary(s.now), s.taskTally(f, s.now, "")
	v.Ways = s.ways(f)
	for _, w := range s.worlds {
		if w != s.world {
			v.Plans = append(v.Plans, Link{w.Plan.Title.In(s.lang), s.link(f, PlanPath(s.lang, w.Plan))})
		}
	}
	return v
}

// years are the years of a plan: 2030, 2026–2030.
func years(p *plan.Plan) string {
	if p.Start.Year == p.End.Year {
		return year(p.End)
	}
	return year(p.Start) + "–" + year(p.End)
}

func year(d plan.Date) string { return strconv.Itoa(int(d.Year)) }

// known are the indicators of which a figure is known, of this period or of an earlier one.
func known(a *derive.AsOf) []*derive.IndicatorResult {
	var all []*derive.IndicatorResult
	for _, r := range a.Indicators {
		if t := r.Target(); r.Judged != nil || r.Last != nil || t != nil && t.UnitsKnown() {
			all = append(all, r)
		}
	}
	return all
}

// The home page stays light whatever the plan's size: so many changes, so many rows with a figure, and a strip of so many
// cells at most.
const (
	told    = 5
	shown   = 12
	striped = 300
)

// stripView is the strip as of a period, for the home page and for a period's report.
func (s *scope) stripView(f *Frame, a *derive.AsOf) StripView {
	if len(a.Indicators) > striped {
		return StripView{}
	}
	v := StripView{Heading: s.count("strip.heading", len(a.Indicators)), Note: s.say("strip.note"), Clusters: s.strip(f, a),
		Above: Tile{Kind: "above"}, Below: Tile{Kind: "below"}}
	for _, c := range v.Clusters {
		for _, cell := range c.Cells {
			v.Sides = v.Sides || cell.Tile.Kind == "above" || cell.Tile.Kind == "below"
			v.Samples = v.Samples || cell.Tile.Sample
		}
	}
	return v
}

func (s *scope) ways(f *Frame) []Link {
	p := s.world.Plan
	return []Link{
		{s.say("ways.plan"), s.link(f, PlanPath(s.lang, p))},
		{s.say("ways.areas"), s.link(f, AreasPath(s.lang, p))},
		{s.say("ways.agencies"), s.link(f, AgenciesPath(s.lang, p))},
		{s.say("ways.changes"), s.link(f, ChangesPath(s.lang, p))},
		{s.say("ways.periods"), s.link(f, PeriodsPath(s.lang, p))},
		{s.say("ways.methodology"), s.link(f, MethodologyPath(s.lang))},
		{s.say("ways.data"), s.link(f, DataPath(s.lang))},
		{s.say("ways.search"), s.link(f, SearchPath(s.lang))},
	}
}
