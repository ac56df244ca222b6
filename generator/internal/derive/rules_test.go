package derive_test

import (
	"fmt"
	"slices"
	"testing"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

// ruleCase is an input of a rule and what must come of it: a status, a verdict with its days, or a number.
type ruleCase struct {
	rule, name, want string
	have             func() string
}

// fewest is how many different inputs the rules are tried on, all together.
const fewest = 200

// TestRules runs the cases of every rule and lists how many each has. A rule needs two at least, with different
// outcomes: one on each side of its edge.
func TestRules(t *testing.T) {
	all := slices.Concat(valueCases(), growthCases(), otherKindCases(), pathCases(), timeCases(), partCases(), statusEdges(), numberCases(), taskCases())
	count, outcomes := map[string]int{}, map[string]map[string]bool{}
	seen := map[string]bool{}
	for _, c := range all {
		name := c.rule + "/" + c.name
		if seen[name] {
			t.Errorf("%s is there twice", name)
		}
		seen[name] = true
		t.Run(name, func(t *testing.T) {
			if have := c.have(); have != c.want {
				t.Errorf("%s, want %s", have, c.want)
			}
		})
		count[c.rule]++
		if outcomes[c.rule] == nil {
			outcomes[c.rule] = map[string]bool{}
		}
		outcomes[c.rule][c.want] = true
	}
	for _, rule := range ruleIDs() {
		t.Logf("%-28s %3d cases, %d outcomes", rule, count[rule], len(outcomes[rule]))
		if count[rule] < 2 || len(outcomes[rule]) < 2 {
			t.Errorf("%s has %d cases with %d outcomes: there must be one on each side of its edge", rule, count[rule], len(outcomes[rule]))
		}
		delete(count, rule)
	}
	for rule := range count {
		t.Errorf("%s is no rule", rule)
	}
	t.Logf("%d inputs in all", len(all))
	if len(all) < fewest {
		t.Errorf("%d inputs, want %d", len(all), fewest)
	}
}

func ruleIDs() []string {
	var all []string
	for _, s := range []derive.Status{derive.NoTarget, derive.Awaiting, derive.NotAssessable, derive.NoPublicFigure, derive.NotReported, derive.NotYetDue,
		derive.Met, derive.Missed, derive.OnTrack, derive.Behind, derive.NotYetMet} {
		all = append(all, "status/"+string(s))
	}
	for _, k := range plan.TargetKind("").Allowed() {
		all = append(all, "target/"+k)
	}
	for _, v := range derive.Verdicts(&plan.Plan{}) {
		all = append(all, "verdict/"+string(v))
	}
	return append(all, "verdict/no_public_document", derive.PathLinear, derive.PathMilestones, "general/judged", "general/final", "general/several", "general/replaced",
		"general/years", "general/scope", "general/units", "general/whole", "general/forecast", "general/continues", "general/progress",
		"general/change", "general/moved", "general/recurring")
}

// status judges the one indicator of a world as of a period.
func status(period string, set func(*world)) func() string {
	return func() string {
		w := newWorld()
		set(w)
		return string(derive.Judge(w.plan).Period(plan.PeriodID(period)).Indicator("1").Status)
	}
}

func verdict(period string, milestones []string, set func(*world)) func() string {
	return func() string {
		w := taskWorld(milestones...)
		set(w)
		r := derive.Judge(w.plan).Period(plan.PeriodID(period)).Task("1")
		if r.DaysLate > 0 {
			return fmt.Sprint(r.Verdict, " ", r.DaysLate)
		}
		return string(r.Verdict)
	}
}

// statusEdges are the edges between the statuses themselves; the first name of each is the status that is tried.
func statusEdges() []ruleCase {
	var all []ruleCase
	for _, c := range statusCases {
		all = append(all, ruleCase{"status/" + string(c.want), c.name, string(c.want), status(c.period, c.set)})
	}
	other := func(rule derive.Status, name, period string, want derive.Status, set func(*world)) {
		all = append(all, ruleCase{"status/" + string(rule), name, string(want), status(period, set)})
	}
	other(derive.NoTarget, "a target from that day on", "q1", derive.Met, func(w *world) { w.target().ValidFrom = at("2030-03-31"); w.value("q1", "2030-03-31", "50") })
	other(derive.Awaiting, "out the day before", "fy", derive.NoPublicFigure, func(w *world) { compiled(w); w.ranked("2030", "2030-12-30") })
	other(derive.Awaiting, "the figure is there although no release is known", "fy", derive.Met, func(w *world) {
		w.ranked()
		w.rank("q1", "2029", 9, 63)
		w.rank("fy", "2030", 8, 63)
	})
	other(derive.NotAssessable, "all inputs are there", "q1", derive.Met, func(w *world) { w.value("q1", "2030-03-31", "50") })
	other(derive.NoPublicFigure, "a figure of the period", "q1", derive.Met, func(w *world) { compiled(w); w.value("q1", "2030-03-31", "50") })
	other(derive.NoPublicFigure, "the authority reports itself", "q1", derive.NotReported, func(w *world) {})
	other(derive.NotReported, "the report is due the day after", "q1", derive.NotYetDue, func(w *world) { w.plan.Periods[1].Due = at("2030-04-01") })
	other(derive.NotYetDue, "the report is due on the cut-off", "q1", derive.NotReported, func(w *world) { w.plan.Periods[1].Due = at("2030-03-31") })
	other(derive.Met, "a thousandth short", "fy", derive.Missed, func(w *world) { w.value("fy", "2030-12-31", "34.999") })
	other(derive.Missed, "due the day after", "fy", derive.NotYetMet, func(w *world) { w.target().Due = at("2031-01-01"); w.value("fy", "2030-12-31", "34") })
	other(derive.OnTrack, "the target holds", "q2", derive.Met, func(w *world) { linear(w); w.value("q2", "2030-06-30", "35") })
	other(derive.Behind, "due by now", "fy", derive.Missed, func(w *world) { linear(w); w.value("fy", "2030-12-31", "1") })
	other(derive.NotYetMet, "due on the cut-off", "q1", derive.Missed, func(w *world) { w.target().Due = at("2030-03-31"); w.value("q1", "2030-03-31", "1") })
	return all
}
