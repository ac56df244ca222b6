package derive

import (
	"minhbach/generator/internal/plan"
)

// UnitResult is how one of the units stands of which a target asks the same.
type UnitResult struct {
	Unit     plan.BreakdownID
	Judged   *Observation // nil when nothing of this period is known
	Withheld *Observation // without a figure: the one that was kept back; nil without one
	Baseline *Observation
	Holds    bool
	Reason   Reason // why its figure cannot be compared
}

// Known tells whether a unit's figure could be compared.
func (u UnitResult) Known() bool { return u.Judged != nil && u.Reason == "" }

func (s series) units(t plan.Target, period plan.PeriodID) []UnitResult {
	var all []UnitResult
	for _, id := range t.EachOf {
		u := UnitResult{Unit: id, Judged: s.deciding(t, id, period)}
		if u.Judged != nil {
			u.Baseline = s.against(t, u.Judged)
			c := s.compare(t, u.Judged, u.Baseline)
			u.Holds, u.Reason = c.holds, c.reason
		} else {
			u.Withheld = s.withheld(t, id, period)
		}
		all = append(all, u)
	}
	return all
}

// UnitCounts are how many units hold the target, how many are known, and how many there are.
func (r *TargetResult) UnitCounts() (holding, known, all int) {
	for _, u := range r.Units {
		if u.Known() {
			known++
		}
		if u.Known() && u.Holds {
			holding++
		}
	}
	return holding, known, len(r.Units)
}

// UnitsKnown tells a target for units of which every one is known.
func (r *TargetResult) UnitsKnown() bool {
	_, known, all := r.UnitCounts()
	return all > 0 && known == all
}

// compareUnits: units missing make the target not assessable; with all known it holds when each of them holds it.
func (r *TargetResult) compareUnits(cutoff plan.Date) {
	holding, known, all := r.UnitCounts()
	switch {
	case known < all:
		r.Status, r.Reason = NotAssessable, ReasonUnits
	case holding == all:
		r.Status = Met
	case !r.Target.Due.After(cutoff):
		r.Status = Missed
	default:
		r.Status = NotYetMet
	}
}
