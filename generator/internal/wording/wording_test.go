package wording_test

import (
	"strings"
	"testing"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

var year = plan.MustReference("2030")

// percent is a plan with one percent indicator whose target is "at least 35 %", observed as given.
func percent(value, reference string, change func(*plan.Plan)) (*plan.Plan, *derive.IndicatorResult) {
	i := &plan.Indicator{ID: "1", Level: plan.IndicatorLevel, Value: plan.Percent, Direction: plan.Up, Measure: plan.Cumulative,
		Printed: plan.PrintedRow{Target: "35%"},
		Targets: []plan.Target{{ID: "t1", Kind: plan.AtLeast, Value: plan.MustNumber("35"), Reference: year, Due: plan.MustDate("2030-12-31"), ValidFrom: plan.MustDate("2029-12-20")}}}
	s := &plan.Snapshot{Period: "h1", Cutoff: plan.MustDate("2030-06-30"), Status: plan.Final, Released: plan.MustDate("2030-07-10")}
	if value != "" {
		s.Observations = []plan.Observation{{Indicator: "1", Reference: plan.MustReference(reference), Value: plan.MustNumber(value), Comparable: plan.Fully}}
	}
	p := &plan.Plan{ID: "2030", Start: plan.MustDate("2030-01-01"), End: plan.MustDate("2030-12-31"), Looked: plan.MustDate("2031-01-05"), Indicators: []*plan.Indicator{i}, Snapshots: []*plan.Snapshot{s},
		Periods: []plan.Period{{ID: "h1", Name: plan.Text{VI: "6 tháng", EN: "6 months"}, Kind: plan.Report, Cutoff: s.Cutoff, Due: plan.MustDate("2030-06-20")}}}
	change(p)
	return p, derive.Judge(p).Periods[0].Indicators[0]
}

func compiled(p *plan.Plan) { p.CompiledFrom = "public-sources" }
func asIs(*plan.Plan)       {}

func TestAnswers(t *testing.T) {
	for _, c := range []struct {
		name, value, reference string
		change                 func(*plan.Plan)
		vi, en                 string
	}{
		{"exceeded", "42.79", "2030-06-26", asIs,
			"Đạt 42,79% so với mục tiêu 35% — vượt mục tiêu, tính đến 26/6/2030", "42.79% against a target of 35%: target exceeded, as of 26 June 2030"},
		{"just met", "35.0", "2030-06-26", asIs,
			"Đạt 35,0% so với mục tiêu 35% — vừa đạt mục tiêu, tính đến 26/6/2030", "35.0% against a target of 35%: target just met, as of 26 June 2030"},
		{"not yet met", "34.99", "2030-06-26", asIs,
			"Đạt 34,99% so với mục tiêu 35% — chưa đạt, còn thời hạn, tính đến 26/6/2030", "34.99% against a target of 35%: not yet met, time remains, as of 26 June 2030"},
		{"compiled, nothing found", "", "", compiled,
			"Chưa tìm thấy số liệu công bố; mục tiêu: ít nhất 35%", "No public figure found; target: at least 35%"},
		{"self-reporting, silent", "", "", asIs,
			"Chưa báo cáo kỳ 6 tháng; hạn 20/6/2030; mục tiêu: ít nhất 35%", "Not reported for 6 months; was due 20 June 2030; target: at least 35%"},
		{"under a ceiling", "34", "2030-06-26", func(p *plan.Plan) {
			p.Indicators[0].Targets[0].Kind, p.Indicators[0].Direction = plan.AtMost, plan.Down
		},
			"Đạt 34% so với mục tiêu không quá 35% — đạt mục tiêu, tính đến 26/6/2030", "34% against a target of at most 35%: target met, as of 26 June 2030"},
		{"no target", "", "", func(p *plan.Plan) { p.Indicators[0].Targets[0].Kind = plan.NoTarget },
			"Kế hoạch không giao chỉ tiêu cho dòng này", "The plan sets no target for this row"},
		{"the baseline is kept back", "34", "2030-06-26", func(p *plan.Plan) {
			p.Indicators[0].Targets[0] = plan.Target{ID: "t1", Kind: plan.BetterValue, Baseline: &plan.BaselineSpec{Reference: plan.MustReference("2029")}, Reference: year}
			p.Snapshots[0].Observations = append(p.Snapshots[0].Observations,
				plan.Observation{Indicator: "1", Reference: plan.MustReference("2029"), Suppressed: plan.SmallCount, Comparable: plan.Fully})
		},
			"Không đánh giá được. Số liệu mốc được giữ kín vì số người quá ít", "Cannot be assessed. The baseline is suppressed: too few persons"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, r := percent(c.value, c.reference, c.change)
			if got := wording.In(plan.VI, p).Answer(r); got != c.vi {
				t.Errorf("vi: %q, want %q", got, c.vi)
			}
			if got := wording.In(plan.EN, p).Answer(r); got != c.en {
				t.Errorf("en: %q, want %q", got, c.en)
			}
		})
	}
}

// TestDisplayNeverFlatters: whatever the digits, a value that misses its target is not shown as reaching it.
func TestDisplayNeverFlatters(t *testing.T) {
	for _, v := range []string{"34.999999", "34.9", "99.96", "0.0000001"} {
		p, r := percent(v, "2030-06-26", func(p *plan.Plan) { p.Indicators[0].Targets[0].Value = plan.MustNumber("100") })
		if got := wording.In(plan.EN, p).Value(r.Indicator, r.Judged); got != v+"%" {
			t.Errorf("%s is shown as %s", v, got)
		}
	}
}

func TestWhyEndsWithTheArithmetic(t *testing.T) {
	p, r := percent("34.28", "2030-06-26", asIs)
	steps := wording.In(plan.VI, p).Why(r)
	want := []string{
		"Mục tiêu in trong kế hoạch: “35%”; được hiểu là ít nhất 35%, hạn 31/12/2030.",
		"Số liệu của kỳ: 34,28%, tính đến 26/6/2030.",
		"34,28 < 35 nên: chưa đạt, còn thời hạn (hạn 31/12/2030, sau ngày chốt 30/6/2030).",
	}
	if len(steps) != len(want) {
		t.Fatalf("steps %q", steps)
	}
	for n := range want {
		if steps[n] != want[n] {
			t.Errorf("step %d: %q, want %q", n+1, steps[n], want[n])
		}
	}
}

// TestEveryTermHasBothLanguages: a status or verdict without a word would print its machine id.
func TestEveryTermHasBothLanguages(t *testing.T) {
	self, comp := &plan.Plan{Pace: "linear"}, &plan.Plan{CompiledFrom: "public-sources"}
	for _, l := range plan.Langs {
		for _, p := range []*plan.Plan{self, comp} {
			for _, s := range derive.Statuses(p) {
				if wording.Status(l, s) == string(s) {
					t.Errorf("status %s has no word in %s", s, l)
				}
			}
			for _, v := range derive.Verdicts(p) {
				if wording.Verdict(l, v) == string(v) {
					t.Errorf("verdict %s has no word in %s", v, l)
				}
			}
		}
	}
}

// TestEachTargetHasItsOwnLastValue: of several targets each is told on which side of it the last known value lies.
func TestEachTargetHasItsOwnLastValue(t *testing.T) {
	p, _ := percent("40", "2030-03-31", func(p *plan.Plan) {
		first := *p.Snapshots[0]
		first.Period, first.Cutoff = "q1", plan.MustDate("2030-03-31")
		p.Snapshots[0].Observations = nil
		p.Snapshots = append([]*plan.Snapshot{&first}, p.Snapshots...)
		p.Periods = append([]plan.Period{{ID: "q1", Kind: plan.Report, Cutoff: first.Cutoff}}, p.Periods...)
		second := p.Indicators[0].Targets[0]
		second.ID, second.Value = "t2", plan.MustNumber("50")
		scoped := second
		scoped.ID, scoped.Scope = "t3", "commune"
		p.Indicators[0].Targets = append(p.Indicators[0].Targets, second, scoped)
	})
	r := derive.Judge(p).Period("h1").Indicator("1")
	why := strings.Join(wording.In(plan.EN, p).Why(r), "\n")
	for text, times := range map[string]int{"above the target of at least 35%": 1, "below the target of at least 50%": 1, "of at least 50%": 1, "last known": 2} {
		if n := strings.Count(why, text); n != times {
			t.Errorf("“%s” stands %d times, want %d, in\n%s", text, n, times, why)
		}
	}
}

// TestBetterThan: the time of the baseline is said as a day, a quarter or a year is.
func TestBetterThan(t *testing.T) {
	for reference, want := range map[string][2]string{
		"2029":       {"tốt hơn năm 2029", "better than in 2029"},
		"2029-Q4":    {"tốt hơn quý IV/2029", "better than in Q4 2029"},
		"2029-03-14": {"tốt hơn ngày 14/3/2029", "better than on 14 March 2029"},
	} {
		p, r := percent("", "", func(p *plan.Plan) {
			target := &p.Indicators[0].Targets[0]
			target.Kind, target.Value, target.Baseline = plan.BetterValue, plan.Number{}, &plan.BaselineSpec{Reference: plan.MustReference(reference)}
		})
		for n, l := range plan.Langs {
			if got := wording.In(l, p).Target(r.Indicator, r.Indicator.Targets[0]); got != want[n] {
				t.Errorf("%s: %q, want %q", reference, got, want[n])
			}
		}
	}
}

// TestFinal: a figure that was compiled from public sources is never called official by us.
func TestFinal(t *testing.T) {
	for l, want := range map[plan.Lang]string{plan.VI: "nguồn không ghi là tạm tính", plan.EN: "not marked provisional by its source"} {
		if got := wording.DataStatus(l, plan.Final); got != want {
			t.Errorf("final is %q, want %q", got, want)
		}
	}
}
