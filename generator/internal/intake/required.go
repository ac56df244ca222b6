package intake

import (
	"slices"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// require holds that a row is filled in as a whole or not at all; what is empty is told, and takes nothing back.
func (r *reader) require(a *answer, s *plan.Snapshot) {
	if a.spoilt {
		return
	}
	if a.task != nil {
		r.requireState(a, s)
		return
	}
	held := heldFigure(s, a) != nil
	figure := a.given[value] != ""
	switch {
	case figure && a.given[gap] != "":
		r.spoil(a, gap, "figure-and-gap", diag.Say("dòng này vừa có kết quả vừa có lý do chưa có số liệu", "this row has a result and a reason for having none"), diag.Say("bỏ một trong hai ô", "empty one of the two cells"))
	case figure && a.indicator.Value == plan.RankValue && a.given[denominator] == "":
		r.missing(a, denominator)
	case figure && a.given[until] == "" && !held:
		r.missing(a, until)
	case figure || a.given[gap] != "", held && a.excused():
	case held:
		r.add(a.where(value).warn("kept", diag.Say("ô trống; số liệu đã có trong tệp số liệu được giữ nguyên", "the cell is empty; the figure that the snapshot has stays"),
			diag.Say("nếu số liệu đó sai, bỏ nó trong tệp số liệu", "if that figure is wrong, take it out of the snapshot")))
	case a.given[numerator] != "" || a.given[denominator] != "" || a.given[note] != "":
		r.missing(a, value)
	case a.excused(), a.id.part == "" && byParts(a.indicator): // other rows tell
	default:
		r.empty(a, value)
	}
}

// excused tells a part of an indicator of which the row of the whole says why there is no figure.
func (a *answer) excused() bool {
	return slices.ContainsFunc(a.rows, func(l line) bool {
		_, given := a.field(l.record, gap)
		return given && l.id.row == a.id.row && l.id.part == ""
	})
}

// byParts tells an indicator whose targets are all set for parts of the whole, so that there may be no figure of the whole.
func byParts(i *plan.Indicator) bool {
	return len(i.Targets) > 0 && !slices.ContainsFunc(i.Targets, func(t plan.Target) bool { return t.Scope == "" && len(t.EachOf) == 0 })
}

func (r *reader) requireState(a *answer, s *plan.Snapshot) {
	switch {
	case a.given[state] != "":
	case heldState(s, a) != nil:
		r.add(a.where(state).warn("kept", diag.Say("ô trống; trạng thái đã có trong tệp số liệu được giữ nguyên", "the cell is empty; the state that the snapshot has stays"),
			diag.Say("nếu trạng thái đó sai, bỏ nó trong tệp số liệu", "if that state is wrong, take it out of the snapshot")))
	case len(a.given) > 0:
		r.missing(a, state)
	default:
		r.empty(a, state)
	}
}

// missing reports a cell without which the rest of its row cannot be used.
func (r *reader) missing(a *answer, k key) {
	name := plan.Text{}
	for _, c := range a.layout.columns {
		if c.key == k {
			name = c.header
		}
	}
	r.spoil(a, k, "cell-empty", diag.Say("ô “%[1]s” (%[2]s) còn trống", "the cell “%[1]s” (%[2]s) is empty", name.VI, name.EN),
		diag.Say("điền ô này, hoặc để trống cả dòng", "fill it in, or leave the whole row empty"))
}

// empty tells of a row that says nothing.
func (r *reader) empty(a *answer, k key) {
	row := a.row()
	r.add(a.where(k).warn("row-empty", diag.Say("%[1]s chưa điền", "%[2]s is not filled in", row.VI, row.EN),
		diag.Say("không có gì được ghi cho dòng này; nếu cần, hỏi lại cơ quan", "nothing is recorded of it; ask the agency if need be")))
}

// row is which row it is: chỉ tiêu 5 (Huyện Ví Dụ).
func (a *answer) row() diag.Text { return a.called(plan.Text{}) }

// name is a row with its short name: chỉ tiêu 5 “Phản ánh được trả lời” (Huyện Ví Dụ).
func (a *answer) name() diag.Text {
	if a.task != nil {
		return a.called(a.task.Short)
	}
	return a.called(a.indicator.Short)
}

func (a *answer) called(short plan.Text) diag.Text {
	noun := annexName(a.id.annex)
	in := func(noun string, l plan.Lang) string {
		text := noun + " " + a.id.row
		if !short.Empty() {
			text += " “" + short.In(l) + "”"
		}
		if !a.part.Empty() {
			text += " (" + a.part.In(l) + ")"
		}
		return text
	}
	return diag.Text{VI: in(noun.VI, plan.VI), EN: in(noun.EN, plan.EN)}
}

// reference is the time that a figure speaks of: that of its row, with the last day that was filled in.
func (a *answer) reference() (plan.Reference, bool) {
	have := a.id.reference
	day, err := plan.ParseDate(a.given[until])
	switch {
	case err != nil || day == have.To:
		return have, true
	case have.From == have.To:
		return span(plan.Date{}, day), true
	case have.From.After(day):
		return have, false
	case !have.From.Known():
		r, err := plan.ParseReference(".." + day.String())
		return r, err == nil
	}
	return span(have.From, day), true
}

// heldFigure is the figure that the snapshot has of a row; nil where it has none.
func heldFigure(s *plan.Snapshot, a *answer) *plan.Observation {
	if n := figureAt(s, a); n >= 0 {
		return &s.Observations[n]
	}
	return nil
}

// figureAt is where the snapshot has the figure of a row: of the time that the form was made for, else of that which was
// filled in, else the only one, where the agency has reported it before; -1 where it has none.
func figureAt(s *plan.Snapshot, a *answer) int {
	filled, _ := a.reference()
	var all []int
	for n := range s.Observations {
		if o := &s.Observations[n]; o.Indicator == a.indicator.ID && string(o.Breakdown) == a.id.part && own(a.indicator, o) {
			all = append(all, n)
		}
	}
	for _, when := range []plan.Reference{a.id.reference, filled} {
		for _, n := range all {
			if s.Observations[n].Reference.Same(when) {
				return n
			}
		}
	}
	if len(all) == 1 && s.Observations[all[0]].Comparable == plan.Fully && a.alone() && a.reported(s) {
		return all[0]
	}
	return -1
}

// alone tells that no other row of the sheet is of the same part of the same indicator.
func (a *answer) alone() bool {
	return !slices.ContainsFunc(a.rows, func(l line) bool { return l.idRaw != a.idRaw && l.id.row == a.id.row && l.id.part == a.id.part })
}

// reported tells that the snapshot has a report of the agency already, which the form then replaces.
func (a *answer) reported(s *plan.Snapshot) bool {
	return slices.ContainsFunc(s.Reports, func(r plan.AgencyReport) bool { return string(r.Agency) == a.form.agency })
}

func heldState(s *plan.Snapshot, a *answer) *plan.TaskReport {
	if n := stateAt(s, a); n >= 0 {
		return &s.TaskReports[n]
	}
	return nil
}

// stateAt is where the snapshot has the report of a task; -1 where it has none.
func stateAt(s *plan.Snapshot, a *answer) int {
	for n := range s.TaskReports {
		if r := &s.TaskReports[n]; r.Task == a.task.ID && r.Milestone == a.id.part {
			return n
		}
	}
	return -1
}
