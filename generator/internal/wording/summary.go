package wording

import (
	"strings"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
)

// Finding is the title of an indicator's chart: what it shows, in at most twelve words.
func (w Words) Finding(r *derive.IndicatorResult) string {
	i, t := r.Indicator, r.Target()
	switch {
	case t == nil || r.Status == derive.NoTarget:
		return w.pick("Kế hoạch không giao chỉ tiêu", "The plan sets no target")
	case r.Status == derive.Awaiting:
		ref := w.of(t.Target.Reference)
		return w.pick("Kết quả "+ref+" chưa được công bố", "The "+ref+" result is not published yet")
	case r.Status == derive.NotAssessable:
		return w.pick("Không đánh giá được mục tiêu: ", "Target not assessable: ") + w.Target(i, *t.Target)
	case r.Judged != nil && i.Value == plan.RankValue && t.Baseline != nil && t.Baseline.Rank != nil && r.Judged.Rank != nil:
		from, to := t.Baseline.Rank.Place, r.Judged.Rank.Place
		way := map[bool]string{true: " lên hạng ", false: " xuống hạng "}[to < from]
		if to == from {
			return w.pick("Giữ hạng "+lang.Int(w.Lang, to), "Still in "+lang.Ordinal(to)+" place")
		}
		return w.pick("Từ hạng "+lang.Int(w.Lang, from)+way+lang.Int(w.Lang, to), "From "+lang.Ordinal(from)+" to "+lang.Ordinal(to)+" place")
	case len(t.Units) > 0 && r.Status != derive.NoPublicFigure && r.Status != derive.NotReported && r.Status != derive.NotYetDue:
		return Upper(w.unitsArithmetic(t)) + "; " + w.pick("mục tiêu ", "target ") + w.asked(i, *t.Target)
	case t.Rate != nil:
		return w.pick("Tăng ", "Growth ") + w.rate(t) + "; " + w.pick("mục tiêu ", "target ") + growthAsked(w.Lang, *t.Target)
	case r.Judged != nil:
		return Upper(w.Value(i, r.Judged)) + "; " + w.pick("mục tiêu ", "target ") + w.Target(i, *t.Target)
	case r.Last != nil:
		return w.pick("Số gần nhất ", "Last known ") + w.Value(i, r.Last) + "; " + w.pick("mục tiêu ", "target ") + w.Target(i, *t.Target)
	}
	return Status(w.Lang, r.Status)
}

// Summary is the sentence that opens the home page and a period's report: how many targets are met and how many are
// not, what is known only from earlier, what is awaited, and what was not found.
func (w Words) Summary(a *derive.AsOf) string {
	if len(a.Indicators) == 0 {
		return ""
	}
	n, samples := a.CountIndicators()
	met := w.counted(n[derive.Met], string(derive.Met), Status(w.Lang, derive.Met))
	if n[derive.Met] == 0 {
		met = w.pick("chưa chỉ tiêu nào được xác nhận là đạt", "none is confirmed as met")
	}
	total := len(a.Indicators)
	open := w.pick("Trong "+lang.Int(w.Lang, total)+" chỉ tiêu, ", "Of "+lang.Int(w.Lang, total)+lang.Plural(total, " indicator, ", " indicators, "))
	first := append([]string{met}, w.counts(n, derive.Missed, derive.OnTrack, derive.Behind, derive.NotYetMet, derive.NotYetDue, derive.Awaiting)...)
	sentences := []string{open + w.series(first)}
	if s := w.earlier(a); s != "" {
		sentences = append(sentences, s)
	}
	if c := w.counts(n, derive.NoTarget, derive.NotAssessable); len(c) > 0 {
		sentences = append(sentences, w.series(c))
	}
	if s := w.unknown(a, n); s != "" {
		sentences = append(sentences, s)
	}
	if samples > 0 {
		sentences = append(sentences, w.samples(samples))
	}
	return strings.Join(sentences, ". ") + "."
}

func (w Words) counts(n map[derive.Status]int, statuses ...derive.Status) []string {
	var parts []string
	for _, s := range statuses {
		if n[s] > 0 {
			parts = append(parts, w.counted(n[s], string(s), Status(w.Lang, s)))
		}
	}
	return parts
}

func (w Words) samples(n int) string {
	return w.pick(lang.Int(w.Lang, n)+" chỉ có số liệu mẫu", lang.Int(w.Lang, n)+lang.Plural(n, " has", " have")+" sample figures only")
}

// earlier counts the indicators of which only a figure of an earlier period is known.
func (w Words) earlier(a *derive.AsOf) string {
	k, above := 0, 0
	for _, r := range a.Indicators {
		if r.Status == derive.NoPublicFigure && r.Last != nil {
			k++
			if r.LastHolds != nil && *r.LastHolds {
				above++
			}
		}
	}
	if k == 0 {
		return ""
	}
	num := func(n int) string { return lang.Int(w.Lang, n) }
	return w.pick(num(k)+" chỉ tiêu chỉ có số liệu của kỳ trước ("+num(above)+" đạt mức mục tiêu, "+num(k-above)+" chưa)",
		num(k)+lang.Plural(k, " has", " have")+" a figure of an earlier period only ("+num(above)+" at the target’s level, "+num(k-above)+" not)")
}

// unknown counts the indicators without any figure.
func (w Words) unknown(a *derive.AsOf, n map[derive.Status]int) string {
	k := n[derive.NoPublicFigure] + n[derive.NotReported]
	for _, r := range a.Indicators {
		if r.Status == derive.NoPublicFigure && r.Last != nil {
			k--
		}
	}
	if k == 0 {
		return ""
	}
	if !w.Plan.Compiled() {
		return lang.Int(w.Lang, k) + w.pick(" chưa báo cáo", lang.Plural(k, " was", " were")+" not reported")
	}
	s := lang.Int(w.Lang, k) + w.pick(" chưa tìm thấy số liệu công bố", lang.Plural(k, " has", " have")+" no public figure")
	if w.Plan.Looked.Known() {
		s += w.pick(" (tìm đến ", " (searched up to ") + lang.Date(w.Lang, w.Plan.Looked) + ")"
	}
	return s
}

// TaskSummary is the sentence about the tasks: what is documented row by row, and beside it what a report states.
func (w Words) TaskSummary(a *derive.AsOf) string {
	n, samples := a.CountTasks(plan.TaskLevel)
	total := samples
	for _, k := range n {
		total += k
	}
	if total == 0 {
		return ""
	}
	open := w.pick("Trong "+lang.Int(w.Lang, total)+" nhiệm vụ, ", "Of "+lang.Int(w.Lang, total)+lang.Plural(total, " task, ", " tasks, "))
	var parts []string
	for _, v := range derive.Verdicts(w.Plan) {
		if n[v] > 0 {
			parts = append(parts, w.counted(n[v], "task_"+string(v), Verdict(w.Lang, v)))
		}
	}
	if samples > 0 {
		parts = append(parts, w.samples(samples))
	}
	s := open + w.series(parts) + "."
	for _, t := range a.StatedTotals {
		if t.Of == "tasks" {
			s += " " + w.Stated(t)
		}
	}
	return s
}

// Stated is a stated total as a sentence; it is never spread over rows.
func (w Words) Stated(t derive.StatedTotal) string {
	done, total, ref := lang.Int(w.Lang, t.Done), lang.Int(w.Lang, t.Total), lang.Reference(w.Lang, t.Reference)
	return w.pick("Theo báo cáo được dẫn lại, đến "+ref+" đã hoàn thành "+done+"/"+total+"; báo cáo không nói rõ từng dòng.",
		"A report, as quoted, states "+done+" of "+total+" done by "+ref+"; it does not say which.")
}
