package chart

import (
	"slices"
	"strings"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// yearLong is the fewest days of a time that stands for a year.
const yearLong = 300

// overYears tells an indicator that is measured year by year: every headline figure of its own measure is of a year, and
// there are two at least, those of earlier plans among them.
func (s *subject) overYears() bool {
	var ends []plan.Date
	for _, o := range slices.Concat(s.world.Earlier(s.indicator.ID, s.asOf.Period.Cutoff), s.known) {
		if o.Breakdown != "" || !o.Value.Known() || !s.ownMeasure(&o) {
			continue
		}
		if !o.Reference.From.Known() || !o.Reference.To.Known() || o.Reference.To.DaysSince(o.Reference.From) < yearLong {
			return false
		}
		if !slices.Contains(ends, o.Reference.To) {
			ends = append(ends, o.Reference.To)
		}
	}
	return len(ends) > 1
}

// lines describes an indicator that is measured year by year: a point a year, joined to the next where both are known and
// no break in series lies between, with dots where one of them does not judge; each target over its own year.
func (s *subject) lines(c *Chart) {
	years, newest := s.annual(), -1
	for n, y := range years {
		if y.figure != nil && derive.Judges(s.indicator, y.figure) {
			newest = n
		}
	}
	c.Table = Table{Caption: s.caption(), Head: []string{s.say("Năm", "Year"), s.say("Kết quả", "Result"), s.say("Mục tiêu", "Target"), s.say("Tình trạng", "Status")}}
	for n, y := range years {
		s.addYear(c, y, n == newest)
	}
	s.breaks(c)
	for n := 1; n < len(years); n++ {
		a, b := c.Slots[n-1], c.Slots[n]
		broken := slices.ContainsFunc(c.Breaks, func(b Break) bool { return b.Before == n })
		if a.Mark != Gap && b.Mark != Gap && !broken {
			c.Links = append(c.Links, Link{n - 1, n, a.Mark == Hollow || b.Mark == Hollow})
		}
	}
	s.yearAims(c, years)
	c.Axis = s.amounts(c)
}

func (s *subject) addYear(c *Chart, y annualYear, newest bool) {
	slot := Slot{Key: y.ref.String(), Label: lang.Reference(s.Lang, y.ref), Mark: Gap, Strong: newest}
	status := s.statusOf(y)
	value, word, target := "—", "—", s.shortOf(y.targets)
	if status != "" {
		word = wording.Status(s.Lang, status)
	}
	if o := y.figure; o != nil {
		slot.Mark, slot.Value, slot.Text, slot.Sample = Point, o.Value.Float(), s.marked(s.number(o.Value), o.Status), o.Status == plan.Sample
		if !derive.Judges(s.indicator, o) || o.Plan != "" {
			slot.Mark, status, word = Hollow, "", s.context()
		}
		s.revised(&slot, o)
		value = s.ValueShort(s.indicator, o)
		s.shown = append(s.shown, o)
	} else {
		slot.Gap = s.gapOfYear(y, status)
		value = wording.Upper(slot.Gap)
	}
	slot.Tip = s.tip(y.figure, slot.Label, value, s.aimed(target))
	s.refs = append(s.refs, referenceOf(y.figure))
	c.Slots = append(c.Slots, slot)
	c.Table.Rows = append(c.Table.Rows, Row{Cells: []string{slot.Label, value, target, word}, Was: before(slot), Status: status, Strong: newest})
}

// gapOfYear is the word for a missing figure: of a year that was not over, that it is to come.
func (s *subject) gapOfYear(y annualYear, status derive.Status) string {
	switch {
	case s.suppressedAt(y.ref):
		return s.Suppressed()
	case y.ref.To.After(s.asOf.Period.Cutoff):
		return s.later()
	}
	return s.gapWord(status)
}

// statusOf is the status of a year's target as it was judged last; empty where none was.
func (s *subject) statusOf(y annualYear) derive.Status {
	for _, a := range slices.Backward(s.world.Periods) {
		r := a.Indicator(s.indicator.ID)
		if r == nil || a.Period.Cutoff.After(s.asOf.Period.Cutoff) {
			continue
		}
		for _, t := range r.Targets {
			if y.ref.EndsWithin(t.Target.Reference) && t.Status != derive.NoTarget {
				return t.Status
			}
		}
	}
	return ""
}

// shortOf is some targets as tables print them.
func (s *subject) shortOf(targets []*plan.Target) string {
	var all []string
	for _, t := range targets {
		if t.Kind != plan.NoTarget {
			all = append(all, s.TargetShort(s.indicator, *t))
		}
	}
	if len(all) == 0 {
		return "—"
	}
	return strings.Join(all, "; ")
}

// yearAims draws each target over its own years; what is no range of values is said.
func (s *subject) yearAims(c *Chart, years []annualYear) {
	var undrawn []plan.Target
	for _, a := range s.spread(len(years), func(n int) []*plan.Target { return years[n].targets }) {
		if !s.drawAim(c, a) && a.judges && a.Kind != plan.NoTarget {
			undrawn = append(undrawn, a.Target)
		}
	}
	c.Statement = s.inWords(undrawn)
}

// breaks finds the breaks in series between neighbouring figures.
func (s *subject) breaks(c *Chart) {
	last := -1
	for n, slot := range c.Slots {
		if slot.Mark == Gap {
			continue
		}
		if last >= 0 && s.refs[n].To.After(s.refs[last].To) {
			if b := plan.BreakBetween(s.world.Breaks(s.indicator.ID), s.refs[last], s.refs[n]); b != nil {
				s.breakBefore(c, n, b)
			}
		}
		last = n
	}
}

func (s *subject) breakBefore(c *Chart, n int, b *plan.Break) {
	c.Breaks = append(c.Breaks, Break{n, b.Reason.In(s.Lang)})
	c.Notes = append(c.Notes, s.say("Vạch chấm trước ", "Dotted rule before ")+c.Slots[n].Label+": "+b.Reason.In(s.Lang))
}

// earlier are the last comparable figures of the plans that the row continues, one a plan.
func (s *subject) earlier() []*derive.Observation {
	var all []*derive.Observation
	known := s.world.Earlier(s.indicator.ID, s.asOf.Period.Cutoff)
	for n := range known {
		o := &known[n]
		if o.Breakdown != "" || o.Comparable != plan.Fully || !s.drawable(o) || !s.ownMeasure(o) {
			continue
		}
		k := slices.IndexFunc(all, func(e *derive.Observation) bool { return e.Plan == o.Plan })
		switch {
		case k < 0:
			all = append(all, o)
		case !all[k].Reference.To.After(o.Reference.To):
			all[k] = o
		}
	}
	return all
}
