package wording_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/trial"
	"minhbach/generator/internal/wording"
)

// TestEverythingCanBeSaid: whatever the plan, each result is said in both languages, in a sentence that ends, without a
// machine's id and without the traces of a value that is not there.
func TestEverythingCanBeSaid(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2030))
	reached := map[derive.Status]int{}
	for range 5000 {
		data := make([]byte, 160)
		for k := range data {
			data[k] = byte(r.Uint32())
		}
		p := trial.Plan("2030", data)
		for _, a := range derive.Judge(p).Periods {
			reached[a.Indicators[0].Status]++
			for _, l := range plan.Langs {
				w := wording.In(l, p)
				texts := append(w.Why(a.Indicators[0]), w.Answer(a.Indicators[0]), w.Finding(a.Indicators[0]), w.TaskAnswer(a.Tasks[0]), w.Summary(a), w.TaskSummary(a))
				texts = append(texts, w.TaskWhy(a.Tasks[0])...)
				texts = append(texts, w.AnswerNote(a.Indicators[0])+".")
				for _, s := range texts {
					if s == "" || strings.Contains(s, "%!") || strings.Contains(s, "_") || strings.Contains(s, "<nil>") || strings.Contains(s, " .") {
						t.Fatalf("%s as of %s: %q", a.Indicators[0].Status, a.Period.ID, s)
					}
				}
			}
		}
	}
	for _, s := range append(derive.Statuses(&plan.Plan{Pace: "linear"}), derive.NoPublicFigure) {
		if reached[s] == 0 {
			t.Errorf("no plan of the trial reaches %s", s)
		}
	}
}

// TestRatesNeverFlatter: however near, a rate that falls short is not shown as reaching its target, and what a path asks
// is not shown as reached.
func TestRatesNeverFlatter(t *testing.T) {
	for _, c := range []struct{ value, en string }{
		{"105", "Growth 5.0%; target at least 5%"}, {"104.999", "Growth 4.999%; target at least 5%"}, {"104.96", "Growth 4.96%; target at least 5%"},
		{"104", "Growth 4.0%; target at least 5%"}, {"106.66", "Growth 6.7%; target at least 5%"},
	} {
		p, r := percent(c.value, "2030-06-26", func(p *plan.Plan) {
			p.Indicators[0].Targets[0].Kind, p.Indicators[0].Targets[0].Value = plan.GrowthLeast, plan.MustNumber("5")
			p.Indicators[0].Targets[0].Baseline = &plan.BaselineSpec{Reference: plan.MustReference("2029"), Value: plan.MustNumber("100")}
		})
		if got := wording.In(plan.EN, p).Finding(r); got != c.en {
			t.Errorf("%s: %q, want %q", c.value, got, c.en)
		}
	}
	p, r := percent("17.3", "2030-06-26", func(p *plan.Plan) { p.Pace = "linear" })
	steps := wording.In(plan.EN, p).Why(r)
	if last := steps[len(steps)-1]; last != "17.3 < 35, so: behind (the declared path asks for 17.31% at the cut-off)." {
		t.Errorf("%q", last)
	}
}
