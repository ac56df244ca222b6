package page

import (
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// tasksView is the list of all tasks, or of those of one verdict.
type tasksView struct {
	*Frame
	Heading string
	Word    string // of the verdict, with its tile; empty for the whole list
	Tile    Tile
	Rule    string
	Summary string
	Rows    string // how many rows the annex prints
	Tally   Tally
	Time    Timeline
	Empty   string
}

func taskListPages(s *scope) []Page {
	address := func(l plan.Lang) string { return TasksPath(l, s.world.Plan) }
	return []Page{s.page(address, "pages/tasks.html", func(f *Frame) any { return s.taskList(f) })}
}

func (s *scope) taskList(f *Frame) any {
	tasks, rows := 0, len(s.now.Tasks)
	for _, r := range s.now.Tasks {
		if r.Task.Level == plan.TaskLevel {
			tasks++
		}
	}
	v := tasksView{Frame: f, Heading: s.count("tasks.heading", tasks), Summary: s.words.TaskSummary(s.now)}
	f.Section, f.Title, f.Description = NavTasks, v.Heading, v.Summary
	f.crumb(s.say("nav.home"), HomePath(s.lang))
	f.at(s.now)
	if rows > tasks {
		v.Rows = s.say("tasks.rows", s.world.Plan.Annexes.Tasks.Name.In(s.lang), s.number(rows), s.number(tasks), s.number(rows-tasks))
	}
	v.Tally = s.taskTally(f, s.now, "")
	v.Time = s.timeline(f, s.now, s.now.Tasks)
	return v
}

// verdictPages are prebuilt lists, one for every verdict that the plan can reach, also where no task has it.
func verdictPages(s *scope) []Page {
	var pages []Page
	for _, v := range derive.Verdicts(s.world.Plan) {
		address := func(l plan.Lang) string { return VerdictPath(l, s.world.Plan, v) }
		pages = append(pages, s.page(address, "pages/tasks.html", func(f *Frame) any { return s.ofVerdict(f, v) }))
	}
	return pages
}

func (s *scope) ofVerdict(f *Frame, verdict derive.Verdict) any {
	var results []*derive.TaskResult
	for _, r := range s.now.Tasks {
		if r.Verdict == verdict {
			results = append(results, r)
		}
	}
	word := wording.Verdict(s.lang, verdict)
	v := tasksView{Frame: f, Heading: s.count("verdict.heading", len(results)), Word: word, Tile: Tile{Kind: verdictKinds[verdict]}}
	v.Rule = s.link(f, RulePath(s.lang, "verdict/"+string(verdict)))
	f.Section, f.Title, f.Description = NavTasks, word+": "+v.Heading, s.words.TaskSummary(s.now)
	f.crumb(s.say("nav.home"), HomePath(s.lang))
	f.crumb(s.say("nav.tasks"), TasksPath(s.lang, s.world.Plan))
	f.at(s.now)
	v.Tally = s.taskTally(f, s.now, verdict)
	v.Time = s.timeline(f, s.now, results)
	if len(results) == 0 {
		v.Empty = s.say("verdict.empty")
	}
	return v
}
