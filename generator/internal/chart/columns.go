package chart

import (
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
)

// columns describes percentages, scores and absolute numbers: a column a period from zero, the targets as lines
// across the periods. What does not judge stands outlined beyond the lines' ends.
func (s *subject) columns(c *Chart) {
	s.bySlot(c, s.fillColumn)
	from, to := judgedSpan(c.Slots)
	var undrawn []plan.Target
	for n := range s.result.Targets {
		if t := &s.result.Targets[n]; !s.drawTarget(c, t, from, to) {
			undrawn = append(undrawn, t.Target)
		}
	}
	c.Statement = s.inWords(undrawn)
	c.Axis = s.amounts(c)
	if z := c.Zone; z != nil {
		if z.Low, z.High = max(z.Low, c.Axis.Min), min(z.High, c.Axis.Max); z.Low >= z.High {
			c.Zone = nil
		}
	}
}

func (s *subject) fillColumn(slot *Slot, o *derive.Observation) {
	slot.Mark, slot.Value, slot.Text = Bar, o.Value.Float(), s.marked(s.number(o.Value), o.Status)
	if !o.Value.Known() { // a yes or no among numbers
		slot.Mark, slot.Gap, slot.Text = Gap, s.gapWord(""), ""
	}
}

// marked adds the word to a sample figure.
func (s *subject) marked(figure string, status plan.DataStatus) string {
	if status == plan.Sample {
		return figure + s.say(" mẫu", " sample")
	}
	return figure
}

// number is a value without its unit, which the subtitle names; percentages keep their sign.
func (s *subject) number(n plan.Number) string {
	if s.indicator.Value == plan.Percent {
		return lang.Percent(s.Lang, n)
	}
	return lang.Number(s.Lang, n)
}

// judgedSpan is the first and the last slot that is not apart.
func judgedSpan(slots []Slot) (from, to int) {
	from, to = -1, -1
	for n, slot := range slots {
		if !slot.Apart {
			if from < 0 {
				from = n
			}
			to = n
		}
	}
	return from, to
}

// far is a bound beyond every axis; columns clamps it.
const far = 1e18

// drawTarget adds the lines and the zone of a target; false when it has none. The first zone stays: that of several
// targets would be read as one.
func (s *subject) drawTarget(c *Chart, t *derive.TargetResult, from, to int) bool {
	if len(t.Target.EachOf) > 0 {
		return false
	}
	label := s.say("Mục tiêu ", "Target ") + s.TargetShort(s.indicator, t.Target)
	at := t.Target.Value.Float()
	low, high := at, far
	switch t.Target.Kind {
	case plan.AtLeast, plan.Above, plan.CutAtLeast:
	case plan.AtMost, plan.Below:
		low, high = -far, at
	case plan.Exactly:
		high = at
	case plan.Between:
		high = t.Target.Upper.Float()
		c.Targets = append(c.Targets, Line{At: high, From: from, To: to})
	case plan.BetterValue:
		if t.Baseline == nil || !t.Baseline.Value.Known() {
			return false
		}
		at = t.Baseline.Value.Float()
		if s.indicator.Direction == plan.Down {
			at -= t.Target.By.Float()
		} else {
			at += t.Target.By.Float()
		}
		label += ": " + s.number(t.Baseline.Value)
		if low = at; s.indicator.Direction == plan.Down {
			low, high = -far, at
		}
	default:
		return t.Target.Kind == plan.NoTarget
	}
	c.Targets = append(c.Targets, Line{At: at, From: from, To: to, Label: label})
	if c.Zone == nil && low < high {
		c.Zone = &Zone{Low: low, High: high, From: from, To: to}
	}
	return true
}

// inWords says targets that are not drawn; empty without any.
func (s *subject) inWords(targets []plan.Target) string {
	var all []string
	for _, t := range targets {
		all = append(all, s.Target(s.indicator, t))
	}
	if len(all) == 0 {
		return ""
	}
	return s.say("Mục tiêu: ", "Target: ") + lang.Join(s.Lang, all)
}
