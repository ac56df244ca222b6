package export

import "strconv"

// compliance is one row an agency and judged period in which rows of it were due; of plans that report on themselves.
func (d *Source) compliance() Table {
	return table("compliance", func(yield func([]string) bool) {
		for _, j := range d.all {
			for _, r := range j.Compliance(d.site.Agencies) {
				late := ""
				if r.DaysLate > 0 {
					late = strconv.Itoa(r.DaysLate)
				}
				if !yield([]string{j.Plan.ID, string(r.Agency), string(r.Period.ID), r.Period.Due.String(), r.Received.String(),
					strconv.Itoa(r.RowsDue), strconv.Itoa(r.RowsReported), string(r.Verdict), late}) {
					return
				}
			}
		}
	})
}
