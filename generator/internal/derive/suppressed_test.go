package derive_test

import (
	"testing"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

// suppress adds a figure that is kept back.
func (w *world) suppress(period, reference string) {
	w.observe(period, reference, func(o *plan.Observation) { o.Suppressed = plan.SmallCount })
}

// TestSuppressed: what is kept back judges nothing, is no zero, and is not called unreported.
func TestSuppressed(t *testing.T) {
	for _, c := range []struct {
		name, period string
		want         derive.Status
		set          func(*world)
	}{
		{"alone", "q2", derive.NotAssessable, func(w *world) { w.suppress("q2", "2030-06-30") }},
		{"alone, of a compiled plan", "q2", derive.NotAssessable, func(w *world) { compiled(w); w.suppress("q2", "2030-06-30") }},
		{"a ceiling is not met by it as by zero", "fy", derive.NotAssessable, func(w *world) { w.kind(plan.AtMost, "5"); w.suppress("fy", "2030-12-31") }},
		{"the figure beside it judges", "q2", derive.Met, func(w *world) { w.value("q2", "2030-05-31", "36"); w.suppress("q2", "2030-06-30") }},
		{"that of an earlier period does not", "q2", derive.NotAssessable, func(w *world) { w.value("q1", "2030-03-31", "36"); w.suppress("q2", "2030-06-30") }},
		{"a later period has to report", "fy", derive.NotReported, func(w *world) { w.suppress("q2", "2030-06-30") }},
		{"the final one goes on", "late", derive.NotAssessable, func(w *world) { w.suppress("fy", "2030-12-31") }},
		{"a figure of a later period judges it", "late", derive.Met, func(w *world) { w.suppress("fy", "2030-12-31"); w.value("late", "2030-12-31", "36") }},
		{"context that is kept back", "q2", derive.NotReported, func(w *world) {
			w.observe("q2", "2030-06-30", func(o *plan.Observation) { o.Suppressed, o.Comparable = plan.SmallCount, plan.Partly })
		}},
		{"an outside result that is out, and kept back", "q2", derive.NotAssessable, func(w *world) { w.indicator.Publisher = "index"; w.suppress("q2", "2030-06-30") }},
		{"a baseline that is kept back", "fy", derive.NotAssessable, func(w *world) {
			w.kind(plan.BetterValue, "0")
			w.target().Value, w.target().Baseline = plan.Number{}, &plan.BaselineSpec{Reference: plan.MustReference("2029")}
			w.suppress("base", "2029")
			w.value("fy", "2030", "61")
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if have := status(c.period, c.set)(); have != string(c.want) {
				t.Errorf("%s, want %s", have, c.want)
			}
		})
	}
}

// TestSuppressedStays: a correction of the same row takes nothing away, and no figure comes to be shown for it.
func TestSuppressedStays(t *testing.T) {
	w := newWorld()
	w.value("q1", "2030-03-31", "20")
	w.suppress("q2", "2030-06-30")
	w.correct("fy", plan.ValueField, "20", "21")
	all := derive.Judge(w.plan).Observations("1", at("2030-12-31"))
	if len(all) != 2 || all[1].Suppressed == "" || all[1].Value.Known() || derive.Judges(w.indicator, &all[1]) {
		t.Errorf("%+v", all)
	}
	r := derive.Judge(w.plan).Period("q2").Indicator("1")
	if r.Judged != nil || r.Change.Known() || r.Progress.Known() || r.Targets[0].Reason != derive.ReasonWithheld || r.Last == nil || r.Last.Value.String() != "20" {
		t.Errorf("%+v", r)
	}
}

// TestSuppressedBaseline: a baseline that is kept back is told from one that is not known, also that of an earlier plan
// and the figure before.
func TestSuppressedBaseline(t *testing.T) {
	better := func(w *world) {
		w.kind(plan.BetterValue, "0")
		w.target().Value, w.target().Baseline = plan.Number{}, &plan.BaselineSpec{Reference: plan.MustReference("2029")}
		w.value("fy", "2030", "61")
	}
	for _, c := range []struct {
		name string
		want derive.Reason
		set  func(earlier, now *world)
	}{
		{"unknown", derive.ReasonBaseline, func(_, now *world) { better(now) }},
		{"kept back", derive.ReasonBaselineWithheld, func(_, now *world) { better(now); now.suppress("base", "2029") }},
		{"that of another time is kept back", derive.ReasonBaseline, func(_, now *world) { better(now); now.suppress("base", "2028") }},
		{"kept back, of an earlier plan", derive.ReasonBaselineWithheld, func(earlier, now *world) {
			better(now)
			now.indicator.Continues = "2029/1"
			earlier.suppress("base", "2029")
		}},
		{"the figure before, of an earlier plan", derive.ReasonBaselineWithheld, func(earlier, now *world) {
			earlier.suppress("base", "2029")
			now.value("fy", "2030", "61")
			now.indicator.Continues = "2029/1"
			grows(earlier, now)
		}},
		{"of one of the units", derive.ReasonUnits, func(_, now *world) {
			better(now)
			now.target().EachOf = []plan.BreakdownID{"a"}
			now.observe("fy", "2030", func(o *plan.Observation) { o.Breakdown, o.Value = "a", plan.MustNumber("40") })
			now.observe("base", "2029", func(o *plan.Observation) { o.Breakdown, o.Suppressed = "a", plan.SmallCount })
		}},
	} {
		earlier, now := newWorld(), newWorld()
		earlier.plan.ID, earlier.plan.Snapshots, earlier.plan.Periods = "2029", earlier.plan.Snapshots[:1], earlier.plan.Periods[:1]
		c.set(earlier, now)
		r := derive.JudgeAll([]*plan.Plan{now.plan, earlier.plan})[0].Period("fy").Indicator("1").Targets[0]
		if r.Status != derive.NotAssessable || r.Reason != c.want || len(r.Units) > 0 && r.Units[0].Reason != derive.ReasonBaselineWithheld {
			t.Errorf("%s: %s for %q, want %q", c.name, r.Status, r.Reason, c.want)
		}
	}
}

// TestSuppressedIsReported: an office that reported a figure that is kept back has reported it, and owes none once it was
// the final one.
func TestSuppressedIsReported(t *testing.T) {
	for name, set := range map[string]func(*world, string, string){
		"the headline": func(w *world, period, reference string) { w.suppress(period, reference) },
		"one of several units": func(w *world, period, reference string) {
			w.target().EachOf = []plan.BreakdownID{"a", "b"}
			w.observe(period, reference, func(o *plan.Observation) { o.Breakdown, o.Value = "a", plan.MustNumber("40") })
			w.observe(period, reference, func(o *plan.Observation) { o.Breakdown, o.Suppressed = "b", plan.SmallCount })
		},
	} {
		w := newWorld()
		w.indicator.Monitoring = []plan.AgencyID{"group"}
		for n := range w.plan.Periods {
			w.plan.Periods[n].Kind = plan.Report
		}
		set(w, "fy", "2030-12-31")
		rows := map[plan.PeriodID]int{}
		for _, c := range derive.Judge(w.plan).Compliance(offices) {
			rows[c.Period.ID] = c.RowsReported
			if c.Period.ID == "late" {
				t.Errorf("%s: asked for another figure: %+v", name, c)
			}
		}
		if rows["fy"] != 1 {
			t.Errorf("%s: %v", name, rows)
		}
	}
}
