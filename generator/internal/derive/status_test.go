package derive_test

import (
	"testing"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

// world is a plan of one year with three reporting periods and one later, of one indicator; each case changes it.
type world struct {
	plan      *plan.Plan
	indicator *plan.Indicator
}

func newWorld() *world {
	i := &plan.Indicator{ID: "1", Level: plan.IndicatorLevel, Value: plan.Percent, Direction: plan.Up, Measure: plan.Cumulative,
		Targets: []plan.Target{{ID: "t1", Kind: plan.AtLeast, Value: plan.MustNumber("35"), Reference: plan.MustReference("2030"),
			Due: plan.MustDate("2030-12-31"), ValidFrom: plan.MustDate("2029-12-20")}}}
	p := &plan.Plan{ID: "2030", Start: plan.MustDate("2030-01-01"), End: plan.MustDate("2030-12-31"), Indicators: []*plan.Indicator{i}}
	for _, q := range []struct {
		id, cutoff string
		kind       plan.PeriodKind
	}{{"base", "2029-12-31", plan.Baseline}, {"q1", "2030-03-31", plan.Report}, {"q2", "2030-06-30", plan.Report}, {"fy", "2030-12-31", plan.Report}, {"late", "2031-12-31", plan.Late}} {
		cutoff := plan.MustDate(q.cutoff)
		p.Periods = append(p.Periods, plan.Period{ID: plan.PeriodID(q.id), Kind: q.kind, Cutoff: cutoff, Due: cutoff})
		p.Snapshots = append(p.Snapshots, &plan.Snapshot{Period: plan.PeriodID(q.id), Cutoff: cutoff, Status: plan.Final, Released: cutoff})
	}
	return &world{p, i}
}

func (w *world) observe(period, reference string, change func(*plan.Observation)) {
	o := plan.Observation{Indicator: "1", Reference: plan.MustReference(reference), Comparable: plan.Fully}
	change(&o)
	for _, s := range w.plan.Snapshots {
		if s.Period == plan.PeriodID(period) {
			s.Observations = append(s.Observations, o)
		}
	}
}

func (w *world) value(period, reference, value string) {
	w.observe(period, reference, func(o *plan.Observation) { o.Value = plan.MustNumber(value) })
}

func (w *world) rank(period, reference string, place, of int) {
	w.observe(period, reference, func(o *plan.Observation) { o.Rank = &plan.Rank{Place: place, Of: of} })
}

func (w *world) target() *plan.Target { return &w.indicator.Targets[0] }

func (w *world) kind(k plan.TargetKind, value string) {
	w.target().Kind, w.target().Value = k, plan.MustNumber(value)
}

// ranked makes the indicator an index whose place is to be better than in 2029, with the releases given as
// reference, day, …
func (w *world) ranked(releases ...string) {
	w.indicator.Value, w.indicator.Direction, w.indicator.Measure, w.indicator.Publisher = plan.RankValue, plan.Down, plan.LevelMeasure, "index"
	w.target().Kind, w.target().Value = plan.BetterRank, plan.Number{}
	w.target().Baseline = &plan.BaselineSpec{Reference: plan.MustReference("2029")}
	index := plan.Publisher{ID: "index"}
	for n := 0; n < len(releases); n += 2 {
		index.Releases = append(index.Releases, plan.Release{Reference: plan.MustReference(releases[n]), Date: plan.MustDate(releases[n+1])})
	}
	w.plan.Publishers = []plan.Publisher{index}
}

func (w *world) tiered() {
	w.indicator.Value = plan.TierValue
	w.indicator.Tiers = []plan.Tier{{ID: "low"}, {ID: "middle"}, {ID: "good"}}
	w.target().Kind, w.target().Value, w.target().Tier = plan.TierAtLeast, plan.Number{}, "middle"
}

func (w *world) tier(period string, id plan.TierID) {
	w.observe(period, "2030", func(o *plan.Observation) { o.Tier = id })
}

func compiled(w *world)     { w.plan.CompiledFrom = "public-sources" }
func linear(w *world)       { w.plan.Pace = "linear" }
func at(v string) plan.Date { return plan.MustDate(v) }

var statusCases = []struct {
	name, period string
	want         derive.Status
	set          func(*world)
}{
	{"none prints no target", "q1", derive.NoTarget, func(w *world) { w.kind(plan.NoTarget, "0"); w.value("q1", "2030-03-31", "50") }},
	{"a target not yet valid does not judge", "q1", derive.NoTarget, func(w *world) { w.target().ValidFrom = at("2030-04-01"); w.value("q1", "2030-03-31", "50") }},
	{"at least, above", "q1", derive.Met, func(w *world) { w.value("q1", "2030-03-31", "35.01") }},
	{"at least, equal", "q1", derive.Met, func(w *world) { w.value("q1", "2030-03-31", "35.0") }},
	{"at least, below before the due day", "q1", derive.NotYetMet, func(w *world) { w.value("q1", "2030-03-31", "34.99") }},
	{"at least, below on the due day", "fy", derive.Missed, func(w *world) { w.value("fy", "2030-12-31", "34.99") }},
	{"at most, equal", "fy", derive.Met, func(w *world) { w.kind(plan.AtMost, "35"); w.value("fy", "2030-12-31", "35") }},
	{"at most, above", "fy", derive.Missed, func(w *world) { w.kind(plan.AtMost, "35"); w.value("fy", "2030-12-31", "35.1") }},
	{"exactly, equal at another precision", "fy", derive.Met, func(w *world) { w.kind(plan.Exactly, "35.00"); w.value("fy", "2030-12-31", "35") }},
	{"exactly, off", "fy", derive.Missed, func(w *world) { w.kind(plan.Exactly, "35"); w.value("fy", "2030-12-31", "36") }},
	{"above, equal is not above", "fy", derive.Missed, func(w *world) { w.kind(plan.Above, "35"); w.value("fy", "2030-12-31", "35") }},
	{"above, above", "fy", derive.Met, func(w *world) { w.kind(plan.Above, "35"); w.value("fy", "2030-12-31", "35.01") }},
	{"below, equal is not below", "fy", derive.Missed, func(w *world) { w.kind(plan.Below, "35"); w.value("fy", "2030-12-31", "35") }},
	{"below, below", "fy", derive.Met, func(w *world) { w.kind(plan.Below, "35"); w.value("fy", "2030-12-31", "34") }},
	{"between, on the edges", "fy", derive.Met, func(w *world) {
		w.kind(plan.Between, "35")
		w.target().Upper = plan.MustNumber("40")
		w.value("fy", "2030-12-31", "40")
	}},
	{"between, outside", "fy", derive.Missed, func(w *world) {
		w.kind(plan.Between, "35")
		w.target().Upper = plan.MustNumber("40")
		w.value("fy", "2030-12-31", "40.1")
	}},
	{"exists, one", "q1", derive.Met, func(w *world) { w.kind(plan.Exists, "0"); w.value("q1", "2030-03-31", "1") }},
	{"exists, none yet", "q1", derive.NotYetMet, func(w *world) { w.kind(plan.Exists, "0"); w.value("q1", "2030-03-31", "0") }},
	{"exists, yes", "q1", derive.Met, func(w *world) {
		w.kind(plan.Exists, "0")
		yes := true
		w.observe("q1", "2030-03-31", func(o *plan.Observation) { o.Yes = &yes })
	}},
	{"in words cannot be assessed", "q1", derive.NotAssessable, func(w *world) { w.kind(plan.InWords, "0"); w.value("q1", "2030-03-31", "50") }},
	{"declared as impossible to assess", "q1", derive.NotAssessable, func(w *world) {
		w.target().CannotJudge = plan.Text{VI: "vì", EN: "because"}
		w.value("q1", "2030-03-31", "50")
	}},
	{"the observation lacks the value", "q1", derive.NotAssessable, func(w *world) { w.rank("q1", "2030-03-31", 3, 63) }},
	{"a self-reporting plan whose report was due", "q1", derive.NotReported, func(w *world) {}},
	{"a self-reporting plan whose report was not due", "q1", derive.NotYetDue, func(w *world) { w.plan.Periods[1].Due = at("2030-04-20") }},
	{"the target's due day makes an observation due", "fy", derive.NotReported, func(w *world) { w.plan.Periods[3].Due = at("2031-01-20") }},
	{"a compiled plan accuses nobody", "q1", derive.NoPublicFigure, compiled},
	{"a figure of an earlier period never makes a later one met", "q2", derive.NoPublicFigure, func(w *world) { compiled(w); w.value("q1", "2030-03-31", "90") }},
	{"a figure of an earlier period never makes a later one missed", "fy", derive.NoPublicFigure, func(w *world) { compiled(w); w.value("q1", "2030-03-31", "1") }},
	{"a month alone never stands for the year", "q1", derive.NoPublicFigure, func(w *world) {
		compiled(w)
		w.observe("q1", "2030-02", func(o *plan.Observation) { o.Value, o.Measure = plan.MustNumber("90"), plan.PeriodAlone })
	}},
	{"a partly comparable figure is context", "q1", derive.NoPublicFigure, func(w *world) {
		compiled(w)
		w.observe("q1", "2030-03-31", func(o *plan.Observation) { o.Value, o.Comparable = plan.MustNumber("90"), plan.Partly })
	}},
	{"a breakdown is context", "q1", derive.NoPublicFigure, func(w *world) {
		compiled(w)
		w.observe("q1", "2030-03-31", func(o *plan.Observation) { o.Value, o.Breakdown = plan.MustNumber("90"), "district" })
	}},
	{"another year never judges the plan's", "late", derive.NoPublicFigure, func(w *world) { compiled(w); w.value("late", "2031", "90") }},
	{"an open end cannot be placed in the year", "q1", derive.NoPublicFigure, func(w *world) { compiled(w); w.value("q1", "2030-01-01..", "90") }},
	{"an open beginning can, by its end", "q1", derive.Met, func(w *world) { compiled(w); w.value("q1", "..2030-03-15", "90") }},
	{"a window that begins in December of the year before", "q1", derive.Met, func(w *world) { w.value("q1", "2029-12-15..2030-03-14", "90") }},
	{"a draft is left out", "q2", derive.NotReported, func(w *world) { w.plan.Snapshots[1].Released = plan.Date{}; w.value("q1", "2030-03-31", "90") }},
	{"index not out by the cut-off", "fy", derive.Awaiting, func(w *world) { compiled(w); w.ranked("2030", "2031-04-17") }},
	{"index out on the cut-off itself", "fy", derive.NoPublicFigure, func(w *world) { compiled(w); w.ranked("2030", "2030-12-31") }},
	{"index of which no release is known", "late", derive.Awaiting, func(w *world) { compiled(w); w.ranked() }},
	{"index out, the place not found", "late", derive.NoPublicFigure, func(w *world) { compiled(w); w.ranked("2030", "2031-04-17") }},
	{"better rank", "late", derive.Met, func(w *world) {
		w.ranked("2030", "2031-04-17")
		w.rank("q2", "2029", 38, 61)
		w.rank("late", "2030", 37, 60)
	}},
	{"equal rank is not better", "late", derive.Missed, func(w *world) {
		w.ranked("2030", "2031-04-17")
		w.rank("q2", "2029", 38, 61)
		w.rank("late", "2030", 38, 61)
	}},
	{"rank without baseline", "late", derive.NotAssessable, func(w *world) { w.ranked("2030", "2031-04-17"); w.rank("late", "2030", 37, 61) }},
	{"rank across a break in series", "late", derive.NotAssessable, func(w *world) {
		w.ranked("2030", "2031-04-17")
		w.indicator.Breaks = []plan.Break{{At: plan.MustReference("2030")}}
		w.rank("q2", "2029", 38, 61)
		w.rank("late", "2030", 37, 61)
	}},
	{"better value, rising", "fy", derive.Met, func(w *world) {
		w.kind(plan.BetterValue, "0")
		w.target().Baseline = &plan.BaselineSpec{Reference: plan.MustReference("2029"), Value: plan.MustNumber("60.1")}
		w.value("fy", "2030-12-31", "60.2")
	}},
	{"better value, falling, equal", "fy", derive.Missed, func(w *world) {
		w.kind(plan.BetterValue, "0")
		w.indicator.Direction = plan.Down
		w.target().Baseline = &plan.BaselineSpec{Reference: plan.MustReference("2029"), Value: plan.MustNumber("60.1")}
		w.value("fy", "2030-12-31", "60.1")
	}},
	{"tier, the asked one", "fy", derive.Met, func(w *world) { w.tiered(); w.tier("fy", "middle") }},
	{"tier, a lower one", "fy", derive.Missed, func(w *world) { w.tiered(); w.tier("fy", "low") }},
	{"tier, none printed", "fy", derive.NotAssessable, func(w *world) { w.tiered(); w.value("fy", "2030", "66.65") }},
	{"path, on it", "q2", derive.OnTrack, func(w *world) { linear(w); w.value("q2", "2030-06-30", "17.4") }},
	{"path, under it", "q2", derive.Behind, func(w *world) { linear(w); w.value("q2", "2030-06-30", "17.2") }},
	{"path, falling, needs a baseline", "q2", derive.NotYetMet, func(w *world) { linear(w); w.kind(plan.AtMost, "5"); w.value("q2", "2030-06-30", "9") }},
	{"no path declared, no verdict invented", "q2", derive.NotYetMet, func(w *world) { w.value("q2", "2030-06-30", "1") }},
}

func TestStatus(t *testing.T) {
	for _, c := range statusCases {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld()
			c.set(w)
			got := derive.Judge(w.plan).Period(plan.PeriodID(c.period)).Indicator("1")
			if got.Status != c.want {
				t.Errorf("status as of %s = %s, want %s", c.period, got.Status, c.want)
			}
		})
	}
}

func TestSeveralTargets(t *testing.T) {
	w := newWorld()
	compiled(w)
	w.ranked("2030", "2031-04-17")
	tier := plan.Target{ID: "t2", Kind: plan.TierAtLeast, Tier: "x", Reference: plan.MustReference("2030"), Due: at("2030-12-31"),
		ValidFrom: at("2029-12-20"), CannotJudge: plan.Text{VI: "không in nhóm", EN: "no tiers printed"}}
	w.indicator.Targets = append(w.indicator.Targets, tier)
	world := derive.Judge(w.plan)
	if got := world.Period("fy").Indicator("1").Status; got != derive.Awaiting {
		t.Errorf("before the release: %s, want awaiting", got)
	}
	if got := world.Period("late").Indicator("1").Status; got != derive.NoPublicFigure {
		t.Errorf("after the release: %s, want no public figure before not assessable", got)
	}
}

func TestLastKnown(t *testing.T) {
	w := newWorld()
	compiled(w)
	w.value("q1", "2030-03-31", "42.79")
	w.observe("q2", "2030-05", func(o *plan.Observation) { o.Value, o.Measure = plan.MustNumber("1"), plan.PeriodAlone })
	r := derive.Judge(w.plan).Period("fy").Indicator("1")
	if r.Last == nil || r.Last.Value.String() != "42.79" || r.LastHolds == nil || !*r.LastHolds {
		t.Errorf("last known = %+v, holds %v; want 42.79, which holds", r.Last, r.LastHolds)
	}
	if r.Progress.Known() || r.Change.Known() {
		t.Error("a period without a figure has progress or change")
	}
}

func TestProgressAndChange(t *testing.T) {
	for _, c := range []struct {
		name, progress, change string
		set                    func(*world)
	}{
		{"from zero", "1.2226", "12.79", func(w *world) {}},
		{"from a baseline", "1.5580", "12.79", func(w *world) {
			w.target().Baseline = &plan.BaselineSpec{Reference: plan.MustReference("2029"), Value: plan.MustNumber("21.04")}
		}},
		{"target equals baseline", "", "12.79", func(w *world) {
			w.target().Baseline = &plan.BaselineSpec{Reference: plan.MustReference("2029"), Value: plan.MustNumber("35.0")}
		}},
		{"falling without a baseline", "", "12.79", func(w *world) { w.indicator.Direction = plan.Down; w.kind(plan.AtMost, "50") }},
		{"from a baseline across a break", "", "12.79", func(w *world) {
			w.target().Baseline = &plan.BaselineSpec{Reference: plan.MustReference("2029"), Value: plan.MustNumber("21.04")}
			w.indicator.Breaks = []plan.Break{{At: plan.MustReference("2030")}}
		}},
		{"across a break", "1.2226", "", func(w *world) { w.indicator.Breaks = []plan.Break{{At: plan.MustReference("2030-Q2")}} }},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld()
			w.value("q1", "2030-03-31", "30.0")
			w.value("q2", "2030-06-30", "42.79")
			c.set(w)
			r := derive.Judge(w.plan).Period("q2").Indicator("1")
			if r.Progress.String() != c.progress || r.Change.String() != c.change {
				t.Errorf("progress %q, change %q; want %q, %q", r.Progress, r.Change, c.progress, c.change)
			}
		})
	}
}
