// Package derive judges a plan as of each of its snapshots: the status of every target and indicator, the verdict on
// every task, each with the inputs and the rule that led there. Everything is decided by the data and the snapshot's
// cut-off; there is no clock, no input or output, and the same plan always gives the same result.
//
// The rules are those of the methodology page (ids "status/…", "verdict/…", "target/…", "path/…"). A status never
// accuses without evidence: in a plan compiled from public sources a missing figure is "no public figure", never "not
// reported", and a missing document never makes a task overdue. What lies ahead is judged by nobody: a target whose
// time has not begun is not yet due, and one whose time is over gives way to the next of its line.
//
// A plan may continue the rows of an earlier one. The earlier figures are a baseline and a figure before, nothing
// else; they never judge, and no break in series is crossed. JudgeAll sees the plans together; Judge sees one.
//
// Values have vintages (vintages.go): a period is judged with the newest one that the snapshots up to it brought, so a
// later correction changes no earlier judgement.
package derive

import (
	"sort"

	"minhbach/generator/internal/plan"
)

// World is a plan judged as of each released period that is not a baseline.
type World struct {
	Plan    *plan.Plan
	Periods []*AsOf          // in the order of the cut-offs
	Past    bool             // a view as of an earlier period: JudgeAsOf
	Later   []*plan.Snapshot // those that such a view leaves out

	corrected map[plan.IndicatorID]bool // rows with more than one vintage
	revisions []Revision
	known     map[plan.IndicatorID][]Observation  // of released snapshots, in their order
	earlier   map[plan.IndicatorID][]continuation // the rows that a row continues, the oldest plan's first
	breaks    map[plan.IndicatorID][]plan.Break   // of the row and of those that it continues
	stated    map[statedBaseline]*Observation
	measured  []*plan.Indicator
	places    places
}

// AsOf is the plan as of the cut-off of one period.
type AsOf struct {
	Period       plan.Period
	Snapshot     *plan.Snapshot
	Indicators   []*IndicatorResult // measured indicators, in printed order
	Tasks        []*TaskResult      // tasks and subtasks, in printed order
	StatedTotals []StatedTotal      // those known by the cut-off, in the order of the snapshots

	places
}

// places are where the rows of a plan stand among its results, in every period alike.
type places struct {
	indicators map[plan.IndicatorID]int
	tasks      map[plan.TaskID]int
}

// Indicator finds the result of a measured indicator; nil for groups and unknown ids.
func (a *AsOf) Indicator(id plan.IndicatorID) *IndicatorResult {
	if n, ok := a.indicators[id]; ok {
		return a.Indicators[n]
	}
	return nil
}

// Task finds the result of a task; nil for unknown ids.
func (a *AsOf) Task(id plan.TaskID) *TaskResult {
	if n, ok := a.tasks[id]; ok {
		return a.Tasks[n]
	}
	return nil
}

// Observation is a figure with the period that brought it and its source. Published is the day on which the figure came
// out; a source that transcribes it may have a later day of its own. What the snapshot holds is shared with it and with
// all other judgements: who needs it different takes a copy.
type Observation struct {
	*plan.Observation
	Period    plan.PeriodID
	Cutoff    plan.Date
	Published plan.Date
	Status    plan.DataStatus // of the observation itself
	Source    *plan.Source    // never nil
	Plan      string          // the earlier plan that it comes from; empty for the plan's own
}

// Unsourced is a figure of no snapshot.
func Unsourced(o plan.Observation) *Observation {
	return &Observation{Observation: &o, Published: o.Published, Source: noSource}
}

var noSource = &plan.Source{}

// StatedTotal is a stated total with the period that brought it and its source.
type StatedTotal struct {
	plan.StatedTotal
	Period plan.PeriodID
	Source plan.Source
}

// Judge judges a plan that continues no other. Snapshots without a release day are drafts and are left out.
func Judge(p *plan.Plan) *World { return JudgeAll([]*plan.Plan{p})[0] }

// JudgeAll judges plans that may continue one another, in their order.
func JudgeAll(plans []*plan.Plan) []*World {
	all := make([]*World, len(plans))
	byID := make(map[string]*World, len(plans))
	for n, p := range plans {
		all[n] = &World{Plan: p, known: map[plan.IndicatorID][]Observation{},
			earlier: map[plan.IndicatorID][]continuation{}, breaks: map[plan.IndicatorID][]plan.Break{}, stated: map[statedBaseline]*Observation{}}
		all[n].state()
		all[n].place()
		byID[p.ID] = all[n]
		for _, s := range p.Snapshots {
			if s.Released.Known() {
				all[n].learn(s)
			}
		}
		all[n].noteCorrected()
		all[n].revise()
	}
	for _, w := range all {
		w.join(byID)
		w.judge()
	}
	return all
}

func (w *World) judge() {
	released := map[plan.PeriodID]*plan.Snapshot{}
	for _, s := range w.Plan.Snapshots {
		if s.Released.Known() {
			released[s.Period] = s
		}
	}
	previous := plan.Date{}
	for _, period := range w.Plan.Periods {
		if s := released[period.ID]; s != nil && period.Kind != plan.Baseline {
			w.Periods = append(w.Periods, w.asOf(period, s, previous))
		}
		previous = period.Cutoff
	}
}

// Newest is the newest released period; nil when nothing was released.
func (w *World) Newest() *AsOf {
	if len(w.Periods) == 0 {
		return nil
	}
	return w.Periods[len(w.Periods)-1]
}

// Period finds a judged period; nil when it is a baseline, a draft or unknown.
func (w *World) Period(id plan.PeriodID) *AsOf {
	for _, a := range w.Periods {
		if a.Period.ID == id {
			return a
		}
	}
	return nil
}

// Observations are the figures of an indicator known by the cut-off in their newest vintage by then, judged and context
// alike, in the order of the snapshots and, within one, of the file.
func (w *World) Observations(id plan.IndicatorID, cutoff plan.Date) []Observation {
	all := w.known[id]
	n := sort.Search(len(all), func(n int) bool { return all[n].Cutoff.After(cutoff) })
	if w.corrected[id] {
		return w.vintage(id, all[:n], cutoff)
	}
	return all[:n:n]
}

// Earlier are the figures known by the cut-off, in their vintage of then, of the rows of earlier plans that an indicator continues: context, and
// a baseline where they are of the same measure and no break lies between. Each names its plan.
func (w *World) Earlier(id plan.IndicatorID, cutoff plan.Date) []Observation {
	var all []Observation
	for _, c := range w.earlier[id] {
		all = append(all, c.world.of(c.row, cutoff)...)
	}
	return all
}

// Breaks are the breaks in series of an indicator and of the rows that it continues.
func (w *World) Breaks(id plan.IndicatorID) []plan.Break { return w.breaks[id] }

// learn adds the observations of a snapshot, with what they inherit from it and from their source.
func (w *World) learn(s *plan.Snapshot) {
	sources := map[citation]*plan.Source{}
	for n := range s.Observations {
		o := &s.Observations[n]
		known := Observation{o, s.Period, s.Cutoff, o.Published, s.Status, cited(sources, s, o), ""}
		if o.DataStatus != "" {
			known.Status = o.DataStatus
		}
		if !o.Published.Known() {
			known.Published = known.Source.Published.Date
		}
		w.known[o.Indicator] = append(w.known[o.Indicator], known)
	}
}

// citation is a source as a figure uses it, which may have a confidence of its own.
type citation struct {
	id         plan.SourceID
	confidence plan.Confidence
}

// cited is the source of a figure, one for all figures that use it alike.
func cited(sources map[citation]*plan.Source, s *plan.Snapshot, o *plan.Observation) *plan.Source {
	c := citation{o.Source, o.Confidence}
	if sources[c] == nil {
		source := s.Sources[o.Source]
		if o.Confidence != "" {
			source.Confidence = o.Confidence
		}
		sources[c] = &source
	}
	return sources[c]
}

// place notes the rows that have results.
func (w *World) place() {
	w.places = places{map[plan.IndicatorID]int{}, map[plan.TaskID]int{}}
	for _, i := range w.Plan.Indicators {
		if i.Measured() {
			w.places.indicators[i.ID] = len(w.measured)
			w.measured = append(w.measured, i)
		}
	}
	for n, t := range w.Plan.Tasks {
		w.places.tasks[t.ID] = n
	}
}

func (w *World) asOf(period plan.Period, s *plan.Snapshot, previous plan.Date) *AsOf {
	a := &AsOf{
		Period: period, Snapshot: s, places: w.places,
		Indicators: make([]*IndicatorResult, len(w.measured)), Tasks: make([]*TaskResult, len(w.Plan.Tasks)),
	}
	declared := make(map[plan.IndicatorID]*plan.Text, len(s.NotReported))
	for n := range s.NotReported {
		declared[s.NotReported[n].Indicator] = &s.NotReported[n].Reason
	}
	results := make([]IndicatorResult, len(w.measured))
	for n, i := range w.measured {
		results[n] = w.indicator(i, &a.Period, previous, declared)
		a.Indicators[n] = &results[n]
	}
	reports := w.reportsUntil(period.Cutoff)
	for n, t := range w.Plan.Tasks {
		a.Tasks[n] = judgeTask(w.Plan, t, &a.Period, previous, reports[t.ID])
	}
	a.StatedTotals = w.statedUntil(period.Cutoff)
	return a
}

func (w *World) statedUntil(cutoff plan.Date) []StatedTotal {
	var all []StatedTotal
	for _, s := range w.Plan.Snapshots {
		if !s.Released.Known() || s.Cutoff.After(cutoff) {
			continue
		}
		for _, t := range s.StatedTotals {
			all = append(all, StatedTotal{t, s.Period, s.Sources[t.Source]})
		}
	}
	return all
}
