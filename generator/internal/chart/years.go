package chart

import (
	"slices"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// year is a reference of an outside result, with its newest figure or the word for its absence.
type year struct {
	ref    plan.Reference
	figure *derive.Observation
	gap    string
	part   part
}

// part is what a year is to the target.
type part int

// The parts.
const (
	otherYear part = iota
	baselineYear
	planYear
	laterYear
)

// years lists the references of the headline figures, of the target and of its baseline, by their end.
func (s *subject) years(t *derive.TargetResult, drawable func(*derive.Observation) bool) []year {
	var all []year
	at := func(ref plan.Reference) *year {
		n := slices.IndexFunc(all, func(y year) bool { return y.ref.String() == ref.String() })
		if n < 0 {
			all, n = append(all, year{ref: ref}), len(all)
		}
		return &all[n]
	}
	for n := range s.known {
		if o := &s.known[n]; o.Breakdown == "" && s.ownMeasure(o) {
			if y := at(o.Reference); drawable(o) {
				y.figure = o
			}
		}
	}
	for _, r := range s.result.Targets {
		at(r.Target.Reference)
		if r.Target.Baseline != nil {
			at(r.Target.Baseline.Reference)
		}
	}
	slices.SortStableFunc(all, func(a, b year) int { return a.ref.To.Compare(b.ref.To) })
	for n := range all {
		all[n].part = s.part(all[n].ref)
		if all[n].figure == nil {
			all[n].gap = s.gapOf(all[n].ref, t)
		}
	}
	return all
}

func (s *subject) part(ref plan.Reference) part {
	p := otherYear
	for _, r := range s.result.Targets {
		switch {
		case ref.Same(r.Target.Reference):
			return planYear
		case r.Target.Baseline != nil && ref.Same(r.Target.Baseline.Reference):
			p = baselineYear
		case p == otherYear && ref.From.After(r.Target.Reference.To):
			p = laterYear
		}
	}
	return p
}

// context tells whether a year's figure does not judge and is no baseline either.
func (y year) context() bool {
	return y.part == laterYear || y.figure != nil && y.figure.Comparable != plan.Fully
}

// slot is the slot of a year without its mark.
func (s *subject) slot(y year) Slot {
	slot := Slot{Key: y.ref.String(), Label: lang.Reference(s.Lang, y.ref), Mark: Gap, Gap: y.gap, Strong: y.part == planYear}
	switch {
	case y.part == baselineYear:
		slot.Sub = s.say("mốc", "baseline")
	case y.part == planYear:
		slot.Sub = s.say("kế hoạch", "plan year")
	case y.part == laterYear:
		slot.Sub = s.say("sau đó", "after")
	case y.figure != nil && y.context():
		slot.Sub = s.say("tham khảo", "context")
	}
	if y.figure != nil {
		slot.Sample = y.figure.Status == plan.Sample
		s.shown = append(s.shown, y.figure)
	}
	return slot
}

// rows makes the table of years: the year, the figure, its score where any is known, and what the year is to the
// target.
func (s *subject) rows(c *Chart, years []year, head string, figure func(int) string, scored func(year) *derive.Observation) {
	c.Table = Table{Caption: s.caption(), Head: []string{s.say("Năm", "Year"), head}}
	score := slices.ContainsFunc(years, func(y year) bool { o := scored(y); return o != nil && o.Value.Known() })
	if score {
		c.Table.Head = append(c.Table.Head, s.say("Điểm", "Score"))
	}
	c.Table.Head = append(c.Table.Head, s.say("Tình trạng", "Status"))
	for n, y := range years {
		r := Row{Cells: []string{c.Slots[n].Label, figure(n)}, Strong: c.Slots[n].Strong}
		if score {
			value := "—"
			if o := scored(y); o != nil && o.Value.Known() {
				value = lang.Number(s.Lang, o.Value)
			}
			r.Cells = append(r.Cells, value)
		}
		r.Cells = append(r.Cells, s.role(y))
		if y.part == planYear {
			r.Status = s.result.Status
		}
		c.Table.Rows = append(c.Table.Rows, r)
	}
}

// role is what a year is to the target; of the plan's year the status.
func (s *subject) role(y year) string {
	switch {
	case y.part == planYear:
		return wording.Status(s.Lang, s.result.Status)
	case y.part == baselineYear:
		return s.say("Mốc so sánh", "Baseline")
	case y.figure != nil && y.context():
		return s.context()
	}
	return "—"
}

// context says of a figure that it does not judge.
func (s *subject) context() string {
	return s.say("Tham khảo, không dùng để đánh giá", "Context, not judged")
}

// targetOf is the target for the tip of the plan's year.
func (s *subject) targetOf(y year) string {
	if y.part == planYear {
		if t := s.result.Target(); t != nil && t.Target.Kind != plan.NoTarget {
			return s.aimed(s.TargetShort(s.indicator, *t.Target))
		}
	}
	return ""
}

// withSub is a slot's label with what stands under it, for a cell.
func withSub(slot Slot) string {
	if slot.Sub == "" {
		return slot.Label
	}
	return slot.Label + " (" + slot.Sub + ")"
}
