package chart

import (
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
)

// ladder describes places in a ranking: a ladder a year, 1 at the top, each ending at that year's last place. The
// target is to stand above the baseline's rung.
func (s *subject) ladder(c *Chart) {
	t := s.target(plan.BetterRank)
	years := s.years(t, func(o *derive.Observation) bool { return o.Rank != nil })
	for _, y := range years {
		c.Slots = append(c.Slots, s.place(y))
	}
	s.rows(c, years, s.say("Hạng", "Rank"), func(n int) string { return c.Slots[n].Text + c.Slots[n].Gap }, func(y year) *derive.Observation { return y.figure })
	s.join(c, years)
	drawn := s.above(c, t, years)
	var undrawn []plan.Target
	for _, r := range s.result.Targets {
		if r.Target.Kind != plan.NoTarget && !(drawn && r.Target.Kind == plan.BetterRank) {
			undrawn = append(undrawn, *r.Target)
		}
	}
	c.Statement = s.inWords(undrawn)
	c.Axis = s.places(c)
}

func (s *subject) place(y year) Slot {
	slot := s.slot(y)
	value := slot.Gap
	if o := y.figure; o != nil {
		slot.Mark, slot.Value, slot.Last, slot.Text = Point, float64(o.Rank.Place), float64(o.Rank.Of), s.marked(lang.RankShort(s.Lang, *o.Rank), o.Status)
		if y.context() {
			slot.Mark = Hollow
		}
		value = lang.Rank(s.Lang, *o.Rank)
	}
	slot.Tip = s.tip(y.figure, withSub(slot), value, s.targetOf(y))
	return slot
}

// join links neighbouring figures: dotted where one of them does not judge or years lie between, not at all across a gap or a break in
// series.
func (s *subject) join(c *Chart, years []year) {
	for n := 1; n < len(years); n++ {
		a, b := years[n-1], years[n]
		if br := plan.BreakBetween(s.indicator.Breaks, a.ref, b.ref); br != nil {
			s.breakBefore(c, n, br)
			continue
		}
		if a.figure != nil && b.figure != nil {
			apart := b.ref.From.DaysSince(a.ref.To) > yearLong // nothing is known of the years between
			c.Links = append(c.Links, Link{n - 1, n, apart || a.context() || b.context()})
		}
	}
}

// above draws the rung to beat from the baseline's year to the plan's and the zone over it; false when there is no
// baseline to draw it from, or when a break in series lies between.
func (s *subject) above(c *Chart, t *derive.TargetResult, years []year) bool {
	if t == nil || t.Baseline == nil || t.Baseline.Rank == nil || plan.BreakBetween(s.indicator.Breaks, t.Baseline.Reference, t.Target.Reference) != nil {
		return false
	}
	from, to := -1, -1
	for n, y := range years {
		switch {
		case y.ref.Same(t.Target.Baseline.Reference):
			from = n
		case y.ref.Same(t.Target.Reference):
			to = n
		}
	}
	if from < 0 || to < 0 {
		return false
	}
	place := t.Baseline.Rank.Place
	label := s.say("trên hạng "+lang.Int(s.Lang, place), "above "+lang.Ordinal(place))
	c.Targets = []Line{{At: float64(place), From: from, To: to, Label: label}}
	c.Zone = &Zone{Low: 1, High: float64(place), From: to, To: to, Word: s.say("vùng đạt", "target zone")}
	return true
}
