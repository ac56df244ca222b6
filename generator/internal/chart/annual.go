package chart

import (
	"fmt"
	"slices"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

// annualYear is a year with its figure and the targets that are set for it.
type annualYear struct {
	ref     plan.Reference
	figure  *derive.Observation
	targets []*plan.Target
}

// annual lists the years of the headline figures, those of earlier plans among them, and of the targets.
func (s *subject) annual() []annualYear {
	var all []annualYear
	at := func(ref plan.Reference) *annualYear {
		n := slices.IndexFunc(all, func(y annualYear) bool { return y.ref.Same(ref) })
		if n < 0 {
			all, n = append(all, annualYear{ref: ref}), len(all)
		}
		return &all[n]
	}
	known := slices.Concat(s.world.Earlier(s.indicator.ID, s.asOf.Period.Cutoff), s.known)
	for n := range known {
		if o := &known[n]; o.Breakdown == "" && o.Value.Known() && s.ownMeasure(o) {
			at(o.Reference).figure = o
		} else if s.suppressed(o) {
			at(o.Reference)
		}
	}
	for n, t := range s.indicator.Targets {
		if t.Kind != plan.NoTarget && !t.ValidFrom.After(s.asOf.Period.Cutoff) && !s.replacedLater(n) {
			at(lastYear(t.Reference))
		}
	}
	for _, ref := range between(all) {
		at(ref)
	}
	for n := range all {
		for k := range s.indicator.Targets {
			t := &s.indicator.Targets[k]
			if all[n].ref.EndsWithin(t.Reference) && !t.ValidFrom.After(s.asOf.Period.Cutoff) && !s.replacedLater(k) {
				all[n].targets = append(all[n].targets, t)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b annualYear) int { return a.ref.To.Compare(b.ref.To) })
	return all
}

// between are the calendar years from the first to the last of some: one without a figure is a gap, not left out. None when
// they are not all calendar years.
func between(all []annualYear) []plan.Reference {
	first, last := plan.Date{}, plan.Date{}
	for _, y := range all {
		if !y.ref.Same(calendarYear(y.ref.To.Year)) {
			return nil
		}
		if !first.Known() || first.After(y.ref.To) {
			first = y.ref.To
		}
		if y.ref.To.After(last) {
			last = y.ref.To
		}
	}
	var refs []plan.Reference
	for year := first.Year; year <= last.Year; year++ {
		refs = append(refs, calendarYear(year))
	}
	return refs
}

// calendarYear is the reference of a year as it is written.
func calendarYear(year int16) plan.Reference {
	r, _ := plan.ParseReference(fmt.Sprintf("%04d", year)) // four digits are a year
	return r
}

// lastYear is the last calendar year of a time of several; any other time is itself.
func lastYear(r plan.Reference) plan.Reference {
	if year := calendarYear(r.To.Year); r.To == year.To && r.From.Known() && r.To.Year > r.From.Year {
		return year
	}
	return r
}

// replacedLater tells a target of which a later version was valid as of the period looked at.
func (s *subject) replacedLater(n int) bool {
	t := s.indicator.Targets[n]
	return slices.ContainsFunc(s.indicator.Targets, func(x plan.Target) bool {
		return x.ID == t.ID && x.ValidFrom.After(t.ValidFrom) && !x.ValidFrom.After(s.asOf.Period.Cutoff)
	})
}
