package derive

import (
	"slices"

	"minhbach/generator/internal/plan"
)

// Verdict on a task.
type Verdict string

// The verdicts, in the order of the codebook.
const (
	CancelledVerdict  Verdict = "cancelled"
	ReplacedVerdict   Verdict = "replaced"
	DoneOnTime        Verdict = "done_on_time"
	DoneLate          Verdict = "done_late"
	DoneDateNotStated Verdict = "done_date_not_stated"
	NoPublicDocument  Verdict = "no_public_document"
	NoDeadline        Verdict = "no_deadline"
	Overdue           Verdict = "overdue"
	DueThisPeriod     Verdict = "due_this_period"
	NotReportedTask   Verdict = "not_reported"
	InProgressVerdict Verdict = "in_progress"
	NotStartedVerdict Verdict = "not_started"
)

// TaskResult is the verdict on a task as of a period, with everything that it follows from.
type TaskResult struct {
	Task      *plan.Task
	Period    *plan.Period
	Verdict   Verdict
	State     plan.TaskState // empty when nothing was reported
	Report    *TaskReport    // the newest report of the task as a whole
	Parts     []Part         // the milestones, or the task as a whole once it is done without one
	Heard     plan.PeriodID  // the newest period that brought a report of the task or a part; empty without one
	Completed plan.Date      // as reported of the whole, else of the part that was completed last; unknown where that of a part is not known
	Due       plan.Date      // the last milestone's, as it stood at the cut-off; unknown without a deadline
	DaysLate  int            // of done late and overdue
	LatePart  string         // the milestone that was late or is overdue; empty for a task of one part
	Related   []Related
	Lowered   plan.DataStatus
}

// Rule is the id of the rule that decided, such as "verdict/overdue".
func (r *TaskResult) Rule() string { return "verdict/" + string(r.Verdict) }

func judgeTask(p *plan.Plan, t *plan.Task, period *plan.Period, previous plan.Date, known *taskReports) *TaskResult {
	r := &TaskResult{Task: t, Period: period, Due: t.DueAt(period.Cutoff), Lowered: plan.Final}
	if known == nil {
		known = &taskReports{}
	}
	r.Report, r.Related, r.Heard = known.whole, known.related, known.heard
	r.Parts = partsOf(t, known, period.Cutoff)
	r.State = stateOf(r)
	r.lower(known)
	switch {
	case r.State == plan.Cancelled:
		r.Verdict = CancelledVerdict
	case r.State == plan.Replaced:
		r.Verdict = ReplacedVerdict
	case r.State == plan.Done:
		r.done()
	case p.Compiled() && r.State == "":
		r.Verdict = NoPublicDocument
	case !r.Due.Known():
		r.Verdict = NoDeadline
	default:
		r.open(p, previous)
	}
	return r
}

// lower takes over the data status of the least firm report.
func (r *TaskResult) lower(known *taskReports) {
	if known.whole != nil {
		r.Lowered = LessFirm(r.Lowered, known.whole.Status)
	}
	for _, part := range known.parts {
		r.Lowered = LessFirm(r.Lowered, part.Status)
	}
}

// done compares completion with due, part by part; the latest part decides. Late is what is known to be late, and on
// time only what is known of every part.
func (r *TaskResult) done() {
	var whole, last plan.Date
	if r.Report.done() {
		whole = r.Report.Completed
	}
	carried := slices.DeleteFunc(slices.Clone(r.Parts), Part.dropped)
	for _, q := range carried {
		last = latest(last, q.Due)
	}
	unknown := false
	for _, q := range carried {
		day, name := q.Completed, r.name(q)
		if !day.Known() && (q.Due == last || !whole.After(q.Due)) {
			day, name = whole, ""
		}
		unknown = unknown || !day.Known()
		if late := day.DaysSince(q.Due); day.Known() && q.Due.Known() && late > r.DaysLate {
			r.DaysLate, r.LatePart = late, name
		}
		r.Completed = latest(r.Completed, q.Completed)
	}
	if unknown || whole.Known() {
		r.Completed = whole
	}
	switch {
	case r.DaysLate > 0:
		r.Verdict = DoneLate
	case unknown:
		r.Verdict = DoneDateNotStated
	default:
		r.Verdict = DoneOnTime
	}
}

func latest(a, b plan.Date) plan.Date {
	if b.After(a) {
		return b
	}
	return a
}

// open judges a task that is not done and has a deadline. In a compiled plan it is never called overdue, not
// reported or not started.
func (r *TaskResult) open(p *plan.Plan, previous plan.Date) {
	cutoff := r.Period.Cutoff
	due := false
	for _, q := range r.Parts {
		if q.State == plan.Done || q.dropped() {
			continue
		}
		if late := cutoff.DaysSince(q.Due); late > r.DaysLate && !p.Compiled() {
			r.Verdict, r.DaysLate, r.LatePart = Overdue, late, r.name(q)
		}
		due = due || q.Due.After(previous) && !q.Due.After(r.Period.Deadlines())
	}
	switch {
	case r.Verdict == Overdue:
	case due:
		r.Verdict = DueThisPeriod
	case p.Compiled():
		r.Verdict = InProgressVerdict
	case r.Heard != r.Period.ID || r.State == "": // what was heard is that other parts were given up
		r.Verdict = NotReportedTask
	case r.State == plan.InProgress:
		r.Verdict = InProgressVerdict
	default:
		r.Verdict = NotStartedVerdict
	}
}

func (r *TaskResult) name(q Part) string {
	if len(r.Parts) < 2 {
		return ""
	}
	return q.ID
}
