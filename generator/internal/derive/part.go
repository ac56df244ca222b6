package derive

import (
	"minhbach/generator/internal/plan"
)

// Part is a milestone or an occurrence of a recurring task, or the task as a whole where the plan prints no deadline,
// with what is known of it.
type Part struct {
	ID        string
	Due       plan.Date  // as it stood at the cut-off
	Move      *plan.Move // that set Due; nil when the plan's own day stands
	Planned   plan.Date  // the plan's own day
	State     plan.TaskState
	Completed plan.Date // its own day; the whole's says of a part only by when it was done
}

// dropped tells a part that was given up by a decision; it is neither due nor late any more.
func (q Part) dropped() bool { return q.State == plan.Cancelled || q.State == plan.Replaced }

// partsOf lays the reports over the milestones: that of the part itself; where there is none, a whole that is done has
// the part done.
func partsOf(t *plan.Task, known *taskReports, cutoff plan.Date) []Part {
	parts := make([]Part, 0, max(len(t.Milestones), 1))
	for n := range t.Milestones {
		m := &t.Milestones[n]
		q := Part{ID: m.ID, Due: m.DueAt(cutoff), Move: m.MoveAt(cutoff), Planned: m.Due}
		if report := known.parts[m.ID]; report != nil {
			q.State, q.Completed = report.State, report.Completed
		}
		if q.State == "" && known.whole.done() {
			q.State = plan.Done
		}
		parts = append(parts, q)
	}
	if len(parts) == 0 && known.whole.done() {
		parts = append(parts, Part{State: plan.Done, Completed: known.whole.Completed})
	}
	return parts
}

// stateOf is the state of the task as a whole: as reported, and done once all its parts are that were not given up.
func stateOf(r *TaskResult) plan.TaskState {
	var count = map[plan.TaskState]int{}
	for _, q := range r.Parts {
		count[q.State]++
	}
	given := count[plan.Cancelled] + count[plan.Replaced]
	switch all := len(r.Task.Milestones); {
	case r.Report != nil && (r.Report.State == plan.Cancelled || r.Report.State == plan.Replaced):
		return r.Report.State
	case all > 0 && count[plan.Done] > 0 && count[plan.Done]+given == all:
		return plan.Done
	case all > 0 && count[plan.Cancelled] == all:
		return plan.Cancelled
	case all > 0 && given == all:
		return plan.Replaced
	case all > 0 && count[plan.Done]+count[plan.InProgress] > 0: // whatever was said of the whole before, or a part that fell back since
		return plan.InProgress
	case r.Report != nil && (all == 0 || r.Report.State != plan.Done):
		return r.Report.State
	case count[plan.NotStarted] > 0:
		return plan.NotStarted
	}
	return ""
}
