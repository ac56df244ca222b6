package derive_test

import (
	"fmt"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

// partCases: targets of a part of the whole, of each of several units, several targets, and series over plans.
func partCases() []ruleCase {
	var all []ruleCase
	add := func(rule, name, period string, want derive.Status, set func(*world)) {
		all = append(all, ruleCase{"general/" + rule, name, string(want), status(period, set)})
	}
	of := func(w *world, id plan.BreakdownID, period, value string) {
		w.observe(period, "2030-0"+map[string]string{"q2": "6", "fy": "9"}[period], func(o *plan.Observation) {
			o.Breakdown = id
			switch value {
			case "x":
			case "s":
				o.Suppressed = plan.SmallCount
			default:
				o.Value = plan.MustNumber(value)
			}
		})
	}
	scoped := func(w *world) { w.target().Scope = "commune" }
	add("scope", "its own figure judges", "fy", derive.Met, func(w *world) { scoped(w); of(w, "commune", "fy", "35"); of(w, "", "fy", "1") })
	add("scope", "the overall one does not", "fy", derive.NotReported, func(w *world) { scoped(w); of(w, "", "fy", "99") })
	add("scope", "nor that of another part", "fy", derive.NotReported, func(w *world) { scoped(w); of(w, "district", "fy", "99") })
	add("scope", "it falls short", "fy", derive.Missed, func(w *world) { scoped(w); of(w, "commune", "fy", "34"); of(w, "", "fy", "99") })
	add("scope", "its own figure is kept back", "fy", derive.NotAssessable, func(w *world) { scoped(w); of(w, "commune", "fy", "s"); of(w, "", "fy", "99") })
	add("scope", "that of another part is kept back", "fy", derive.NotReported, func(w *world) { scoped(w); of(w, "district", "fy", "s") })
	// Each letter is a unit: h holds, f fails, x has a figure without a value, s one that is kept back, - has none.
	for _, c := range []struct {
		units      string
		early, due derive.Status
	}{
		{"hhh", derive.Met, derive.Met}, {"hhf", derive.NotYetMet, derive.Missed}, {"fff", derive.NotYetMet, derive.Missed},
		{"hh-", derive.NotAssessable, derive.NotAssessable}, {"hf-", derive.NotAssessable, derive.NotAssessable}, {"f--", derive.NotAssessable, derive.NotAssessable},
		{"---", derive.NotReported, derive.NotReported}, {"hhx", derive.NotAssessable, derive.NotAssessable}, {"xxx", derive.NotAssessable, derive.NotAssessable},
		{"hhs", derive.NotAssessable, derive.NotAssessable}, {"f-s", derive.NotAssessable, derive.NotAssessable}, {"s--", derive.NotAssessable, derive.NotAssessable},
		{"h", derive.Met, derive.Met}, {"f", derive.NotYetMet, derive.Missed},
	} {
		set := func(w *world) {
			for n, letter := range c.units {
				id := plan.BreakdownID(fmt.Sprint("u", n))
				w.target().EachOf = append(w.target().EachOf, id)
				if value := map[rune]string{'h': "35", 'f': "34.9", 'x': "x", 's': "s"}[letter]; value != "" {
					of(w, id, "q2", value)
					of(w, id, "fy", value)
				}
			}
			of(w, "", "q2", "99")
			of(w, "", "fy", "99")
		}
		add("units", c.units+", time remains", "q2", c.early, set)
		add("units", c.units+", due", "fy", c.due, set)
	}
	add("units", "compiled, none known", "fy", derive.NoPublicFigure, func(w *world) { compiled(w); w.target().EachOf = []plan.BreakdownID{"a", "b"} })
	second := func(value string) func(*world) {
		return func(w *world) {
			w.indicator.Targets = append(w.indicator.Targets, plan.Target{ID: "t2", Kind: plan.AtMost, Value: plan.MustNumber(value),
				Reference: plan.MustReference("2030"), Due: at("2030-12-31"), ValidFrom: at("2029-12-20")})
			w.value("fy", "2030", "40")
		}
	}
	add("several", "both hold", "fy", derive.Met, second("40"))
	add("several", "one is missed", "fy", derive.Missed, second("39"))
	add("several", "met beside one set in words", "fy", derive.NotAssessable, func(w *world) { second("40")(w); w.indicator.Targets[1].Kind = plan.InWords })
	add("several", "met beside one whose time has not begun", "fy", derive.Met, func(w *world) { second("1")(w); w.indicator.Targets[1].Reference = plan.MustReference("2031") })
	all = append(all, continuedCases()...)
	return all
}

// continued judges a plan of 2030 that goes on from one of 2029.
func continued(set func(earlier, now *world)) func() string {
	return func() string {
		earlier, now := newWorld(), newWorld()
		earlier.plan.ID, earlier.plan.Snapshots, earlier.plan.Periods = "2029", earlier.plan.Snapshots[:1], earlier.plan.Periods[:1]
		now.indicator.Continues = "2029/1"
		now.kind(plan.BetterValue, "0")
		now.target().Value, now.target().Baseline = plan.Number{}, &plan.BaselineSpec{Reference: plan.MustReference("2029")}
		earlier.value("base", "2029", "60")
		now.value("fy", "2030", "61")
		set(earlier, now)
		r := derive.JudgeAll([]*plan.Plan{now.plan, earlier.plan})[0].Period("fy").Indicator("1")
		if r.Change.Known() {
			return fmt.Sprint(r.Status, " ", r.Change)
		}
		return string(r.Status)
	}
}

// grows makes the target one of growth over the figure of the day before, which the earlier plan brought last.
func grows(earlier, now *world) {
	for _, w := range []*world{earlier, now} {
		w.indicator.Measure = plan.LevelMeasure
	}
	now.kind(plan.GrowthLeast, "5")
	now.target().Baseline = nil
	now.plan.Periods, now.plan.Snapshots = now.plan.Periods[3:4], now.plan.Snapshots[3:4]
	earlier.plan.Snapshots[0].Observations[0].Reference = plan.MustReference("2029-12-31")
	now.plan.Snapshots[0].Observations[0].Reference = plan.MustReference("2030-12-31")
}

func continuedCases() []ruleCase {
	rule := "general/continues"
	return []ruleCase{
		{rule, "the earlier figure is baseline and figure before", "met 1", continued(func(_, _ *world) {})},
		{rule, "not without the link", "not_assessable", continued(func(_, now *world) { now.indicator.Continues = "" })},
		{rule, "not when the row is unknown", "not_assessable", continued(func(_, now *world) { now.indicator.Continues = "2029/9" })},
		{rule, "not across a break", "not_assessable", continued(func(_, now *world) { now.indicator.Breaks = []plan.Break{{At: plan.MustReference("2030")}} })},
		{rule, "not of another measure", "not_assessable", continued(func(earlier, _ *world) { earlier.indicator.Measure = plan.LevelMeasure })},
		{rule, "never judges", "not_reported", continued(func(earlier, now *world) {
			now.plan.Snapshots[3].Observations = nil
			earlier.value("base", "2030", "99")
		})},
		{rule, "growth over a period that brought none", "not_assessable 1", continued(func(earlier, now *world) {
			grows(earlier, now)
			earlier.plan.Periods = append(earlier.plan.Periods, plan.Period{ID: "late", Kind: plan.Late, Cutoff: at("2030-02-01")})
		})},
		{rule, "growth right after the earlier plan", "missed 1", continued(grows)},
		{rule, "a circle ends", "met 1", continued(func(earlier, now *world) { earlier.indicator.Continues = now.plan.ID + "/1" })},
		{rule, "a later correction of the earlier plan changes nothing before it", "met 1", continued(func(earlier, _ *world) {
			late := newWorld().plan
			s := late.Snapshots[4]
			s.Corrections = []plan.Correction{{Indicator: "1", Period: "base", Reference: plan.MustReference("2029"), Field: "value", From: "60", To: "65"}}
			earlier.plan.Periods, earlier.plan.Snapshots = append(earlier.plan.Periods, late.Periods[4]), append(earlier.plan.Snapshots, s)
		})},
		{rule, "a draft is unknown", "not_assessable", continued(func(earlier, _ *world) { earlier.plan.Snapshots[0].Released = plan.Date{} })},
	}
}

// numberCases: progress and change, with baselines of zero, below zero and over a hundred.
func numberCases() []ruleCase {
	var all []ruleCase
	progress := func(name, want string, set func(*world)) {
		all = append(all, ruleCase{"general/progress", name, want, func() string {
			w := newWorld()
			set(w)
			r := derive.Judge(w.plan).Period("fy").Indicator("1")
			if !r.Progress.Known() {
				return "undefined"
			}
			return r.Progress.String()
		}})
	}
	for _, c := range []struct {
		kind                      plan.TargetKind
		base, target, value, want string
	}{
		{plan.AtLeast, "", "35", "7", "0.2000"}, {plan.AtLeast, "", "35", "70", "2.0000"}, {plan.AtLeast, "", "35", "-7", "-0.2000"},
		{plan.AtLeast, "0", "35", "7", "0.2000"}, {plan.AtLeast, "-10", "10", "0", "0.5000"}, {plan.AtLeast, "100", "150", "125", "0.5000"},
		{plan.AtLeast, "30", "35", "25", "-1.0000"}, {plan.AtLeast, "35", "35", "40", "undefined"}, {plan.AtLeast, "40", "35", "30", "undefined"},
		{plan.AtLeast, "", "0", "5", "undefined"}, {plan.AtLeast, "", "-5", "-4", "undefined"},
		{plan.AtMost, "20", "10", "15", "0.5000"}, {plan.AtMost, "20", "10", "5", "1.5000"}, {plan.AtMost, "", "10", "5", "undefined"}, {plan.AtMost, "5", "10", "7", "undefined"},
		{plan.AtLeast, "", "3", "1", "0.3333"}, {plan.AtLeast, "", "3", "2", "0.6667"}, {plan.AtLeast, "", "100000", "12345", "0.1235"}, {plan.AtLeast, "", "100000", "-12345", "-0.1235"},
		{plan.AtLeast, "", "20000", "1", "0.0001"}, {plan.AtLeast, "", "20000", "-1", "-0.0001"}, {plan.AtLeast, "", "30000", "-1", "0.0000"},
		{plan.Exactly, "0", "4", "3", "0.7500"}, {plan.CutAtLeast, "", "30", "15", "0.5000"},
	} {
		progress(fmt.Sprintf("%s from “%s” to %s at %s", c.kind, c.base, c.target, c.value), c.want, func(w *world) {
			w.kind(c.kind, c.target)
			if c.base != "" {
				w.target().Baseline = &plan.BaselineSpec{Reference: plan.MustReference("2029"), Value: plan.MustNumber(c.base)}
			}
			w.value("fy", "2030", c.value)
		})
	}
	change := func(name, want string, set func(*world)) {
		all = append(all, ruleCase{"general/change", name, want, func() string {
			w := newWorld()
			w.value("q1", "2030-03-31", "30.0")
			w.value("q2", "2030-06-30", "26.85")
			set(w)
			if c := derive.Judge(w.plan).Period("q2").Indicator("1").Change; c.Known() {
				return c.String()
			}
			return "none"
		}})
	}
	change("points, with the finer digits", "-3.15", func(*world) {})
	change("a breakdown is not the figure before", "-3.15", func(w *world) {
		w.observe("q2", "2030-05", func(o *plan.Observation) { o.Breakdown, o.Value = "commune", plan.MustNumber("1") })
	})
	change("of a month alone, not from a quarter", "none", func(w *world) {
		w.indicator.Measure = plan.PeriodAlone
		w.plan.Snapshots[1].Observations[0].Reference, w.plan.Snapshots[2].Observations[0].Reference = plan.MustReference("2030-Q1"), plan.MustReference("2030-06")
	})
	change("across a break", "none", func(w *world) { w.indicator.Breaks = []plan.Break{{At: plan.MustReference("2030-05")}} })
	change("a break before both", "-3.15", func(w *world) { w.indicator.Breaks = []plan.Break{{At: plan.MustReference("2030-02")}} })
	change("of ranks", "-2", func(w *world) {
		w.ranked()
		w.rank("q1", "2030-03-30", 9, 63)
		w.plan.Snapshots[1].Observations = w.plan.Snapshots[1].Observations[1:]
		w.plan.Snapshots[2].Observations = nil
		w.rank("q2", "2030-06-30", 7, 60)
	})
	return all
}
