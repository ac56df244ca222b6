package derive

import (
	"slices"

	"minhbach/generator/internal/plan"
)

// Asked is what one agency is asked for in a period, in printed order.
type Asked struct {
	Agency     plan.AgencyID
	Indicators []*plan.Indicator
	Tasks      []*plan.Task
}

// AskedIn are the agencies of the registry that are asked for rows of a plan in a period, by the rules of Compliance: also in one
// of which nothing was reported yet, or whose snapshot is a draft. None for a plan that was compiled from public sources.
func AskedIn(s *plan.Site, p *plan.Plan, period plan.PeriodID) []Asked {
	w, a, before := foreseen(s, p, period)
	if p.Compiled() || a == nil {
		return nil
	}
	rows := map[plan.AgencyID]*Asked{}
	for r := range w.due(a, before) {
		for _, id := range then(s.Agencies, r.asked, a.Period.Cutoff) {
			if rows[id] == nil {
				rows[id] = &Asked{Agency: id}
			}
			if r.indicator != nil {
				rows[id].Indicators = append(rows[id].Indicators, r.indicator)
			} else {
				rows[id].Tasks = append(rows[id].Tasks, r.task)
			}
		}
	}
	var all []Asked
	for _, agency := range s.Agencies {
		if r := rows[agency.ID]; r != nil {
			all = append(all, *r)
		}
	}
	return all
}

// foreseen judges a plan as if what is known of a period were all that is ever known of it, released or not, and its
// reports had been due by the cut-off: they often come in after it, and are what is asked for. It gives the period and the
// one before; nil for a baseline, a period that is not the plan's, and before the first.
func foreseen(s *plan.Site, p *plan.Plan, period plan.PeriodID) (w *World, a, before *AsOf) {
	then := *p
	then.Snapshots, then.Periods = nil, slices.Clone(p.Periods)
	for n := range then.Periods {
		if x := &then.Periods[n]; x.ID == period && x.Kind == plan.Report {
			x.Due = x.Cutoff
		}
	}
	for _, x := range p.Periods {
		n := slices.IndexFunc(p.Snapshots, func(s *plan.Snapshot) bool { return s.Period == x.ID })
		switch {
		case x.ID == period:
			open := plan.Snapshot{Period: x.ID, Cutoff: x.Cutoff}
			if n >= 0 {
				open = *p.Snapshots[n]
			}
			open.Released = x.Cutoff
			then.Snapshots = append(then.Snapshots, &open)
		case n >= 0:
			then.Snapshots = append(then.Snapshots, p.Snapshots[n])
		}
	}
	plans := slices.Clone(s.Plans)
	plans[slices.Index(plans, p)] = &then
	w = JudgeAll(plans)[slices.Index(s.Plans, p)]
	for _, x := range w.Periods {
		if x.Period.ID == period {
			return w, x, before
		}
		before = x
	}
	return w, nil, nil
}
