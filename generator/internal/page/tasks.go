package page

import (
	"slices"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
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
	By      By
	Choices []Choice
	Time    Timeline
	Empty   string
}

// Groups are the groups of rows that find.js narrows down, as a selector.
func (tasksView) Groups() string { return ".time tbody" }

// order is one of the orders of the whole list.
type order struct {
	key     string // of its phrases
	address func(plan.Lang, *plan.Plan) string
	groups  func(*scope) []taskGroup
}

var orders = []order{
	{"area", TasksPath, func(s *scope) []taskGroup { return s.inAreas(s.now.Tasks) }},
	{"deadline", TasksByDeadlinePath, (*scope).byDeadline},
	{"agency", TasksByAgencyPath, (*scope).byLead},
}

func taskListPages(s *scope) []Page {
	var pages []Page
	for n, o := range orders {
		address := func(l plan.Lang) string { return o.address(l, s.world.Plan) }
		pages = append(pages, s.page(address, "pages/tasks.html", func(f *Frame) any { return s.taskList(f, n) }))
	}
	return pages
}

func (s *scope) taskList(f *Frame, current int) any {
	o := orders[current]
	tasks, rows := 0, len(s.now.Tasks)
	for _, r := range s.now.Tasks {
		if r.Task.Level == plan.TaskLevel {
			tasks++
		}
	}
	v := tasksView{Frame: f, Heading: s.count("tasks.heading", tasks), Summary: s.words.TaskSummary(s.now)}
	f.Section, f.Title, f.Description = NavTasks, v.Heading, v.Summary
	f.crumb(s.say("nav.home"), HomePath(s.lang))
	if current > 0 {
		v.Heading += ", " + s.say("tasks.by."+o.key)
		f.Title = v.Heading
		f.crumb(s.say("nav.tasks"), TasksPath(s.lang, s.world.Plan))
	}
	f.at(s.now)
	if o.key == "deadline" {
		v.Rows = s.say("tasks.repeated")
	} else if rows > tasks {
		v.Rows = s.say("tasks.rows", s.world.Plan.Annexes.Tasks.Name.In(s.lang), s.number(rows), s.number(tasks), s.number(rows-tasks))
	}
	v.Tally = s.taskTally(f, s.now, "")
	v.By.Label = s.say("tasks.by")
	for n, other := range orders {
		v.By.Links = append(v.By.Links, ByLink{Link{s.say("tasks.order." + other.key), s.link(f, other.address(s.lang, s.world.Plan))}, n == current})
	}
	v.list(s.timelineOf(f, s.now, o.groups(s)), s.now.Tasks)
	if o.key == "deadline" { // its groups are the deadlines
		v.Choices = slices.DeleteFunc(v.Choices, func(c Choice) bool { return c.Name == byTime })
	}
	if rows == 0 {
		v.Empty = s.say("tasks.none")
	}
	return v
}

// list sets the rows, which the script can narrow down.
func (v *tasksView) list(time Timeline, results []*derive.TaskResult) {
	s := v.scope
	v.Time, v.Choices = time, s.taskChoices(time, results)
	v.narrowed(v.Choices)
}

// byDeadline groups the tasks by the slots in which a part of them is due, overdue ones first, and last those without a
// deadline. What is overdue heads the list too.
func (s *scope) byDeadline() []taskGroup {
	late := taskGroup{id: "overdue", heading: wording.Verdict(s.lang, derive.Overdue)}
	never := taskGroup{id: "never", heading: s.say("tasks.never")}
	for _, r := range s.now.Tasks {
		if r.Verdict == derive.Overdue {
			late.results = append(late.results, r)
		}
		if len(r.Task.Milestones) == 0 {
			never.results = append(never.results, r)
		}
	}
	groups := []taskGroup{late}
	for _, slot := range s.slots(s.now.Period.Cutoff) {
		group := taskGroup{id: "due-" + slot.ID, heading: s.say("tasks.due", slot.Name)}
		if slot.year() {
			group.heading = s.say("tasks.due.year", slot.Name)
		}
		for _, r := range s.now.Tasks {
			if due([]*plan.Task{r.Task}, slot, s.now.Period.Cutoff) > 0 {
				group.results = append(group.results, r)
			}
		}
		groups = append(groups, overdueFirst(group))
	}
	return append(groups, never)
}

// byLead groups the tasks by the bodies that lead them, in the order of the alphabet, overdue ones first.
func (s *scope) byLead() []taskGroup {
	var groups []taskGroup
	nobody := taskGroup{id: "lead-", heading: s.say("tasks.nobody")}
	at := map[plan.AgencyID]int{}
	for _, r := range s.now.Tasks {
		if len(r.Task.Lead) == 0 {
			nobody.results = append(nobody.results, r)
		}
		for _, id := range r.Task.Lead {
			n, ok := at[id]
			if !ok {
				n, at[id] = len(groups), len(groups)
				groups = append(groups, taskGroup{id: "lead-" + string(id), heading: s.agencyName(id)})
			}
			groups[n].results = append(groups[n].results, r)
		}
	}
	for n := range groups {
		groups[n] = overdueFirst(groups[n])
	}
	lang.Sort(s.lang, groups, func(g taskGroup) string { return g.heading })
	return append(groups, nobody)
}

func overdueFirst(g taskGroup) taskGroup {
	overdue := func(r *derive.TaskResult) bool { return r.Verdict == derive.Overdue }
	others := slices.DeleteFunc(slices.Clone(g.results), overdue)
	g.results = slices.DeleteFunc(g.results, func(r *derive.TaskResult) bool { return !overdue(r) })
	g.results = append(g.results, others...)
	return g
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
	v.list(s.timeline(f, s.now, results), results)
	if len(results) == 0 {
		v.Empty = s.say("verdict.empty")
	}
	return v
}
