package derive

import (
	"slices"

	"minhbach/generator/internal/plan"
)

// Superseded is a target that was valid once and no longer judges.
type Superseded struct {
	Target   *plan.Target
	Replaced bool // by a later one of its id; false: its time is over, and the next of its line has begun
}

// standing splits the targets valid at the cut-off into those that judge and those that stay visible beside them. Of
// one id the latest valid_from judges. Of targets of several times on one line, one whose time ended by the previous
// cut-off gives way to a later one that has begun, unless this period brought its figure.
func (s series) standing(period plan.Period, previous plan.Date) (judge []*plan.Target, beside []Superseded) {
	var valid []*plan.Target
	for n := range s.indicator.Targets {
		if t := &s.indicator.Targets[n]; !t.ValidFrom.After(period.Cutoff) {
			valid = append(valid, t)
		}
	}
	var kept []*plan.Target
	for n, t := range valid {
		if replaced(valid, n) {
			beside = append(beside, Superseded{t, true})
		} else {
			kept = append(kept, t)
		}
	}
	for _, t := range kept {
		if over(kept, t, period.Cutoff, previous) && !s.brings(*t, period.ID) {
			beside = append(beside, Superseded{t, false})
		} else {
			judge = append(judge, t)
		}
	}
	return judge, beside
}

// TargetsAt are the targets that judge an indicator as of a period, also of one that has not come, by what was set up to a
// day; not those whose time has not begun.
func (w *World) TargetsAt(i *plan.Indicator, p plan.Period, known plan.Date) []*plan.Target {
	s := w.series(i, p.Cutoff)
	if later := func(t plan.Target) bool { return t.ValidFrom.After(known) }; slices.ContainsFunc(i.Targets, later) {
		then := *i
		then.Targets = slices.DeleteFunc(slices.Clone(i.Targets), later)
		s.indicator = &then
	}
	var before plan.Date
	for _, q := range w.Plan.Periods {
		if p.Cutoff.After(q.Cutoff) {
			before = q.Cutoff
		}
	}
	judge, _ := s.standing(p, before)
	return slices.DeleteFunc(judge, func(t *plan.Target) bool { return !begun(t.Reference, p.Cutoff) })
}

// replaced tells whether another target of the same id is valid from a later day, or from the same and stands later.
func replaced(valid []*plan.Target, n int) bool {
	for m, t := range valid {
		c := t.ValidFrom.Compare(valid[n].ValidFrom)
		if t.ID == valid[n].ID && (c > 0 || c == 0 && m > n) {
			return true
		}
	}
	return false
}

func over(all []*plan.Target, t *plan.Target, cutoff, previous plan.Date) bool {
	if !t.Reference.To.Known() || t.Reference.To.After(previous) {
		return false
	}
	return slices.ContainsFunc(all, func(next *plan.Target) bool {
		ends := !next.Reference.To.Known() || next.Reference.To.After(t.Reference.To)
		return ends && begun(next.Reference, cutoff) && sameLine(t, next)
	})
}

// sameLine tells whether two targets ask the same of the same at different times.
func sameLine(a, b *plan.Target) bool {
	return a.Scope == b.Scope && slices.Equal(a.EachOf, b.EachOf) && asks(a.Kind) == asks(b.Kind)
}

// asks is what a kind of target compares.
func asks(k plan.TargetKind) string {
	switch k {
	case plan.BetterRank, plan.TierAtLeast, plan.BetterValue:
		return string(k)
	case plan.GrowthLeast, plan.GrowthMost:
		return "growth"
	}
	return "value"
}

func begun(r plan.Reference, cutoff plan.Date) bool { return !r.From.After(cutoff) }

// brings tells whether a period has a figure that judges a target.
func (s series) brings(t plan.Target, period plan.PeriodID) bool {
	return slices.ContainsFunc(parties(t), func(of plan.BreakdownID) bool { return s.judging(t, of, period) != nil })
}
