package export

import (
	"strconv"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

func (d source) tasks() Table {
	return Table{"tasks", columns("plan", "task", "number_printed", "name_vi", "name_en", "area", "parent", "product_vi", "product_en", "lead:list",
		"coordinating:list", "timeline_printed", "due:date", "level", "short_vi", "short_en", "name_printed", "product_printed"),
		func(yield func([]string) bool) {
			for _, w := range d.worlds {
				for _, t := range w.Plan.Tasks {
					if !yield([]string{w.Plan.ID, string(t.ID), t.Printed.Number, t.Name.VI, t.Name.EN, string(t.Area), string(t.Parent), t.Product.VI,
						t.Product.EN, list(t.Lead), list(t.Coordinating), t.Printed.Time, t.Due().String(), string(t.Level), t.Short.VI, t.Short.EN,
						t.Printed.Name, t.Printed.Target}) {
						return
					}
				}
			}
		}}
}

func (d source) milestones() Table {
	return Table{"milestones", columns("plan", "task", "milestone", "due:date", "valid_from:date", "set_by", "name_vi", "name_en"),
		func(yield func([]string) bool) {
			for _, w := range d.worlds {
				decision := w.Plan.Decision
				for _, t := range w.Plan.Tasks {
					for _, m := range t.Milestones {
						if !yield([]string{w.Plan.ID, string(t.ID), m.ID, m.Due.String(), decision.Date.String(), decision.Number, m.Name.VI, m.Name.EN}) {
							return
						}
					}
				}
			}
		}}
}

// taskReports is one row a task and judged period, with the inputs of the verdict.
func (d source) taskReports() Table {
	return taskReportsOf(d.worlds, func(*derive.TaskResult) bool { return true })
}

func taskReportsOf(worlds []*derive.World, wanted func(*derive.TaskResult) bool) Table {
	return Table{"task_reports", columns("plan", "task", "period", "as_of:date", "state", "completed:date", "document", "document_url", "verdict",
		"days_late:integer", "explanation_vi", "explanation_en", "data_status"),
		func(yield func([]string) bool) {
			for _, w := range worlds {
				for _, a := range w.Periods {
					for _, r := range a.Tasks {
						if wanted(r) && !yield(taskRow(w.Plan, r)) {
							return
						}
					}
				}
			}
		}}
}

func taskRow(p *plan.Plan, r *derive.TaskResult) []string {
	vi, en := both(p)
	document, url, late, status := "", "", "", ""
	if r.Report != nil {
		status = string(r.Report.Status)
		if r.Report.Document != nil {
			document, url = r.Report.Document.Number, r.Report.Document.URL
		}
	}
	if r.Verdict == derive.DoneLate || r.Verdict == derive.Overdue {
		late = strconv.Itoa(r.DaysLate)
	}
	return []string{p.ID, string(r.Task.ID), string(r.Period.ID), r.Period.Cutoff.String(), string(r.State), r.Completed.String(), document, url,
		string(r.Verdict), late, vi.TaskExplanation(r), en.TaskExplanation(r), status}
}

func (d source) relatedDocuments() Table {
	return Table{"related_documents", columns("plan", "task", "period", "document", "date:date", "match", "source", "source_url", "title_vi", "title_en"),
		func(yield func([]string) bool) {
			for _, w := range d.worlds {
				for _, s := range w.Plan.Snapshots {
					for _, r := range s.Related {
						if s.Released.Known() && !yield([]string{w.Plan.ID, string(r.Task), string(s.Period), r.Number, r.Date.String(), string(r.Match),
							string(r.Source), s.Sources[r.Source].URL, r.Title.VI, r.Title.EN}) {
							return
						}
					}
				}
			}
		}}
}

func (d source) statedTotals() Table {
	return Table{"stated_totals", columns("plan", "period", "of", "done:integer", "total:integer", "reference", "published:date", "source", "source_url", "quote"),
		func(yield func([]string) bool) {
			for _, w := range d.worlds {
				for _, s := range w.Plan.Snapshots {
					for _, t := range s.StatedTotals {
						source := s.Sources[t.Source]
						if s.Released.Known() && !yield([]string{w.Plan.ID, string(s.Period), string(t.Of), strconv.Itoa(t.Done), strconv.Itoa(t.Total),
							t.Reference.String(), source.Published.String(), string(t.Source), source.URL, t.Quote}) {
							return
						}
					}
				}
			}
		}}
}

// none is a table that no content fills yet: snapshots cannot carry corrections, nor reports of agencies.
func none(func([]string) bool) {}

func (d source) revisions() Table {
	return Table{"revisions", columns("plan", "indicator", "period", "from", "to", "first_released:date", "revised:date", "reason_vi", "reason_en", "task",
		"breakdown", "reference", "field", "release"), none}
}

func (d source) compliance() Table {
	return Table{"compliance", columns("plan", "agency", "period", "due:date", "received:date", "rows_due:integer", "rows_reported:integer", "verdict"), none}
}
