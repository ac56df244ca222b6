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
	Completed plan.Date
}

// dropped tells a part that was given up by a decision; it is neither due nor late any more.
func (q Part) dropped() bool { return q.State == plan.Cancelled || q.State == plan.Replaced }

// partsOf lays the reports over the milestones: that of the part itself, or that of the whole once it is done.
func partsOf(t *plan.Task, known *taskReports, cutoff plan.Date) []Part {
	parts := make([]Part, 0, max(len(t.Milestones), 1))
	for n := range t.Milestones {
		m := &t.Milestones[n]
		q := Part{ID: m.ID, Due: m.DueAt(cutoff), Move: m.MoveAt(cutoff), Planned: m.Due}
		if report := known.parts[m.ID]; report != nil {
			q.State, q.Completed = report.State, report.Completed
		}
		if whole := known.whole; whole != nil && whole.State == plan.Done && q.State != plan.Done && !q.dropped() {
			q.State, q.Completed = plan.Done, whole.Completed
		}
		parts = append(parts, q)
	}
	if whole := known.whole; len(parts) == 0 && whole != nil && whole.State == plan.Done {
		parts = append(parts, Part{State: plan.Done, Completed: whole.Completed})
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
	case r.Report != nil:
		return r.Report.State
	case count[plan.Done]+count[plan.InProgress]+given > 0:
		return plan.InProgress
	case count[plan.NotStarted] > 0:
		return plan.NotStarted
	}
	return ""
}
