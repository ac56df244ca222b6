package report

import (
	"strings"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// attached says of which report an appendix is, with number and day left to fill in.
func (m maker) attached() string {
	return m.pick("(Kèm theo Báo cáo số "+blank+"/BC-"+blank+" ngày "+blank+" tháng "+blank+" năm "+blank+" của "+m.issuer()+")",
		"(Attached to Report No. "+blank+"/BC-"+blank+" of "+blank+" of the "+m.issuer()+")")
}

// indicators are the printed rows of the indicators' annex with their results. The plan's own wording is Vietnamese.
func (m maker) indicators() Appendix {
	a := Appendix{Number: m.pick("Phụ lục I", "Appendix I"), Title: m.pick("Kết quả thực hiện các chỉ tiêu", "Results of the indicators"), To: m.attached(),
		Widths: []int{15, 73, 40, 49, 27, 43},
		Head: []string{m.pick("Số", "No."), m.pick("Chỉ tiêu", "Indicator"), m.pick("Mục tiêu", "Target"), m.pick("Kết quả", "Result"),
			m.pick("Đánh giá", "Status"), m.pick("Cơ quan theo dõi", "Monitoring body")}}
	for _, i := range m.world.Plan.Indicators {
		if !i.Measured() {
			a.Rows = append(a.Rows, Row{true, []string{i.Printed.Number, m.name(i.Printed.Name, i.Name)}})
			continue
		}
		r := m.at.Indicator(i.ID)
		monitoring, _ := m.world.Plan.Answering(i)
		a.Rows = append(a.Rows, Row{false, []string{i.Printed.Number, m.name(i.Printed.Name, i.Name), m.target(i, r), m.result(r),
			wording.Status(m.words.Lang, r.Status) + m.firmness(r.Lowered), m.bodies(monitoring)}})
	}
	return a
}

// name is the printed wording, or its translation.
func (m maker) name(printed string, name plan.Text) string {
	if m.words.Lang == plan.EN && name.EN != "" {
		return name.EN
	}
	return printed
}

func (m maker) target(i *plan.Indicator, r *derive.IndicatorResult) string {
	if m.words.Lang == plan.EN && r.Target() != nil {
		return wording.Upper(m.words.Target(i, *r.Target().Target))
	}
	return i.Printed.Target
}

// result is the figure of the period with its time and note; else the last one that is known, said to be that; else why
// there is none.
func (m maker) result(r *derive.IndicatorResult) string {
	figure := func(o *derive.Observation) string {
		s := m.composed(m.words.ValueShort(r.Indicator, o) + " (" + m.words.AsOf(o) + ")")
		if note := m.in(o.Note); note != "" {
			s += "\n" + note
		}
		return s
	}
	switch {
	case r.Judged != nil:
		return figure(r.Judged)
	case !r.Declared().Empty():
		return m.pick("Lý do: ", "Reason: ") + m.in(r.Declared())
	case r.Last != nil:
		return m.pick("Số gần nhất: ", "Last known: ") + figure(r.Last)
	case r.Target() != nil && len(r.Target().Units) > 0:
		return m.composed(m.words.UnitsShort(r.Target()))
	}
	return m.composed("–")
}

func (m maker) bodies(ids []plan.AgencyID) string {
	var all []string
	for _, id := range ids {
		name := string(id)
		if a := m.site.Agency(id); a != nil {
			name = m.in(a.Name)
		}
		all = append(all, name)
	}
	return strings.Join(all, "; ")
}

// tasks are the printed rows of the tasks' annex with their results, under the headings of the areas where the annex is
// in the order of these.
func (m maker) tasks() Appendix {
	a := Appendix{Number: m.pick("Phụ lục II", "Appendix II"), Title: m.pick("Kết quả thực hiện các nhiệm vụ", "Results of the tasks"), To: m.attached(),
		Widths: []int{13, 68, 42, 27, 43, 54},
		Head: []string{m.pick("Số", "No."), m.pick("Nhiệm vụ", "Task"), m.pick("Sản phẩm", "Deliverable"), m.pick("Thời gian", "Time"),
			m.pick("Cơ quan chủ trì", "Leading body"), m.pick("Kết quả", "Result")}}
	area, ordered := plan.AreaID(""), m.byArea()
	for _, t := range m.world.Plan.Tasks {
		if ordered && t.Area != area {
			area = t.Area
			a.Rows = append(a.Rows, m.areaRow(area))
		}
		r := m.at.Task(t.ID)
		a.Rows = append(a.Rows, Row{false, []string{t.Printed.Number, m.name(t.Printed.Name, t.Name), m.name(t.Printed.Target, t.Product), m.time(t, r),
			m.bodies(t.Lead), m.composed(m.words.TaskAnswer(r)) + m.firmness(r.Lowered)}})
	}
	return a
}

// byArea tells whether the tasks of each area stand together.
func (m maker) byArea() bool {
	seen, area := map[plan.AreaID]bool{}, plan.AreaID("")
	for _, t := range m.world.Plan.Tasks {
		if t.Area != area && seen[t.Area] {
			return false
		}
		area, seen[t.Area] = t.Area, true
	}
	return true
}

func (m maker) areaRow(id plan.AreaID) Row {
	for _, area := range m.world.Plan.Areas {
		if area.ID == id {
			return Row{true, []string{area.Number, m.in(area.Name)}}
		}
	}
	return Row{true, []string{"", string(id)}}
}

func (m maker) time(t *plan.Task, r *derive.TaskResult) string {
	if m.words.Lang == plan.EN && r.Due.Known() {
		return lang.Date(plan.EN, r.Due)
	}
	return t.Printed.Time
}
