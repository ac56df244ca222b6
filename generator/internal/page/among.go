package page

import (
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

// among is what an as-of says of some of the rows only, for the sentences about an area or an agency. Stated totals
// speak of the whole plan and are left out.
func among(a *derive.AsOf, indicators []*derive.IndicatorResult, tasks []*derive.TaskResult) *derive.AsOf {
	return &derive.AsOf{Period: a.Period, Snapshot: a.Snapshot, Indicators: indicators, Tasks: tasks}
}

// standing is how many of some indicators have which status; statuses that none of them has are left out.
func (s *scope) standing(f *Frame, results []*derive.IndicatorResult) Tally {
	t := s.indicatorTally(f, among(s.now, results, nil), "")
	t.Label = s.say("standing.label")
	zero := s.number(0)
	var cells []TallyCell
	for _, c := range t.Cells[:len(t.Cells)-1] {
		if c.Count != zero || c.Samples != "" {
			cells = append(cells, c)
		}
	}
	t.Cells = cells
	return t
}

func (s *scope) indicatorCount(n int) string { return s.count("rows.indicators", n) }

// taskCount counts the numbered tasks; subtasks are said beside.
func (s *scope) taskCount(results []*derive.TaskResult) string {
	tasks, subtasks := 0, 0
	for _, r := range results {
		if r.Task.Level == plan.SubtaskLevel {
			subtasks++
		} else {
			tasks++
		}
	}
	switch {
	case subtasks == 0:
		return s.count("rows.tasks", tasks)
	case tasks == 0:
		return s.count("rows.subtasks", subtasks)
	}
	return s.count("rows.tasks", tasks) + s.say("rows.and.subtasks", s.count("rows.subtasks", subtasks))
}

// numbered tells whether any of some rows is a numbered task, of which sentences about tasks count.
func numbered(results []*derive.TaskResult) bool {
	for _, r := range results {
		if r.Task.Level == plan.TaskLevel {
			return true
		}
	}
	return false
}

// prefixed is a timeline whose anchors cannot meet those of another one on the page.
func prefixed(t Timeline, prefix string) Timeline {
	for n := range t.Sections {
		t.Sections[n].ID = prefix + t.Sections[n].ID
	}
	return t
}
