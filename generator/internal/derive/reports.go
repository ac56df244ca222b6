package derive

import (
	"maps"

	"minhbach/generator/internal/plan"
)

// TaskReport is a report with the period that brought it and its source.
type TaskReport struct {
	plan.TaskReport
	Period plan.PeriodID
	Status plan.DataStatus
	Source plan.Source
}

// done tells a report of work that is finished; there may be none.
func (r *TaskReport) done() bool { return r != nil && r.State == plan.Done }

// Related is a document that may belong to a task, with the period that brought it and its source.
type Related struct {
	plan.Related
	Period plan.PeriodID
	Source plan.Source
}

// taskReports is what is known of one task by a cut-off.
type taskReports struct {
	whole   *TaskReport
	parts   map[string]*TaskReport
	related []Related
	heard   plan.PeriodID // the newest period that brought a report
}

// learn takes up a report. One that the whole is done answers for the parts that were under way; what is heard of a part
// after that stands.
func (k *taskReports) learn(r *TaskReport) {
	k.heard = r.Period
	if r.Milestone != "" {
		k.parts[r.Milestone] = r
		return
	}
	k.whole = r
	maps.DeleteFunc(k.parts, func(_ string, part *TaskReport) bool {
		return r.done() && part.Period != r.Period && part.State.FallsBehind(plan.Done)
	})
}

func (w *World) reportsUntil(cutoff plan.Date) map[plan.TaskID]*taskReports {
	all := map[plan.TaskID]*taskReports{}
	of := func(id plan.TaskID) *taskReports {
		if all[id] == nil {
			all[id] = &taskReports{parts: map[string]*TaskReport{}}
		}
		return all[id]
	}
	for _, s := range w.Plan.Snapshots {
		if !s.Released.Known() || s.Cutoff.After(cutoff) {
			continue
		}
		for _, r := range w.reportsOf(s, cutoff) {
			of(r.Task).learn(&TaskReport{r, s.Period, s.Status, s.Sources[r.Source]})
		}
		for _, r := range s.Related {
			known := of(r.Task)
			known.related = append(known.related, Related{r, s.Period, s.Sources[r.Source]})
		}
	}
	return all
}
