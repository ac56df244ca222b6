package cli

import (
	"strings"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

// asOf judges every plan with the snapshots up to the cut-off of a period, named as "h1", or "2030/h1" where several
// plans have one; without a plan it is that of the newest. A period that is not among the worlds of today is a wrong
// call.
func asOf(s *plan.Site, worlds []*derive.World, name string) ([]*derive.World, error) {
	id, period, named := strings.Cut(name, "/")
	if !named {
		id, period = "", name
	}
	var known []string
	var cutoff plan.Date
	for _, w := range worlds {
		for _, a := range w.Periods {
			known = append(known, w.Plan.ID+"/"+string(a.Period.ID))
			if string(a.Period.ID) == period && (id == w.Plan.ID || !named) && !cutoff.Known() {
				cutoff = a.Period.Cutoff
			}
		}
	}
	if !cutoff.Known() {
		return nil, wrong("--as-of: không có kỳ đã công bố nào là %q (các kỳ: %s)", "--as-of: there is no released period %q (the periods are: %s)", name, strings.Join(known, ", "))
	}
	views := derive.JudgeAsOf(s.Plans, cutoff)
	for n, w := range views {
		s.Plans[n] = w.Plan
	}
	return views, nil
}
