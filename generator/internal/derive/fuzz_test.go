package derive_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/trial"
)

// random gives the bytes of the n-th plan of the property tests.
func random(n int) []byte {
	r := rand.New(rand.NewPCG(uint64(n), 2030))
	b := make([]byte, 160)
	for k := range b {
		b[k] = byte(r.Uint32())
	}
	return b
}

// FuzzJudge: whatever the plan, there is one answer, the same one in any order of what stands side by side, and it keeps
// the promises of the rules.
func FuzzJudge(f *testing.F) {
	f.Add([]byte{})
	for n := range 64 {
		f.Add(random(n))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		world := derive.Judge(trial.Plan("2030", data))
		again := trial.Plan("2030", data)
		for _, s := range again.Snapshots {
			slices.Reverse(s.Observations)
		}
		other := derive.Judge(again)
		for n, a := range world.Periods {
			b := other.Periods[n]
			promises(t, world.Plan, a)
			r, q := a.Indicators[0], b.Indicators[0]
			if r.Status != q.Status || !reflect.DeepEqual(r.LastHolds, q.LastHolds) || r.Progress != q.Progress || r.Change != q.Change {
				t.Errorf("as of %s the order of the figures changes %s into %s", a.Period.ID, r.Status, q.Status)
			}
		}
	})
}

// promises are what no plan may see broken.
func promises(t *testing.T, p *plan.Plan, a *derive.AsOf) {
	t.Helper()
	r, task := a.Indicators[0], a.Tasks[0]
	if p.Compiled() && (r.Status == derive.NotReported || task.Verdict == derive.Overdue || task.Verdict == derive.NotReportedTask || task.Verdict == derive.NotStartedVerdict) {
		t.Errorf("a compiled plan accuses: %s, %s", r.Status, task.Verdict)
	}
	for _, x := range r.Targets {
		settled := x.Status == derive.Met || x.Status == derive.Missed
		if settled && x.Judged == nil && len(x.Units) == 0 {
			t.Errorf("%s without a figure", x.Status)
		}
		if x.Status == derive.Missed && x.Target.Due.After(a.Period.Cutoff) {
			t.Error("missed before its due day")
		}
		if x.Judged != nil && (x.Judged.Period != a.Period.ID && !final(p, x, a) || x.Judged.Measure == plan.Forecast || x.Judged.Comparable != plan.Fully || x.Judged.Breakdown != x.Target.Scope) {
			t.Errorf("this figure must not judge: %+v", x.Judged.Observation)
		}
		if (x.Status == derive.OnTrack || x.Status == derive.Behind) && x.PathRule() == "" {
			t.Errorf("%s without a path", x.Status)
		}
		if (x.Status == derive.NotAssessable) != (x.Reason != "") {
			t.Errorf("%s with the reason %q", x.Status, x.Reason)
		}
	}
	if r.Status == derive.Met && slices.ContainsFunc(r.Targets, func(x derive.TargetResult) bool { return x.Status == derive.Missed }) {
		t.Error("met although a target is missed")
	}
	if !slices.Contains(derive.Statuses(p), r.Status) && r.Status != derive.NotYetDue {
		t.Errorf("%s is not among the statuses of the plan", r.Status)
	}
	if (task.Verdict == derive.DoneLate || task.Verdict == derive.Overdue) != (task.DaysLate > 0) {
		t.Errorf("%s by %d days", task.Verdict, task.DaysLate)
	}
}

// final tells whether an earlier figure may judge: in a plan that reports on itself, once the target's time is over.
func final(p *plan.Plan, x derive.TargetResult, a *derive.AsOf) bool {
	end := x.Target.Reference.To
	return !p.Compiled() && end.Known() && !end.After(x.Judged.Cutoff) && a.Period.Cutoff.After(x.Judged.Cutoff)
}

// rise orders the statuses of a target whose figure is there.
var rise = map[derive.Status]int{derive.Missed: 0, derive.Behind: 1, derive.NotYetMet: 2, derive.OnTrack: 3, derive.Met: 4}

// TestMonotone: a greater value never makes the status of a floor worse, nor a smaller one that of a ceiling.
func TestMonotone(t *testing.T) {
	values := []string{"-100", "-5", "-4.99", "0", "0.01", "17.2", "17.31", "20", "34.99", "35", "35.01", "99.99", "100", "500"}
	for _, kind := range []plan.TargetKind{plan.AtLeast, plan.Above, plan.CutAtLeast, plan.GrowthLeast, plan.BetterValue, plan.AtMost, plan.Below, plan.GrowthMost} {
		for _, period := range []string{"q2", "fy"} {
			for _, path := range []func(*world){func(*world) {}, linear, func(w *world) {
				w.target().Path = []plan.PathPoint{{By: at("2030-03-31"), Value: plan.MustNumber("20")}}
			}} {
				last := -1
				order := slices.Clone(values)
				if kind == plan.AtMost || kind == plan.Below || kind == plan.GrowthMost {
					slices.Reverse(order)
				}
				for _, v := range order {
					w := newWorld()
					w.indicator.Measure = plan.LevelMeasure
					w.kind(kind, "35")
					w.target().Baseline = &plan.BaselineSpec{Reference: plan.MustReference("2029"), Value: plan.MustNumber("10")}
					path(w)
					w.value(period, "2030-06-30", v)
					s := derive.Judge(w.plan).Period(plan.PeriodID(period)).Indicator("1").Status
					at, known := rise[s]
					if !known || at < last {
						t.Errorf("%s as of %s: %s makes it %s", kind, period, v, s)
					}
					last = at
				}
			}
		}
	}
}
