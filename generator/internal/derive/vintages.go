package derive

import (
	"slices"

	"minhbach/generator/internal/plan"
)

// A value once released has vintages: the one that its snapshot brought, and one for every correction in a later
// snapshot. A judgement as of a period uses the newest vintage that the snapshots up to this period brought. So a
// correction changes what is judged as of its own snapshot and later ones, and nothing as of an earlier one: each
// period stays as it was judged with what was known by its cut-off, and the superseded value stands in the revisions
// beside it. A value corrected to nothing is withdrawn: from then on there is no such figure or report.

// released are the snapshots up to a cut-off that are no drafts.
func (w *World) released(cutoff plan.Date) []*plan.Snapshot {
	var all []*plan.Snapshot
	for _, s := range w.Plan.Snapshots {
		if s.Released.Known() && !s.Cutoff.After(cutoff) {
			all = append(all, s)
		}
	}
	return all
}

// noteCorrected remembers which rows have corrections; all others have one vintage only.
func (w *World) noteCorrected() {
	w.corrected = map[plan.IndicatorID]bool{}
	for _, s := range w.Plan.Snapshots {
		for _, c := range s.Corrections {
			if s.Released.Known() && c.Indicator != "" {
				w.corrected[c.Indicator] = true
			}
		}
	}
}

// vintage gives some known figures of an indicator in their newest vintage as of a cut-off, without those withdrawn.
func (w *World) vintage(id plan.IndicatorID, known []Observation, cutoff plan.Date) []Observation {
	i := w.Plan.Indicator(id)
	if i == nil {
		return known
	}
	all := slices.Clone(known)
	for _, s := range w.released(cutoff) {
		for _, c := range s.Corrections {
			for n := range all {
				if o := &all[n]; c.Period == o.Period && c.Fits(o.Observation, i.Measure) {
					if corrected, err := o.Observation.With(c.Field, c.To); err == nil {
						o.Observation = &corrected
					}
				}
			}
		}
	}
	return slices.DeleteFunc(all, func(o Observation) bool { return o.Withdrawn(i.Value) })
}

// reportsOf gives the task reports of a snapshot in their newest vintage as of a cut-off, without those withdrawn.
func (w *World) reportsOf(s *plan.Snapshot, cutoff plan.Date) []plan.TaskReport {
	return plan.ReportsAsOf(s, w.released(cutoff))
}

// JudgeAsOf judges plans with their snapshots up to a cut-off alone, and today's definitions.
func JudgeAsOf(plans []*plan.Plan, cutoff plan.Date) []*World {
	views := make([]*plan.Plan, len(plans))
	later := make([][]*plan.Snapshot, len(plans))
	for n, p := range plans {
		then := *p
		then.Snapshots = nil
		for _, s := range p.Snapshots {
			if s.Cutoff.After(cutoff) {
				later[n] = append(later[n], s)
			} else {
				then.Snapshots = append(then.Snapshots, s)
			}
		}
		views[n] = &then
	}
	worlds := JudgeAll(views)
	for n := range worlds {
		worlds[n].Past, worlds[n].Later = true, later[n]
	}
	return worlds
}
