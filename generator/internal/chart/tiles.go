package chart

import (
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

// tiles describes what exists or not: a tile a period with its word, and the condition in words.
func (s *subject) tiles(c *Chart) {
	s.bySlot(c, s.fillTile)
	var targets []plan.Target
	for _, t := range s.result.Targets {
		if t.Target.Kind != plan.NoTarget {
			targets = append(targets, *t.Target)
		}
	}
	c.Statement = s.inWords(targets)
}

func (s *subject) fillTile(slot *Slot, o *derive.Observation) {
	yes := o.Value.Sign() > 0
	if o.Yes != nil {
		yes = *o.Yes
	}
	slot.Mark, slot.Text = No, s.say("Chưa có", "Not yet")
	if yes {
		slot.Mark, slot.Value, slot.Text = Yes, 1, s.say("Có", "Yes")
	}
	slot.Text = s.marked(slot.Text, o.Status)
	if o.Value.Known() {
		slot.Second = s.ValueShort(s.indicator, o)
		if o.Yes != nil { // ValueShort says yes or no again
			slot.Second = s.number(o.Value)
		}
	}
}
