package derive

import (
	"math/big"

	"minhbach/generator/internal/plan"
)

// The ids of the rules of declared paths.
const (
	PathMilestones = "path/milestones"
	PathLinear     = "path/linear"
)

// path is the value that a declared path asks for at the cut-off; nil where none is declared, or the one declared asks
// nothing yet. A target's own path goes before the plan's pace.
func (r *TargetResult) path(p *plan.Plan, s series, cutoff plan.Date) *big.Rat {
	switch {
	case !r.Target.Kind.Floor() && !r.Target.Kind.Ceiling():
		return nil
	case len(r.Target.Path) > 0:
		return milestone(r.Target.Path, cutoff)
	case p.Pace == "linear":
		return r.linear(p, s, cutoff)
	}
	return nil
}

// milestone is the value of the last point reached by the cut-off.
func milestone(points []plan.PathPoint, cutoff plan.Date) *big.Rat {
	var limit *big.Rat
	last := plan.Date{}
	for _, q := range points {
		if !q.By.After(cutoff) && !last.After(q.By) {
			limit, last = q.Value.Rat(), q.By
		}
	}
	return limit
}

// linear lies on the straight line from the baseline, or from zero for a rising target, at the beginning of the plan
// or of the target's time, whichever is later, to the target at its due day.
func (r *TargetResult) linear(p *plan.Plan, s series, cutoff plan.Date) *big.Rat {
	start := p.Start
	if r.Target.Reference.From.After(start) {
		start = r.Target.Reference.From
	}
	begins, ok := r.start(s)
	if r.Target.Due.DaysSince(start) <= 0 || !ok {
		return nil
	}
	from, to := begins.Rat(), r.Target.Value.Rat()
	share := big.NewRat(int64(max(cutoff.DaysSince(start), 0)), int64(r.Target.Due.DaysSince(start)))
	way := new(big.Rat).Sub(to, from)
	return way.Add(from, way.Mul(way, share))
}

// start is the number that a target's way begins at: its baseline, or zero for a rising target above zero; ok is false
// when there is neither, or a break in series lies on the way.
func (r *TargetResult) start(s series) (n plan.Number, ok bool) {
	if r.Baseline != nil && r.Judged != nil && s.broken(r.Baseline, r.Judged) {
		return n, false
	}
	if r.Baseline != nil {
		if n, ok := Figure(s.indicator, r.Baseline); ok {
			return n, true
		}
	}
	return plan.Whole(0), r.Target.Kind.Floor() && r.Target.Value.Sign() > 0
}

// beside judges a figure by what the path asks.
func (r *TargetResult) beside(s series, limit *big.Rat) Status {
	value, _ := Figure(s.indicator, r.Judged)
	ahead := value.Rat().Cmp(limit)
	if r.Target.Kind.Ceiling() {
		ahead = -ahead
	}
	if ahead >= 0 {
		return OnTrack
	}
	return Behind
}

// progress is (value − baseline) / (target − baseline), or value / target for a rising target from zero; unknown where
// it is undefined: the target equals the baseline, or the baseline lies beyond it, where the formula would flatter.
func (r *TargetResult) progress(s series) plan.Number {
	single := r.Target.Kind.Floor() || r.Target.Kind.Ceiling() || r.Target.Kind == plan.Exactly
	if r.Judged == nil || !single {
		return plan.Number{}
	}
	value, ok := Figure(s.indicator, r.Judged)
	from, begins := r.start(s)
	if !ok || !begins || r.Baseline == nil && r.Target.Kind != plan.CutAtLeast && s.indicator.Direction != plan.Up {
		return plan.Number{}
	}
	to := r.Target.Value
	if beyond := from.Cmp(to); beyond == 0 || r.Target.Kind.Floor() && beyond > 0 || r.Target.Kind.Ceiling() && beyond < 0 {
		return plan.Number{}
	}
	return plan.Way(value, from, to, 4)
}
