package chart

import (
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// aim is a version of a target with the slots of the periods that it judges.
type aim struct {
	plan.Target
	from, to int
	base     *derive.Observation
	replaces bool // another version of it was there before
	judges   bool // as of the period looked at
}

// aims are the versions of the targets over the slots of their periods, in the order of the file: a target that was
// replaced within the year is a step, each of several years stands over its own time. One without a slot is not among
// them.
func (s *subject) aims(c *Chart) []aim {
	return s.spread(len(c.Slots), func(n int) []*plan.Target {
		if c.Slots[n].Apart {
			return nil
		}
		return s.targetsAt(c.Slots[n].Key)
	})
}

// spread is each version of a target from the first to the last slot that it is set for.
func (s *subject) spread(slots int, targets func(slot int) []*plan.Target) []aim {
	var all []aim
	for n := range slots {
		for _, t := range targets(n) {
			k := aimOf(all, t)
			if k < 0 {
				all, k = append(all, s.newAim(t, n)), len(all)
			}
			all[k].to = n
		}
	}
	return all
}

// targetsAt are the targets of a slot's period, as far as they were set by the period looked at.
func (s *subject) targetsAt(key string) []*plan.Target {
	for _, p := range s.Plan.Periods {
		if string(p.ID) != key {
			continue
		}
		known := p.Cutoff
		if known.After(s.asOf.Period.Cutoff) {
			known = s.asOf.Period.Cutoff
		}
		return s.world.TargetsAt(s.indicator, p, known)
	}
	return nil
}

func aimOf(all []aim, t *plan.Target) int {
	for k := range all {
		if all[k].of(t) {
			return k
		}
	}
	return -1
}

// of tells whether it is that version of a target.
func (a *aim) of(t *plan.Target) bool {
	return a.ID == t.ID && a.ValidFrom == t.ValidFrom && a.Reference.Same(t.Reference)
}

func (s *subject) newAim(t *plan.Target, slot int) aim {
	a := aim{Target: *t, from: slot}
	for _, r := range s.result.Targets {
		if a.of(r.Target) {
			a.judges, a.base = true, r.Baseline
		}
	}
	for _, x := range s.indicator.Targets {
		a.replaces = a.replaces || x.ID == t.ID && t.ValidFrom.After(x.ValidFrom)
	}
	return a
}

// label names a target at its line, without the unit, which the subtitle names, those beside the one that decides by their
// figures alone; one that replaced another says since when.
func (s *subject) label(a aim) string {
	if s.small {
		return ""
	}
	bare := *s.indicator
	bare.Unit = plan.Text{}
	label := s.TargetShort(&bare, a.Target)
	if d := s.result.Target(); d != nil && a.of(d.Target) {
		label = s.say("Mục tiêu ", "Target ") + wording.Lower(label)
	}
	if a.replaces {
		label += s.say(" (từ ", " (from ") + lang.DateShort(s.Lang, a.ValidFrom) + ")"
	}
	return label
}

// targetShort is the targets of a slot as tables print them.
func (s *subject) targetShort(slot Slot) string { return s.shortOf(s.targetsAt(slot.Key)) }
