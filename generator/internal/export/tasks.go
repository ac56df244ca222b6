package export

import (
	"minhbach/generator/internal/plan"
)

func (d *Source) tasks() Table {
	return table("tasks", func(yield func([]string) bool) {
		for _, j := range d.all {
			for _, t := range j.Plan.Tasks {
				if !yield(taskRow(j.Plan, t)) {
					return
				}
			}
		}
	})
}

func taskRow(p *plan.Plan, t *plan.Task) []string {
	return []string{p.ID, string(t.ID), t.Printed.Number, t.Name.VI, t.Name.EN, string(t.Area), string(t.Parent), t.Product.VI,
		t.Product.EN, list(t.Lead), list(t.Coordinating), t.Printed.Time, t.Due().String(), string(t.Level), t.Short.VI, t.Short.EN,
		t.Printed.Name, t.Printed.Target}
}

// milestones are set by the plan's own decision, from its day on; a move is a row of its own with the day from which it
// is valid and the document that made it.
func (d *Source) milestones() Table {
	return table("milestones", func(yield func([]string) bool) {
		for _, j := range d.all {
			decision := j.Plan.Decision
			for _, t := range j.Plan.Tasks {
				for _, m := range t.Milestones {
					if !yield([]string{j.Plan.ID, string(t.ID), m.ID, m.Due.String(), decision.Date.String(), decision.Number, m.Name.VI, m.Name.EN, "", ""}) {
						return
					}
					for _, x := range m.Moved {
						if !yield([]string{j.Plan.ID, string(t.ID), m.ID, x.Due.String(), x.ValidFrom.String(), x.Document.Number, m.Name.VI, m.Name.EN,
							x.Reason.VI, x.Reason.EN}) {
							return
						}
					}
				}
			}
		}
	})
}

func (d *Source) relatedDocuments() Table {
	return table("related_documents", func(yield func([]string) bool) {
		for _, j := range d.all {
			for s := range j.snapshots {
				for _, r := range s.Related {
					if !yield([]string{j.Plan.ID, string(r.Task), string(s.Period), r.Number, r.Date.String(), string(r.Match),
						string(r.Source), s.Sources[r.Source].URL, r.Title.VI, r.Title.EN}) {
						return
					}
				}
			}
		}
	})
}
