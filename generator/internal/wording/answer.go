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
		return w.pick("Không đánh giá được. ", "Cannot be assessed. ") + upper(w.reason(i, t))
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
	ref := lang.Reference(w.Lang, t.Target.Reference)
	year := ref
	if len(t.Target.Reference.String()) == 4 {
		year = "năm " + ref
	}
	s := w.pick("Kết quả "+year+" chưa được công bố", "The result for "+ref+" is not published yet")
	if t.Baseline != nil {
		base := lang.Reference(w.Lang, t.Baseline.Reference)
		s += w.pick("; mốc "+base+": ", "; "+base+": ") + w.Value(i, t.Baseline)
	}
	return s
}

// reason says why a target cannot be assessed.
func (w Words) reason(i *plan.Indicator, t *derive.TargetResult) string {
	switch t.Reason {
	case derive.ReasonDeclared:
		return t.Target.CannotJudge.In(w.Lang)
	case derive.ReasonWords:
		return w.pick("mục tiêu được nêu bằng lời", "the target is set in words")
	case derive.ReasonBaseline:
		return w.pick("không có số liệu mốc để so sánh", "there is no baseline to compare with")
	case derive.ReasonTier:
		return w.pick("nguồn không công bố nhóm xếp loại", "the publisher printed no tier")
	case derive.ReasonBefore:
		return w.pick("mới có một số liệu nên chưa tính được tốc độ tăng", "there is one figure only, so growth cannot be taken")
	case derive.ReasonZero:
		return w.pick("mốc bằng 0 nên không tính được tốc độ tăng", "the baseline is zero, so growth has no rate")
	case derive.ReasonUnits:
		return w.unitsMissing(t)
	case derive.ReasonBreak:
		return w.pick("cách tính đã thay đổi giữa mốc và kỳ đánh giá", "the series was redefined between the baseline and the result")
	}
	return w.pick("số liệu công bố thiếu phần cần so sánh", "the published figure lacks what the target compares")
}

func (w Words) missing(r *derive.IndicatorResult, t *derive.TargetResult) string {
	target := w.pick("mục tiêu: ", "target: ") + w.Target(r.Indicator, t.Target)
	var s string
	switch r.Status {
	case derive.NotReported:
		s = w.pick("Chưa báo cáo "+w.periodInside(r.Period), "Not reported for "+w.Period(r.Period))
		if r.Period.Due.Known() {
			s += w.pick("; hạn ", "; was due ") + lang.Date(w.Lang, r.Period.Due)
		}
	case derive.NotYetDue:
		s = w.notYetDue(r, t)
	default:
		s = w.pick("Chưa tìm thấy số liệu công bố", "No public figure found")
		if r.Last != nil {
			s = w.pick("Chưa tìm thấy số liệu công bố cho kỳ này", "No public figure found for this period")
		}
	}
	if r.Last == nil {
		return s + "; " + target
	}
	return s + w.pick("; số gần nhất: ", "; last known: ") + w.lastKnown(r, t)
}

func (w Words) notYetDue(r *derive.IndicatorResult, t *derive.TargetResult) string {
	ref := t.Target.Reference
	if !ref.From.After(r.Period.Cutoff) && w.Plan.Compiled() {
		whole := lang.Reference(w.Lang, ref)
		return w.pick("Chưa đến hạn: phải có số liệu của cả "+whole, "Not due yet: a figure of the whole of "+whole+" is needed")
	}
	if !ref.From.After(r.Period.Cutoff) {
		return w.pick("Chưa đến hạn báo cáo", "Not due yet")
	}
	begins := lang.Date(w.Lang, ref.From)
	return w.pick("Chưa đến hạn: thời gian của mục tiêu bắt đầu từ "+begins, "Not due yet: the target’s time begins on "+begins)
}

// lastKnown is the last known value with its date and the side of the target on which it lies.
func (w Words) lastKnown(r *derive.IndicatorResult, t *derive.TargetResult) string {
	s := w.Value(r.Indicator, r.Last) + " (" + w.AsOf(r.Last) + ")"
	if r.LastHolds == nil {
		return s
	}
	return s + ", " + w.Side(r) + " " + w.Target(r.Indicator, t.Target)
}

// Side says on which side of its target the last known value lies: trên mục tiêu · below the target of.
func (w Words) Side(r *derive.IndicatorResult) string {
	t := r.Target().Target
	floor := t.Kind == plan.AtLeast || t.Kind == plan.Above || t.Kind == plan.CutAtLeast
	last, _ := derive.Figure(r.Indicator, r.Last)
	switch {
	case floor && !*r.LastHolds:
		return w.pick("dưới mục tiêu", "below the target of")
	case floor && last.Cmp(t.Value) == 0:
		return w.pick("bằng mục tiêu", "equal to the target of")
	case floor:
		return w.pick("trên mục tiêu", "above the target of")
	case *r.LastHolds:
		return w.pick("thỏa mục tiêu", "within the target of")
	}
	return w.pick("chưa thỏa mục tiêu", "outside the target of")
}

func (w Words) rankAnswer(r *derive.IndicatorResult, t *derive.TargetResult) string {
	change := &derive.Change{From: t.Baseline, Difference: plan.Whole(t.Judged.Rank.Place - t.Baseline.Rank.Place)}
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
		return w.Target(i, t.Target), plain
	}
	value, _ := derive.Figure(i, t.Judged)
	c := value.Cmp(t.Target.Value)
	switch t.Target.Kind {
	case plan.AtLeast:
		if t.Target.Scope != "" {
			return w.Target(i, t.Target), c
		}
		return w.amount(i, t.Target.Value), c
	case plan.CutAtLeast:
		return w.Target(i, t.Target), c
	case plan.AtMost:
		return w.Target(i, t.Target), -c
	}
	return w.Target(i, t.Target), plain
}

func (w Words) existsAnswer(r *derive.IndicatorResult, t *derive.TargetResult) string {
	value := w.ValueShort(r.Indicator, t.Judged)
	if r.Status == derive.Met {
		return w.pick("Có: "+value, "There are: "+value) + ", " + w.AsOf(t.Judged)
	}
	return w.pick("Chưa có "+w.counted(r.Indicator)+" nào", "No "+w.counted(r.Indicator)+" yet") + ", " + w.AsOf(t.Judged)
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
	case o.Source.Published.Known():
		day := lang.Date(w.Lang, o.Source.Published.Date)
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
	gap := derive.Difference(t.Judged.Value, t.Target.Value)
	points := lang.Number(w.Lang, absolute(gap))
	unit := r.Indicator.Unit.In(w.Lang)
	if r.Indicator.Value == plan.Percent {
		unit = w.pick("điểm phần trăm", "percentage points")
	}
	return w.pick("Còn cách mục tiêu "+points+" "+unit+"; đã qua "+elapsed+" thời gian của kế hoạch.",
		points+" "+unit+" short of the target, with "+elapsed+" of the plan’s time gone.")
}
