package plan

import "maps"

// Reached is how far tasks and their milestones had come by the snapshots so far, in the newest vintage, so that a state
// which falls back behind can be told.
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

// FallsBack gives the state that a report takes back, and whether it does. A whole that is done has its milestones done.
func (r Reached) FallsBack(t TaskReport) (ReachedState, bool) {
	before, known := r[taskPart{t.Task, t.Milestone}]
	if whole := r[taskPart{t.Task, ""}]; !known && whole.State == Done {
		before = whole
	}
	return before, t.State.FallsBehind(before.State)
}

// Correct takes up the corrections of a snapshot, which come before its own reports.
func (r Reached) Correct(s *Snapshot) {
	for _, c := range s.Corrections {
		k := taskPart{c.Task, c.Milestone}
		if was, known := r[k]; known && c.Field == StateField && was.By.Period == c.Period {
			r[k] = ReachedState{TaskState(c.To), was.By}
		}
	}
}

// Learn takes up the reports of a snapshot.
func (r Reached) Learn(s *Snapshot) {
	for _, t := range s.TaskReports {
		if t.Milestone == "" && t.State == Done {
			maps.DeleteFunc(r, func(k taskPart, _ ReachedState) bool { return k.task == t.Task })
		}
	}
	for _, t := range s.TaskReports {
		r[taskPart{t.Task, t.Milestone}] = ReachedState{t.State, s}
	}
}
