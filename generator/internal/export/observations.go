package export

import (
	"slices"
	"strconv"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

var observationColumns = columns("plan", "indicator", "period", "breakdown", "value:number", "unit", "rank:integer", "rank_of:integer", "tier",
	"numerator:number", "denominator:number", "reference", "published:date", "data_status", "reported:boolean", "reason_vi", "reason_en", "note_vi", "note_en",
	"source", "source_url", "measure", "comparable", "judged:boolean", "confidence", "quote", "yes:boolean", "source_publisher_vi", "source_publisher_en")

// observations are the known figures, and the declared gaps of plans that report on themselves.
func (d source) observations() Table {
	return Table{"observations", observationColumns, func(yield func([]string) bool) {
		for _, w := range d.worlds {
			for _, i := range w.Plan.Indicators {
				for row := range rowsOf(w, i) {
					if !yield(row) {
						return
					}
				}
			}
		}
	}}
}

// observationsOf is the same table with the rows of one indicator.
func observationsOf(w *derive.World, i *plan.Indicator) Table {
	return Table{"observations", observationColumns, rowsOf(w, i)}
}

func rowsOf(w *derive.World, i *plan.Indicator) func(func([]string) bool) {
	return func(yield func([]string) bool) {
		newest := w.Newest()
		if newest == nil {
			return
		}
		for _, o := range w.Observations(i.ID, newest.Period.Cutoff) {
			if !yield(observationRow(w.Plan, i, &o)) {
				return
			}
		}
		for _, s := range w.Plan.Snapshots {
			at := slices.IndexFunc(s.NotReported, func(n plan.NotReported) bool { return n.Indicator == i.ID })
			if at >= 0 && s.Released.Known() && !yield(gapRow(w.Plan, i, s, s.NotReported[at])) {
				return
			}
		}
	}
}

func observationRow(p *plan.Plan, i *plan.Indicator, o *derive.Observation) []string {
	rank, of, yes := "", "", ""
	if o.Rank != nil {
		rank, of = strconv.Itoa(o.Rank.Place), strconv.Itoa(o.Rank.Of)
	}
	if o.Yes != nil {
		yes = strconv.FormatBool(*o.Yes)
	}
	measure := o.Measure
	if measure == "" {
		measure = i.Measure
	}
	return []string{p.ID, string(i.ID), string(o.Period), string(o.Breakdown), o.Value.String(), unitOf(i), rank, of, string(o.Tier),
		o.Numerator.String(), o.Denominator.String(), o.Reference.String(), o.Source.Published.String(), string(o.Status), "true", "", "", o.Note.VI, o.Note.EN,
		string(o.Observation.Source), o.Source.URL, string(measure), string(o.Comparable), strconv.FormatBool(derive.Judges(i, o)),
		string(o.Source.Confidence), o.Quote, yes, o.Source.Publisher.VI, o.Source.Publisher.EN}
}

// unitOf is the unit of an observation's value; the value beside a rank or tier is a score without unit.
func unitOf(i *plan.Indicator) string {
	if i.Value == plan.Percent {
		return "%"
	}
	return i.Unit.VI
}

func gapRow(p *plan.Plan, i *plan.Indicator, s *plan.Snapshot, n plan.NotReported) []string {
	row := make([]string, len(observationColumns))
	t := Table{"observations", observationColumns, nil}
	for column, cell := range map[string]string{"plan": p.ID, "indicator": string(i.ID), "period": string(s.Period), "reported": "false",
		"reason_vi": n.Reason.VI, "reason_en": n.Reason.EN, "data_status": string(s.Status), "judged": "false"} {
		row[t.index(column)] = cell
	}
	return row
}
