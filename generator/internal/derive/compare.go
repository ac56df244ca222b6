package derive

import (
	"math/big"
	"slices"

	"minhbach/generator/internal/plan"
)

// comparison is the outcome of setting a figure against a target.
type comparison struct {
	holds  bool
	reason Reason   // the input that is missing; empty when there was something to compare
	rate   *big.Rat // of growth, in per cent
}

func lacks(r Reason) comparison { return comparison{reason: r} }

// compare sets a figure against a target, at the printed precision.
func (s series) compare(t plan.Target, o, base *Observation) comparison {
	c := s.outcome(t, o, base)
	if (c.reason == ReasonBaseline || c.reason == ReasonBefore) && s.baselineWithheld(t, o) {
		return lacks(ReasonBaselineWithheld)
	}
	return c
}

func (s series) outcome(t plan.Target, o, base *Observation) comparison {
	switch t.Kind {
	case plan.TierAtLeast:
		return compareTier(s.indicator, t, o)
	case plan.BetterRank:
		return s.compareRank(o, base)
	case plan.BetterValue:
		return s.compareBetter(t, o, base)
	case plan.GrowthLeast, plan.GrowthMost:
		return s.compareGrowth(t, o, base)
	case plan.Exists:
		return compareExists(o)
	}
	if t.Kind.NeedsValue() {
		return compareValue(s.indicator, t, o)
	}
	return lacks(ReasonWords)
}

// compareValue: cut_at_least compares the size of the cut, which is what is reported.
func compareValue(i *plan.Indicator, t plan.Target, o *Observation) comparison {
	value, ok := Figure(i, o)
	if !ok {
		return lacks(ReasonInput)
	}
	c := value.Cmp(t.Value)
	switch t.Kind {
	case plan.AtLeast, plan.CutAtLeast:
		return comparison{holds: c >= 0}
	case plan.AtMost:
		return comparison{holds: c <= 0}
	case plan.Exactly:
		return comparison{holds: c == 0}
	case plan.Above:
		return comparison{holds: c > 0}
	case plan.Below:
		return comparison{holds: c < 0}
	}
	return comparison{holds: c >= 0 && value.Cmp(t.Upper) <= 0}
}

func compareTier(i *plan.Indicator, t plan.Target, o *Observation) comparison {
	_, want := i.Tier(t.Tier)
	_, have := i.Tier(o.Tier)
	if have == 0 {
		return lacks(ReasonTier)
	}
	return comparison{holds: have >= want}
}

// compareRank: the rank number is smaller than the baseline's; equal is not better.
func (s series) compareRank(o, base *Observation) comparison {
	switch {
	case o.Rank == nil:
		return lacks(ReasonInput)
	case base == nil || base.Rank == nil:
		return lacks(ReasonBaseline)
	case s.broken(base, o):
		return lacks(ReasonBreak)
	}
	return comparison{holds: o.Rank.Place < base.Rank.Place}
}

// compareBetter: the value moved in the declared direction, by as much as is asked; equal is not better.
func (s series) compareBetter(t plan.Target, o, base *Observation) comparison {
	switch {
	case !o.Value.Known():
		return lacks(ReasonInput)
	case base == nil || !base.Value.Known():
		return lacks(ReasonBaseline)
	case s.broken(base, o):
		return lacks(ReasonBreak)
	}
	gain := new(big.Rat).Sub(o.Value.Rat(), base.Value.Rat())
	if s.indicator.Direction == plan.Down {
		gain.Neg(gain)
	}
	if t.By.Known() {
		return comparison{holds: gain.Cmp(t.By.Rat()) >= 0}
	}
	return comparison{holds: gain.Sign() > 0}
}

// compareGrowth: the exact rate against the baseline or the period before, in per cent of the size of that figure.
func (s series) compareGrowth(t plan.Target, o, base *Observation) comparison {
	switch {
	case !o.Value.Known():
		return lacks(ReasonInput)
	case base == nil && t.Baseline == nil:
		return lacks(ReasonBefore)
	case base == nil || !base.Value.Known():
		return lacks(ReasonBaseline)
	case s.broken(base, o):
		return lacks(ReasonBreak)
	case base.Value.Sign() == 0:
		return lacks(ReasonZero)
	}
	rate := new(big.Rat).Sub(o.Value.Rat(), base.Value.Rat())
	rate.Quo(rate, new(big.Rat).Abs(base.Value.Rat())).Mul(rate, big.NewRat(100, 1))
	c := rate.Cmp(t.Value.Rat())
	if t.Kind == plan.GrowthMost {
		c = -c
	}
	return comparison{holds: c >= 0, rate: rate}
}

// growthFrom is the figure that growth is taken from where the target names no baseline: that of the period before, of a
// time as long. A cumulative figure has none, since the one before counts part of the same time.
func (s series) growthFrom(o *Observation) *Observation {
	before := s.before(o)
	if before == nil || s.indicator.Measure == plan.Cumulative || !s.follows(before, o) {
		return nil
	}
	return before
}

// follows tells whether a figure is of the time right after that of another, and as long. Spans of time adjoin; between
// two single days no period of the plan was closed.
func (s series) follows(before, o *Observation) bool {
	a, b := before.Reference, o.Reference
	switch {
	case !sameLength(a, b):
		return false
	case b.From == b.To:
		return !slices.ContainsFunc(s.periods, func(p plan.Period) bool { return p.Cutoff.After(before.Cutoff) && o.Cutoff.After(p.Cutoff) })
	}
	return b.From.DaysSince(a.To) == 1
}

// sameLength tells whether two times are equally long; months, quarters and years differ by up to three days.
func sameLength(a, b plan.Reference) bool {
	if !a.From.Known() || !b.From.Known() || !a.To.Known() || !b.To.Known() {
		return false
	}
	difference := a.To.DaysSince(a.From) - b.To.DaysSince(b.From)
	return -3 <= difference && difference <= 3
}

func compareExists(o *Observation) comparison {
	switch {
	case o.Yes != nil:
		return comparison{holds: *o.Yes}
	case o.Value.Known():
		return comparison{holds: o.Value.Cmp(plan.Whole(1)) >= 0}
	}
	return lacks(ReasonInput)
}
