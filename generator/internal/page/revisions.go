package page

import (
	"html/template"
	"strings"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// revisionsView lists the superseded values of a plan and the definitions that were changed after a release.
type revisionsView struct {
	*Frame
	Heading, Summary string
	Values           []RevisionRow
	Definitions      []DefinitionRow
	Data             []Link
}

// RevisionRow is a superseded value; without To it was withdrawn. Row is nil on the row's own page.
type RevisionRow struct {
	Row                           *Link
	Field, Period, From, To, When string
	Reason                        template.HTML
}

// DefinitionRow is a changed definition.
type DefinitionRow struct {
	Row                   Link
	Field, From, To, When string
	Document              Link
	Reason                template.HTML
}

func revisionsPages(s *scope) []Page {
	address := func(l plan.Lang) string { return RevisionsPath(l, s.world.Plan) }
	return []Page{s.page(address, "pages/revisions.html", func(f *Frame) any { return s.revisions(f) })}
}

func (s *scope) revisions(f *Frame) any {
	v := revisionsView{Frame: f, Heading: s.say("revisions.heading"), Summary: s.say("revisions.summary"),
		Data: []Link{{"CSV", s.link(f, TablePath("revisions", "csv"))}, {"JSON", s.link(f, TablePath("revisions", "json"))}}}
	f.Title, f.Description = v.Heading, v.Summary
	f.crumb(s.say("nav.home"), HomePath(s.lang))
	f.at(s.now)
	for _, r := range s.world.Revisions() {
		row := s.revisionRow(&r)
		to := s.rowLink(f, r.Indicator, r.Task)
		row.Row = &to
		v.Values = append(v.Values, row)
	}
	for _, r := range s.world.Redefinitions() {
		v.Definitions = append(v.Definitions, s.definitionRow(f, &r))
	}
	return v
}

// revisionsOf are the superseded values of one row.
func (s *scope) revisionsOf(f *Frame, i plan.IndicatorID, t plan.TaskID) []RevisionRow {
	var rows []RevisionRow
	for _, r := range s.world.Revisions() {
		if r.Indicator == i && r.Task == t {
			rows = append(rows, s.revisionRow(&r))
		}
	}
	return rows
}

func (s *scope) revisionRow(r *derive.Revision) RevisionRow {
	row := RevisionRow{Field: s.say("revisions.field." + string(r.Field)), Period: s.periodName(r.Period), From: s.scalar(r, r.From), Reason: s.html(r.Reason),
		When: s.say("revisions.when", s.date(r.First), s.date(r.Revised), s.periodName(r.Release))}
	if r.Reference.Known() {
		row.Period += ", " + lang.Reference(s.lang, r.Reference)
	}
	for _, b := range s.world.Plan.Breakdowns {
		if b.ID == r.Breakdown {
			row.Period += ", " + b.Name.In(s.lang)
		}
	}
	if r.Milestone != "" {
		row.Field += " (" + r.Milestone + ")"
	}
	if !r.Withdraws() {
		row.To = s.scalar(r, r.To)
	}
	return row
}

// scalar is a value as readers of the language write it.
func (s *scope) scalar(r *derive.Revision, v plan.Scalar) string {
	if v == "" {
		return s.say("revisions.none")
	}
	text, i := string(v), s.rows[r.Indicator]
	switch r.Field {
	case plan.StateField:
		return wording.State(s.lang, plan.TaskState(v))
	case plan.CompletedField:
		return s.dayOr(text)
	case plan.YesField:
		return s.say("revisions.yes." + text)
	case plan.TierField:
		if t, n := i.Tier(plan.TierID(v)); n > 0 {
			return t.Name.In(s.lang)
		}
	}
	if n, err := plan.ParseNumber(text); err == nil {
		if r.Field == plan.ValueField && i.Value == plan.Percent {
			return lang.Percent(s.lang, n)
		}
		return lang.Number(s.lang, n)
	}
	return text
}

func (s *scope) periodName(id plan.PeriodID) string {
	for _, p := range s.world.Plan.Periods {
		if p.ID == id {
			return s.words.Period(p)
		}
	}
	return string(id)
}

// rowLink leads to the page of an indicator or task; to the list for a heading.
func (s *scope) rowLink(f *Frame, id plan.IndicatorID, task plan.TaskID) Link {
	p := s.world.Plan
	if i := s.rows[id]; i != nil {
		if !i.Measured() {
			return Link{string(id) + " " + i.Short.In(s.lang), s.link(f, IndicatorsPath(s.lang, p)) + "#" + string(id)}
		}
		return s.indicatorLink(f, i)
	}
	for _, t := range p.Tasks {
		if t.ID == task {
			return Link{s.say("task.number", string(task)) + ". " + t.Short.In(s.lang), s.link(f, TaskPath(s.lang, p, task))}
		}
	}
	return Link{Text: s.say("revisions.plan")}
}

// dayOr writes a text that is a day as readers of the language write days.
func (s *scope) dayOr(text string) string {
	if d, err := plan.ParseDate(text); err == nil {
		return s.date(d)
	}
	return text
}

func (s *scope) definitionRow(f *Frame, r *derive.Redefinition) DefinitionRow {
	kind, id := r.Row()
	row := DefinitionRow{From: s.dayOr(r.From), To: s.dayOr(r.To), Reason: s.html(r.Why), Document: Link{s.decision(r.Document), r.Document.URL},
		When: s.say("revisions.when.definition", s.date(r.Day), s.periodName(r.Release))}
	switch kind {
	case plan.IndicatorAnnex:
		row.Row = s.rowLink(f, plan.IndicatorID(id), "")
	case plan.TaskAnnex:
		row.Row = s.rowLink(f, "", plan.TaskID(id))
	default:
		row.Row = s.rowLink(f, "", "")
	}
	_, row.Field, _ = strings.Cut(r.What, " ")
	return row
}
