package derive

import (
	"slices"

	"minhbach/generator/internal/plan"
)

// Revision is a superseded value: a correction with the days of both vintages.
type Revision struct {
	plan.Correction
	First   plan.Date     // the day on which the superseded value was first released
	Revised plan.Date     // the day on which it was superseded
	Release plan.PeriodID // the snapshot that superseded it
}

// Withdraws tells a revision that leaves no value.
func (r *Revision) Withdraws() bool { return r.To == "" }

// withdrawnWhy is the reason of the newest withdrawal of a figure of an indicator by a cut-off; nil without any.
func (w *World) withdrawnWhy(id plan.IndicatorID, cutoff plan.Date) *plan.Text {
	var why *plan.Text
	for _, s := range w.released(cutoff) {
		for n := range s.Corrections {
			if c := &s.Corrections[n]; c.Indicator == id && c.To == "" {
				why = &c.Reason
			}
		}
	}
	return why
}

// Redefinition is a declared change of a definition with the snapshot that declares it.
type Redefinition struct {
	plan.DefinitionChange
	Release plan.PeriodID
	Day     plan.Date
}

// Revisions are the superseded values, in the order of the snapshots that superseded them: corrections, and reported
// states that fell back.
func (w *World) Revisions() []Revision { return w.revisions }

func (w *World) revise() {
	released := w.released(lastDay)
	for n, s := range released {
		for _, c := range s.Corrections {
			w.revisions = append(w.revisions, Revision{c, w.firstReleased(c, w.revisions), s.Released, s.Period})
		}
		w.revisions = append(w.revisions, fallenBack(s, plan.ReachedBefore(w.Plan.Tasks, released[:n], s))...)
	}
}

var lastDay = plan.Date{Year: 9999, Month: 12, Day: 31}

// firstReleased is the day on which the value that a correction supersedes was released: by the correction before, or
// by its own snapshot.
func (w *World) firstReleased(c plan.Correction, before []Revision) plan.Date {
	for _, b := range slices.Backward(before) {
		if b.Period == c.Period && b.Field == c.Field && b.Indicator == c.Indicator && b.Task == c.Task && b.Milestone == c.Milestone &&
			(c.Task != "" || b.Reference.Same(c.Reference)) && b.Breakdown == c.Breakdown && w.measureOf(b.Correction) == w.measureOf(c) {
			return b.Revised
		}
	}
	for _, s := range w.released(lastDay) {
		if s.Period == c.Period {
			return s.Released
		}
	}
	return plan.Date{}
}

// measureOf is the measure of the figure that a correction speaks of: the indicator's own unless it says another.
func (w *World) measureOf(c plan.Correction) plan.Measure {
	if i := w.Plan.Indicator(c.Indicator); i != nil && c.Measure == "" {
		return i.Measure
	}
	return c.Measure
}

// fallenBack are the reported states of a snapshot that stand behind the ones reached before.
func fallenBack(s *plan.Snapshot, reached plan.Reached) []Revision {
	var all []Revision
	for _, r := range s.TaskReports {
		before, back := reached.FallsBack(r)
		if !back {
			continue
		}
		c := plan.Correction{Task: r.Task, Milestone: r.Milestone, Period: before.By.Period, Field: plan.StateField,
			From: plan.Scalar(before.State), To: plan.Scalar(r.State), Reason: r.Reason}
		all = append(all, Revision{c, before.By.Released, s.Released, s.Period})
	}
	return all
}

// Redefinitions are the declared changes of definitions, in the order of the snapshots; in a view as of an earlier
// period (JudgeAsOf) also those of later snapshots, because the definitions are today's.
func (w *World) Redefinitions() []Redefinition {
	var all []Redefinition
	for _, s := range slices.Concat(w.released(lastDay), w.Later) {
		for _, d := range s.Redefined {
			if s.Released.Known() {
				all = append(all, Redefinition{d, s.Period, s.Released})
			}
		}
	}
	return all
}
