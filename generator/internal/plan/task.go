package plan

// Task is a row of the tasks' annex.
type Task struct {
	ID           TaskID          `yaml:"-"`
	Printed      PrintedRow      `yaml:"-"`
	Level        Level           `yaml:"level"`
	Parent       TaskID          `yaml:"parent,omitempty"`
	Area         AreaID          `yaml:"area"`
	Name         Text            `yaml:"name"`
	Short        Text            `yaml:"short"` // editorial, 34 characters at most
	Product      Text            `yaml:"product"`
	Meaning      Text            `yaml:"meaning,omitempty"`
	Lead         []AgencyID      `yaml:"lead"`
	Coordinating []AgencyID      `yaml:"coordinating,omitempty"`
	Clause       string          `yaml:"clause"`
	Milestones   []Milestone     `yaml:"milestones,omitempty"`  // none: the plan prints no deadline
	NoDeadline   Text            `yaml:"no_deadline,omitempty"` // why there is none
	AllYear      bool            `yaml:"all_year,omitempty"`    // at work the whole year, due at its end
	Contradicts  []Contradiction `yaml:"contradictions,omitempty"`
	Note         Text            `yaml:"note,omitempty"`
}

// Due is the last milestone's day as the plan set it; unknown when there is none.
func (t *Task) Due() Date { return t.DueAt(Date{}) }

// DueAt is the last milestone's day as it stood on a day.
func (t *Task) DueAt(day Date) Date {
	var due Date
	for _, m := range t.Milestones {
		if d := m.DueAt(day); d.After(due) {
			due = d
		}
	}
	return due
}

// Milestone is a part of a task, or an occurrence of a recurring one, with a day of its own.
type Milestone struct {
	ID    string `yaml:"id"`
	Name  Text   `yaml:"name,omitempty"`
	Due   Date   `yaml:"due"`
	Moved []Move `yaml:"moved,omitempty"` // in the order of their days
}

// MoveAt is the move that was valid on a day; nil when the plan's own day stood.
func (m *Milestone) MoveAt(day Date) *Move {
	var valid *Move
	for n := range m.Moved {
		if move := &m.Moved[n]; !move.ValidFrom.After(day) && (valid == nil || !valid.ValidFrom.After(move.ValidFrom)) {
			valid = move
		}
	}
	return valid
}

// DueAt is the day that was the deadline on a day.
func (m *Milestone) DueAt(day Date) Date {
	if move := m.MoveAt(day); move != nil {
		return move.Due
	}
	return m.Due
}

// Move is a deadline moved by a document, from a day on.
type Move struct {
	Due       Date     `yaml:"due"`
	ValidFrom Date     `yaml:"valid_from"`
	Document  Document `yaml:"document"`
	Reason    Text     `yaml:"reason"`
}

// TaskState is what was reported of a task.
type TaskState string

// The states.
const (
	NotStarted TaskState = "not_started"
	InProgress TaskState = "in_progress"
	Done       TaskState = "done"
	Cancelled  TaskState = "cancelled"
	Replaced   TaskState = "replaced"
)

// Allowed lists the values that the files may hold.
func (TaskState) Allowed() []string {
	return []string{"not_started", "in_progress", "done", "cancelled", "replaced"}
}

// FallsBehind tells a state that takes back what an earlier one had reached; what is cancelled or replaced was decided.
func (s TaskState) FallsBehind(earlier TaskState) bool {
	rank := map[TaskState]int{NotStarted: 1, InProgress: 2, Done: 3}
	return rank[s] != 0 && rank[s] < rank[earlier]
}
