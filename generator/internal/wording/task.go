package wording

import (
	"strings"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
)

// TaskAnswer is the sentence that opens a task's page.
func (w Words) TaskAnswer(r *derive.TaskResult) string {
	due := w.dueClause(r)
	switch r.Verdict {
	case derive.DoneOnTime:
		return w.pick("Hoàn thành", "Done") + w.on(r.Completed) + due
	case derive.DoneLate:
		return w.pick("Hoàn thành"+w.on(r.Completed)+", muộn "+w.days(r.DaysLate), "Done"+w.on(r.Completed)+", "+w.days(r.DaysLate)+" late") + w.latePart(r, due)
	case derive.DoneDateNotStated:
		if r.Completed.Known() {
			return w.pick("Hoàn thành", "Done") + w.on(r.Completed) + w.pick("; không rõ ngày của từng phần", "; the days of its parts are not all stated") + due
		}
		return w.pick("Đã hoàn thành; nguồn không nêu ngày", "Done; the source does not state the day") + due
	case derive.NoPublicDocument:
		if len(r.Related) > 0 {
			return w.pick("Chưa tìm thấy văn bản chắc chắn thuộc nhiệm vụ này; có văn bản liên quan", "No document found that surely belongs to this task; there are related documents") + due
		}
		return w.pick("Chưa tìm thấy văn bản công khai", "No public document found") + due
	case derive.NoDeadline:
		return w.stateClause(r) + w.pick("; kế hoạch không in thời hạn", "; the plan prints no deadline")
	case derive.Overdue:
		return w.pick("Quá hạn "+w.days(r.DaysLate), "Overdue by "+w.days(r.DaysLate)) + w.latePart(r, due)
	case derive.DueThisPeriod:
		return w.stateClause(r) + w.pick("; đến hạn trong kỳ", "; due this period") + due
	case derive.NotReportedTask:
		return w.pick("Chưa báo cáo kỳ này", "Not reported for this period") + due
	}
	return w.stateClause(r) + due
}

// on is the day of a sentence; nothing when it is not known.
func (w Words) on(day plan.Date) string {
	if !day.Known() {
		return ""
	}
	return w.pick(" ngày ", " on ") + lang.Date(w.Lang, day)
}

func (w Words) days(n int) string {
	return lang.Int(w.Lang, n) + w.pick(" ngày", lang.Plural(n, " day", " days"))
}

// latePart names the part that was late or is overdue, with its own day; where the whole was late, the day of the whole.
func (w Words) latePart(r *derive.TaskResult, whole string) string {
	for _, q := range r.Parts {
		if q.ID == r.LatePart && r.LatePart != "" {
			due := lang.Date(w.Lang, q.Due)
			return w.pick(" ở phần "+q.ID+"; hạn của phần này: "+due, " in part "+q.ID+"; due of that part: "+due)
		}
	}
	return whole
}

func (w Words) stateClause(r *derive.TaskResult) string {
	if r.State == "" {
		return w.pick("Chưa có báo cáo", "Nothing was reported")
	}
	return Upper(State(w.Lang, r.State))
}

func (w Words) dueClause(r *derive.TaskResult) string {
	if !r.Due.Known() {
		return ""
	}
	if r.Due != r.Task.Due() {
		return w.pick("; hạn đã dời: ", "; due, as moved: ") + lang.Date(w.Lang, r.Due)
	}
	return w.pick("; hạn trong kế hoạch: ", "; due in the plan: ") + lang.Date(w.Lang, r.Due)
}

// TaskWhy lists the steps that lead to a task's verdict; the last is the outcome.
func (w Words) TaskWhy(r *derive.TaskResult) []string {
	steps := append([]string{w.printedTime(r)}, w.moves(r)...)
	if r.Report != nil {
		steps = append(steps, w.reported(r.Report))
	}
	if n := len(r.Related); n > 0 {
		steps = append(steps, w.pick("Có "+lang.Int(w.Lang, n)+" văn bản liên quan; văn bản liên quan không làm thay đổi kết luận.",
			lang.Int(w.Lang, n)+lang.Plural(n, " related document; it changes", " related documents; they change")+" nothing in the verdict."))
	}
	return append(steps, w.verdictStep(r))
}

func (w Words) printedTime(r *derive.TaskResult) string {
	if r.Task.Printed.Time == "" {
		return w.pick("Kế hoạch để trống ô thời gian.", "The plan leaves the time column empty.")
	}
	s := w.pick("Thời gian in trong kế hoạch: ", "Time as printed: ") + lang.Quote(r.Task.Printed.Time)
	if r.Due.Known() {
		return s + w.pick("; hạn cuối: ", "; last day: ") + lang.Date(w.Lang, r.Task.Due()) + "."
	}
	return s + w.pick("; không phải một thời hạn cụ thể.", "; not a deadline of its own.")
}

func (w Words) reported(t *derive.TaskReport) string {
	s := w.pick("Được biết: ", "Known: ") + State(w.Lang, t.State) + w.on(t.Completed)
	if d := t.Document; d != nil && d.Number != "" {
		s += w.pick(", văn bản ", ", document ") + d.Number
		if d.Date.Known() {
			s += w.pick(" ngày ", " of ") + lang.Date(w.Lang, d.Date)
		}
	}
	return s + "."
}

func (w Words) verdictStep(r *derive.TaskResult) string {
	v := Lower(Verdict(w.Lang, r.Verdict))
	cutoff := lang.Date(w.Lang, r.Period.Cutoff)
	switch r.Verdict {
	case derive.DoneLate, derive.Overdue:
		s := w.pick("Muộn "+w.days(r.DaysLate), w.days(r.DaysLate)+" late")
		if r.LatePart != "" {
			s += w.pick(" ở phần ", " in part ") + r.LatePart
		}
		return s + ": " + v + "."
	case derive.NoPublicDocument:
		return w.pick("Bản này tổng hợp từ nguồn công khai; đến ngày chốt "+cutoff+" chưa có văn bản nào chắc chắn là sản phẩm của nhiệm vụ: "+v+".",
			"This site is compiled from public sources; by the cut-off, "+cutoff+", no document was surely the deliverable: "+v+".")
	case derive.DoneDateNotStated:
		if r.Completed.Known() {
			return w.pick("Phần đến hạn trước đó không rõ xong ngày nào nên không tính là đúng hạn: "+v+".", "When the part that was due before was done is not stated, so it is not counted as on time: "+v+".")
		}
		return w.pick("Không rõ ngày hoàn thành nên không tính là đúng hạn: "+v+".", "Without a day of completion it is not counted as on time: "+v+".")
	case derive.NoDeadline:
		return w.pick("Chưa hoàn thành và không có thời hạn nên không xét được sớm muộn: "+v+".", "Not done, and without a deadline lateness cannot be assessed: "+v+".")
	}
	return w.pick("Tính đến ngày chốt "+cutoff+": "+v+".", "As of the cut-off, "+cutoff+": "+v+".")
}

// TaskExplanation is the steps in one text, for the data files.
func (w Words) TaskExplanation(r *derive.TaskResult) string { return strings.Join(w.TaskWhy(r), " ") }

// moves are the deadlines that a document has moved, with the plan's own day.
func (w Words) moves(r *derive.TaskResult) []string {
	var steps []string
	for _, q := range r.Parts {
		if q.Move == nil {
			continue
		}
		part := w.pick("Thời hạn", "The deadline")
		if len(r.Parts) > 1 {
			part += w.pick(" của phần ", " of part ") + q.ID
		}
		from, to, since := lang.Date(w.Lang, q.Planned), lang.Date(w.Lang, q.Due), lang.Date(w.Lang, q.Move.ValidFrom)
		s := part + w.pick(" được dời từ "+from+" sang "+to+", có hiệu lực từ "+since, " was moved from "+from+" to "+to+", valid from "+since)
		if number := q.Move.Document.Number; number != "" {
			s += w.pick(", theo văn bản ", ", by document ") + number
		}
		steps = append(steps, s+w.pick("; lý do: ", "; reason: ")+strings.TrimSuffix(q.Move.Reason.In(w.Lang), ".")+".")
	}
	return steps
}

// Period is a period's name with the plan's year where the name does not hold it: Quý I · Q1.
func (w Words) Period(p plan.Period) string { return p.Name.In(w.Lang) }

func (w Words) periodInside(p plan.Period) string { return "kỳ " + p.Name.VI }
