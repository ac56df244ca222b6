package derive

import (
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

// IndicatorResult is the status of an indicator as of a period, with everything that it follows from.
type IndicatorResult struct {
	Indicator  *plan.Indicator
	Period     *plan.Period
	Status     Status
	Targets    []TargetResult
	Superseded []Superseded    // valid once, judging no longer
	Decisive   int             // index of the target that decides the status
	Judged     *Observation    // the observation that judges; nil without one. Of an earlier period where that was final
	Last       *Observation    // the last known one inside the plan's window, when there is none in this period
	LastHolds  *bool           // whether Last holds the decisive target; nil when that cannot be said
	Progress   plan.Number     // of the decisive target, with four decimals; unknown where it is undefined
	Change     plan.Number     // since the figure before, of the same measure and definition; of ranks in places
	Lowered    plan.DataStatus // sample or provisional when the result rests on such a figure
	declared   *plan.Text
}

// Settled tells an indicator of which nothing was to be reported any more: each of its targets had its final figure.
func (r *IndicatorResult) Settled() bool {
	for n := range r.Targets {
		if t := &r.Targets[n]; t.Status != NoTarget && t.Status != NotYetDue && !t.Settled(r.Period.ID) {
			return false
		}
	}
	return len(r.Targets) > 0
}

// Rule is the id of the rule that decided, such as "status/met".
func (r *IndicatorResult) Rule() string { return "status/" + string(r.Status) }

// Declared is why nothing was reported, where the snapshot says so.
func (r *IndicatorResult) Declared() plan.Text {
	if r.declared == nil {
		return plan.Text{}
	}
	return *r.declared
}

// Target is the result of the target that decides; nil for an indicator without target.
func (r *IndicatorResult) Target() *TargetResult {
	if len(r.Targets) == 0 {
		return nil
	}
	return &r.Targets[r.Decisive]
}

// severity is the order in which the statuses of several targets decide that of the indicator. A target that is not
// due yet leaves the word to those that are.
var severity = []Status{Missed, Awaiting, NoPublicFigure, NotReported, NotAssessable, Behind, NotYetMet, OnTrack, Met, NotYetDue, NoTarget}

func (w *World) indicator(i *plan.Indicator, period *plan.Period, previous plan.Date, declared map[plan.IndicatorID]*plan.Text) IndicatorResult {
	r := IndicatorResult{Indicator: i, Period: period, Status: NoTarget, Lowered: plan.Final}
	s := w.series(i, period.Cutoff)
	var judge []*plan.Target
	judge, r.Superseded = s.standing(*period, previous)
	r.Targets = make([]TargetResult, len(judge))
	for n, t := range judge {
		r.Targets[n] = w.target(s, t, *period)
	}
	r.decide()
	r.declared = declared[i.ID]
	if r.Status == NotReported && r.Declared().Empty() {
		r.declared = w.withdrawnWhy(i.ID, period.Cutoff)
	}
	if t := r.Target(); t != nil {
		r.Judged, r.Progress = t.Judged, t.progress(s)
		r.Last, r.LastHolds = t.Last, t.LastHolds
		r.lower(t)
	}
	if r.Judged != nil && r.Judged.Period == period.ID {
		r.Change = s.change(r.Judged)
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

// lower takes over the data status of the least firm figure that judged.
func (r *IndicatorResult) lower(t *TargetResult) {
	for _, o := range t.figures() {
		r.Lowered = LessFirm(r.Lowered, o.Status)
	}
}

// LessFirm is the less firm of two data statuses; an empty one says nothing.
func LessFirm(a, b plan.DataStatus) plan.DataStatus {
	for _, s := range []plan.DataStatus{plan.Sample, plan.Provisional} {
		if a == s || b == s {
			return s
		}
	}
	if a == "" {
		return b
	}
	return a
}
