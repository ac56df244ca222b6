package export

import (
	"iter"
	"strconv"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

// statuses is one row an indicator and judged period, period after period, with the inputs of the status.
func (d *Source) statuses() Table {
	return table("statuses", func(yield func([]string) bool) {
		for _, j := range d.all {
			for _, a := range j.Periods {
				for _, r := range a.Indicators {
					if !yield(j.statusRow(r)) {
						return
					}
				}
			}
		}
	})
}

// statusesOf are the statuses of the indicators that an agency monitors or executes.
func (j *judged) statusesOf(id plan.AgencyID) Table {
	return j.statusTable(func(yield func(*derive.IndicatorResult) bool) {
		for _, a := range j.Periods {
			for _, place := range j.indicators[id] {
				if !yield(a.Indicators[place]) {
					return
				}
			}
		}
	})
}

// statusesAsOf are the statuses as of one period.
func (j *judged) statusesAsOf(a *derive.AsOf) Table {
	return j.statusTable(func(yield func(*derive.IndicatorResult) bool) {
		for _, r := range a.Indicators {
			if !yield(r) {
				return
			}
		}
	})
}

func (j *judged) statusTable(results iter.Seq[*derive.IndicatorResult]) Table {
	return table("statuses", func(yield func([]string) bool) {
		for r := range results {
			if !yield(j.statusRow(r)) {
				return
			}
		}
	})
}

func (j *judged) statusRow(r *derive.IndicatorResult) []string {
	why, in := j.explanation(r), inputsOf(r)
	return []string{j.Plan.ID, string(r.Indicator.ID), string(r.Period.ID), r.Period.Cutoff.String(), string(r.Status), r.Rule(), r.Progress.String(), r.Change.String(), why.VI,
		why.EN, in.target, in.value, in.reference, in.targetValue, in.baseline, in.lastValue, in.lastReference, in.lastHolds, in.validFrom, in.rule, in.pathRule, in.pathValue, in.rate, in.holding, in.known, in.units}
}

// inputs are the cells that a status follows from, all of the target that decides.
type inputs struct {
	target, value, reference, targetValue, baseline, lastValue, lastReference, lastHolds string
	validFrom, rule, pathRule, pathValue, rate, holding, known, units                    string
}

func inputsOf(r *derive.IndicatorResult) inputs {
	t := r.Target()
	if t == nil {
		return inputs{}
	}
	i, kind := r.Indicator, t.Target.Kind
	in := inputs{
		target: string(t.Target.ID), value: compared(i, kind, r.Judged), reference: reference(r.Judged), targetValue: t.Target.Value.String(),
		baseline: compared(i, kind, t.Baseline), lastValue: compared(i, kind, r.Last), lastReference: reference(r.Last),
	}
	if kind == plan.TierAtLeast {
		in.targetValue = string(t.Target.Tier)
	}
	in.validFrom, in.rule = t.Target.ValidFrom.String(), t.Rule()
	if t.Limit != nil {
		value, _ := derive.Figure(i, t.Judged)
		in.pathRule, in.pathValue = t.PathRule(), plan.Faithful(t.Limit, value.Rat(), 4).String()
	}
	if t.Rate != nil {
		in.rate = plan.Faithful(t.Rate, t.Target.Value.Rat(), 4).String()
	}
	if len(t.Units) > 0 {
		holding, known, all := t.UnitCounts()
		in.holding, in.known, in.units = strconv.Itoa(holding), strconv.Itoa(known), strconv.Itoa(all)
	}
	if r.LastHolds != nil {
		in.lastHolds = strconv.FormatBool(*r.LastHolds)
	}
	return in
}

// reference is the time that an observation speaks of; empty without one.
func reference(o *derive.Observation) string {
	if o == nil {
		return ""
	}
	return o.Reference.String()
}
