package derive_test

import (
	"fmt"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

// pathCases: on the path, on its edge, and under it.
func pathCases() []ruleCase {
	var all []ruleCase
	add := func(rule, name, period string, want derive.Status, set func(*world)) {
		all = append(all, ruleCase{rule, name, string(want), status(period, set)})
	}
	points := func(w *world) {
		w.target().Path = []plan.PathPoint{{By: at("2030-03-31"), Value: plan.MustNumber("10")}, {By: at("2030-06-30"), Value: plan.MustNumber("20")}}
	}
	for _, c := range []struct {
		period, reference, value string
		want                     derive.Status
	}{
		{"q1", "2030-03-31", "10", derive.OnTrack}, {"q1", "2030-03-31", "9.99", derive.Behind},
		{"q2", "2030-06-30", "20.0", derive.OnTrack}, {"q2", "2030-06-30", "19.9", derive.Behind}, {"q2", "2030-06-30", "35", derive.Met},
		{"fy", "2030-12-31", "30", derive.Missed},
	} {
		add(derive.PathMilestones, c.period+" "+c.value, c.period, c.want, func(w *world) { points(w); w.value(c.period, c.reference, c.value) })
	}
	add(derive.PathMilestones, "before the first point", "q1", derive.NotYetMet, func(w *world) {
		points(w)
		w.target().Path = w.target().Path[1:]
		w.value("q1", "2030-03-31", "1")
	})
	add(derive.PathMilestones, "goes before the pace", "q2", derive.OnTrack, func(w *world) {
		linear(w)
		w.target().Path = []plan.PathPoint{{By: at("2030-06-30"), Value: plan.MustNumber("1")}}
		w.value("q2", "2030-06-30", "1")
	})
	falling := func(value string, want derive.Status) {
		add(derive.PathMilestones, "falling, "+value, "q2", want, func(w *world) {
			w.kind(plan.AtMost, "5")
			w.indicator.Direction = plan.Down
			w.target().Path = []plan.PathPoint{{By: at("2030-06-30"), Value: plan.MustNumber("8")}}
			w.value("q2", "2030-06-30", value)
		})
	}
	falling("8", derive.OnTrack)
	falling("8.1", derive.Behind)
	// 180 of 364 days: 35 × 180 ÷ 364 = 17.307692…
	for v, want := range map[string]derive.Status{"17.307693": derive.OnTrack, "17.307692": derive.Behind, "-1": derive.Behind, "34.9": derive.OnTrack} {
		add(derive.PathLinear, v, "q2", want, func(w *world) { linear(w); w.value("q2", "2030-06-30", v) })
	}
	for v, want := range map[string]derive.Status{"26.5": derive.Behind, "26.0": derive.OnTrack} {
		add(derive.PathLinear, "falling from 50 to 2, "+v, "q2", want, func(w *world) {
			linear(w)
			w.kind(plan.AtMost, "2")
			w.target().Baseline = &plan.BaselineSpec{Reference: plan.MustReference("2029"), Value: plan.MustNumber("50")}
			w.value("q2", "2030-06-30", v)
		})
	}
	add(derive.PathLinear, "rising to a target below zero has no beginning", "q2", derive.NotYetMet, func(w *world) { linear(w); w.kind(plan.AtLeast, "-1"); w.value("q2", "2030-06-30", "-2") })
	return all
}

// years makes the plan one of three years with a target for each.
func (w *world) years() {
	w.indicator.Targets = nil
	for n, v := range []string{"30", "40", "50"} {
		year := fmt.Sprint(2030 + n)
		w.indicator.Targets = append(w.indicator.Targets, plan.Target{ID: plan.TargetID("y" + year), Kind: plan.AtLeast, Value: plan.MustNumber(v),
			Reference: plan.MustReference(year), Due: plan.MustDate(year + "-12-31"), ValidFrom: plan.MustDate("2029-12-20")})
	}
	w.plan.End = plan.MustDate("2032-12-31")
}

// timeCases: targets of several times, replaced ones, and figures of other times and measures.
func timeCases() []ruleCase {
	var all []ruleCase
	add := func(rule, name, period string, want derive.Status, set func(*world)) {
		all = append(all, ruleCase{"general/" + rule, name, string(want), status(period, set)})
	}
	add("years", "the last is never judged early", "fy", derive.Met, func(w *world) { w.years(); w.value("fy", "2030", "30") })
	add("years", "the first year's decides", "fy", derive.Missed, func(w *world) { w.years(); w.value("fy", "2030", "29") })
	add("years", "a year over gives way to the next", "late", derive.Met, func(w *world) { w.years(); w.value("fy", "2030", "1"); w.value("late", "2031", "40") })
	add("years", "and the next decides", "late", derive.Missed, func(w *world) { w.years(); w.value("fy", "2030", "90"); w.value("late", "2031", "39") })
	add("years", "a late result of a year over is judged", "late", derive.Missed, func(w *world) { w.years(); w.value("late", "2030", "29"); w.value("late", "2031", "40") })
	add("years", "nothing known of a year not begun, compiled", "q1", derive.NotYetDue, func(w *world) { compiled(w); w.years(); w.indicator.Targets = w.indicator.Targets[1:] })
	add("years", "begun that very day", "q1", derive.NoPublicFigure, func(w *world) { compiled(w); w.target().Reference = plan.MustReference("2030-03-31..2031-03-30") })
	add("years", "begins the day after", "q1", derive.NotYetDue, func(w *world) { compiled(w); w.target().Reference = plan.MustReference("2030-04-01..2031-03-31") })
	add("years", "a fiscal year from July to June", "q2", derive.Met, func(w *world) {
		w.target().Reference = plan.MustReference("2029-07-01..2030-06-30")
		w.value("q2", "2029-07-01..2030-06-30", "35")
	})
	add("years", "the month after the fiscal year", "fy", derive.NotReported, func(w *world) {
		w.target().Reference = plan.MustReference("2029-07-01..2030-06-30")
		w.value("fy", "2030-07", "35")
	})
	replaced := func(w *world) {
		later := *w.target()
		later.Value, later.ValidFrom = plan.MustNumber("40"), at("2030-06-30")
		w.indicator.Targets = append([]plan.Target{later}, w.indicator.Targets...)
	}
	add("replaced", "the old one judges until then", "q1", derive.Met, func(w *world) { replaced(w); w.value("q1", "2030-03-31", "36") })
	add("replaced", "the new one from its day on", "q2", derive.NotYetMet, func(w *world) { replaced(w); w.value("q2", "2030-06-30", "36") })
	add("replaced", "the order in the file does not matter", "q2", derive.Met, func(w *world) {
		replaced(w)
		w.indicator.Targets[0], w.indicator.Targets[1] = w.indicator.Targets[1], w.indicator.Targets[0]
		w.value("q2", "2030-06-30", "40")
	})
	measured := func(m plan.Measure, k plan.ValueKind) func(*world) {
		return func(w *world) { w.indicator.Measure, w.indicator.Value = m, k }
	}
	whole := func(name, period, reference string, want derive.Status, set func(*world)) {
		add("whole", name, period, want, func(w *world) { set(w); w.value(period, reference, "40") })
	}
	whole("an increment of a quarter", "q1", "2030-Q1", derive.NotYetDue, measured(plan.Increment, plan.Percent))
	whole("an increment of the year", "fy", "2030", derive.Met, measured(plan.Increment, plan.Percent))
	whole("an increment of the last quarter", "fy", "2030-Q4", derive.NotReported, measured(plan.Increment, plan.Percent))
	whole("an amount of a month alone", "q1", "2030-03", derive.NotYetDue, measured(plan.PeriodAlone, plan.Quantity))
	whole("a share of a month alone", "q1", "2030-03", derive.Met, measured(plan.PeriodAlone, plan.Percent))
	whole("a cumulative amount", "q1", "2030-01-01..2030-03-31", derive.Met, measured(plan.Cumulative, plan.UnitCount))
	whole("half a year of a target of half a year", "q2", "2030-01-01..2030-06-30", derive.Met, func(w *world) {
		measured(plan.Increment, plan.Quantity)(w)
		w.target().Reference = plan.MustReference("2030-01-01..2030-06-30")
	})
	forecast := func(o *plan.Observation) { o.Measure, o.Value = plan.Forecast, plan.MustNumber("99") }
	add("forecast", "never judges", "q1", derive.NotReported, func(w *world) { w.observe("q1", "2030", forecast) })
	add("forecast", "nor where it is the indicator's own measure", "q1", derive.NotReported, func(w *world) { w.indicator.Measure = plan.Forecast; w.observe("q1", "2030", forecast) })
	add("forecast", "beside a figure", "q1", derive.NotYetMet, func(w *world) { w.observe("q1", "2030", forecast); w.value("q1", "2030-03-31", "1") })
	add("forecast", "is no baseline", "fy", derive.NotAssessable, func(w *world) {
		w.kind(plan.BetterValue, "0")
		w.target().Baseline = &plan.BaselineSpec{Reference: plan.MustReference("2029")}
		w.observe("base", "2029", forecast)
		w.value("fy", "2030", "100")
	})
	for _, c := range []struct {
		name, period, reference, value string
		late                           derive.Status
	}{
		{"met by the figure of the whole year", "fy", "2030", "35", derive.Met}, {"missed by it", "fy", "2030", "34", derive.Missed},
		{"a figure of December, in the period after the year", "fy", "2030-12-14", "35", derive.Met}, {"a figure of June came too early", "q2", "2030-06-30", "35", derive.NotReported},
		{"not of another time", "fy", "2029", "35", derive.NotReported},
	} {
		add("final", c.name, "late", c.late, func(w *world) { w.value(c.period, c.reference, c.value) })
	}
	add("final", "compiled, each period for itself", "late", derive.NoPublicFigure, func(w *world) { compiled(w); w.value("fy", "2030", "35") })
	add("final", "a newer figure goes before it", "late", derive.Missed, func(w *world) { w.value("fy", "2030", "35"); w.value("late", "2030", "34") })
	add("final", "nor one that speaks of an earlier day, whenever it came", "late", derive.Missed, func(w *world) { w.value("fy", "2030", "34"); w.value("late", "2030-06-30", "40") })
	add("judged", "of two that end on one day the one of the longer time", "q1", derive.Met, func(w *world) {
		w.indicator.Measure = plan.PeriodAlone
		w.value("q1", "2030-03", "34")
		w.value("q1", "2030-Q1", "36")
	})
	add("final", "a target without an end is never over", "late", derive.NotReported, func(w *world) { w.target().Reference = plan.MustReference("2030-01-01.."); w.value("fy", "2030", "35") })
	add("final", "each unit keeps its own", "late", derive.Met, func(w *world) {
		w.target().EachOf = []plan.BreakdownID{"a", "b"}
		for n, id := range w.target().EachOf {
			w.observe([]string{"fy", "late"}[n], "2030", func(o *plan.Observation) { o.Breakdown, o.Value = id, plan.MustNumber("35") })
		}
	})
	add("judged", "headline, full, own measure, in time", "q1", derive.Met, func(w *world) { w.value("q1", "2030-03", "35") })
	add("judged", "the later of two", "q1", derive.NotYetMet, func(w *world) { w.value("q1", "2030-03-31", "34"); w.value("q1", "2030-02", "36") })
	add("judged", "the same two in another order", "q1", derive.NotYetMet, func(w *world) { w.value("q1", "2030-02", "36"); w.value("q1", "2030-03-31", "34") })
	add("judged", "the year before", "q1", derive.NotReported, func(w *world) { w.value("q1", "2029-12-31", "36") })
	return all
}
