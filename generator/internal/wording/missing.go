package wording

import (
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
)

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
		return w.pick("không có số liệu của kỳ liền trước, dài như nhau, nên chưa tính được tốc độ tăng", "there is no figure of the period before, of the same length, so growth cannot be taken")
	case derive.ReasonZero:
		return w.pick("mốc bằng 0 nên không tính được tốc độ tăng", "the baseline is zero, so growth has no rate")
	case derive.ReasonUnits:
		return w.unitsMissing(t)
	case derive.ReasonWithheld:
		return w.pick("có số liệu, nhưng ", "there is a figure, ") + w.Suppressed() + w.pick(" vì ", ": ") + w.TooFew()
	case derive.ReasonBaselineWithheld:
		base := w.pick("số liệu mốc ", "the baseline is ")
		if t.Target.Baseline == nil {
			base = w.pick("số liệu của kỳ liền trước ", "the figure of the period before is ")
		}
		return base + w.Suppressed() + w.pick(" vì ", ": ") + w.TooFew()
	case derive.ReasonBreak:
		return w.pick("cách tính đã thay đổi giữa mốc và kỳ đánh giá", "the series was redefined between the baseline and the result")
	}
	return w.pick("số liệu công bố thiếu phần cần so sánh", "the published figure lacks what the target compares")
}

func (w Words) missing(r *derive.IndicatorResult, t *derive.TargetResult) string {
	target := w.pick("mục tiêu: ", "target: ") + w.Target(r.Indicator, *t.Target)
	var s string
	switch r.Status {
	case derive.NotReported:
		s = w.pick("Chưa báo cáo "+w.periodInside(*r.Period), "Not reported for "+w.Period(*r.Period))
		s += w.pick("; hạn ", "; was due ") + lang.Date(w.Lang, derive.ReportDue(*t.Target, *r.Period))
	case derive.NotYetDue:
		s = w.notYetDue(r, t)
	default:
		s = w.pick("Chưa tìm thấy số liệu công bố", "No public figure found")
		if t.Last != nil {
			s = w.pick("Chưa tìm thấy số liệu công bố cho kỳ này", "No public figure found for this period")
		}
	}
	if t.Last == nil {
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
	s := w.Value(r.Indicator, t.Last) + " (" + w.AsOf(t.Last) + ")"
	if t.LastHolds == nil {
		return s
	}
	return s + ", " + w.side(r.Indicator, t) + " " + w.Target(r.Indicator, *t.Target)
}

// side says on which side of a target the last known value lies: trên mục tiêu · below the target of.
func (w Words) side(i *plan.Indicator, r *derive.TargetResult) string {
	t := r.Target
	floor := t.Kind.Floor()
	last, _ := derive.Figure(i, r.Last)
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
