package chart

import (
	"slices"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

// reading is what a reporting period brought: a figure, or the word for its absence.
type reading struct {
	period plan.Period
	figure *derive.Observation
	gap    string
	kept   bool          // back, to protect persons
	status derive.Status // empty for a period after the one looked at
}

// readings lists the reporting periods of the plan as of the period looked at. A period of figures that came out
// later is listed when it brought one.
func (s *subject) readings() []reading {
	all := make([]reading, 0, len(s.Plan.Periods))
	for _, p := range s.Plan.Periods {
		if p.Kind == plan.Baseline {
			continue
		}
		r := s.reading(p)
		if p.Kind != plan.Late || r.figure != nil || r.kept {
			all = append(all, r)
		}
	}
	return all
}

func (s *subject) reading(p plan.Period) reading {
	if p.Cutoff.After(s.asOf.Period.Cutoff) {
		return reading{period: p, gap: s.later()}
	}
	r := reading{period: p}
	if then := s.world.Period(p.ID); then != nil {
		if result := then.Indicator(s.indicator.ID); result != nil {
			r.status = result.Status
		}
	}
	for n := range s.known {
		if o := &s.known[n]; o.Period == p.ID && s.judges(o) {
			r.figure = o
		}
	}
	switch {
	case r.figure != nil:
	case slices.ContainsFunc(s.known, func(o derive.Observation) bool { return o.Period == p.ID && s.suppressed(&o) }):
		r.gap, r.kept = s.Suppressed(), true
	default:
		r.gap = s.gapWord(r.status)
	}
	return r
}

// judges tells whether a figure may stand for its period. A row without a target has nothing to judge: there every
// headline figure of its own measure that ends within the plan stands for its period.
func (s *subject) judges(o *derive.Observation) bool {
	if !s.drawable(o) || o.Breakdown != "" {
		return false
	}
	for _, t := range s.indicator.Targets {
		if t.Kind != plan.NoTarget {
			return derive.Judges(s.indicator, o)
		}
	}
	to := o.Reference.To
	return o.Breakdown == "" && o.Comparable == plan.Fully && s.ownMeasure(o) && to.Known() &&
		!s.Plan.Start.After(to) && !to.After(s.Plan.End)
}

// drawable tells whether a figure has what this form draws.
func (s *subject) drawable(o *derive.Observation) bool { return o.Value.Known() || o.Yes != nil }

// apart lists the headline figures that do not judge, each in its newest vintage, by the end of what they speak of.
func (s *subject) apart() []*derive.Observation {
	var all []*derive.Observation
	for n := range s.known {
		o := &s.known[n]
		if o.Breakdown != "" || s.judges(o) || !s.drawable(o) {
			continue
		}
		same := func(e *derive.Observation) bool {
			return e.Reference.Same(o.Reference) && e.Measure == o.Measure
		}
		if at := slices.IndexFunc(all, same); at >= 0 {
			all[at] = o
		} else {
			all = append(all, o)
		}
	}
	slices.SortStableFunc(all, func(a, b *derive.Observation) int { return a.Reference.To.Compare(b.Reference.To) })
	return all
}
