package page

import (
	"strconv"

	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
)

// Slot is a quarter or a year.
type Slot struct {
	ID       string // in anchors and addresses: 2030-q1, 2031
	From, To plan.Date
	Name     string
	Note     string // names the cut-off, in the slot at whose end it is drawn
	Cut      bool
	Past     bool
	Due      int // milestones of all rows that are due in it
}

// slots are the quarters from the plan's first day, or the first deadline, to the last.
func (s *scope) slots(cutoff plan.Date) []Slot {
	p := s.world.Plan
	from, to := p.Start, p.End
	for _, t := range p.Tasks {
		for _, m := range t.Milestones {
			if from.After(m.DueAt(cutoff)) {
				from = m.DueAt(cutoff)
			}
			if m.DueAt(cutoff).After(to) {
				to = m.DueAt(cutoff)
			}
		}
	}
	slots := s.divide(from, to)
	cut := -1
	for n := range slots {
		slot := &slots[n]
		slot.Past = !slot.To.After(cutoff)
		slot.Due = due(p.Tasks, *slot, cutoff)
		if !slot.From.After(cutoff) {
			cut = n
		}
	}
	if cut >= 0 && !cutoff.After(slots[cut].To) {
		slots[cut].Cut, slots[cut].Note = true, s.say("time.cut", lang.DateShort(s.lang, cutoff))
	}
	return slots
}

func (s *scope) divide(from, to plan.Date) []Slot {
	var slots []Slot
	if to.Year-from.Year > 1 {
		for y := from.Year; y <= to.Year; y++ {
			first := plan.Date{Year: y, Month: 1, Day: 1}
			slots = append(slots, Slot{From: first, To: plan.Date{Year: y, Month: 12, Day: 31}, ID: year(first), Name: year(first)})
		}
		return slots
	}
	for d := from; !d.After(to); {
		q := d.Quarter()
		slot := Slot{ID: year(d) + "-q" + strconv.Itoa(q), From: plan.Date{Year: d.Year, Month: int8(3*q - 2), Day: 1}, To: d.QuarterEnd(), Name: lang.Quarter(s.lang, q)}
		if from.Year != to.Year {
			slot.Name += "/" + year(d)
		}
		slots = append(slots, slot)
		d = slot.To.Next()
	}
	return slots
}

func (x Slot) holds(d plan.Date) bool { return !x.From.After(d) && !d.After(x.To) }

// year tells a slot that is a whole year.
func (x Slot) year() bool { return x.To.DaysSince(x.From) > 100 }

// due counts the milestones that, as the deadlines stood on a day, fall into a slot.
func due(tasks []*plan.Task, slot Slot, day plan.Date) int {
	n := 0
	for _, t := range tasks {
		for _, m := range t.Milestones {
			if slot.holds(m.DueAt(day)) {
				n++
			}
		}
	}
	return n
}
