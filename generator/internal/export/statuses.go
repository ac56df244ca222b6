package export

import (
	"iter"
	"strconv"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

// statuses is one row an indicator and judged period, with the inputs of the status.
func (d source) statuses() Table {
	return statusTable(func(yield func(*plan.Plan, *derive.IndicatorResult) bool) {
		for _, w := range d.worlds {
			for r := range results(w) {
				if !yield(w.Plan, r) {
					return
				}
			}
		}
	})
}

// results are all statuses of a plan.
func results(w *derive.World) iter.Seq[*derive.IndicatorResult] {
	return func(yield func(*derive.IndicatorResult) bool) {
		for _, a := range w.Periods {
			for _, r := range a.Indicators {
				if !yield(r) {
					return
				}
			}
		}
	}
}

// statusesOf are the statuses of a plan that are wanted.
func statusesOf(w *derive.World, wanted func(*derive.IndicatorResult) bool) Table {
	return statusTable(func(yield func(*plan.Plan, *derive.IndicatorResult) bool) {
		for r := range results(w) {
			if wanted(r) && !yield(w.Plan, r) {
				return
			}
		}
	})
}

// statusesOfPeriod are the statuses as of one period.
func statusesOfPeriod(w *derive.World, a *derive.AsOf) Table {
	return statusTable(func(yield func(*plan.Plan, *derive.IndicatorResult) bool) {
		for _, r := range a.Indicators {
			if !yield(w.Plan, r) {
				return
			}
		}
	})
}

func statusTable(rows iter.Seq2[*plan.Plan, *derive.IndicatorResult]) Table {
	return Table{"statuses", columns("plan", "indicator", "period", "as_of:date", "status", "rule", "progress:number", "change:number", "explanation_vi",
		"explanation_en", "target", "value", "reference", "target_value:number", "baseline:number", "last_value", "last_reference", "last_holds:boolean"),
		func(yield func([]string) bool) {
			for p, r := range rows {
				if !yield(statusRow(p, r)) {
					return
				}
			}
		}}
}

func statusRow(p *plan.Plan, r *derive.IndicatorResult) []string {
	vi, en := both(p)
	row := []string{p.ID, string(r.Indicator.ID), string(r.Period.ID), r.Period.Cutoff.String(), string(r.Status), r.Rule(), "", "", vi.Explanation(r), en.Explanation(r)}
	if r.Progress != nil {
		row[6] = r.Progress.FloatString(4)
	}
	if r.Change != nil {
		row[7] = r.Change.Difference.String()
	}
	return append(row, inputs(r)...)
}

// inputs are the columns from target to last_holds.
func inputs(r *derive.IndicatorResult) []string {
	cells := make([]string, 8)
	t := r.Target()
	if t == nil {
		return cells
	}
	cells[0] = string(t.Target.ID)
	cells[1] = comparedValue(r.Indicator, r.Judged)
	if r.Judged != nil {
		cells[2] = r.Judged.Reference.String()
	}
	cells[3], cells[4] = t.Target.Value.String(), comparedValue(r.Indicator, t.Baseline)
	if r.Last != nil {
		cells[5], cells[6] = comparedValue(r.Indicator, r.Last), r.Last.Reference.String()
	}
	if r.LastHolds != nil {
		cells[7] = strconv.FormatBool(*r.LastHolds)
	}
	return cells
}
