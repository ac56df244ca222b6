package chart

import (
	"math"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
)

// columns describes percentages, scores and absolute numbers: a column a period from zero, the targets as lines
// across the periods. What does not judge stands outlined beyond the lines' ends.
func (s *subject) columns(c *Chart) {
	s.bySlot(c, s.fillColumn)
	s.breaks(c)
	drawn := s.drawAims(c)
	var undrawn []plan.Target
	for _, r := range s.result.Targets {
		if t := r.Target; t.Kind != plan.NoTarget && aimOf(drawn, t) < 0 {
			undrawn = append(undrawn, *t)
		}
	}
	c.Statement = s.inWords(undrawn)
	c.Axis = s.amounts(c)
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
	if s.small {
		return ""
	}
	if s.indicator.Value == plan.Percent {
		return lang.Percent(s.Lang, n)
	}
	return lang.Number(s.Lang, n)
}

// far is a bound beyond every axis; columns clamps it.
const far = 1e18

// drawAims draws the targets and gives those that it could draw. The zone is that of the first that judges: those of
// several would be read as one.
func (s *subject) drawAims(c *Chart) []aim {
	var drawn []aim
	for _, a := range s.aims(c) {
		if s.drawAim(c, a) {
			drawn = append(drawn, a)
		}
	}
	return drawn
}

// drawAim draws one target; false for one that is no range of values.
func (s *subject) drawAim(c *Chart, a aim) bool {
	low, high, label, ok := s.bounds(a)
	if !ok {
		return false
	}
	for _, at := range []float64{low, high} {
		if at != far && at != -far && (at == high || low != high) {
			c.Targets = append(c.Targets, Line{At: at, From: a.from, To: a.to, Label: label})
			label = "" // one label for both ends of a range
		}
	}
	if a.judges && c.Zone == nil && low < high {
		c.Zone = &Zone{Low: low, High: high, From: a.from, To: a.to}
	}
	return true
}

// bounds are the values between which a target holds, with its label; false for one that is no range of values.
func (s *subject) bounds(a aim) (low, high float64, label string, ok bool) {
	at := a.Value.Float()
	label = s.label(a)
	if len(a.EachOf) > 0 || a.Scope != "" {
		return 0, 0, "", false
	}
	switch a.Kind {
	case plan.AtLeast, plan.Above, plan.CutAtLeast:
		return at, far, label, true
	case plan.AtMost, plan.Below:
		return -far, at, label, true
	case plan.Exactly:
		return at, at, label, true
	case plan.Between:
		return at, a.Upper.Float(), label, true
	}
	return s.fromBaseline(a, label)
}

// fromBaseline are the bounds of a target that is set against another figure.
func (s *subject) fromBaseline(a aim, label string) (low, high float64, named string, ok bool) {
	if a.base == nil || !a.base.Value.Known() {
		return 0, 0, "", false
	}
	base := a.base.Value.Float()
	switch a.Kind {
	case plan.BetterValue:
		label += ": " + s.number(a.base.Value)
		if s.indicator.Direction == plan.Down {
			return -far, base - a.By.Float(), label, true
		}
		return base + a.By.Float(), far, label, true
	case plan.GrowthLeast:
		return base + a.Value.Float()/100*math.Abs(base), far, label, base != 0
	case plan.GrowthMost:
		return -far, base + a.Value.Float()/100*math.Abs(base), label, base != 0
	}
	return 0, 0, "", false
}

// inWords says targets that are not drawn; empty without any.
func (s *subject) inWords(targets []plan.Target) string {
	var all []string
	for _, t := range targets {
		said := s.Target(s.indicator, t)
		if t.Reference.From.After(s.asOf.Period.Cutoff) { // of a later time
			said += " (" + lang.Reference(s.Lang, t.Reference) + ")"
		}
		all = append(all, said)
	}
	if len(all) == 0 {
		return ""
	}
	return s.say("Mục tiêu: ", "Target: ") + lang.Join(s.Lang, all)
}
