package report

import (
	"strconv"
	"strings"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// chapters are the summary, the areas, what was revised, and who reported; those without content are left out.
func (m maker) chapters() []Chapter {
	all := []Chapter{{Heading: m.pick("Kết quả chung", "Results as a whole"), Text: m.summary()},
		{Heading: m.pick("Kết quả theo lĩnh vực", "Results by area"), Parts: m.areas()}}
	if text := m.revised(); len(text) > 0 {
		all = append(all, Chapter{Heading: m.pick("Đính chính và thay đổi định nghĩa", "Revisions and changed definitions"), Text: text})
	}
	if text := m.reporting(); len(text) > 0 {
		all = append(all, Chapter{Heading: m.pick("Chế độ báo cáo", "Reporting compliance"), Text: text})
	}
	for n := range all {
		all[n].Heading = roman(n+1) + ". " + all[n].Heading
	}
	return all
}

func roman(n int) string { return [...]string{"", "I", "II", "III", "IV", "V"}[n] }

func (m maker) summary() []string {
	var text []string
	for _, s := range []string{m.words.Summary(m.at), m.words.TaskSummary(m.at)} {
		if s != "" {
			text = append(text, m.composed(s))
		}
	}
	return append(text, m.pick("Kết quả từng chỉ tiêu ở Phụ lục I, từng nhiệm vụ ở Phụ lục II kèm theo.", "Appendix I has the result of each indicator, Appendix II that of each task."))
}

// areas list what was reached and what is amiss; how many other rows there are is said, and the appendices have them.
func (m maker) areas() []Part {
	var all []Part
	for n, area := range m.world.Plan.Areas {
		part := Part{Heading: strconv.Itoa(n+1) + ". " + m.in(area.Name)}
		reached, amiss, others := m.sorted(area.ID)
		for _, list := range []List{{m.pick("Đã đạt, đã hoàn thành hoặc đúng tiến độ:", "Met, done or on track:"), reached},
			{m.pick("Không đạt, chậm hoặc quá hạn:", "Missed, late or overdue:"), amiss}} {
			if len(list.Items) > 0 {
				part.Lists = append(part.Lists, list)
			}
		}
		switch k := lang.Int(m.words.Lang, others); {
		case others > 0 && len(part.Lists) > 0:
			part.Text = []string{m.pick("Còn "+k+" chỉ tiêu, nhiệm vụ khác: xem các phụ lục.", k+lang.Plural(others, " other row", " other rows")+": see the appendices.")}
		case others > 0:
			part.Text = []string{m.pick("Chưa có kết quả nào được xác nhận; "+k+" chỉ tiêu, nhiệm vụ của lĩnh vực này: xem các phụ lục.",
				"No result is confirmed yet; for the "+k+lang.Plural(others, " row", " rows")+" of this area see the appendices.")}
		}
		all = append(all, part)
	}
	return all
}

var (
	reachedStatus  = map[derive.Status]bool{derive.Met: true, derive.OnTrack: true}
	amissStatus    = map[derive.Status]bool{derive.Missed: true, derive.Behind: true}
	reachedVerdict = map[derive.Verdict]bool{derive.DoneOnTime: true, derive.DoneDateNotStated: true}
	amissVerdict   = map[derive.Verdict]bool{derive.DoneLate: true, derive.Overdue: true}
)

func (m maker) sorted(area plan.AreaID) (reached, amiss []string, others int) {
	add := func(is, bad bool, text string) {
		switch {
		case is:
			reached = append(reached, text)
		case bad:
			amiss = append(amiss, text)
		default:
			others++
		}
	}
	for _, r := range m.at.Indicators {
		if r.Indicator.Area == area {
			add(reachedStatus[r.Status], amissStatus[r.Status], m.sentence(m.pick("Chỉ tiêu ", "Indicator ")+string(r.Indicator.ID), r.Indicator.Short, m.words.Answer(r), r.Lowered))
		}
	}
	for _, r := range m.at.Tasks {
		if r.Task.Area == area {
			add(reachedVerdict[r.Verdict], amissVerdict[r.Verdict], m.sentence(m.pick("Nhiệm vụ ", "Task ")+string(r.Task.ID), r.Task.Short, m.words.TaskAnswer(r), r.Lowered))
		}
	}
	return reached, amiss, others
}

// sentence is a row with its answer, and how firm that is where it is not final.
func (m maker) sentence(row string, name plan.Text, answer string, status plan.DataStatus) string {
	return row + " (" + m.in(name) + "): " + wording.Lower(strings.TrimSuffix(m.composed(answer), ".")) + m.firmness(status) + "."
}

func (m maker) firmness(s plan.DataStatus) string {
	if s == "" || s == plan.Final {
		return ""
	}
	return " (" + wording.DataStatus(m.words.Lang, s) + ")"
}

// revised are the corrections and the changed definitions that the period brought.
func (m maker) revised() []string {
	var all []string
	add := func(row, change string, why plan.Text) {
		all = append(all, "- "+row+": "+change+m.pick("; lý do: ", "; reason: ")+strings.TrimSuffix(m.in(why), ".")+".")
	}
	for _, r := range m.world.Revisions() {
		switch {
		case r.Release != m.at.Period.ID:
		case r.Withdraws():
			add(m.row(r.Indicator, r.Task), m.pick("rút lại ", "withdrawn, ")+m.corrected(&r.Correction, r.From), r.Reason)
		default:
			add(m.row(r.Indicator, r.Task), m.fromTo(m.corrected(&r.Correction, r.From), m.corrected(&r.Correction, r.To)), r.Reason)
		}
	}
	for _, r := range m.world.Redefinitions() {
		if r.Release != m.at.Period.ID {
			continue
		}
		row := m.pick("Cả kế hoạch", "The whole plan")
		if kind, id := r.Row(); kind == plan.IndicatorAnnex {
			row = m.row(plan.IndicatorID(id), "")
		} else if kind == plan.TaskAnnex {
			row = m.row("", plan.TaskID(id))
		}
		add(row, m.pick("sửa định nghĩa ", "definition changed ")+m.fromTo(m.value(plan.Scalar(r.From)), m.value(plan.Scalar(r.To))), r.Why)
	}
	return all
}

func (m maker) fromTo(from, to string) string {
	return m.pick("từ "+from+" thành "+to, "from "+from+" to "+to)
}

func (m maker) row(i plan.IndicatorID, t plan.TaskID) string {
	if of := m.world.Plan.Indicator(i); of != nil {
		return m.pick("Chỉ tiêu ", "Indicator ") + string(i) + " (" + m.in(of.Short) + ")"
	}
	for _, of := range m.world.Plan.Tasks {
		if of.ID == t {
			return m.pick("Nhiệm vụ ", "Task ") + string(t) + " (" + m.in(of.Short) + ")"
		}
	}
	return string(i) + string(t)
}

// corrected is a value of a correction, in the unit of its indicator.
func (m maker) corrected(c *plan.Correction, v plan.Scalar) string {
	i := m.world.Plan.Indicator(c.Indicator)
	if o, err := (plan.Observation{}).With(c.Field, v); err == nil && i != nil && !o.Withdrawn(i.Value) {
		return m.composed(m.words.ValueShort(i, derive.Unsourced(o)))
	}
	return m.value(v)
}

// value is a value of a task's report or of a definition as readers of the language write it.
func (m maker) value(v plan.Scalar) string {
	if v == "" {
		return m.pick("chưa có", "none")
	}
	if n, err := plan.ParseNumber(string(v)); err == nil {
		return lang.Number(m.words.Lang, n)
	}
	if d, err := plan.ParseDate(string(v)); err == nil {
		return m.day(d)
	}
	return wording.State(m.words.Lang, plan.TaskState(v))
}

// reporting lists the agencies that reported late, in part or not at all, after how many did as asked.
func (m maker) reporting() []string {
	all, fine := 0, 0
	var rest []string
	for _, r := range m.world.Compliance(m.site.Agencies) {
		if r.Period.ID != m.at.Period.ID {
			continue
		}
		if all++; r.Verdict == derive.ReportedOnTime {
			fine++
			continue
		}
		name := string(r.Agency)
		if a := m.site.Agency(r.Agency); a != nil {
			name = m.in(a.Name)
		}
		rest = append(rest, "- "+name+": "+m.how(r)+".")
	}
	if all == 0 {
		return nil
	}
	first := m.pick(strconv.Itoa(fine)+"/"+strconv.Itoa(all)+" cơ quan báo cáo đúng hạn và đủ.", strconv.Itoa(fine)+" of "+strconv.Itoa(all)+" bodies reported on time and in full.")
	return append([]string{first}, rest...)
}

func (m maker) how(r derive.ComplianceResult) string {
	rows := strconv.Itoa(r.RowsReported) + "/" + strconv.Itoa(r.RowsDue)
	late := ""
	if r.DaysLate > 0 {
		n := lang.Int(m.words.Lang, r.DaysLate)
		late = m.pick("muộn "+n+" ngày", n+lang.Plural(r.DaysLate, " day late", " days late"))
	}
	switch {
	case r.Verdict == derive.ReportMissing:
		return m.pick("không có báo cáo ("+rows+" dòng)", "no report ("+rows+" rows)")
	case r.Verdict == derive.ReportedPartial && late != "":
		return m.pick("báo cáo thiếu ("+rows+" dòng), "+late, "reported in part ("+rows+" rows), "+late)
	case r.Verdict == derive.ReportedPartial:
		return m.pick("báo cáo thiếu ("+rows+" dòng)", "reported in part ("+rows+" rows)")
	}
	return late
}
