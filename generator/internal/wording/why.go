package wording

import (
	"math/big"
	"strings"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
)

func ratio(a, b int) *big.Rat { return big.NewRat(int64(max(min(a, b), 0)), int64(b)) }

func absolute(n plan.Number) plan.Number {
	return plan.Rounded(new(big.Rat).Abs(n.Rat()), n.Decimals())
}

// Why lists the steps that lead to an indicator's status: the target as printed and as read, the value with its date,
// the comparison, the outcome. The last step is the outcome.
func (w Words) Why(r *derive.IndicatorResult) []string {
	var steps []string
	for n := range r.Targets {
		steps = append(steps, w.whyTarget(r, &r.Targets[n])...)
	}
	if len(r.Targets) != 1 {
		steps = append(steps, w.together(r))
	}
	return append(w.superseded(r), steps...)
}

func (w Words) together(r *derive.IndicatorResult) string {
	if len(r.Targets) == 0 {
		return w.noTarget() + "."
	}
	return w.pick("Dòng này có "+lang.Int(w.Lang, len(r.Targets))+" mục tiêu; tình trạng chung: ",
		"This row has "+lang.Int(w.Lang, len(r.Targets))+" targets; together: ") + Lower(Status(w.Lang, r.Status)) + "."
}

func (w Words) whyTarget(r *derive.IndicatorResult, t *derive.TargetResult) []string {
	i := r.Indicator
	if t.Target.Kind == plan.NoTarget {
		printed := lang.Quote(i.Printed.Target)
		return []string{w.pick("Ô mục tiêu trong kế hoạch in "+printed+": không giao chỉ tiêu.", "The plan prints "+printed+" in the target column: no target is set.")}
	}
	steps := []string{w.pick("Mục tiêu in trong kế hoạch: ", "Target as printed: ") + lang.Quote(i.Printed.Target) +
		w.pick("; được hiểu là ", "; read as ") + w.Target(i, *t.Target) + w.pick(", hạn ", ", due ") + lang.Date(w.Lang, t.Target.Due) + "."}
	if t.Baseline != nil && w.Value(i, t.Baseline) != "—" {
		base := lang.Reference(w.Lang, t.Baseline.Reference)
		steps = append(steps, w.pick("Mốc "+base+": ", "Baseline "+base+": ")+w.Value(i, t.Baseline)+w.ofPlan(t.Baseline)+".")
	}
	if t.Judged != nil {
		steps = append(steps, w.whoseFigure(r, t)+w.Value(i, t.Judged)+", "+w.AsOf(t.Judged)+".")
	}
	if n := w.otherN(t); n != "" {
		steps = append(steps, n)
	}
	if _, known, _ := t.UnitCounts(); known > 0 {
		steps = append(steps, w.unitsStep(t))
	}
	return append(steps, w.outcomeStep(r, t))
}

// whoseFigure says whether the period brought the figure that judges, or an earlier one, after the target's time was over.
func (w Words) whoseFigure(r *derive.IndicatorResult, t *derive.TargetResult) string {
	if t.Judged.Period == r.Period.ID {
		return w.pick("Số liệu của kỳ: ", "Figure of the period: ")
	}
	return w.pick("Thời gian của mục tiêu đã hết; số liệu cuối cùng đã báo cáo: ", "The target’s time is over; its final figure, reported before: ")
}

func (w Words) outcomeStep(r *derive.IndicatorResult, t *derive.TargetResult) string {
	status := Lower(Status(w.Lang, t.Status))
	cutoff := lang.Date(w.Lang, r.Period.Cutoff)
	switch t.Status {
	case derive.Awaiting:
		if t.Expected.Known() {
			day := lang.Date(w.Lang, t.Expected)
			return w.pick("Đến ngày chốt "+cutoff+" kết quả chưa ra (ra ngày "+day+"): "+status+".",
				"At the cut-off, "+cutoff+", the result was not out (it came out on "+day+"): "+status+".")
		}
		return w.pick("Đến ngày chốt "+cutoff+" kết quả chưa ra: "+status+".", "At the cut-off, "+cutoff+", the result was not out: "+status+".")
	case derive.NotAssessable:
		return strings.TrimSuffix(Upper(w.reason(r.Indicator, t)), ".") + ". " + Upper(status) + "."
	case derive.NoPublicFigure, derive.NotReported, derive.NotYetDue:
		return w.whyMissing(r, t, status)
	}
	return w.Arithmetic(r.Indicator, t) + w.pick(" nên: ", ", so: ") + status + w.time(r, t) + "."
}

func (w Words) whyMissing(r *derive.IndicatorResult, t *derive.TargetResult, status string) string {
	s := w.pick("Không có số liệu nào của kỳ này dùng để đánh giá được: ", "No figure of this period can judge the row: ") + status
	if t.Last != nil {
		s += w.pick("; số gần nhất trong năm kế hoạch là ", "; the last known within the plan is ") + w.lastKnown(r, t)
	}
	if t.Status == derive.NotYetDue && t.Target.Reference.From.After(r.Period.Cutoff) {
		return w.notYetDue(r, t) + "."
	}
	if t.Status == derive.NotReported {
		return s + ". " + w.declared(r)
	}
	return s + "."
}

// time says whether the due day had passed, where that decides.
func (w Words) time(r *derive.IndicatorResult, t *derive.TargetResult) string {
	switch t.Status {
	case derive.Missed:
		return w.pick(" (đã đến hạn ", " (due ") + lang.Date(w.Lang, t.Target.Due) + ")"
	case derive.NotYetMet:
		return w.pick(" (hạn ", " (due ") + lang.Date(w.Lang, t.Target.Due) + w.pick(", sau ngày chốt ", ", after the cut-off of ") + lang.Date(w.Lang, r.Period.Cutoff) + ")"
	case derive.OnTrack, derive.Behind:
		value, _ := derive.Figure(r.Indicator, t.Judged)
		limit := plan.Faithful(t.Limit, value.Rat(), max(value.Decimals(), 1))
		return w.pick(" (theo lộ trình, đến ngày chốt cần ", " (the declared path asks for ") + w.amount(r.Indicator, limit) + w.pick(")", " at the cut-off)")
	}
	return ""
}

// Explanation is the steps in one text, for the data files.
func (w Words) Explanation(r *derive.IndicatorResult) string { return strings.Join(w.Why(r), " ") }

// Lower takes the capital off a term inside a sentence.
func Lower(s string) string { return first(s, strings.ToLower) }

// Upper sets a capital at the beginning of a sentence.
func Upper(s string) string { return first(s, strings.ToUpper) }

func first(s string, change func(string) string) string {
	for i, r := range s {
		if i == 0 {
			n := len(string(r))
			return change(s[:n]) + s[n:]
		}
	}
	return s
}
