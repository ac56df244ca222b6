package derive

import (
	"minhbach/generator/internal/plan"
)

// canJudge tells whether an observation may judge a target: headline, fully comparable, of the indicator's own
// measure, with a reference that ends within the target's. All other observations are context.
func canJudge(i *plan.Indicator, t plan.Target, o *Observation) bool {
	return o.Breakdown == "" && o.Comparable == plan.Fully && ownMeasure(i, o) && o.Reference.EndsWithin(t.Reference)
}

// Judges tells whether an observation may judge any of its indicator's targets.
func Judges(i *plan.Indicator, o *Observation) bool {
	for _, t := range i.Targets {
		if t.Kind != plan.NoTarget && canJudge(i, t, o) {
			return true
		}
	}
	return false
}

func ownMeasure(i *plan.Indicator, o *Observation) bool {
	return o.Measure == "" || o.Measure == i.Measure
}

// baseline finds the observation that a target is compared with: the newest vintage of its reference, or the value
// that the target itself states. Nil when none is known.
func baseline(i *plan.Indicator, t plan.Target, known []Observation) *Observation {
	if t.Baseline == nil {
		return nil
	}
	var found *Observation
	for n := range known {
		o := &known[n]
		if o.Breakdown == "" && o.Comparable == plan.Fully && ownMeasure(i, o) && o.Reference.String() == t.Baseline.Reference.String() {
			found = o
		}
	}
	if found == nil && t.Baseline.Value.Known() {
		found = &Observation{Observation: plan.Observation{
			Indicator: i.ID, Reference: t.Baseline.Reference, Value: t.Baseline.Value, Comparable: plan.Fully}}
	}
	return found
}

// holds tells whether an observation holds a target, at the printed precision; the reason is set when an input is
// missing.
func holds(i *plan.Indicator, t plan.Target, o, base *Observation) (bool, Reason) {
	switch {
	case t.Kind == plan.TierAtLeast:
		return holdsTier(i, t, o)
	case t.Kind == plan.BetterRank:
		return holdsRank(i, o, base)
	case t.Kind == plan.BetterValue:
		return holdsBetter(i, o, base)
	case t.Kind == plan.Exists:
		return holdsExists(o)
	case t.Kind.NeedsValue():
		return holdsValue(t, o)
	}
	return false, ReasonWords
}

func holdsValue(t plan.Target, o *Observation) (bool, Reason) {
	if !o.Value.Known() {
		return false, ReasonInput
	}
	c := o.Value.Cmp(t.Value)
	switch t.Kind {
	case plan.AtLeast:
		return c >= 0, ""
	case plan.AtMost:
		return c <= 0, ""
	case plan.Exactly:
		return c == 0, ""
	case plan.Above:
		return c > 0, ""
	case plan.Below:
		return c < 0, ""
	}
	return c >= 0 && o.Value.Cmp(t.Upper) <= 0, ""
}

func holdsTier(i *plan.Indicator, t plan.Target, o *Observation) (bool, Reason) {
	_, want := i.Tier(t.Tier)
	_, have := i.Tier(o.Tier)
	if have == 0 {
		return false, ReasonTier
	}
	return have >= want, ""
}

// holdsRank: the rank number is smaller than the baseline's; equal is not better.
func holdsRank(i *plan.Indicator, o, base *Observation) (bool, Reason) {
	switch {
	case o.Rank == nil:
		return false, ReasonInput
	case base == nil || base.Rank == nil:
		return false, ReasonBaseline
	case broken(i, base, o):
		return false, ReasonBreak
	}
	return o.Rank.Place < base.Rank.Place, ""
}

// holdsBetter: the value moved in the declared direction; equal is not better.
func holdsBetter(i *plan.Indicator, o, base *Observation) (bool, Reason) {
	switch {
	case !o.Value.Known():
		return false, ReasonInput
	case base == nil || !base.Value.Known():
		return false, ReasonBaseline
	case broken(i, base, o):
		return false, ReasonBreak
	case i.Direction == plan.Down:
		return o.Value.Cmp(base.Value) < 0, ""
	}
	return o.Value.Cmp(base.Value) > 0, ""
}

func holdsExists(o *Observation) (bool, Reason) {
	switch {
	case o.Yes != nil:
		return *o.Yes, ""
	case o.Value.Known():
		return o.Value.Cmp(plan.MustNumber("1")) >= 0, ""
	}
	return false, ReasonInput
}

// broken tells whether a break in series lies between two observations: on or after the end of the earlier one's
// reference and not after the later one's beginning.
func broken(i *plan.Indicator, a, b *Observation) bool {
	if a.Reference.To.After(b.Reference.To) {
		a, b = b, a
	}
	for _, br := range i.Breaks {
		if br.At.From.After(a.Reference.To) && !br.At.From.After(b.Reference.To) {
			return true
		}
	}
	return false
}

// change compares with the previous observation of the same measure, breakdown and definition: the one whose
// reference ends last before. Never across a break in series.
func change(i *plan.Indicator, now *Observation, known []Observation) *Change {
	var before *Observation
	for n := range known {
		o := &known[n]
		comparable := o.Breakdown == "" && o.Comparable == plan.Fully && ownMeasure(i, o)
		if comparable && now.Reference.To.After(o.Reference.To) && (before == nil || !before.Reference.To.After(o.Reference.To)) {
			before = o
		}
	}
	if before == nil || broken(i, before, now) {
		return nil
	}
	switch {
	case i.Value == plan.RankValue && now.Rank != nil && before.Rank != nil:
		return &Change{before, Difference(plan.Whole(now.Rank.Place), plan.Whole(before.Rank.Place))}
	case i.Value != plan.RankValue && now.Value.Known() && before.Value.Known():
		return &Change{before, Difference(now.Value, before.Value)}
	}
	return nil
}

// Difference is a less b, with as many decimals as the finer of the two.
func Difference(a, b plan.Number) plan.Number {
	d := a.Rat()
	d.Sub(d, b.Rat())
	return plan.Rounded(d, max(a.Decimals(), b.Decimals()))
}
