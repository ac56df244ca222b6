package plan

import "maps"

// Reached is how far tasks and their milestones had come by some snapshots, in the newest vintage, so that a state which
// falls back behind can be told.
type Reached map[taskPart]ReachedState

// ReachedState is a state with the snapshot that brought it.
type ReachedState struct {
	State TaskState
	By    *Snapshot
}

type taskPart struct {
	task      TaskID
	milestone string // empty: the task as a whole
}

// ReachedBefore is what the snapshots before one had reached, with the corrections that they and the one itself bring.
func ReachedBefore(tasks []*Task, before []*Snapshot, s *Snapshot) Reached {
	r := Reached{}
	known := append(before[:len(before):len(before)], s)
	for _, earlier := range before {
		r.learn(tasks, earlier, ReportsAsOf(earlier, known))
	}
	return r
}

// ReportsAsOf are the task reports of a snapshot as the corrections of some snapshots leave them, without those withdrawn.
func ReportsAsOf(s *Snapshot, known []*Snapshot) []TaskReport {
	var all []TaskReport
	for _, t := range s.TaskReports {
		for _, later := range known {
			for _, c := range later.Corrections {
				if c.Task == "" || c.Period != s.Period || !c.FitsReport(&t) {
					continue
				}
				if corrected, err := t.With(c.Field, c.To); err == nil {
					t = corrected
				}
			}
		}
		if t.State != "" {
			all = append(all, t)
		}
	}
	return all
}

// FallsBack gives the state that a report takes back, and whether it does. A whole that is done has its milestones done.
func (r Reached) FallsBack(t TaskReport) (ReachedState, bool) {
	before, known := r[taskPart{t.Task, t.Milestone}]
	if whole := r[taskPart{t.Task, ""}]; !known && whole.State == Done {
		before = whole
	}
	return before, t.State.FallsBehind(before.State)
}

// learn takes up the reports of a snapshot. Milestones that are all done make the whole done.
func (r Reached) learn(tasks []*Task, s *Snapshot, reports []TaskReport) {
	for _, t := range reports {
		if t.Milestone == "" && t.State == Done {
			maps.DeleteFunc(r, func(k taskPart, _ ReachedState) bool { return k.task == t.Task })
		}
	}
	for _, t := range reports {
		r[taskPart{t.Task, t.Milestone}] = ReachedState{t.State, s}
	}
	for _, t := range tasks {
		if len(t.Milestones) > 0 && r.allDone(t) && r[taskPart{t.ID, ""}].State != Done {
			r[taskPart{t.ID, ""}] = ReachedState{Done, s}
		}
	}
}

func (r Reached) allDone(t *Task) bool {
	for _, m := range t.Milestones {
		if r[taskPart{t.ID, m.ID}].State != Done {
			return false
		}
	}
	return true
}

// OpenPart finds, among the reports of one snapshot, a milestone that is not done, or was done later, although its task is
// reported as done; its place in the list, or -1.
func OpenPart(reports []TaskReport) int {
	whole := map[TaskID]TaskReport{}
	for _, t := range reports {
		if t.Milestone == "" && t.State == Done {
			whole[t.Task] = t
		}
	}
	for n, t := range reports {
		w, done := whole[t.Task]
		late := w.Completed.Known() && t.Completed.After(w.Completed)
		if done && t.Milestone != "" && (t.State.FallsBehind(Done) || late) {
			return n
		}
	}
	return -1
}
