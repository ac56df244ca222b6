package derive_test

import (
	"fmt"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

// taskCases: those of verdictCases by their verdict, and one beyond the edge of each.
func taskCases() []ruleCase {
	var all []ruleCase
	for _, c := range verdictCases {
		want := string(c.want)
		if c.days > 0 {
			want = fmt.Sprint(c.want, " ", c.days)
		}
		all = append(all, ruleCase{"verdict/" + string(c.want), c.name, want, verdict(c.period, c.milestones, c.set)})
	}
	add := func(rule, name, period, want string, milestones []string, set func(*world)) {
		all = append(all, ruleCase{rule, name, want, verdict(period, milestones, set)})
	}
	beyond := func(v derive.Verdict, name, period, want string, milestones []string, set func(*world)) {
		add("verdict/"+string(v), name, period, want, milestones, set)
	}
	m := func(days ...string) []string { return days }
	not := plan.TaskReport{State: plan.NotStarted}
	beyond(derive.CancelledVerdict, "not before the decision", "q1", "due_this_period", m("2030-03-31"), func(w *world) { w.report("q1", working); w.report("q2", plan.TaskReport{State: plan.Cancelled}) })
	beyond(derive.CancelledVerdict, "every part was", "q2", "cancelled", m("2030-03-31"), func(w *world) { w.report("q1", part("m1", plan.TaskReport{State: plan.Cancelled})) })
	beyond(derive.ReplacedVerdict, "one part was, the other done", "q2", "done_on_time", m("2030-03-31", "2030-06-30"), func(w *world) {
		w.report("q1", part("m1", plan.TaskReport{State: plan.Replaced}))
		w.report("q2", part("m2", done("2030-06-30")))
	})
	beyond(derive.DoneOnTime, "a day after", "q2", "done_late 1", m("2030-06-29"), func(w *world) { w.report("q2", done("2030-06-30")) })
	beyond(derive.DoneLate, "on the day", "q2", "done_on_time", m("2030-06-30"), func(w *world) { w.report("q2", done("2030-06-30")) })
	beyond(derive.DoneDateNotStated, "one part's date is known", "q2", "done_date_not_stated", m("2030-03-31", "2030-06-30"), func(w *world) {
		w.report("q1", part("m1", done("2030-03-01")))
		w.report("q2", part("m2", done("")))
	})
	beyond(derive.DoneDateNotStated, "the date is stated", "q2", "done_on_time", m("2030-06-30"), func(w *world) { w.report("q2", done("2030-06-01")) })
	two := m("2030-03-31", "2030-06-30")
	beyond(derive.DoneOnTime, "the whole was, before any part was due", "q2", "done_on_time", two, func(w *world) { w.report("q2", done("2030-03-31")) })
	beyond(derive.DoneDateNotStated, "the whole in time, the early part perhaps not", "q2", "done_date_not_stated", two, func(w *world) { w.report("q2", done("2030-04-01")) })
	beyond(derive.DoneDateNotStated, "but it was in time", "q2", "done_on_time", two, func(w *world) { w.report("q1", part("m1", done("2030-03-31"))); w.report("q2", done("2030-06-30")) })
	beyond(derive.DoneLate, "the whole after the last day", "fy", "done_late 2", two, func(w *world) { w.report("fy", done("2030-07-02")) })
	beyond(derive.DoneLate, "one part late, the other's day not stated", "fy", "done_late 1", two, func(w *world) { w.report("q2", part("m1", done("2030-04-01"))); w.report("fy", part("m2", done(""))) })
	beyond(derive.DoneLate, "the last part was given up", "fy", "done_late 1", two, func(w *world) {
		w.report("q1", part("m2", plan.TaskReport{State: plan.Cancelled}))
		w.report("fy", done("2030-04-01"))
	})
	beyond(derive.Overdue, "a part fell back after the whole was done", "fy", "overdue 275", two, func(w *world) { w.report("q2", done("2030-03-30")); w.report("fy", part("m1", working)) })
	beyond(derive.DoneOnTime, "what was said of a part before the whole was done", "fy", "done_on_time", two, func(w *world) { w.report("q1", part("m1", working)); w.report("q2", done("2030-03-30")) })
	beyond(derive.NotReportedTask, "one part given up, nothing said of the rest", "q1", "not_reported", m("2030-12-31", "2030-12-31"), func(w *world) { w.report("q1", part("m1", plan.TaskReport{State: plan.Cancelled})) })
	beyond(derive.NotReportedTask, "one part given up, the rest not started", "q1", "not_started", m("2030-12-31", "2030-12-31"), func(w *world) {
		w.report("q1", part("m1", plan.TaskReport{State: plan.Cancelled}))
		w.report("q1", part("m2", not))
	})
	beyond(derive.NotStartedVerdict, "a part was done after the whole was said not to have begun", "q2", "in_progress", m("2030-12-31", "2030-12-31"), func(w *world) {
		w.report("q1", not)
		w.report("q2", part("m1", done("2030-06-10")))
	})
	beyond(derive.NoPublicDocument, "one was found", "fy", "done_date_not_stated", m("2030-03-31"), func(w *world) { compiled(w); w.report("q1", done("")) })
	beyond(derive.NoDeadline, "a deadline is set", "q1", "in_progress", m("2030-12-31"), func(w *world) { w.report("q1", working) })
	beyond(derive.Overdue, "on the cut-off", "q2", "due_this_period", m("2030-06-30"), func(w *world) { w.report("q2", working) })
	beyond(derive.DueThisPeriod, "the day after the last deadline", "q1", "in_progress", m("2030-04-01"), func(w *world) { w.report("q1", working) })
	beyond(derive.DueThisPeriod, "compiled, on the previous cut-off", "q2", "in_progress", m("2030-03-31"), func(w *world) { compiled(w); w.report("q1", working) })
	beyond(derive.DueThisPeriod, "compiled, the day after", "q2", "due_this_period", m("2030-04-01"), func(w *world) { compiled(w); w.report("q1", working) })
	beyond(derive.NotReportedTask, "a part was heard of", "q2", "in_progress", m("2030-12-31", "2030-12-31"), func(w *world) { w.report("q2", part("m1", working)) })
	beyond(derive.InProgressVerdict, "silent now", "q2", "not_reported", m("2030-12-31"), func(w *world) { w.report("q1", working) })
	beyond(derive.NotStartedVerdict, "a part not started", "q1", "not_started", m("2030-12-31", "2030-12-31"), func(w *world) { w.report("q1", part("m1", not)) })
	beyond(derive.NotStartedVerdict, "a part begun", "q1", "in_progress", m("2030-12-31", "2030-12-31"), func(w *world) { w.report("q1", part("m1", not)); w.report("q1", part("m2", working)) })
	moved := func(due, from string) func(*world) {
		return func(w *world) {
			w.plan.Tasks[0].Milestones[0].Moved = []plan.Move{{Due: at(due), ValidFrom: at(from)}}
		}
	}
	with := func(a func(*world), r plan.TaskReport) func(*world) {
		return func(w *world) { a(w); w.report("q2", r) }
	}
	add("general/moved", "valid on the cut-off", "q2", "in_progress", m("2030-03-31"), with(moved("2030-09-30", "2030-06-30"), working))
	add("general/moved", "valid the day after", "q2", "overdue 91", m("2030-03-31"), with(moved("2030-09-30", "2030-07-01"), working))
	add("general/moved", "forward", "q2", "overdue 30", m("2030-12-31"), with(moved("2030-05-31", "2030-04-01"), working))
	add("general/moved", "done by the moved day", "q2", "done_on_time", m("2030-03-31"), with(moved("2030-06-30", "2030-06-01"), done("2030-06-30")))
	add("general/moved", "done after the moved day", "q2", "done_late 1", m("2030-03-31"), with(moved("2030-06-28", "2030-06-01"), done("2030-06-29")))
	add("general/moved", "the last of two moves", "q2", "in_progress", m("2030-03-31"), with(func(w *world) {
		w.plan.Tasks[0].Milestones[0].Moved = []plan.Move{{Due: at("2030-05-31"), ValidFrom: at("2030-03-01")}, {Due: at("2030-08-31"), ValidFrom: at("2030-05-01")}}
	}, working))
	twice := m("2030-03-31", "2030-09-30")
	add("general/recurring", "the first is done, the next lies ahead", "q2", "not_reported", twice, func(w *world) { w.report("q1", part("m1", done("2030-03-31"))) })
	add("general/recurring", "the first was left out", "q2", "overdue 91", twice, func(w *world) { w.report("q2", part("m2", working)) })
	add("general/recurring", "both in time", "fy", "done_on_time", twice, func(w *world) {
		w.report("q1", part("m1", done("2030-03-31")))
		w.report("fy", part("m2", done("2030-09-30")))
	})
	add("general/recurring", "the first late, the second in time", "fy", "done_late 2", twice, func(w *world) {
		w.report("q2", part("m1", done("2030-04-02")))
		w.report("fy", part("m2", done("2030-09-30")))
	})
	return all
}
