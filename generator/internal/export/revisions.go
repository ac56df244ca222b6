package export

import (
	"strings"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

// revisions is one row a superseded value, in the order in which they were superseded; a withdrawn one has no new value.
func (d *Source) revisions() Table {
	return table("revisions", func(yield func([]string) bool) {
		for _, j := range d.all {
			for _, r := range j.Revisions() {
				if !yield(revisionRow(j.Plan, &r)) {
					return
				}
			}
		}
	})
}

func revisionRow(p *plan.Plan, r *derive.Revision) []string {
	measure := r.Measure
	if i := p.Indicator(r.Indicator); i != nil && measure == "" {
		measure = i.Measure
	}
	return []string{p.ID, string(r.Indicator), string(r.Period), string(r.From), string(r.To), r.First.String(), r.Revised.String(), r.Reason.VI, r.Reason.EN,
		string(r.Task), string(r.Breakdown), r.Reference.String(), string(r.Field), string(r.Release), string(measure), r.Milestone, comparability(p, r)}
}

// comparability is that of the figure that was revised; empty for a task's report.
func comparability(p *plan.Plan, r *derive.Revision) string {
	i := p.Indicator(r.Indicator)
	for _, s := range p.Snapshots {
		for n := range s.Observations {
			if i != nil && s.Period == r.Period && r.Fits(&s.Observations[n], i.Measure) {
				return string(s.Observations[n].Comparable)
			}
		}
	}
	return ""
}

// definitionChanges are the declared changes of targets, due days and agencies by which released statuses were judged.
func (d *Source) definitionChanges() Table {
	return table("definition_changes", func(yield func([]string) bool) {
		for _, j := range d.all {
			for _, r := range j.Redefinitions() {
				if !yield(redefinitionRow(j.Plan, &r)) {
					return
				}
			}
		}
	})
}

func redefinitionRow(p *plan.Plan, r *derive.Redefinition) []string {
	indicator, task := "", ""
	switch kind, id := r.Row(); kind {
	case plan.IndicatorAnnex:
		indicator = id
	case plan.TaskAnnex:
		task = id
	}
	_, field, _ := strings.Cut(r.What, " ")
	return []string{p.ID, indicator, task, field, r.From, r.To, r.Day.String(), string(r.Release), r.Why.VI, r.Why.EN, r.Document.Number, r.Document.URL}
}
