package export

import (
	"strconv"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

// taskReports is one row a task and judged period, period after period, with the inputs of the verdict.
func (d *Source) taskReports() Table {
	return table("task_reports", func(yield func([]string) bool) {
		for _, j := range d.all {
			for _, a := range j.Periods {
				for _, r := range a.Tasks {
					if !yield(j.reportRow(a, r)) {
						return
					}
				}
			}
		}
	})
}

// taskReportsOf are the rows of the tasks that an agency leads or takes part in.
func (j *judged) taskReportsOf(id plan.AgencyID) Table {
	return table("task_reports", func(yield func([]string) bool) {
		for _, a := range j.Periods {
			for _, place := range j.tasks[id] {
				if !yield(j.reportRow(a, a.Tasks[place])) {
					return
				}
			}
		}
	})
}

func (j *judged) reportRow(a *derive.AsOf, r *derive.TaskResult) []string {
	report := r.Report
	if report == nil {
		report = &derive.TaskReport{}
	}
	var document plan.Document
	if report.Document != nil {
		document = *report.Document
	}
	late := ""
	if r.Verdict == derive.DoneLate || r.Verdict == derive.Overdue {
		late = strconv.Itoa(r.DaysLate)
	}
	why := j.taskExplanation(r)
	return []string{j.Plan.ID, string(r.Task.ID), string(r.Period.ID), r.Period.Cutoff.String(), string(r.State), r.Completed.String(), document.Number,
		document.URL, string(r.Verdict), late, why.VI, why.EN, string(derive.LessFirm(a.Snapshot.Status, r.Lowered)), string(r.Heard),
		string(report.TaskReport.Source), report.Source.URL, parts(r)}
}

// parts are the milestones of which something is known: m1:done:2030-03-01.
func parts(r *derive.TaskResult) string {
	var all []string
	for _, q := range r.Parts {
		if q.ID != "" && q.State != "" {
			all = append(all, q.ID+":"+string(q.State)+":"+q.Completed.String())
		}
	}
	return list(all)
}
