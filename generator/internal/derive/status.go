package derive

import (
	"math/big"

	"minhbach/generator/internal/plan"
)

// Status of a target or an indicator.
type Status string

// The statuses, in the order of the codebook.
const (
	NoTarget       Status = "no_target"
	Awaiting       Status = "awaiting_publication"
	NotAssessable  Status = "not_assessable"
	NoPublicFigure Status = "no_public_figure"
	NotReported    Status = "not_reported"
	NotYetDue      Status = "not_yet_due"
	Met            Status = "met"
	Missed         Status = "missed"
	OnTrack        Status = "on_track"
	Behind         Status = "behind"
	NotYetMet      Status = "not_yet_met"
)

// Reason says which input is missing when a target cannot be assessed.
type Reason string

// The reasons.
const (
	ReasonWords    Reason = "words"    // the target is set in words
	ReasonDeclared Reason = "declared" // the target's cannot_judge says why
	ReasonBaseline Reason = "baseline" // the value is known, the baseline is not
	ReasonTier     Reason = "tier"     // the publisher printed no tier
	ReasonBreak    Reason = "break"    // a break in series lies between baseline and value
	ReasonInput    Reason = "input"    // the observation lacks what the target compares
)

// IndicatorResult is the status of an indicator as of a period, with everything that it follows from.
type IndicatorResult struct {
	Indicator *plan.Indicator
	Period    plan.Period
	Status    Status
	Targets   []TargetResult
	Decisive  int          // index of the target that decides the status
	Judged    *Observation // the observation that judges in this period; nil without one
	Last      *Observation // the last known one inside the plan's window, when there is none in this period
	LastHolds *bool        // whether Last holds the decisive target; nil when that cannot be said
	Progress  *big.Rat     // of the decisive target; nil where it is undefined
	Change    *Change
	Lowered   plan.DataStatus // sample or provisional when the result rests on such a figure
}

// Rule is the id of the rule that decided, such as "status/met".
func (r *IndicatorResult) Rule() string { return "status/" + string(r.Status) }

// Target is the result of the target that decides; nil for an indicator without target.
func (r *IndicatorResult) Target() *TargetResult {
	if len(r.Targets) == 0 {
		return nil
	}
	return &r.Targets[r.Decisive]
}

// TargetResult is the status of one target with its inputs.
type TargetResult struct {
	Target   plan.Target
	Status   Status
	Reason   Reason
	Judged   *Observation
	Baseline *Observation // as known by the cut-off
	Expected plan.Date    // the day on which the outside result came out; unknown when it has not
	Limit    *big.Rat     // the value that a declared path asks for at the cut-off
}

// Change is the difference to the previous observation of the same measure and definition.
type Change struct {
	From       *Observation
	Difference plan.Number // value now less value before; for ranks the rank number now less that before
}

// severity is the order in which the statuses of several targets decide that of the indicator.
var severity = []Status{Missed, Awaiting, NoPublicFigure, NotReported, NotAssessable, Behind, NotYetMet, OnTrack, NotYetDue, Met, NoTarget}

func (w *World) indicator(i *plan.Indicator, period plan.Period) *IndicatorResult {
	r := &IndicatorResult{Indicator: i, Period: period, Status: NoTarget}
	known := w.Observations(i.ID, period.Cutoff)
	for _, t := range i.Targets {
		if !t.ValidFrom.After(period.Cutoff) {
			r.Targets = append(r.Targets, w.target(i, t, period, known))
		}
	}
	r.decide()
	r.Lowered = plan.Final
	if t := r.Target(); t != nil {
		r.Judged = t.Judged
		r.last(i, t.Target, known)
		r.Progress = progress(i, t)
	}
	if r.Judged != nil {
		r.Lowered = r.Judged.Status
		r.Change = change(i, r.Judged, known)
	}
	return r
}

func (r *IndicatorResult) decide() {
	for _, s := range severity {
		for n, t := range r.Targets {
			if t.Status == s {
				r.Status, r.Decisive = s, n
				return
			}
		}
	}
}

// last finds the last known figure that could judge, for a period that brought none.
func (r *IndicatorResult) last(i *plan.Indicator, t plan.Target, known []Observation) {
	if r.Judged != nil || t.Kind == plan.NoTarget {
		return
	}
	for n := range known {
		if o := &known[n]; canJudge(i, t, o) && (r.Last == nil || !r.Last.Reference.To.After(o.Reference.To)) {
			r.Last = o
		}
	}
	if r.Last != nil {
		if h, reason := holds(i, t, r.Last, baseline(i, t, known)); reason == "" {
			r.LastHolds = &h
		}
	}
}

// target judges one target, in the order of the rules.
func (w *World) target(i *plan.Indicator, t plan.Target, period plan.Period, known []Observation) TargetResult {
	r := TargetResult{Target: t, Baseline: baseline(i, t, known)}
	for n := range known {
		if o := &known[n]; o.Period == period.ID && canJudge(i, t, o) {
			r.Judged = o
		}
	}
	released := true
	if i.Publisher != "" {
		r.Expected, released = w.release(i.Publisher, t.Reference, period.Cutoff)
	}
	switch {
	case t.Kind == plan.NoTarget:
		r.Status = NoTarget
	case !released && r.Judged == nil:
		r.Status = Awaiting
	case t.Kind == plan.InWords:
		r.Status, r.Reason = NotAssessable, ReasonWords
	case !t.CannotJudge.Empty():
		r.Status, r.Reason = NotAssessable, ReasonDeclared
	case r.Judged == nil:
		r.Status = w.missing(i, t, period)
	default:
		r.compare(w.Plan, i, period)
	}
	return r
}

// release finds the day on which an outside result came out, and tells whether that was by the cut-off.
func (w *World) release(id plan.PublisherID, ref plan.Reference, cutoff plan.Date) (plan.Date, bool) {
	for _, p := range w.Plan.Publishers {
		if p.ID != id {
			continue
		}
		for _, rel := range p.Releases {
			if rel.Reference.String() == ref.String() {
				return rel.Date, !rel.Date.After(cutoff)
			}
		}
	}
	return plan.Date{}, false
}

// missing is the status of a target without an observation in the period.
func (w *World) missing(i *plan.Indicator, t plan.Target, period plan.Period) Status {
	switch {
	case w.Plan.Compiled():
		return NoPublicFigure
	case period.Due.Known() && !period.Due.After(period.Cutoff) || !t.Due.After(period.Cutoff):
		return NotReported
	}
	return NotYetDue
}

// compare judges a target whose observation is there.
func (r *TargetResult) compare(p *plan.Plan, i *plan.Indicator, period plan.Period) {
	h, reason := holds(i, r.Target, r.Judged, r.Baseline)
	switch {
	case reason != "":
		r.Status, r.Reason = NotAssessable, reason
	case h:
		r.Status = Met
	case !r.Target.Due.After(period.Cutoff):
		r.Status = Missed
	default:
		r.Status = NotYetMet
		if r.Limit = path(p, r, period.Cutoff); r.Limit != nil {
			r.Status = r.beside(r.Limit)
		}
	}
}

func (r *TargetResult) beside(limit *big.Rat) Status {
	ahead := r.Judged.Value.Rat().Cmp(limit)
	if r.Target.Kind == plan.AtMost || r.Target.Kind == plan.Below {
		ahead = -ahead
	}
	if ahead >= 0 {
		return OnTrack
	}
	return Behind
}

// path is the value that a plan with linear pace asks for at the cut-off: from the baseline, or from zero for a
// rising target, at the plan's start to the target at its due day. Nil where no path is declared or can be drawn.
func path(p *plan.Plan, r *TargetResult, cutoff plan.Date) *big.Rat {
	rising := r.Target.Kind == plan.AtLeast || r.Target.Kind == plan.Above
	falling := r.Target.Kind == plan.AtMost || r.Target.Kind == plan.Below
	total := r.Target.Due.DaysSince(p.Start)
	from, known := baselineValue(r)
	if p.Pace != "linear" || total <= 0 || !r.Judged.Value.Known() || !(rising || falling && known) {
		return nil
	}
	share := big.NewRat(int64(max(cutoff.DaysSince(p.Start), 0)), int64(total))
	way := new(big.Rat).Sub(r.Target.Value.Rat(), from)
	return way.Add(from, way.Mul(way, share))
}

// baselineValue is the numeric baseline of a target; zero and false when none is known.
func baselineValue(r *TargetResult) (*big.Rat, bool) {
	if r.Baseline != nil && r.Baseline.Value.Known() {
		return r.Baseline.Value.Rat(), true
	}
	return new(big.Rat), false
}

// progress is (value − baseline) / (target − baseline), or value / target for a rising target from zero; nil where
// it is undefined.
func progress(i *plan.Indicator, r *TargetResult) *big.Rat {
	from, known := baselineValue(r)
	if r.Judged == nil || !r.Judged.Value.Known() || !r.Target.Kind.NeedsValue() || r.Target.Kind == plan.Between {
		return nil
	}
	if !known && (i.Direction != plan.Up || r.Target.Kind != plan.AtLeast && r.Target.Kind != plan.Above) {
		return nil
	}
	way := new(big.Rat).Sub(r.Target.Value.Rat(), from)
	if way.Sign() == 0 {
		return nil
	}
	done := new(big.Rat).Sub(r.Judged.Value.Rat(), from)
	return done.Quo(done, way)
}
