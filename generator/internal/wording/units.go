package wording

import (
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
)

// unitsKnown says of how many units the figures are known.
func (w Words) unitsKnown(t *derive.TargetResult) string {
	_, known, all := t.UnitCounts()
	k, n := lang.Int(w.Lang, known), lang.Int(w.Lang, all)
	if known == all {
		return w.pick("đã biết cả "+n+" đơn vị", "all "+n+" units are known")
	}
	return w.pick("mới biết "+k+" trong "+n+" đơn vị", k+" of "+n+" units are known")
}

func (w Words) unitsMissing(t *derive.TargetResult) string {
	_, known, all := t.UnitCounts()
	k, n := lang.Int(w.Lang, all-known), lang.Int(w.Lang, all)
	s := w.pick("thiếu số liệu so được của "+k+" trong "+n+" đơn vị", "comparable figures of "+k+" of "+n+" units are missing")
	withheld := 0
	for _, u := range t.Units {
		if u.Withheld != nil || u.Reason == derive.ReasonBaselineWithheld {
			withheld++
		}
	}
	if withheld == 0 {
		return s
	}
	h := lang.Int(w.Lang, withheld)
	return s + w.pick("; của "+h+" đơn vị ", "; those of "+h+" are ") + w.Suppressed() + w.pick(" vì ", ": ") + w.TooFew()
}

func (w Words) unitsArithmetic(t *derive.TargetResult) string {
	holding, _, all := t.UnitCounts()
	k, n := lang.Int(w.Lang, holding), lang.Int(w.Lang, all)
	return w.pick(k+" trong "+n+" đơn vị thỏa mãn", k+" of "+n+" units hold it")
}

// UnitsShort is how many units hold a target, for tables: 3/4 đơn vị · 3 of 4 units.
func (w Words) UnitsShort(t *derive.TargetResult) string {
	holding, _, all := t.UnitCounts()
	k, n := lang.Int(w.Lang, holding), lang.Int(w.Lang, all)
	return w.pick(k+"/"+n+" đơn vị", k+" of "+n+lang.Plural(all, " unit", " units"))
}

func (w Words) unitsAnswer(r *derive.IndicatorResult, t *derive.TargetResult) string {
	s := Upper(w.unitsArithmetic(t)) + w.pick(" mục tiêu ", ": ") + w.asked(r.Indicator, *t.Target)
	return s + w.pick(" — ", "; ") + w.outcome(r.Status, plain)
}

// unitsStep counts the units, and names those that are known to fall short.
func (w Words) unitsStep(t *derive.TargetResult) string {
	var short []string
	for _, u := range t.Units {
		if u.Known() && !u.Holds {
			short = append(short, w.Breakdown(u.Unit))
		}
	}
	s := Upper(w.unitsKnown(t)) + "; " + w.unitsArithmetic(t)
	if len(short) > 0 {
		s += w.pick("; chưa thỏa mãn: ", "; falling short: ") + lang.Join(w.Lang, short)
	}
	return s + "."
}

// superseded are the targets that judged once, in steps before those of the present ones.
func (w Words) superseded(r *derive.IndicatorResult) []string {
	var steps []string
	for _, x := range r.Superseded {
		t := w.Target(r.Indicator, *x.Target)
		since := lang.Date(w.Lang, x.Target.ValidFrom)
		if x.Replaced {
			steps = append(steps, w.pick("Mục tiêu trước đây, có hiệu lực từ "+since+", đã được thay: "+t+".", "The target before, valid from "+since+", was replaced: "+t+"."))
			continue
		}
		ref := lang.Reference(w.Lang, x.Target.Reference)
		steps = append(steps, w.pick("Mục tiêu của "+ref+" đã hết thời gian: "+t+".", "The time of the target of "+ref+" is over: "+t+"."))
	}
	return steps
}

// otherN says that a different number of places were ranked; empty when the same were.
func (w Words) otherN(t *derive.TargetResult) string {
	if t.Target.Kind != plan.BetterRank || t.Judged == nil || t.Baseline == nil || t.Judged.Rank == nil || t.Baseline.Rank == nil ||
		t.Judged.Rank.Of == t.Baseline.Rank.Of {
		return ""
	}
	now, then := lang.Int(w.Lang, t.Judged.Rank.Of), lang.Int(w.Lang, t.Baseline.Rank.Of)
	return w.pick("Số đơn vị được xếp hạng khác nhau: "+now+", ở mốc là "+then+".", "A different number of places were ranked: "+now+", at the baseline "+then+".")
}

// declared is the reason that was given for not reporting, or that none was.
func (w Words) declared(r *derive.IndicatorResult) string {
	if r.Declared().Empty() {
		return w.pick("Không có lý do kèm theo.", "No explanation was given.")
	}
	return w.pick("Lý do nêu ra: ", "Reason given: ") + r.Declared().In(w.Lang)
}
