package derive

import (
	"slices"
	"strings"

	"minhbach/generator/internal/plan"
)

// series is what is known of an indicator by a cut-off: the figures of the plan itself, which alone may judge, and
// all, those of the earlier plans that it continues before them.
type series struct {
	indicator *plan.Indicator
	periods   []plan.Period // of the plan and of those whose rows it continues
	settles   bool          // whether a final figure goes on judging: see final
	breaks    []plan.Break
	own, all  []Observation
	stated    map[statedBaseline]*Observation
}

func (w *World) series(i *plan.Indicator, cutoff plan.Date) series {
	own := w.Observations(i.ID, cutoff)
	s := series{i, w.Plan.Periods, !w.Plan.Compiled(), w.breaks[i.ID], own, own, w.stated}
	if earlier := w.Earlier(i.ID, cutoff); len(earlier) > 0 {
		s.all = slices.Concat(earlier, own)
		for _, c := range w.earlier[i.ID] {
			s.periods = slices.Concat(s.periods, c.world.Plan.Periods)
		}
	}
	return s
}

// join follows the rows that continue one of an earlier plan, back to where the series begins.
func (w *World) join(plans map[string]*World) {
	for _, i := range w.Plan.Indicators {
		w.breaks[i.ID] = i.Breaks
		seen := map[*plan.Indicator]bool{i: true}
		for from, at := continued(plans, i.Continues); at != nil && !seen[at]; from, at = continued(plans, at.Continues) {
			seen[at] = true
			w.breaks[i.ID] = slices.Concat(w.breaks[i.ID], at.Breaks)
			w.earlier[i.ID] = slices.Insert(w.earlier[i.ID], 0, continuation{from, at})
		}
	}
}

// continued finds the row "<plan>/<indicator>"; nil when there is none.
func continued(plans map[string]*World, address string) (*World, *plan.Indicator) {
	id, row, _ := strings.Cut(address, "/")
	if w := plans[id]; w != nil {
		return w, w.Plan.Indicator(plan.IndicatorID(row))
	}
	return nil, nil
}

// continuation is a row of an earlier plan.
type continuation struct {
	world *World
	row   *plan.Indicator
}

// of are the figures of a row in their vintage as of a cut-off, each with its plan and its measure spelled out.
func (w *World) of(i *plan.Indicator, cutoff plan.Date) []Observation {
	all := slices.Clone(w.Observations(i.ID, cutoff))
	for n := range all {
		all[n].Plan = w.Plan.ID
		if all[n].Measure == "" {
			own := *all[n].Observation
			own.Measure = i.Measure
			all[n].Observation = &own
		}
	}
	return all
}

// ownMeasure tells whether a figure is of the indicator's own measure; a forecast is nobody's.
func ownMeasure(i *plan.Indicator, o *Observation) bool {
	measure := o.Measure
	if measure == "" {
		measure = i.Measure
	}
	return measure == i.Measure && measure != plan.Forecast
}

// comparable tells whether a figure may be set against others of a breakdown: published, fully comparable, of its own
// measure.
func comparable(i *plan.Indicator, of plan.BreakdownID, o *Observation) bool {
	return o.Suppressed == "" && o.Breakdown == of && o.Comparable == plan.Fully && ownMeasure(i, o)
}

// canJudge tells whether a figure may judge a target: comparable, of the target's scope or one of its units, with a
// reference that ends within the target's. All other figures are context.
func canJudge(i *plan.Indicator, t plan.Target, of plan.BreakdownID, o *Observation) bool {
	return comparable(i, of, o) && o.Reference.EndsWithin(t.Reference) && (!wholeOnly(i) || covers(o.Reference, t.Reference))
}

// Judges tells whether an observation may judge any of its indicator's targets.
func Judges(i *plan.Indicator, o *Observation) bool {
	for _, t := range i.Targets {
		if t.Kind != plan.NoTarget && slices.Contains(parties(t), o.Breakdown) && canJudge(i, t, o.Breakdown, o) {
			return true
		}
	}
	return false
}

// parties are the breakdowns whose figures judge a target: its units, or its scope, which is the headline when empty.
func parties(t plan.Target) []plan.BreakdownID {
	if len(t.EachOf) > 0 {
		return t.EachOf
	}
	return []plan.BreakdownID{t.Scope}
}

// wholeOnly tells the indicators whose figure of a part of the time says nothing of the whole: what was added, and
// amounts of one period alone.
func wholeOnly(i *plan.Indicator) bool {
	amount := i.Value == plan.Quantity || i.Value == plan.UnitCount
	return i.Measure == plan.Increment || i.Measure == plan.PeriodAlone && amount
}

func covers(r, o plan.Reference) bool { return !r.From.After(o.From) && !o.To.After(r.To) }
