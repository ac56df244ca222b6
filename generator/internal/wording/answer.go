package wording

import (
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
)

// Answer is the sentence that opens an indicator's page: the result against the target, and as of when.
func (w Words) Answer(r *derive.IndicatorResult) string {
	i, t := r.Indicator, r.Target()
	if t == nil {
		return w.noTarget()
	}
	switch r.Status {
	case derive.NoTarget:
		return w.noTarget()
	case derive.Awaiting:
		return w.awaiting(i, t)
	case derive.NotAssessable:
		return w.pick("Không đánh giá được. ", "Cannot be assessed. ") + Upper(w.reason(i, t))
	case derive.NoPublicFigure, derive.NotReported, derive.NotYetDue:
		return w.missing(r, t)
	}
	switch {
	case len(t.Units) > 0:
		return w.unitsAnswer(r, t)
	case t.Rate != nil:
		return w.growthAnswer(r, t)
	case t.Target.Kind == plan.BetterRank:
		return w.rankAnswer(r, t)
	}
	return w.valueAnswer(r, t)
}

func (w Words) noTarget() string {
	return w.pick("Kế hoạch không giao chỉ tiêu cho dòng này", "The plan sets no target for this row")
}

func (w Words) awaiting(i *plan.Indicator, t *derive.TargetResult) string {
	ref := w.of(t.Target.Reference)
	s := w.pick("Kết quả "+ref+" chưa được công bố", "The result for "+ref+" is not published yet")
	if t.Baseline != nil {
		base := lang.Reference(w.Lang, t.Baseline.Reference)
		s += w.pick("; mốc "+base+": ", "; "+base+": ") + w.Value(i, t.Baseline)
	}
	return s
}

func (w Words) rankAnswer(r *derive.IndicatorResult, t *derive.TargetResult) string {
	change := plan.Whole(t.Judged.Rank.Place - t.Baseline.Rank.Place)
	base := lang.Reference(w.Lang, t.Baseline.Reference)
	s := w.pick("Hạng "+lang.RankShort(w.Lang, *t.Judged.Rank), lang.Rank(w.Lang, *t.Judged.Rank)) + ", " + w.Change(r.Indicator, change)
	if w.Lang == plan.EN {
		return s + " from " + lang.Rank(w.Lang, *t.Baseline.Rank) + " in " + base + ": " + w.outcome(r.Status, plain)
	}
	return s + " so với mốc " + base + " (" + lang.RankShort(w.Lang, *t.Baseline.Rank) + ") — " + w.outcome(r.Status, plain)
}

func (w Words) valueAnswer(r *derive.IndicatorResult, t *derive.TargetResult) string {
	i, o := r.Indicator, t.Judged
	if t.Target.Kind == plan.Exists {
		return w.existsAnswer(r, t)
	}
	value := w.Value(i, o)
	verb := "Đạt "
	if i.Value == plan.TierValue {
		verb = "Thuộc "
	}
	target, how := w.against(i, t)
	if w.Lang == plan.EN {
		return value + " against a target of " + target + ": " + w.outcome(r.Status, how) + ", " + w.AsOf(o)
	}
	return verb + value + " so với mục tiêu " + target + " — " + w.outcome(r.Status, how) + ", " + w.AsOf(o)
}

// How a value that meets its target compares with it.
const (
	equal  = 0
	beyond = 1
	plain  = 2 // the target is no single figure
)

// against is the target as it is set against a value, and how the value compares.
func (w Words) against(i *plan.Indicator, t *derive.TargetResult) (string, int) {
	if !t.Target.Value.Known() || t.Target.Kind == plan.Between {
		return w.Target(i, *t.Target), plain
	}
	value, _ := derive.Figure(i, t.Judged)
	c := value.Cmp(t.Target.Value)
	switch t.Target.Kind {
	case plan.AtLeast:
		if t.Target.Scope != "" {
			return w.Target(i, *t.Target), c
		}
		return w.amount(i, t.Target.Value), c
	case plan.CutAtLeast:
		return w.Target(i, *t.Target), c
	case plan.AtMost: // staying under a ceiling is meeting it; only a floor is exceeded
		if c == 0 {
			return w.Target(i, *t.Target), equal
		}
	}
	return w.Target(i, *t.Target), plain
}

func (w Words) existsAnswer(r *derive.IndicatorResult, t *derive.TargetResult) string {
	value := w.ValueShort(r.Indicator, t.Judged)
	if t.Judged.Yes != nil {
		return value + ", " + w.AsOf(t.Judged)
	}
	if r.Status == derive.Met {
		return w.pick("Có: "+value, "There are: "+value) + ", " + w.AsOf(t.Judged)
	}
	return w.pick("Chưa có "+w.unitNoun(r.Indicator)+" nào", "No "+w.unitNoun(r.Indicator)+" yet") + ", " + w.AsOf(t.Judged)
}

// outcome ends the answer.
func (w Words) outcome(s derive.Status, how int) string {
	switch s {
	case derive.Met:
		switch how {
		case equal:
			return w.pick("vừa đạt mục tiêu", "target just met")
		case beyond:
			return w.pick("vượt mục tiêu", "target exceeded")
		}
		return w.pick("đạt mục tiêu", "target met")
	case derive.Missed:
		return w.pick("không đạt mục tiêu", "target missed")
	case derive.OnTrack:
		return w.pick("đúng tiến độ", "on track")
	case derive.Behind:
		return w.pick("chậm tiến độ", "behind")
	}
	return w.pick("chưa đạt, còn thời hạn", "not yet met, time remains")
}

// AnswerNote is the small line under the answer: place among others, what was published when, how much time was left.
func (w Words) AnswerNote(r *derive.IndicatorResult) string {
	t := r.Target()
	o := r.Judged
	switch {
	case t == nil:
		return ""
	case o == nil && r.Status == derive.NoPublicFigure && w.Plan.Looked.Known():
		day := lang.Date(w.Lang, w.Plan.Looked)
		return w.pick("Đã tìm trong các nguồn công khai đến ngày "+day+".", "Public sources were searched up to "+day+".")
	case r.Status == derive.NotReported:
		return w.declared(r)
	case o == nil:
		return ""
	case r.Status == derive.NotYetMet:
		return w.distance(r, t)
	case o.Rank != nil && r.Indicator.Value != plan.RankValue:
		return w.pick("Xếp thứ "+lang.Int(w.Lang, o.Rank.Place)+" trong "+lang.Int(w.Lang, o.Rank.Of)+" đơn vị được xếp hạng.",
			"Ranked "+lang.Rank(w.Lang, *o.Rank)+".")
	case o.Published.Known():
		day := lang.Date(w.Lang, o.Published)
		return w.pick("Công bố ngày "+day+".", "Published on "+day+".")
	}
	return ""
}

// distance sets the way still to go beside the share of the plan's time that had passed.
func (w Words) distance(r *derive.IndicatorResult, t *derive.TargetResult) string {
	total, passed := t.Target.Due.DaysSince(w.Plan.Start)+1, r.Period.Cutoff.DaysSince(w.Plan.Start)+1
	if total <= 0 || !t.Judged.Value.Known() || !t.Target.Value.Known() || t.Rate != nil || r.Indicator.Value == plan.RankValue {
		return ""
	}
	elapsed := lang.Share(w.Lang, ratio(passed, total))
	gap := plan.Difference(t.Judged.Value, t.Target.Value)
	points := lang.Number(w.Lang, absolute(gap))
	unit := r.Indicator.Unit.In(w.Lang)
	if r.Indicator.Value == plan.Percent {
		unit = w.pick("điểm phần trăm", "percentage points")
	}
	return w.pick("Còn cách mục tiêu "+points+" "+unit+"; đã qua "+elapsed+" thời gian của kế hoạch.",
		points+" "+unit+" short of the target, with "+elapsed+" of the plan’s time gone.")
}
