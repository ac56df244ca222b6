package derive

import (
	"minhbach/generator/internal/plan"
)

// TaskReport is a report with the period that brought it and its source.
type TaskReport struct {
	plan.TaskReport
	Period plan.PeriodID
	Status plan.DataStatus
	Source plan.Source
}

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
			known := of(r.Task)
			report := &TaskReport{r, s.Period, s.Status, s.Sources[r.Source]}
			known.heard = s.Period
			if r.Milestone == "" {
				known.whole = report
			} else {
				known.parts[r.Milestone] = report
			}
		}
		for _, r := range s.Related {
			known := of(r.Task)
			known.related = append(known.related, Related{r, s.Period, s.Sources[r.Source]})
		}
	}
	return all
}
