package page

import (
	"html/template"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// taskView is one task or subtask.
type taskView struct {
	*Frame
	Heading      string
	Tile         Tile
	Word, Answer string
	Badge        string
	Time         Timeline
	WhyHeading   string
	Why          []string
	Rule         string
	Meaning      template.HTML
	NoDeadline   template.HTML
	Printed      Printed
	Milestones   []MilestoneRow // where there are several
	Related      []RelatedView
	Parent       *Link
	Children     *Timeline
	Periods      []PeriodRow
	Revisions    []RevisionRow
	Lead         []AgencyLink
	Coordinating []AgencyLink
	Next         string // when the next report is due
	Sources      []SourceView
	Data         []Link
	Cite         string
	Around       Around
}

// MilestoneRow is a part of a task with a day of its own.
type MilestoneRow struct{ Name, Due string }

// RelatedView is a document that may belong to the task and changes nothing.
type RelatedView struct {
	Number, Date, Match string
	Title, Note         template.HTML
	Source              Link
	Quote               string
}

func taskPages(s *scope) []Page {
	var pages []Page
	for n, r := range s.now.Tasks {
		address := func(l plan.Lang) string { return TaskPath(l, s.world.Plan, r.Task.ID) }
		pages = append(pages, s.of(s.rowsOf(nil, []*derive.TaskResult{r}), func() []Page {
			return []Page{s.page(address, "pages/task.html", func(f *Frame) any { return s.task(f, n, r) })}
		})...)
	}
	return pages
}

func (s *scope) task(f *Frame, n int, r *derive.TaskResult) any {
	t := r.Task
	v := taskView{Frame: f, Heading: t.Short.In(s.lang), Tile: verdictTile(r), Word: wording.Verdict(s.lang, r.Verdict),
		Answer: s.words.TaskAnswer(r), Badge: s.badge(r.Lowered)}
	f.Section, f.Sample = NavTasks, r.Lowered == plan.Sample
	f.Title = s.say("task.title", string(t.ID), v.Heading, v.Word)
	f.Description = v.Answer + "."
	f.Finding = &Finding{Tile: v.Tile, Name: v.Heading, Answer: v.Answer}
	f.Row = s.say("task.number", string(t.ID))
	s.taskCrumbs(f, t)
	f.at(s.now)
	v.Time = s.timeline(f, s.now, []*derive.TaskResult{r})
	v.Time.Single = true
	v.WhyHeading, v.Why = s.say("why.heading", v.Word), s.words.TaskWhy(r)
	v.Rule = s.link(f, RulePath(s.lang, r.Rule()))
	v.Meaning, v.NoDeadline = s.html(t.Meaning), s.html(t.NoDeadline)
	v.Printed = s.printedTask(t)
	v.Milestones, v.Related = s.milestones(t), s.related(r)
	v.Parent, v.Children = s.family(f, t)
	v.Periods, v.Revisions = s.taskPeriods(f, t), s.revisionsOf(f, "", t.ID)
	v.Lead, v.Coordinating = s.agencies(f, t.Lead), s.agencies(f, t.Coordinating)
	v.Next, v.Sources = s.words.NextReport(s.now.Period), s.taskSources(r)
	v.Data = []Link{{"CSV", s.link(f, TablePath("tasks", "csv"))}, {"JSON", s.link(f, TablePath("tasks", "json"))}}
	v.Cite = s.cite(f, v.Heading, s.say("cite.task", string(t.ID)))
	v.Around = s.aroundTask(f, n)
	return v
}

func (s *scope) taskCrumbs(f *Frame, t *plan.Task) {
	list := TasksPath(s.lang, s.world.Plan)
	f.crumb(s.say("nav.home"), HomePath(s.lang))
	f.crumb(s.say("nav.tasks"), list)
	for _, area := range s.world.Plan.Areas {
		if area.ID == t.Area {
			f.crumb(area.Number+". "+area.Name.In(s.lang), list+"#area-"+string(area.ID))
		}
	}
}

func (s *scope) milestones(t *plan.Task) []MilestoneRow {
	if len(t.Milestones) < 2 {
		return nil
	}
	var rows []MilestoneRow
	for _, m := range t.Milestones {
		rows = append(rows, MilestoneRow{m.Name.In(s.lang), s.date(m.DueAt(s.now.Period.Cutoff))})
	}
	return rows
}

func (s *scope) related(r *derive.TaskResult) []RelatedView {
	var all []RelatedView
	for _, d := range r.Related {
		all = append(all, RelatedView{Number: d.Number, Date: s.date(d.Date), Match: wording.Match(s.lang, d.Match), Title: s.html(d.Title),
			Note: s.html(d.Note), Source: Link{d.Source.Publisher.In(s.lang), d.Source.URL}, Quote: d.Quote})
	}
	return all
}

// family is the task above a subtask, and the subtasks of a task.
func (s *scope) family(f *Frame, t *plan.Task) (*Link, *Timeline) {
	var parent *Link
	var children []*derive.TaskResult
	for _, r := range s.now.Tasks {
		if r.Task.ID == t.Parent {
			parent = &Link{s.say("task.number", string(t.Parent)) + ": " + r.Task.Short.In(s.lang), s.link(f, TaskPath(s.lang, s.world.Plan, t.Parent))}
		}
		if r.Task.Parent == t.ID {
			children = append(children, r)
		}
	}
	if len(children) == 0 {
		return parent, nil
	}
	time := s.timeline(f, s.now, children)
	return parent, &time
}

// taskPeriods is the verdict as of every released period.
func (s *scope) taskPeriods(f *Frame, t *plan.Task) []PeriodRow {
	var rows []PeriodRow
	for _, a := range s.world.Periods {
		r := a.Task(t.ID)
		row := s.periodRow(f, a)
		row.Tile, row.Word = verdictTile(r), wording.Verdict(s.lang, r.Verdict)
		rows = append(rows, row)
	}
	return rows
}

func (s *scope) taskSources(r *derive.TaskResult) []SourceView {
	var c sources
	if r.Report != nil && r.Report.Source.URL != "" {
		s.addSource(&c, r.Report.Source, r.Report.Quote)
	}
	for _, d := range r.Related {
		s.addSource(&c, d.Source, d.Quote)
	}
	return c.list
}

func (s *scope) aroundTask(f *Frame, n int) Around {
	to := func(n int) *Link {
		if n < 0 || n >= len(s.now.Tasks) {
			return nil
		}
		t := s.now.Tasks[n].Task
		return &Link{string(t.ID) + " " + t.Short.In(s.lang), s.link(f, TaskPath(s.lang, s.world.Plan, t.ID))}
	}
	return Around{to(n - 1), to(n + 1)}
}
