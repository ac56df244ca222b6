// Package intake makes the forms in which agencies report, and reads what came back in them.
//
// A form is one workbook for one agency, plan and period: a guide, a sheet of indicators and a sheet of tasks with a row
// for all that the agency is asked for (derive.AskedIn). White cells are filled in; all others are locked. A row is known by
// its id and a column by its header, so that both may be moved. Two hidden columns hold the row's id and the form's
// identity in every row, which a CSV file saved from the sheet keeps too:
//
//	indicators/<id>[/<breakdown>]@<reference>     tasks/<id>[/<milestone>]
//	<version>:<plan>/<period>/<agency>:<digest of all row ids of the sheet>
//
// A third, at the end, marks the rows of which the snapshot had something already, so that a form which comes back as it was made
// is no report. A hidden sheet holds the identity once more, and the lists of words to choose from.
//
// White cells hold what the snapshot of the period has already. An empty cell says nothing: it is told, and takes nothing out
// of the snapshot. Numbers are taken with their digits; what can be read in two ways is asked back, never guessed.
//
// Write gives the same bytes for the same form. Read refuses what is too large before it reads it, and knows no file but as
// bytes. Changes compares with the snapshot and says what would be different; content.EditSnapshot then writes it.
package intake

import (
	"slices"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

// Form is what one agency is asked for in a period.
type Form struct {
	Site    *plan.Site
	Plan    *plan.Plan
	Period  plan.Period
	Agency  *plan.Agency
	Figures []Figure
	States  []State
}

// Figure is a row of the indicators' sheet.
type Figure struct {
	Indicator *plan.Indicator
	Breakdown plan.BreakdownID // empty: the headline
	Reference plan.Reference   // the time that it speaks of, unless another last day is filled in
	Targets   []*plan.Target   // that hold in the period
	Held      *plan.Observation
	Gap       *plan.NotReported // of the headline
	Last      *derive.Observation
}

// State is a row of the tasks' sheet.
type State struct {
	Task      *plan.Task
	Milestone string // empty: the task as a whole
	Due       plan.Date
	Held      *plan.TaskReport
	Last      *plan.TaskReport // reported in an earlier period
}

// Forms are the forms of a period, in the order of the registry; none for a plan compiled from public sources.
func Forms(s *plan.Site, p *plan.Plan, period plan.Period) []Form {
	d := desk{s, p, period, derive.JudgeAll(s.Plans)[slices.Index(s.Plans, p)], SnapshotOf(p, period.ID)}
	var all []Form
	for _, asked := range derive.AskedIn(s, p, period.ID) {
		f := Form{Site: s, Plan: p, Period: period, Agency: s.Agency(asked.Agency)}
		for _, i := range asked.Indicators {
			f.Figures = append(f.Figures, d.figures(i)...)
		}
		for _, t := range asked.Tasks {
			f.States = append(f.States, d.states(t)...)
		}
		all = append(all, f)
	}
	return all
}

// SnapshotOf finds the snapshot of a period; an empty one where there is none yet.
func SnapshotOf(p *plan.Plan, id plan.PeriodID) *plan.Snapshot {
	for _, s := range p.Snapshots {
		if s.Period == id {
			return s
		}
	}
	return &plan.Snapshot{Period: id}
}

// desk is where the forms of a period are prepared.
type desk struct {
	site   *plan.Site
	plan   *plan.Plan
	period plan.Period
	world  *derive.World
	held   *plan.Snapshot
}

// figures are the rows of an indicator: one for each figure that the snapshot holds, else one for the headline and one
// for each part that a target is set for or a figure was known of.
func (d desk) figures(i *plan.Indicator) []Figure {
	known := d.known(i)
	parts := []plan.BreakdownID{""}
	for _, b := range d.plan.Breakdowns {
		if d.asked(i, b.ID) || slices.ContainsFunc(known, func(o derive.Observation) bool { return o.Breakdown == b.ID }) {
			parts = append(parts, b.ID)
		}
	}
	targets := d.world.TargetsAt(i, d.period, d.period.Cutoff)
	var rows []Figure
	for _, part := range parts {
		row := Figure{Indicator: i, Breakdown: part, Targets: targets}
		for n := range known {
			if known[n].Breakdown == part {
				row.Last = &known[n]
			}
		}
		for n := range d.held.NotReported {
			if part == "" && d.held.NotReported[n].Indicator == i.ID {
				row.Gap = &d.held.NotReported[n]
			}
		}
		rows = append(rows, d.filled(row)...)
	}
	return rows
}

// filled is a row for each figure that the snapshot holds of it, or the row itself.
func (d desk) filled(row Figure) []Figure {
	var rows []Figure
	for n := range d.held.Observations {
		if o := &d.held.Observations[n]; o.Indicator == row.Indicator.ID && o.Breakdown == row.Breakdown && own(row.Indicator, o) {
			held := row
			held.Held, held.Reference = o, o.Reference
			rows = append(rows, held)
		}
	}
	if rows == nil {
		row.Reference = d.reference(row.Indicator)
		rows = append(rows, row)
	}
	return rows
}

// own tells whether a figure is of the indicator's own measure.
func own(i *plan.Indicator, o *plan.Observation) bool {
	return o.Measure == "" || o.Measure == i.Measure
}

// known are the figures of the indicator's own measure that were released before the period.
func (d desk) known(i *plan.Indicator) []derive.Observation {
	var all []derive.Observation
	for _, o := range d.world.Observations(i.ID, d.period.Cutoff) {
		if o.Period != d.period.ID && own(i, o.Observation) {
			all = append(all, o)
		}
	}
	return all
}

// asked tells whether a target is set for a part of the whole.
func (d desk) asked(i *plan.Indicator, part plan.BreakdownID) bool {
	return slices.ContainsFunc(i.Targets, func(t plan.Target) bool { return t.Scope == part || slices.Contains(t.EachOf, part) })
}

// reference is the time that a figure of the period speaks of, by the measure of its indicator.
func (d desk) reference(i *plan.Indicator) plan.Reference {
	until, from := lastDay(d.period), plan.Date{}
	switch i.Measure {
	case plan.Cumulative:
		from = d.plan.Start
		if d.period.Cumulative && d.period.Start.Known() {
			from = d.period.Start
		}
	case plan.PeriodAlone, plan.Increment:
		from = d.alone()
	}
	return span(from, until)
}

// alone is the first day of the period that no earlier one covers.
func (d desk) alone() plan.Date {
	if !d.period.Cumulative && d.period.Start.Known() {
		return d.period.Start
	}
	from := d.plan.Start
	for _, p := range d.plan.Periods {
		if p.Kind == plan.Report && d.period.Cutoff.After(p.Cutoff) {
			from = lastDay(p).Next()
		}
	}
	return from
}

// lastDay is the last day that a period's figures speak of.
func lastDay(p plan.Period) plan.Date {
	if p.End.Known() {
		return p.End
	}
	return p.Cutoff
}

// span is the time from one day to another; the last day alone where the first is unknown or not before it.
func span(from, until plan.Date) plan.Reference {
	text := until.String()
	if from.Known() && until.After(from) {
		text = from.String() + ".." + text
	}
	r, err := plan.ParseReference(text)
	if err != nil {
		return plan.Reference{}
	}
	return r
}

// states are the rows of a task: one for each report that the snapshot holds, and one for each part that is not done
// yet; for a task of one part, one for the task.
func (d desk) states(t *plan.Task) []State {
	var rows []State
	for n := range d.held.TaskReports {
		if r := &d.held.TaskReports[n]; r.Task == t.ID {
			rows = append(rows, State{Task: t, Milestone: r.Milestone, Due: d.due(t, r.Milestone), Held: r, Last: d.last(t.ID, r.Milestone)})
		}
	}
	if len(t.Milestones) < 2 {
		if rows == nil {
			rows = append(rows, State{Task: t, Due: d.due(t, ""), Last: d.last(t.ID, "")})
		}
		return rows
	}
	for _, m := range t.Milestones {
		last := d.last(t.ID, m.ID)
		there := slices.ContainsFunc(rows, func(r State) bool { return r.Milestone == m.ID })
		if !there && (last == nil || last.State != plan.Done) {
			rows = append(rows, State{Task: t, Milestone: m.ID, Due: d.due(t, m.ID), Last: last})
		}
	}
	return rows
}

func (d desk) due(t *plan.Task, milestone string) plan.Date {
	for _, m := range t.Milestones {
		if m.ID == milestone {
			return m.DueAt(d.period.Cutoff)
		}
	}
	return t.DueAt(d.period.Cutoff)
}

// last is the newest report of a task, or of a part of it, that was released before the period.
func (d desk) last(id plan.TaskID, milestone string) *plan.TaskReport {
	var last *plan.TaskReport
	for _, s := range d.plan.Snapshots {
		if !s.Released.Known() || !d.period.Cutoff.After(s.Cutoff) {
			continue
		}
		for n := range s.TaskReports {
			if r := &s.TaskReports[n]; r.Task == id && r.Milestone == milestone {
				last = r
			}
		}
	}
	return last
}
