package chart

import (
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

// tiers describes the tiers of a publisher: a row a tier, the worst at the bottom, a column a year. A year without a
// tier is a dotted column with the word for it.
func (s *subject) tiers(c *Chart) {
	t := s.target(plan.TierAtLeast)
	years := s.years(t, func(o *derive.Observation) bool { return s.tierOf(o) > 0 })
	c.Axis = Axis{Min: 0.5, Max: float64(max(len(s.indicator.Tiers), 1)) + 0.5}
	for n, tier := range s.indicator.Tiers {
		c.Axis.Ticks = append(c.Axis.Ticks, Tick{float64(n + 1), tier.Name.In(s.Lang)})
	}
	for _, y := range years {
		c.Slots = append(c.Slots, s.tier(y, t))
	}
	s.rows(c, years, s.say("Nhóm", "Tier"), func(n int) string { return c.Slots[n].Text + c.Slots[n].Gap }, s.scored)
	var undrawn []plan.Target
	for _, r := range s.result.Targets {
		if r.Target.Kind != plan.NoTarget && !s.fromRow(c, *r.Target) {
			undrawn = append(undrawn, *r.Target)
		}
	}
	c.Statement = s.inWords(undrawn)
}

// tierOf is the place of a figure's tier, counted from 1 for the worst; 0 without one.
func (s *subject) tierOf(o *derive.Observation) int {
	_, n := s.indicator.Tier(o.Tier)
	return n
}

func (s *subject) tier(y year, t *derive.TargetResult) Slot {
	slot := s.slot(y)
	if y.figure == nil {
		slot.Gap = s.noTier(y, t)
	} else {
		slot.Mark, slot.Value, slot.Text = Point, float64(s.tierOf(y.figure)), s.marked(s.ValueShort(s.indicator, y.figure), y.figure.Status)
		if y.context() {
			slot.Mark = Hollow
		}
	}
	slot.Tip = s.tip(y.figure, withSub(slot), slot.Text+slot.Gap, s.targetOf(y))
	return slot
}

// noTier is the word for a year without a tier: a figure that comes without one, or what the target's status says.
func (s *subject) noTier(y year, t *derive.TargetResult) string {
	switch {
	case s.suppressedAt(y.ref):
		return y.gap
	case s.scored(y) != nil:
		return s.say("không có nhóm", "no tier")
	case y.part == planYear && t != nil && t.Status == derive.NotAssessable:
		return s.say("không đánh giá được", "not assessable")
	}
	return y.gap
}

// scored is the figure that gives a year's score, with or without a tier.
func (s *subject) scored(y year) *derive.Observation {
	if y.figure != nil {
		return y.figure
	}
	for n := len(s.known) - 1; n >= 0; n-- {
		if o := &s.known[n]; o.Breakdown == "" && o.Suppressed == "" && o.Reference.Same(y.ref) {
			return o
		}
	}
	return nil
}

// fromRow draws the zone from the asked tier upwards; false for other targets and unknown tiers.
func (s *subject) fromRow(c *Chart, t plan.Target) bool {
	_, row := s.indicator.Tier(t.Tier)
	if t.Kind != plan.TierAtLeast || row == 0 || c.Zone != nil {
		return false
	}
	edge, last := float64(row)-0.5, len(c.Slots)-1
	c.Targets = []Line{{At: edge, From: 0, To: last, Label: s.say("Mục tiêu: ", "Target: ") + s.TargetShort(s.indicator, t)}}
	c.Zone = &Zone{Low: edge, High: c.Axis.Max, From: 0, To: last, Word: s.say("vùng đạt", "target zone")}
	return true
}
