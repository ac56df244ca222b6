package export

import (
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
