package derive

import (
	"math/big"
	"slices"

	"minhbach/generator/internal/plan"
)

// Reason says which input is missing when a target cannot be assessed.
type Reason string

// The reasons.
const (
	ReasonWords    Reason = "words"    // the target is set in words
	ReasonDeclared Reason = "declared" // the target's cannot_judge says why
	ReasonBaseline Reason = "baseline" // the value is known, the baseline is not
	ReasonBefore   Reason = "before"   // growth, and there is no figure of the period before
	ReasonZero     Reason = "zero"     // growth from zero has no rate
	ReasonTier     Reason = "tier"     // the publisher printed no tier
	ReasonBreak    Reason = "break"    // a break in series lies between baseline and value
	ReasonUnits    Reason = "units"    // some of the units that must each hold the target are not known
	ReasonInput    Reason = "input"    // the observation lacks what the target compares
	ReasonWithheld Reason = "withheld" // the figure is kept back to protect persons

	ReasonBaselineWithheld Reason = "baseline_withheld" // the baseline is, or the figure before that growth is taken from
)

// TargetResult is the status of one target with its inputs.
type TargetResult struct {
	Target    *plan.Target
	Status    Status
	Reason    Reason
	Judged    *Observation // nil for a target of several units. Of an earlier period where that was final
	Withheld  *Observation // without a figure: the one that was kept back to protect persons; nil without one, and for several units
	Units     []UnitResult // of a target that each of several units must hold, in the order declared
	Baseline  *Observation // as known by the cut-off; of growth without a declared one the figure before
	Rate      *big.Rat     // of growth, in per cent
	Expected  plan.Date    // the day on which the outside result came out; unknown when it has not
	Last      *Observation // without a figure: the last known one that could judge it; nil without one, and for several units
	LastHolds *bool        // whether Last holds the target; nil when that cannot be said
	Limit     *big.Rat     // the value that a declared path asks for at the cut-off
}

// Rule is the id of the rule that compares, such as "target/at_least".
func (r *TargetResult) Rule() string { return "target/" + string(r.Target.Kind) }

// PathRule is the id of the rule that says what the declared path asks for, such as "path/linear"; empty where it asks
// nothing.
func (r *TargetResult) PathRule() string {
	switch {
	case r.Limit == nil:
		return ""
	case len(r.Target.Path) > 0:
		return PathMilestones
	}
	return PathLinear
}

// target judges one target, in the order of the rules.
func (w *World) target(s series, of *plan.Target, period plan.Period) TargetResult {
	r, t := TargetResult{Target: of}, *of
	if len(t.EachOf) > 0 {
		r.Units = s.units(t, period.ID)
	} else {
		r.Judged = s.deciding(t, t.Scope, period.ID)
		r.Baseline = s.against(t, r.Judged)
		if r.Judged == nil {
			r.Withheld = s.withheld(t, t.Scope, period.ID)
		}
	}
	held := !r.observed() && len(r.withheld()) > 0
	r.last(s)
	released := true
	if s.indicator.Publisher != "" {
		r.Expected = w.Plan.ReleaseDate(s.indicator.Publisher, t.Reference)
		released = r.Expected.Known() && !r.Expected.After(period.Cutoff)
	}
	switch {
	case t.Kind == plan.NoTarget:
		r.Status = NoTarget
	case !begun(t.Reference, period.Cutoff):
		r.Status = NotYetDue
	case !released && !r.observed() && !held:
		r.Status = Awaiting
	case t.Kind == plan.InWords:
		r.Status, r.Reason = NotAssessable, ReasonWords
	case !t.CannotJudge.Empty():
		r.Status, r.Reason = NotAssessable, ReasonDeclared
	case held:
		r.Status, r.Reason = NotAssessable, ReasonWithheld
	case !r.observed():
		r.Status = w.missing(s.indicator, t, period)
	case len(t.EachOf) > 0:
		r.compareUnits(period.Cutoff)
	default:
		r.compare(w.Plan, s, period.Cutoff)
	}
	return r
}

// observed tells whether there is a figure that judges.
func (r *TargetResult) observed() bool {
	return r.Judged != nil || slices.ContainsFunc(r.Units, func(u UnitResult) bool { return u.Judged != nil })
}

// figures are those that judge: one, or one of each unit that has any.
func (r *TargetResult) figures() []*Observation {
	var all []*Observation
	for _, u := range r.Units {
		if u.Judged != nil {
			all = append(all, u.Judged)
		}
	}
	if r.Judged != nil {
		all = append(all, r.Judged)
	}
	return all
}

// withheld are the figures that were kept back where one would judge.
func (r *TargetResult) withheld() []*Observation {
	var all []*Observation
	for _, u := range r.Units {
		if u.Withheld != nil {
			all = append(all, u.Withheld)
		}
	}
	if r.Withheld != nil {
		all = append(all, r.Withheld)
	}
	return all
}

// Settled tells a target whose final figures had all come before a period, published or kept back: nothing of it was to be
// reported any more.
func (r *TargetResult) Settled(period plan.PeriodID) bool {
	all := append(r.figures(), r.withheld()...)
	return len(all) == max(len(r.Units), 1) && !slices.ContainsFunc(all, func(o *Observation) bool { return o.Period == period })
}

// last finds the last known figure that could judge, for a period that brought none.
func (r *TargetResult) last(s series) {
	if r.observed() || r.Target.Kind == plan.NoTarget || len(r.Target.EachOf) > 0 {
		return
	}
	if r.Last = s.last(*r.Target); r.Last == nil {
		return
	}
	if c := s.compare(*r.Target, r.Last, s.against(*r.Target, r.Last)); c.reason == "" {
		r.LastHolds = &c.holds
	}
}

// against is the figure that a target compares another with; o may be nil.
func (s series) against(t plan.Target, o *Observation) *Observation {
	growth := t.Kind == plan.GrowthLeast || t.Kind == plan.GrowthMost
	switch {
	case t.Baseline == nil && growth && o != nil:
		return s.growthFrom(o)
	case o != nil:
		return s.baseline(t, o.Breakdown)
	}
	return s.baseline(t, t.Scope)
}

// missing is the status of a target without an observation in the period. A figure that must cover the whole of the
// target's time is not due before that time is over.
func (w *World) missing(i *plan.Indicator, t plan.Target, period plan.Period) Status {
	switch {
	case wholeOnly(i) && t.Reference.To.After(period.Cutoff):
		return NotYetDue
	case w.Plan.Compiled():
		return NoPublicFigure
	case ReportDue(t, period).Known():
		return NotReported
	}
	return NotYetDue
}

// ReportDue is the day by the cut-off on which a figure was to be there: that of the period's report, or the target's own
// due day; unknown when neither had come.
func ReportDue(t plan.Target, period plan.Period) plan.Date {
	switch {
	case period.Due.Known() && !period.Due.After(period.Cutoff):
		return period.Due
	case !t.Due.After(period.Cutoff):
		return t.Due
	}
	return plan.Date{}
}

// compare judges a target whose observation is there.
func (r *TargetResult) compare(p *plan.Plan, s series, cutoff plan.Date) {
	c := s.compare(*r.Target, r.Judged, r.Baseline)
	r.Rate = c.rate
	switch {
	case c.reason != "":
		r.Status, r.Reason = NotAssessable, c.reason
	case c.holds:
		r.Status = Met
	case !r.Target.Due.After(cutoff):
		r.Status = Missed
	default:
		r.Status = NotYetMet
		if r.Limit = r.path(p, s, cutoff); r.Limit != nil {
			r.Status = r.beside(s, r.Limit)
		}
	}
}
