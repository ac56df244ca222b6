package derive

import (
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
	Period    plan.Period
	Verdict   Verdict
	State     plan.TaskState // empty when nothing was reported
	Report    *TaskReport    // the newest report of the task as a whole
	Completed plan.Date      // of the part that was completed last
	Due       plan.Date      // the last milestone's; unknown without a deadline
	DaysLate  int            // of done late and overdue
	LatePart  string         // the milestone that was late or is overdue; empty for a task of one part
	Related   []Related
	Lowered   plan.DataStatus
}

// Rule is the id of the rule that decided, such as "verdict/overdue".
func (r *TaskResult) Rule() string { return "verdict/" + string(r.Verdict) }

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
	here    bool // the newest snapshot itself has a report
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
			known.here = s.Cutoff == cutoff
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

// part is a milestone, or the task as a whole where the plan prints no deadline, with what is known of it.
type part struct {
	id        string
	due       plan.Date
	done      bool
	completed plan.Date
}

func judgeTask(p *plan.Plan, t *plan.Task, period plan.Period, previous plan.Date, known *taskReports) *TaskResult {
	r := &TaskResult{Task: t, Period: period, Due: t.Due(), Lowered: plan.Final}
	if known == nil {
		known = &taskReports{}
	}
	r.Report, r.Related = known.whole, known.related
	if r.Report != nil {
		r.State, r.Lowered = r.Report.State, r.Report.Status
	} else if len(known.parts) > 0 {
		r.State = plan.InProgress
	}
	parts := partsOf(t, known)
	if len(t.Milestones) > 0 && allDone(parts) {
		r.State = plan.Done
	}
	switch {
	case r.State == plan.Cancelled:
		r.Verdict = CancelledVerdict
	case r.State == plan.Replaced:
		r.Verdict = ReplacedVerdict
	case r.State == plan.Done:
		r.done(parts)
	case p.Compiled() && r.State == "":
		r.Verdict = NoPublicDocument
	case !r.Due.Known():
		r.Verdict = NoDeadline
	default:
		r.open(p, parts, previous, known.here)
	}
	return r
}

func partsOf(t *plan.Task, known *taskReports) []part {
	whole := known.whole
	parts := make([]part, 0, max(len(t.Milestones), 1))
	for _, m := range t.Milestones {
		q := part{id: m.ID, due: m.Due}
		report := known.parts[m.ID]
		if report == nil {
			report = whole
		}
		if report != nil && report.State == plan.Done {
			q.done, q.completed = true, report.Completed
		}
		parts = append(parts, q)
	}
	if len(parts) == 0 && whole != nil && whole.State == plan.Done {
		parts = append(parts, part{done: true, completed: whole.Completed})
	}
	return parts
}

func allDone(parts []part) bool {
	for _, q := range parts {
		if !q.done {
			return false
		}
	}
	return true
}

// done compares completion with due, part by part; the latest part decides.
func (r *TaskResult) done(parts []part) {
	r.Verdict = DoneOnTime
	for _, q := range parts {
		if !q.completed.Known() {
			r.Verdict, r.Completed, r.DaysLate, r.LatePart = DoneDateNotStated, plan.Date{}, 0, ""
			return
		}
		if q.completed.After(r.Completed) {
			r.Completed = q.completed
		}
		if late := q.completed.DaysSince(q.due); q.due.Known() && late > r.DaysLate {
			r.Verdict, r.DaysLate, r.LatePart = DoneLate, late, r.name(q, parts)
		}
	}
}

// open judges a task that is not done and has a deadline. In a compiled plan it is never called overdue, not
// reported or not started.
func (r *TaskResult) open(p *plan.Plan, parts []part, previous plan.Date, reportedHere bool) {
	cutoff := r.Period.Cutoff
	due := false
	for _, q := range parts {
		if q.done {
			continue
		}
		if late := cutoff.DaysSince(q.due); late > 0 && late > r.DaysLate && !p.Compiled() {
			r.Verdict, r.DaysLate, r.LatePart = Overdue, late, r.name(q, parts)
		}
		due = due || q.due.After(previous) && !q.due.After(r.Period.Deadlines())
	}
	switch {
	case r.Verdict == Overdue:
	case due:
		r.Verdict = DueThisPeriod
	case p.Compiled():
		r.Verdict = InProgressVerdict
	case !reportedHere:
		r.Verdict = NotReportedTask
	case r.State == plan.InProgress:
		r.Verdict = InProgressVerdict
	default:
		r.Verdict = NotStartedVerdict
	}
}

func (r *TaskResult) name(q part, parts []part) string {
	if len(parts) < 2 {
		return ""
	}
	return q.id
}
