package derive_test

import (
	"strings"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

// valueCases set figures against targets of one number: as of the due day they are met or missed, before it met or
// not yet met.
func valueCases() []ruleCase {
	var all []ruleCase
	for _, c := range []struct {
		kind               plan.TargetKind
		target, met, short string
	}{
		{plan.AtLeast, "35", "35 35.0 35.01 100 1000", "34.99 0 -35"},
		{plan.AtLeast, "-5", "-5 -4.9 0 5", "-5.1 -100"},
		{plan.AtLeast, "0", "0 0.01", "-0.01"},
		{plan.AtLeast, "100", "100 100.0 142.5", "99.96 99.999999"},
		{plan.AtMost, "5", "5 4.99 0 -3", "5.01 500"},
		{plan.AtMost, "0", "0 -1", "0.1"},
		{plan.Exactly, "100", "100 100.00", "99.99 100.01"},
		{plan.Exactly, "-2.5", "-2.5 -2.50", "2.5 -2.51"},
		{plan.Above, "35", "35.01 350", "35 35.00 34"},
		{plan.Below, "35", "34.99 0 -1", "35 35.00 36"},
		{plan.CutAtLeast, "30", "30 30.5 100", "29.9 0 -30"},
	} {
		for want, values := range map[derive.Status]string{derive.Met: c.met, derive.Missed: c.short} {
			for _, v := range strings.Fields(values) {
				set := func(w *world) {
					w.kind(c.kind, c.target)
					w.value("fy", "2030-12-31", v)
					w.value("q2", "2030-06-30", v)
				}
				early := want
				if want == derive.Missed {
					early = derive.NotYetMet
				}
				name := v + " against " + c.target
				all = append(all, ruleCase{"target/" + string(c.kind), name + ", due", string(want), status("fy", set)},
					ruleCase{"target/" + string(c.kind), name + ", time remains", string(early), status("q2", set)})
			}
		}
	}
	for v, want := range map[string]derive.Status{"34.9": derive.Missed, "35": derive.Met, "37": derive.Met, "40": derive.Met, "40.1": derive.Missed, "-35": derive.Missed} {
		all = append(all, ruleCase{"target/between", v, string(want), status("fy", func(w *world) {
			w.kind(plan.Between, "35")
			w.target().Upper = plan.MustNumber("40")
			w.value("fy", "2030-12-31", v)
		})})
	}
	return all
}

// growthCases: the rate of a level against the figure before, or a named baseline.
func growthCases() []ruleCase {
	var all []ruleCase
	for _, c := range []struct {
		kind              plan.TargetKind
		target, base, now string
		want              derive.Status
	}{
		{plan.GrowthLeast, "5", "200", "210", derive.Met},
		{plan.GrowthLeast, "5", "200", "209.99", derive.Missed},
		{plan.GrowthLeast, "5", "3", "3.15", derive.Met},
		{plan.GrowthLeast, "33.3", "3", "4", derive.Met},
		{plan.GrowthLeast, "33.34", "3", "4", derive.Missed},
		{plan.GrowthLeast, "-10", "100", "90", derive.Met},
		{plan.GrowthLeast, "-10", "100", "89", derive.Missed},
		{plan.GrowthLeast, "50", "-10", "-5", derive.Met},
		{plan.GrowthLeast, "50", "-10", "-15", derive.Missed},
		{plan.GrowthLeast, "5", "0", "10", derive.NotAssessable},
		{plan.GrowthLeast, "5", "", "10", derive.NotAssessable},
		{plan.GrowthMost, "5", "200", "210", derive.Met},
		{plan.GrowthMost, "5", "200", "210.01", derive.Missed},
		{plan.GrowthMost, "0", "7", "7", derive.Met},
		{plan.GrowthMost, "0", "7", "7.1", derive.Missed},
		{plan.GrowthMost, "5", "0", "0", derive.NotAssessable},
	} {
		for _, named := range []bool{true, false} {
			name := c.now + " after " + c.base + " against " + c.target
			if named {
				name += ", named baseline"
			}
			all = append(all, ruleCase{"target/" + string(c.kind), name, string(c.want), status("fy", func(w *world) {
				w.indicator.Value, w.indicator.Measure = plan.Quantity, plan.LevelMeasure
				w.kind(c.kind, c.target)
				if named {
					w.target().Baseline = &plan.BaselineSpec{Reference: plan.MustReference("2029")}
				}
				if c.base != "" {
					w.value("base", "2029", c.base)
				}
				w.value("fy", "2030", c.now)
			})})
		}
	}
	grow := func(rule plan.TargetKind, name string, want derive.Status, set func(*world)) {
		all = append(all, ruleCase{"target/" + string(rule), name, string(want), status("fy", func(w *world) {
			w.kind(rule, "5")
			set(w)
		})})
	}
	grow(plan.GrowthLeast, "cumulative figures have no figure before", derive.NotAssessable, func(w *world) { w.value("q2", "2030-06-30", "10"); w.value("fy", "2030-12-31", "20") })
	grow(plan.GrowthLeast, "a year is not set against a quarter", derive.NotAssessable, func(w *world) {
		w.indicator.Measure = plan.PeriodAlone
		w.value("q1", "2030-Q1", "10")
		w.value("fy", "2030", "20")
	})
	grow(plan.GrowthLeast, "a quarter is set against a quarter", derive.Met, func(w *world) {
		w.indicator.Measure = plan.PeriodAlone
		w.value("q1", "2030-Q3", "10")
		w.value("fy", "2030-Q4", "20")
	})
	for _, c := range []struct {
		name, before, reference, now string
		want                         derive.Status
	}{
		{"the quarter before", "q2", "2030-Q3", "2030-Q4", derive.Met}, {"a quarter is missing between", "q2", "2030-Q2", "2030-Q4", derive.NotAssessable},
		{"the same year, written otherwise", "base", "2029-01-01..2029-12-31", "2030", derive.Met}, {"a year is missing between", "base", "2028", "2030", derive.NotAssessable},
		{"a day, of the period before", "q2", "2030-06-30", "2030-12-31", derive.Met}, {"a day, with a period between", "q1", "2030-03-31", "2030-12-31", derive.NotAssessable},
		{"a day is not set against a year", "base", "2029", "2030-12-31", derive.NotAssessable}, {"times that overlap", "q2", "2029-12-15..2030-06-14", "2030-06-14..2030-12-14", derive.NotAssessable},
	} {
		grow(plan.GrowthLeast, c.name, c.want, func(w *world) {
			w.indicator.Measure = plan.LevelMeasure
			w.value(c.before, c.reference, "10")
			w.value("fy", c.now, "20")
		})
	}
	grow(plan.GrowthMost, "across a break", derive.NotAssessable, func(w *world) {
		w.indicator.Measure = plan.LevelMeasure
		w.indicator.Breaks = []plan.Break{{At: plan.MustReference("2030-Q2")}}
		w.value("q1", "2030-03-31", "10")
		w.value("fy", "2030-12-31", "10")
	})
	return all
}

// otherKindCases are the kinds that compare with a baseline, a list, or nothing.
func otherKindCases() []ruleCase {
	var all []ruleCase
	add := func(kind plan.TargetKind, name string, want derive.Status, set func(*world)) {
		all = append(all, ruleCase{"target/" + string(kind), name, string(want), status("fy", set)})
	}
	for _, c := range []struct {
		base, now string
		by        string
		down      bool
		want      derive.Status
	}{
		{"60", "60.01", "", false, derive.Met}, {"60", "60", "", false, derive.Missed}, {"60", "59.99", "", true, derive.Met}, {"60", "60.0", "", true, derive.Missed},
		{"0", "0.1", "", false, derive.Met}, {"0", "-0.1", "", false, derive.Missed}, {"-3", "-2", "", false, derive.Met}, {"-3", "-4", "", true, derive.Met},
		{"120", "130", "10", false, derive.Met}, {"120", "129.9", "10", false, derive.Missed}, {"120", "110", "10", true, derive.Met}, {"120", "110.1", "10", true, derive.Missed},
		{"", "60", "", false, derive.NotAssessable},
	} {
		add(plan.BetterValue, strings.Join([]string{c.base, c.now, c.by, map[bool]string{true: "down", false: "up"}[c.down]}, " "), c.want, func(w *world) {
			w.target().Kind, w.target().Value = plan.BetterValue, plan.Number{}
			w.target().Baseline = &plan.BaselineSpec{Reference: plan.MustReference("2029")}
			if c.down {
				w.indicator.Direction = plan.Down
			}
			if c.by != "" {
				w.target().By = plan.MustNumber(c.by)
			}
			if c.base != "" {
				w.value("base", "2029", c.base)
			}
			w.value("fy", "2030", c.now)
		})
	}
	for name, c := range map[string]struct {
		was, is int
		want    derive.Status
	}{"better by one": {38, 37, derive.Met}, "equal": {38, 38, derive.Missed}, "worse": {38, 39, derive.Missed}, "the first stays the first": {1, 1, derive.Missed}} {
		add(plan.BetterRank, name, c.want, func(w *world) {
			w.ranked("2030", "2030-12-01")
			w.rank("base", "2029", c.was, 61)
			w.rank("fy", "2030", c.is, 63)
		})
	}
	add(plan.AtMost, "a place among the first ten", derive.Met, func(w *world) { w.ranked(); w.kind(plan.AtMost, "10"); w.rank("fy", "2030", 10, 63) })
	add(plan.AtMost, "a place after the first ten", derive.Missed, func(w *world) { w.ranked(); w.kind(plan.AtMost, "10"); w.rank("fy", "2030", 11, 63) })
	for tier, want := range map[string]derive.Status{"low": derive.Missed, "middle": derive.Met, "good": derive.Met, "other": derive.NotAssessable, "": derive.NotAssessable} {
		add(plan.TierAtLeast, "tier “"+tier+"”", want, func(w *world) { w.tiered(); w.tier("fy", plan.TierID(tier)) })
	}
	for name, c := range map[string]struct {
		yes  bool
		want derive.Status
	}{"yes": {true, derive.Met}, "no": {false, derive.Missed}} {
		add(plan.Exists, name, c.want, func(w *world) {
			w.kind(plan.Exists, "0")
			w.observe("fy", "2030", func(o *plan.Observation) { o.Yes = &c.yes })
		})
	}
	for v, want := range map[string]derive.Status{"0": derive.Missed, "0.9": derive.Missed, "1": derive.Met, "12": derive.Met} {
		add(plan.Exists, v, want, func(w *world) { w.kind(plan.Exists, "0"); w.value("fy", "2030", v) })
	}
	add(plan.InWords, "whatever the figure", derive.NotAssessable, func(w *world) { w.kind(plan.InWords, "0"); w.value("fy", "2030", "100") })
	add(plan.InWords, "its result is not out", derive.Awaiting, func(w *world) { w.ranked(); w.target().Kind = plan.InWords })
	add(plan.NoTarget, "whatever the figure", derive.NoTarget, func(w *world) { w.kind(plan.NoTarget, "0"); w.value("fy", "2030", "100") })
	add(plan.NoTarget, "beside one that is set", derive.Met, func(w *world) {
		w.indicator.Targets = append(w.indicator.Targets, plan.Target{ID: "t2", Kind: plan.NoTarget, Reference: plan.MustReference("2030")})
		w.value("fy", "2030", "100")
	})
	return all
}
