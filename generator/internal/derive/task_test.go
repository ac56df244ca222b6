package derive_test

import (
	"testing"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

func taskWorld(milestones ...string) *world {
	w := newWorld()
	task := &plan.Task{ID: "1", Level: plan.TaskLevel}
	for n, due := range milestones {
		task.Milestones = append(task.Milestones, plan.Milestone{ID: []string{"m1", "m2"}[n], Due: plan.MustDate(due)})
	}
	w.plan.Tasks = []*plan.Task{task}
	return w
}

func (w *world) report(period string, r plan.TaskReport) {
	r.Task = "1"
	for _, s := range w.plan.Snapshots {
		if s.Period == plan.PeriodID(period) {
			s.TaskReports = append(s.TaskReports, r)
		}
	}
}

func done(day string) plan.TaskReport {
	r := plan.TaskReport{State: plan.Done}
	if day != "" {
		r.Completed = plan.MustDate(day)
	}
	return r
}

func part(id string, r plan.TaskReport) plan.TaskReport { r.Milestone = id; return r }

var working = plan.TaskReport{State: plan.InProgress}

var verdictCases = []struct {
	name, period string
	want         derive.Verdict
	days         int
	milestones   []string
	set          func(*world)
}{
	{"cancelled", "q2", derive.CancelledVerdict, 0, []string{"2030-03-31"}, func(w *world) { w.report("q1", plan.TaskReport{State: plan.Cancelled}) }},
	{"replaced", "q2", derive.ReplacedVerdict, 0, []string{"2030-03-31"}, func(w *world) { w.report("q1", plan.TaskReport{State: plan.Replaced}) }},
	{"done on the due day", "q1", derive.DoneOnTime, 0, []string{"2030-03-31"}, func(w *world) { w.report("q1", done("2030-03-31")) }},
	{"done a day late", "q2", derive.DoneLate, 1, []string{"2030-03-31"}, func(w *world) { w.report("q2", done("2030-04-01")) }},
	{"done stays done", "fy", derive.DoneOnTime, 0, []string{"2030-03-31"}, func(w *world) { w.report("q1", done("2030-03-30")) }},
	{"done, date not stated", "q2", derive.DoneDateNotStated, 0, []string{"2030-03-31"}, func(w *world) { w.report("q2", done("")) }},
	{"done without a deadline", "q2", derive.DoneOnTime, 0, nil, func(w *world) { w.report("q2", done("2030-06-01")) }},
	{"both parts done, the second late", "fy", derive.DoneLate, 31, []string{"2030-03-31", "2030-06-30"}, func(w *world) {
		w.report("q1", part("m1", done("2030-03-01")))
		w.report("fy", part("m2", done("2030-07-31")))
	}},
	{"one part done, the other still due", "q1", derive.InProgressVerdict, 0, []string{"2030-03-31", "2030-12-31"}, func(w *world) { w.report("q1", part("m1", done("2030-03-01"))) }},
	{"compiled, nothing found", "fy", derive.NoPublicDocument, 0, []string{"2030-03-31"}, compiled},
	{"compiled, nothing found, no deadline", "fy", derive.NoPublicDocument, 0, nil, compiled},
	{"compiled, only related documents", "fy", derive.NoPublicDocument, 0, []string{"2030-03-31"}, func(w *world) {
		compiled(w)
		w.plan.Snapshots[1].Related = []plan.Related{{Task: "1", Match: "likely"}}
	}},
	{"compiled, at work, no deadline", "q1", derive.NoDeadline, 0, nil, func(w *world) { compiled(w); w.report("q1", working) }},
	{"compiled, at work past its day, never overdue", "fy", derive.InProgressVerdict, 0, []string{"2030-03-31"}, func(w *world) { compiled(w); w.report("q1", working) }},
	{"no deadline", "q1", derive.NoDeadline, 0, nil, func(w *world) { w.report("q1", working) }},
	{"due on the cut-off is not overdue", "q1", derive.DueThisPeriod, 0, []string{"2030-03-31"}, func(w *world) { w.report("q1", working) }},
	{"overdue by a day", "q2", derive.Overdue, 1, []string{"2030-06-29"}, func(w *world) { w.report("q2", working) }},
	{"silence does not hide that it is overdue", "q2", derive.Overdue, 91, []string{"2030-03-31"}, func(w *world) {}},
	{"due in the period's quarter", "q2", derive.DueThisPeriod, 0, []string{"2030-06-30"}, func(w *world) { w.report("q2", working) }},
	{"nothing was due and nothing came", "q1", derive.NotReportedTask, 0, []string{"2030-12-31"}, func(w *world) {}},
	{"reported before, silent now", "q2", derive.NotReportedTask, 0, []string{"2030-12-31"}, func(w *world) { w.report("q1", working) }},
	{"in progress", "q1", derive.InProgressVerdict, 0, []string{"2030-12-31"}, func(w *world) { w.report("q1", working) }},
	{"not started", "q1", derive.NotStartedVerdict, 0, []string{"2030-12-31"}, func(w *world) { w.report("q1", plan.TaskReport{State: plan.NotStarted}) }},
	{"deadlines_until widens the period", "q1", derive.DueThisPeriod, 0, []string{"2030-04-10"}, func(w *world) {
		w.plan.Periods[1].DeadlinesUntil = plan.MustDate("2030-04-15")
		w.report("q1", working)
	}},
}

func TestVerdict(t *testing.T) {
	for _, c := range verdictCases {
		t.Run(c.name, func(t *testing.T) {
			w := taskWorld(c.milestones...)
			c.set(w)
			got := derive.Judge(w.plan).Period(plan.PeriodID(c.period)).Task("1")
			if got.Verdict != c.want || got.DaysLate != c.days {
				t.Errorf("verdict as of %s = %s by %d days, want %s by %d", c.period, got.Verdict, got.DaysLate, c.want, c.days)
			}
		})
	}
}
