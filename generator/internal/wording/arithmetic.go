package wording

import (
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
)

// Arithmetic is the comparison in figures, such as 42,79 ≥ 35 or 19 < 38; true or not.
func (w Words) Arithmetic(i *plan.Indicator, t *derive.TargetResult) string {
	o := t.Judged
	num := func(n plan.Number) string { return lang.Number(w.Lang, n) }
	if len(t.Units) > 0 {
		return w.unitsArithmetic(t)
	}
	value, _ := derive.Figure(i, o)
	switch t.Target.Kind {
	case plan.GrowthLeast, plan.GrowthMost:
		return w.growthArithmetic(t)
	case plan.BetterRank:
		return relation(lang.Int(w.Lang, o.Rank.Place), "<", "≥", lang.Int(w.Lang, t.Baseline.Rank.Place), t.Status == derive.Met)
	case plan.BetterValue:
		better, worse := ">", "≤"
		if i.Direction == plan.Down {
			better, worse = "<", "≥"
		}
		return relation(num(o.Value), better, worse, num(t.Baseline.Value), w.moved(i, t)) + w.moveArithmetic(i, t)
	case plan.TierAtLeast:
		return w.Value(i, o)
	case plan.Exists:
		return w.ValueShort(i, o)
	case plan.Between:
		return num(t.Target.Value) + " ≤ " + num(value) + " ≤ " + num(t.Target.Upper) + w.pick(": ", ": ") + w.pick(yesVI(t), yesEN(t))
	}
	signs := map[plan.TargetKind][2]string{plan.AtLeast: {"≥", "<"}, plan.CutAtLeast: {"≥", "<"}, plan.AtMost: {"≤", ">"}, plan.Exactly: {"=", "≠"}, plan.Above: {">", "≤"}, plan.Below: {"<", "≥"}}
	s := signs[t.Target.Kind]
	return relation(num(value), s[0], s[1], num(t.Target.Value), t.Status == derive.Met)
}

func relation(a, holds, fails, b string, met bool) string {
	if met {
		return a + " " + holds + " " + b
	}
	return a + " " + fails + " " + b
}

func yesVI(t *derive.TargetResult) string {
	if t.Status == derive.Met {
		return "đúng"
	}
	return "sai"
}

func yesEN(t *derive.TargetResult) string {
	if t.Status == derive.Met {
		return "true"
	}
	return "false"
}
