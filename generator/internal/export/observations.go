package export

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

var observationColumns = schema("observations").Columns

// observations are the known figures, and the declared gaps of plans that report on themselves.
func (d *Source) observations() Table {
	return table("observations", func(yield func([]string) bool) {
		for _, j := range d.all {
			for _, i := range j.Plan.Indicators {
				for row := range j.figures(i) {
					if !yield(row) {
						return
					}
				}
			}
		}
	})
}

// observationsOf is the same table with the rows of one indicator.
func (j *judged) observationsOf(i *plan.Indicator) Table {
	return table("observations", j.figures(i))
}

// forever is after every cut-off.
var forever = plan.Date{Year: 9999, Month: 12, Day: 31}

// figures are the rows of one indicator: its figures in the order of the snapshots, then its declared gaps.
func (j *judged) figures(i *plan.Indicator) func(func([]string) bool) {
	return func(yield func([]string) bool) {
		known := j.Observations(i.ID, forever)
		for n := range known {
			if !yield(observationRow(j.Plan, i, &known[n])) {
				return
			}
		}
		for _, g := range j.gaps[i.ID] {
			if !yield(gapRow(j.Plan, g)) {
				return
			}
		}
	}
}

func observationRow(p *plan.Plan, i *plan.Indicator, o *derive.Observation) []string {
	value, rank, of := o.Value.String(), "", ""
	if o.Rank != nil {
		rank, of = strconv.Itoa(o.Rank.Place), strconv.Itoa(o.Rank.Of)
	}
	if o.Yes != nil {
		value = strconv.FormatBool(*o.Yes)
	}
	measure := o.Measure
	if measure == "" {
		measure = i.Measure
	}
	return []string{p.ID, string(i.ID), string(o.Period), string(o.Breakdown), value, unitOf(i), rank, of, string(o.Tier),
		o.Numerator.String(), o.Denominator.String(), o.Reference.String(), o.Published.String(), string(o.Status), "true", "", "", o.Note.VI, o.Note.EN,
		string(o.Observation.Source), o.Source.URL, string(measure), string(o.Comparable), strconv.FormatBool(derive.Judges(i, o)),
		string(o.Source.Confidence), o.Quote, o.Source.Publisher.VI, o.Source.Publisher.EN, string(o.Suppressed)}
}

func gapRow(p *plan.Plan, g gap) []string {
	return cells(observationColumns, map[string]string{"plan": p.ID, "indicator": string(g.Indicator), "period": string(g.snapshot.Period),
		"data_status": string(g.snapshot.Status), "reported": "false", "reason_vi": g.Reason.VI, "reason_en": g.Reason.EN, "judged": "false"})
}

func (d *Source) breakdowns() Table {
	return table("breakdowns", func(yield func([]string) bool) {
		for _, j := range d.all {
			for _, b := range j.Plan.Breakdowns {
				if !yield([]string{j.Plan.ID, string(b.ID), b.Dimension.VI, b.Dimension.EN, b.Name.VI, b.Name.EN}) {
					return
				}
			}
		}
	})
}

// sources are those that each released snapshot declares.
func (d *Source) sources() Table {
	return table("sources", func(yield func([]string) bool) {
		for _, j := range d.all {
			for s := range j.snapshots {
				for _, id := range slices.Sorted(maps.Keys(s.Sources)) {
					x := s.Sources[id]
					language := cmp.Or(x.TitleLang, plan.VI)
					if !yield([]string{j.Plan.ID, string(s.Period), string(id), x.Title, string(language), x.Publisher.VI, x.Publisher.EN, x.URL,
						x.Published.String(), string(x.Confidence), x.Note.VI, x.Note.EN}) {
						return
					}
				}
			}
		}
	})
}

func (d *Source) statedTotals() Table {
	return table("stated_totals", func(yield func([]string) bool) {
		for _, j := range d.all {
			for s := range j.snapshots {
				for _, t := range s.StatedTotals {
					source := s.Sources[t.Source]
					if !yield([]string{j.Plan.ID, string(s.Period), string(t.Of), strconv.Itoa(t.Done), strconv.Itoa(t.Total),
						t.Reference.String(), source.Published.String(), string(t.Source), source.URL, t.Quote}) {
						return
					}
				}
			}
		}
	})
}
