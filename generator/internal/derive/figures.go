package derive

import (
	"minhbach/generator/internal/plan"
)

// judging is the figure of a period that judges a target; of several, the one that speaks of the latest time.
func (s series) judging(t plan.Target, of plan.BreakdownID, period plan.PeriodID) *Observation {
	var found *Observation
	for n := range s.own {
		o := &s.own[n]
		if o.Period == period && canJudge(s.indicator, t, of, o) && (found == nil || !later(found, o)) {
			found = o
		}
	}
	return found
}

// deciding is the figure that judges a target as of a period: the one that the period brought, or a final one that speaks
// of a later time or came without any beside it.
func (s series) deciding(t plan.Target, of plan.BreakdownID, period plan.PeriodID) *Observation {
	o := s.judging(t, of, period)
	if !s.settles {
		return o
	}
	if final := s.final(t, of); final != nil && (o == nil || final.Reference.To.After(o.Reference.To)) {
		return final
	}
	return o
}

// final is the figure of a target that was brought once the target's time was over: nothing more is to be reported of
// it, so in a plan that reports on itself it goes on judging in later periods. Nil when none was.
func (s series) final(t plan.Target, of plan.BreakdownID) *Observation {
	var found *Observation
	for n := range s.own {
		o := &s.own[n]
		over := t.Reference.To.Known() && !t.Reference.To.After(o.Cutoff)
		if over && canJudge(s.indicator, t, of, o) && (found == nil || !later(found, o)) {
			found = o
		}
	}
	return found
}

// withheld is the figure that would decide, had it not been kept back to protect persons: it tells that something was
// reported, never how much. Nil without one.
func (s series) withheld(t plan.Target, of plan.BreakdownID, period plan.PeriodID) *Observation {
	s.own = keptBack(s.own)
	return s.deciding(t, of, period)
}

// baselineWithheld tells whether the figure that another is to be compared with is there, and kept back.
func (s series) baselineWithheld(t plan.Target, o *Observation) bool {
	t.Baseline = withoutValue(t.Baseline)
	s.all = keptBack(s.all)
	return s.against(t, o) != nil
}

// withoutValue is a baseline without the value that the target states.
func withoutValue(b *plan.BaselineSpec) *plan.BaselineSpec {
	if b == nil {
		return nil
	}
	return &plan.BaselineSpec{Reference: b.Reference}
}

// keptBack are the figures that were kept back, as if they had been published.
func keptBack(all []Observation) []Observation {
	var kept []Observation
	for _, o := range all {
		if o.Suppressed != "" {
			published := *o.Observation
			published.Suppressed = ""
			o.Observation = &published
			kept = append(kept, o)
		}
	}
	return kept
}

func later(a, b *Observation) bool {
	if c := a.Reference.To.Compare(b.Reference.To); c != 0 {
		return c > 0
	}
	if c := a.Reference.From.Compare(b.Reference.From); c != 0 {
		return c < 0 // of two that end on one day the one of the longer time
	}
	return a.Reference.String() > b.Reference.String()
}

// last is the last known figure that could judge a target.
func (s series) last(t plan.Target) *Observation {
	var found *Observation
	for n := range s.own {
		if o := &s.own[n]; canJudge(s.indicator, t, t.Scope, o) && (found == nil || !later(found, o)) {
			found = o
		}
	}
	return found
}

// likeTimes tells whether two figures are of times that can be set beside each other: what is counted of a time alone, only
// of times as long.
func (s series) likeTimes(a, b *Observation) bool {
	alone := s.indicator.Measure == plan.PeriodAlone || s.indicator.Measure == plan.Increment
	return !alone || sameLength(a.Reference, b.Reference)
}

// before is the figure whose reference ends last before another's, of the same breakdown and measure; nil without one.
func (s series) before(now *Observation) *Observation {
	var found *Observation
	for n := range s.all {
		o := &s.all[n]
		earlier := comparable(s.indicator, now.Breakdown, o) && now.Reference.To.After(o.Reference.To) && s.likeTimes(o, now)
		if earlier && (found == nil || !later(found, o)) {
			found = o
		}
	}
	return found
}

// baseline finds the figure that a target is compared with: the newest vintage of its reference, or the value that
// the target itself states. Nil when none is known.
func (s series) baseline(t plan.Target, of plan.BreakdownID) *Observation {
	if t.Baseline == nil {
		return nil
	}
	var found *Observation
	for n := range s.all {
		if o := &s.all[n]; comparable(s.indicator, of, o) && o.Reference.Same(t.Baseline.Reference) {
			found = o
		}
	}
	if found == nil && t.Baseline.Value.Known() {
		if found = s.stated[statedBaseline{t.Baseline, of}]; found == nil {
			found = stated(s.indicator, t, of)
		}
	}
	return found
}

// statedBaseline is a baseline that a target states itself, of one of its parts.
type statedBaseline struct {
	spec *plan.BaselineSpec
	of   plan.BreakdownID
}

// stated is the figure that a target's own baseline stands for.
func stated(i *plan.Indicator, t plan.Target, of plan.BreakdownID) *Observation {
	return Unsourced(plan.Observation{Indicator: i.ID, Breakdown: of,
		Reference: t.Baseline.Reference, Value: t.Baseline.Value, Comparable: plan.Fully})
}

// state makes the figures of all stated baselines once, for all periods.
func (w *World) state() {
	for _, i := range w.Plan.Indicators {
		for _, t := range i.Targets {
			if t.Baseline == nil || !t.Baseline.Value.Known() {
				continue
			}
			for _, of := range parties(t) {
				w.stated[statedBaseline{t.Baseline, of}] = stated(i, t, of)
			}
		}
	}
}

// broken tells whether a break in series lies between two figures.
func (s series) broken(a, b *Observation) bool {
	return plan.BreakBetween(s.breaks, a.Reference, b.Reference) != nil
}

// change is the figure less the one before. Never across a break in series.
func (s series) change(now *Observation) plan.Number {
	before := s.before(now)
	if before == nil || s.broken(before, now) {
		return plan.Number{}
	}
	a, ok := Figure(s.indicator, now)
	b, ok2 := Figure(s.indicator, before)
	if !ok || !ok2 {
		return plan.Number{}
	}
	return plan.Difference(a, b)
}

// Figure is the number that is compared of an observation: of an indicator of ranks the place, of all others the value.
func Figure(i *plan.Indicator, o *Observation) (plan.Number, bool) {
	if i.Value == plan.RankValue {
		if o.Rank == nil {
			return plan.Number{}, false
		}
		return plan.Whole(o.Rank.Place), true
	}
	return o.Value, o.Value.Known()
}
