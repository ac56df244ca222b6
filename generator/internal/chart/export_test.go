package chart

import (
	"strconv"

	"minhbach/generator/internal/plan"
)

// Case is a chart of the gallery: a plan of one row, as of the day of a period. Kind is empty for a chart of its own.
type Case struct {
	Kind, Name string
	Plan       *plan.Plan
	AsOf       plan.Date
}

// Cases are the samples, each with an id of its own, so that they can stand in one page.
func Cases() []Case {
	var all []Case
	for n, s := range samples() {
		s.fixture.rename(plan.IndicatorID("g." + strconv.Itoa(n+1)))
		for _, p := range s.fixture.plan.Periods {
			if string(p.ID) == s.period {
				all = append(all, Case{s.kind, s.name, s.fixture.plan, p.Cutoff})
			}
		}
	}
	return all
}

func (f *fixture) rename(id plan.IndicatorID) {
	f.indicator.ID = id
	for _, s := range f.plan.Snapshots {
		for n := range s.Observations {
			s.Observations[n].Indicator = id
		}
		for n := range s.Corrections {
			s.Corrections[n].Indicator = id
		}
	}
}
