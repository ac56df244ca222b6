package wording

import (
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
)

// growthTarget is a target for a rate, or for the size of a cut.
func (w Words) growthTarget(i *plan.Indicator, t plan.Target) string {
	n := lang.Percent(w.Lang, t.Value)
	since := w.pick(" so với kỳ trước", " over the period before")
	if t.Baseline != nil {
		since = w.pick(" so với ", " over ") + w.year(t)
	}
	switch t.Kind {
	case plan.GrowthLeast:
		return w.pick("tăng ít nhất ", "growth of at least ") + n + since
	case plan.GrowthMost:
		return w.pick("tăng không quá ", "growth of at most ") + n + since
	}
	return w.pick("cắt giảm ít nhất ", "a cut of at least ") + w.amount(i, t.Value)
}

// rate is the growth with as many digits as keep it on its side of the target.
func (w Words) rate(t *derive.TargetResult) string {
	return lang.Percent(w.Lang, plan.Faithful(t.Rate, t.Target.Value.Rat(), max(t.Target.Value.Decimals(), 1)))
}

func (w Words) growthAnswer(r *derive.IndicatorResult, t *derive.TargetResult) string {
	i, base := r.Indicator, lang.Reference(w.Lang, t.Baseline.Reference)
	value, before := w.Value(i, t.Judged), w.Value(i, t.Baseline)
	if w.Lang == plan.EN {
		return value + " after " + before + " (" + base + "), growth of " + w.rate(t) + " against a target of " + growthAsked(w.Lang, *t.Target) + ": " +
			w.outcome(r.Status, plain) + ", " + w.AsOf(t.Judged)
	}
	return "Đạt " + value + " so với " + before + " (" + base + "), tăng " + w.rate(t) + "; mục tiêu " + growthAsked(w.Lang, *t.Target) + " — " +
		w.outcome(r.Status, plain) + ", " + w.AsOf(t.Judged)
}

// growthArithmetic is the rate as it is worked out, set against the target.
func (w Words) growthArithmetic(t *derive.TargetResult) string {
	num := func(n plan.Number) string { return lang.Number(w.Lang, n) }
	worked := "(" + num(t.Judged.Value) + " − " + num(t.Baseline.Value) + ") ÷ " + num(absolute(t.Baseline.Value)) + " = " + w.rate(t)
	c := t.Rate.Cmp(t.Target.Value.Rat())
	return worked + " " + sign(c) + " " + lang.Percent(w.Lang, t.Target.Value)
}

func sign(c int) string { return [...]string{"<", "=", ">"}[c+1] }

// atLeastBy is by how much a value must be better than its baseline.
func (w Words) atLeastBy(i *plan.Indicator, t plan.Target) string {
	if !t.By.Known() {
		return ""
	}
	return w.pick(" ít nhất ", " by at least ") + w.step(i, t.By)
}

// step is a difference in the indicator's unit.
func (w Words) step(i *plan.Indicator, n plan.Number) string {
	if i.Value == plan.Percent {
		return lang.Number(w.Lang, n) + w.pick(" điểm phần trăm", " percentage points")
	}
	return w.amount(i, n)
}

// moved tells whether a value is on the better side of its baseline.
func (w Words) moved(i *plan.Indicator, t *derive.TargetResult) bool {
	c := t.Judged.Value.Cmp(t.Baseline.Value)
	return i.Direction == plan.Down && c < 0 || i.Direction != plan.Down && c > 0
}

// moveArithmetic sets the difference against the amount that is asked.
func (w Words) moveArithmetic(i *plan.Indicator, t *derive.TargetResult) string {
	if !t.Target.By.Known() || !w.moved(i, t) {
		return ""
	}
	gain := absolute(plan.Difference(t.Judged.Value, t.Baseline.Value))
	return w.pick(", hơn ", ", better by ") + lang.Number(w.Lang, gain) + " " + sign(gain.Cmp(t.Target.By)) + " " + lang.Number(w.Lang, t.Target.By)
}

// ofPlan names the earlier plan that a figure comes from.
func (w Words) ofPlan(o *derive.Observation) string {
	if o.Plan == "" {
		return ""
	}
	return w.pick(" (số liệu của kế hoạch "+o.Plan+")", " (a figure of the plan "+o.Plan+")")
}

// growthAsked is the rate that a growth target asks for: ít nhất 8% · at least 8%.
func growthAsked(l plan.Lang, t plan.Target) string {
	words := map[plan.TargetKind]plan.Text{plan.GrowthLeast: {VI: "ít nhất ", EN: "at least "}, plan.GrowthMost: {VI: "không quá ", EN: "at most "}}
	return words[t.Kind].In(l) + lang.Percent(l, t.Value)
}
