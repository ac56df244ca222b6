package wording

import (
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
)

// Target is a target as a phrase for sentences, with the level, region or units that it is set for: ít nhất 35% · at
// least 35%.
func (w Words) Target(i *plan.Indicator, t plan.Target) string { return w.asked(i, t) + w.setFor(t) }

// setFor names the part of the whole that a target is set for; empty for the whole.
func (w Words) setFor(t plan.Target) string {
	switch n := len(t.EachOf); {
	case n > 0:
		return w.pick(" ở từng đơn vị trong "+lang.Int(w.Lang, n)+" đơn vị", " in each of "+lang.Int(w.Lang, n)+" units")
	case t.Scope != "":
		return " (" + w.Breakdown(t.Scope) + ")"
	}
	return ""
}

// Breakdown is the name of a level, region or unit.
func (w Words) Breakdown(id plan.BreakdownID) string {
	for _, b := range w.Plan.Breakdowns {
		if b.ID == id {
			return b.Name.In(w.Lang)
		}
	}
	return string(id)
}

func (w Words) asked(i *plan.Indicator, t plan.Target) string {
	n := w.amount(i, t.Value)
	switch t.Kind {
	case plan.AtLeast:
		if whole(i, t) {
			return n
		}
		return w.pick("ít nhất ", "at least ") + n
	case plan.AtMost:
		if i.Value == plan.RankValue {
			return w.pick("trong "+n+" hạng đầu", "among the first "+n)
		}
		return w.pick("không quá ", "at most ") + n
	case plan.Exactly:
		return w.pick("đúng ", "exactly ") + n
	case plan.Above:
		return w.pick("trên ", "above ") + n
	case plan.Below:
		return w.pick("dưới ", "below ") + n
	case plan.Between:
		return w.pick("từ ", "between ") + lang.Number(w.Lang, t.Value) + w.pick(" đến ", " and ") + w.amount(i, t.Upper)
	case plan.BetterRank:
		return w.pick("cải thiện vị trí so với ", "a better place than ") + w.inYear(t)
	case plan.BetterValue:
		return w.pick("tốt hơn ", "better than ") + w.inYear(t) + w.atLeastBy(i, t)
	case plan.GrowthLeast, plan.GrowthMost, plan.CutAtLeast:
		return w.growthTarget(i, t)
	case plan.TierAtLeast:
		tier, _ := i.Tier(t.Tier)
		return w.pick("nhóm "+tier.Name.VI+" trở lên", "the “"+tier.Name.EN+"” tier or above")
	case plan.Exists:
		return w.pick("có ít nhất 1 ", "at least one ") + w.unitNoun(i)
	case plan.InWords:
		return t.Words.In(w.Lang)
	}
	return w.pick("không giao chỉ tiêu", "no target set")
}

// whole tells a target of 100 %, of which "at least" says nothing.
func whole(i *plan.Indicator, t plan.Target) bool {
	return i.Value == plan.Percent && t.Value.Cmp(plan.Whole(100)) == 0
}

func (w Words) unitNoun(i *plan.Indicator) string {
	if u := i.Unit.In(w.Lang); u != "" {
		if w.Lang == plan.EN {
			return singular(u)
		}
		return u
	}
	return w.pick("trường hợp", "case")
}

// singular takes the plural s off a unit: units are declared in the plural.
func singular(u string) string {
	if n := len(u); n > 2 && u[n-1] == 's' && u[n-2] != 's' {
		return u[:n-1]
	}
	return u
}

// inYear is the baseline's time behind “better than”: in 2030, on 14 March 2030.
func (w Words) inYear(t plan.Target) string {
	switch {
	case w.Lang == plan.VI || t.Baseline == nil:
		return w.year(t)
	case t.Baseline.Reference.From.Known() && t.Baseline.Reference.From == t.Baseline.Reference.To:
		return "on " + w.year(t)
	}
	return "in " + w.year(t)
}

func (w Words) year(t plan.Target) string {
	if t.Baseline == nil {
		return w.pick("mốc", "the baseline")
	}
	return w.of(t.Baseline.Reference)
}

// of is a reference inside a sentence: năm 2030 · quý IV/2030.
func (w Words) of(r plan.Reference) string {
	ref := lang.Reference(w.Lang, r)
	switch {
	case len(r.String()) == 4:
		return w.pick("năm "+ref, ref)
	case r.From.Known() && r.From == r.To:
		return w.pick("ngày "+ref, ref)
	}
	return ref
}

// TargetShort is a target for tables and charts: ≥ 35% · Hạng tốt hơn 2022 · Nhóm Tốt · ≥ 35% (Cấp xã).
func (w Words) TargetShort(i *plan.Indicator, t plan.Target) string {
	return w.askedShort(i, t) + w.setFor(t)
}

func (w Words) askedShort(i *plan.Indicator, t plan.Target) string {
	n := w.amount(i, t.Value)
	switch t.Kind {
	case plan.AtLeast:
		if whole(i, t) {
			return n
		}
		return "≥ " + n
	case plan.AtMost:
		return "≤ " + n
	case plan.Exactly:
		return "= " + n
	case plan.Above:
		return "> " + n
	case plan.Below:
		return "< " + n
	case plan.Between:
		return lang.Number(w.Lang, t.Value) + "–" + w.amount(i, t.Upper)
	case plan.BetterRank:
		return w.pick("Hạng tốt hơn ", "Better rank than ") + w.baselineLabel(t)
	case plan.BetterValue:
		return w.pick("Tốt hơn ", "Better than ") + w.baselineLabel(t) + w.atLeastBy(i, t)
	case plan.GrowthLeast:
		return w.pick("Tăng ≥ ", "Growth ≥ ") + lang.Percent(w.Lang, t.Value)
	case plan.GrowthMost:
		return w.pick("Tăng ≤ ", "Growth ≤ ") + lang.Percent(w.Lang, t.Value)
	case plan.CutAtLeast:
		return w.pick("Giảm ≥ ", "Cut ≥ ") + n
	case plan.TierAtLeast:
		tier, _ := i.Tier(t.Tier)
		return w.pick("Nhóm ", "Tier ") + tier.Name.In(w.Lang)
	case plan.Exists:
		return "≥ 1 " + w.unitNoun(i)
	case plan.InWords:
		return t.Words.In(w.Lang)
	}
	return w.pick("Không có", "None")
}

func (w Words) baselineLabel(t plan.Target) string {
	if t.Baseline == nil {
		return w.pick("mốc", "baseline")
	}
	return lang.Reference(w.Lang, t.Baseline.Reference)
}

// AlsoSet is a figure that another document set, as a phrase.
func (w Words) AlsoSet(i *plan.Indicator, a plan.AlsoSet) string {
	return w.Target(i, plan.Target{Kind: a.Kind, Value: a.Value, Upper: a.Upper, Tier: a.Tier, Words: a.Words})
}
