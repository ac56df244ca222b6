package page

import (
	"strings"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// Timeline is tasks against the quarters of the plan; of a plan of more than two years, against its years.
type Timeline struct {
	Caption  string
	Slots    []Slot
	Sections []TaskSection
	Single   bool // of one task: no names
}

// Columns is the number of columns of the table.
func (t Timeline) Columns() int { return len(t.Slots) + 2 }

// TaskSection is an area, a slot or a body with its tasks.
type TaskSection struct {
	ID, Heading string
	Rows        []TaskRow
}

// TaskRow is a task with one cell for each slot.
type TaskRow struct {
	Tile                     Tile
	Word, Number, Name, Href string
	Lead                     string
	Within                   string // what the row holds, for the script that narrows lists down; see Choice
	Badge                    string
	Child                    bool
	Cells                    []TimeCell
}

// TimeCell is a task in a slot. Kind is a class of timeline.css: due, work, done, late, past or empty for the future.
type TimeCell struct {
	Kind, Word string
	Cut        bool
}

// taskGroup is tasks under a heading.
type taskGroup struct {
	id, heading string
	results     []*derive.TaskResult
}

// timeline sets results against the plan's quarters, by area in the plan's order.
func (s *scope) timeline(f *Frame, a *derive.AsOf, results []*derive.TaskResult) Timeline {
	return s.timelineOf(f, a, s.inAreas(results))
}

func (s *scope) inAreas(results []*derive.TaskResult) []taskGroup {
	var groups []taskGroup
	for n := range s.world.Plan.Areas {
		area := &s.world.Plan.Areas[n]
		group := taskGroup{id: "area-" + string(area.ID), heading: s.areaName(area)}
		for _, r := range results {
			if r.Task.Area == area.ID {
				group.results = append(group.results, r)
			}
		}
		groups = append(groups, group)
	}
	return groups
}

// timelineOf sets groups against the plan's quarters; those without a task are left out.
func (s *scope) timelineOf(f *Frame, a *derive.AsOf, groups []taskGroup) Timeline {
	t := Timeline{Caption: s.say("time.caption"), Slots: s.slots(a.Period.Cutoff)}
	for _, g := range groups {
		if len(g.results) == 0 {
			continue
		}
		section := TaskSection{ID: g.id, Heading: g.heading}
		for _, r := range g.results {
			section.Rows = append(section.Rows, s.taskRow(f, r, t.Slots))
		}
		t.Sections = append(t.Sections, section)
	}
	return t
}

func (s *scope) taskRow(f *Frame, r *derive.TaskResult, slots []Slot) TaskRow {
	t := r.Task
	row := TaskRow{Tile: verdictTile(r), Word: wording.Verdict(s.lang, r.Verdict), Number: string(t.ID), Name: t.Name.In(s.lang),
		Href: s.link(f, TaskPath(s.lang, s.world.Plan, t.ID)), Lead: strings.Join(s.names(t.Lead), "; "),
		Badge: s.badge(r.Lowered), Child: t.Level == plan.SubtaskLevel}
	for _, slot := range slots {
		row.Cells = append(row.Cells, s.cell(r, slot))
	}
	return row
}

// cell says what a slot is for a task; a deadline shows before anything else.
func (s *scope) cell(r *derive.TaskResult, slot Slot) TimeCell {
	c := TimeCell{Cut: slot.Cut}
	since := r.Period.Cutoff.DaysSince(slot.From)
	switch {
	case due([]*plan.Task{r.Task}, slot, r.Period.Cutoff) > 0:
		c.Kind, c.Word = "due", s.say("time.due")
	case r.Verdict == derive.DoneLate && slot.holds(r.Completed):
		c.Kind, c.Word = "done", s.say("time.done")
	case r.Verdict == derive.Overdue && since >= 0 && since < r.DaysLate:
		c.Kind, c.Word = "late", s.say("time.late")
	case r.Task.AllYear && r.Due.After(slot.To):
		c.Kind, c.Word = "work", s.say("time.work")
	case slot.Past:
		c.Kind = "past"
	}
	return c
}
