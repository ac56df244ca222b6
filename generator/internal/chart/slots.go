package chart

import (
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// bySlot makes the slots of figures by period and the rows beside them: first what speaks of the time before the
// plan, then the periods, then the other figures that do not judge.
func (s *subject) bySlot(c *Chart, fill func(*Slot, *derive.Observation)) {
	readings, apart := s.readings(), append(s.earlier(), s.apart()...)
	c.Table = Table{Caption: s.caption(), Head: []string{s.say("Kỳ", "Period"), s.say("Kết quả", "Result"), s.say("Mục tiêu", "Target"), s.say("Tình trạng", "Status")}}
	slots := len(readings) + len(apart)
	c.Slots, s.shown, s.refs = make([]Slot, 0, slots), make([]*derive.Observation, 0, slots), make([]plan.Reference, 0, slots)
	if !s.small {
		c.Table.Rows = make([]Row, 0, slots)
	}
	first := 0
	for first < len(apart) && s.Plan.Start.After(apart[first].Reference.To) {
		s.addApart(c, apart[first], fill)
		first++
	}
	newest := newestOf(readings)
	for n, r := range readings {
		s.addReading(c, r, n == newest, fill)
	}
	for _, o := range apart[first:] {
		s.addApart(c, o, fill)
	}
}

func newestOf(all []reading) int {
	newest := -1
	for n, r := range all {
		if r.figure != nil {
			newest = n
		}
	}
	return newest
}

func (s *subject) addReading(c *Chart, r reading, newest bool, fill func(*Slot, *derive.Observation)) {
	c.Slots = append(c.Slots, Slot{Key: string(r.period.ID), Mark: Gap, Gap: r.gap, Strong: newest})
	slot := &c.Slots[len(c.Slots)-1]
	s.show(slot, r, fill)
	if !s.small {
		row := s.rowOf(r, *slot)
		said := row.Cells[1]
		if r.figure == nil {
			said = r.gap
		}
		slot.Tip = s.tip(r.figure, row.Cells[0], said, s.aimed(row.Cells[2]))
		c.Table.Rows = append(c.Table.Rows, row)
	}
}

// show puts into a slot what the drawing shows of a reading.
func (s *subject) show(slot *Slot, r reading, fill func(*Slot, *derive.Observation)) {
	if !s.small {
		slot.Label, slot.Sub = s.Period(r.period), s.until(r.figure)
	}
	if r.figure != nil {
		fill(slot, r.figure)
		slot.Sample = r.figure.Status == plan.Sample
		s.revised(slot, r.figure)
		s.shown = append(s.shown, r.figure)
	}
	s.refs = append(s.refs, referenceOf(r.figure))
}

// rowOf is what the table says of a reading: when, how much, the target, and what is thought of it.
func (s *subject) rowOf(r reading, slot Slot) Row {
	label, value, word := slot.Label, "—", wording.Upper(r.gap)
	if r.kept {
		value = word
	}
	if r.status != "" {
		word = wording.Status(s.Lang, r.status)
	}
	if r.figure != nil {
		value = s.ValueShort(s.indicator, r.figure)
		if s.until(r.figure) != "" {
			label += " (" + s.AsOf(r.figure) + ")"
		}
	}
	return Row{Cells: []string{label, value, s.targetShort(slot), word}, Was: before(slot), Status: r.status, Strong: slot.Strong}
}

func (s *subject) addApart(c *Chart, o *derive.Observation, fill func(*Slot, *derive.Observation)) {
	slot := Slot{Key: o.Reference.String(), Label: s.apartLabel(o), Apart: true, Sample: o.Status == plan.Sample}
	fill(&slot, o)
	if slot.Mark == Bar {
		slot.Mark = Outline
	}
	value, note := s.ValueShort(s.indicator, o), s.context()
	slot.Tip = s.tip(o, slot.Label, value, note)
	s.shown = append(s.shown, o)
	s.refs = append(s.refs, o.Reference)
	c.Slots = append(c.Slots, slot)
	c.Table.Rows = append(c.Table.Rows, Row{Cells: []string{slot.Label, value, "—", note}})
}

func referenceOf(o *derive.Observation) plan.Reference {
	if o == nil {
		return plan.Reference{}
	}
	return o.Reference
}

// before is the value that a slot's figure had before it was corrected.
func before(slot Slot) string {
	if slot.Was == nil {
		return ""
	}
	return slot.Was.Text
}

func (s *subject) apartLabel(o *derive.Observation) string {
	label := wording.Upper(s.AsOf(o))
	if o.Measure == plan.Forecast {
		label += " (" + wording.Measure(s.Lang, o.Measure) + ")"
	}
	return label
}

// until is the day of a figure that speaks of the time up to it.
func (s *subject) until(o *derive.Observation) string {
	r := referenceOf(o)
	if r.To.Known() && (r.From == r.To || !r.From.Known()) {
		return s.say("đến ", "to ") + lang.DateShort(s.Lang, r.To)
	}
	return ""
}
