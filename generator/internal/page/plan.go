package page

import (
	"slices"
	"strings"

	"minhbach/generator/internal/plan"
)

// planView is the cover of a plan: who decided it, what it holds, how it is told here.
type planView struct {
	*Frame
	Heading, Lead string
	Facts         []Fact
	Sections      []SectionLink
	Areas         []AreaRow
	Periods       []PeriodEntry
	Flags         []Flag
	FlaggedRows   []Fact
}

// SectionLink leads to a section of the narrative and names the clause that it retells.
type SectionLink struct {
	Link
	About string
	Lang  plan.Lang // of a section that is not translated
}

func planPages(s *scope) []Page {
	address := func(l plan.Lang) string { return PlanPath(l, s.world.Plan) }
	return []Page{s.page(address, "pages/plan.html", func(f *Frame) any { return s.plan(f) })}
}

func (s *scope) plan(f *Frame) any {
	p := s.world.Plan
	v := planView{Frame: f, Heading: p.Title.In(s.lang), Facts: s.planFacts(), Areas: s.areaRows(f), Periods: s.periodEntries(f), Flags: s.flags(p.Contradicts)}
	v.Lead = s.say("plan.lead", s.indicatorCount(len(s.now.Indicators)), s.taskCount(s.now.Tasks), s.count("areas.heading", len(p.Areas)))
	f.Title, f.Description = s.say("plan.title"), v.Heading+". "+v.Lead
	f.crumb(s.say("nav.home"), HomePath(s.lang))
	f.at(s.now)
	for _, t := range s.texts(p.Narrative) {
		v.Sections = append(v.Sections, SectionLink{s.sectionLink(f, t), t.About, t.foreign(s.lang)})
	}
	v.FlaggedRows = s.flaggedRows(f)
	return v
}

// planFacts are the entries of the cover, as far as the plan states them.
func (s *scope) planFacts() []Fact {
	p := s.world.Plan
	compiler := p.Compiler
	if compiler.Empty() {
		compiler = s.site.Settings.Publisher
	}
	decision := Fact{Name: s.say("plan.decision"), Text: s.decision(p.Decision)}
	if p.Decision.URL != "" {
		decision = Fact{Name: decision.Name, Links: []Link{{decision.Text, p.Decision.URL}}}
	}
	facts := []Fact{decision, {Name: s.say("plan.issuer"), Text: p.Issuer.In(s.lang)}, {Name: s.say("plan.place"), Text: p.Place.In(s.lang)},
		{Name: s.say("plan.time"), Text: s.say("plan.time.span", s.date(p.Start), s.date(p.End))}}
	facts = append(facts, s.annexFacts()...)
	if p.Compiled() {
		facts = append(facts, Fact{Name: s.say("plan.compiler"), Text: s.say("plan.compiled", compiler.In(s.lang))})
	}
	if p.Looked.Known() {
		facts = append(facts, Fact{Name: s.say("plan.looked"), Text: s.date(p.Looked)})
	}
	return facts
}

func (s *scope) decision(d plan.Document) string {
	title := d.Title.In(s.lang)
	if d.Number == "" {
		return title
	}
	return strings.TrimPrefix(title+", "+s.say("plan.decision.number", d.Number, s.date(d.Date)), ", ")
}

// annexFacts say how many rows each annex prints, and of which level.
func (s *scope) annexFacts() []Fact {
	p := s.world.Plan
	var facts []Fact
	if a := p.Annexes.Indicators; a.Rows > 0 {
		what := s.indicatorCount(len(s.now.Indicators))
		if groups := len(p.Indicators) - len(s.now.Indicators); groups > 0 {
			what += ", " + s.count("plan.annex.groups", groups)
		}
		facts = append(facts, Fact{Name: a.Name.In(s.lang), Text: s.say("plan.annex.rows", s.number(a.Rows), what)})
	}
	if a := p.Annexes.Tasks; a.Rows > 0 {
		facts = append(facts, Fact{Name: a.Name.In(s.lang), Text: s.say("plan.annex.rows", s.number(a.Rows), s.taskCount(s.now.Tasks))})
	}
	return facts
}

// flaggedRows lead to the rows that contradict themselves or the text of the plan.
func (s *scope) flaggedRows(f *Frame) []Fact {
	p := s.world.Plan
	indicators, tasks := Fact{Name: s.say("section.indicators")}, Fact{Name: s.say("section.tasks")}
	for _, i := range p.Indicators {
		switch {
		case len(i.Contradicts) == 0:
		case i.Measured():
			indicators.Links = append(indicators.Links, Link{string(i.ID), s.link(f, IndicatorPath(s.lang, p, i.ID))})
		default:
			indicators.Links = append(indicators.Links, Link{string(i.ID), s.link(f, IndicatorsPath(s.lang, p)) + "#" + string(i.ID)})
		}
	}
	for _, t := range p.Tasks {
		if len(t.Contradicts) > 0 {
			tasks.Links = append(tasks.Links, Link{string(t.ID), s.link(f, TaskPath(s.lang, p, t.ID))})
		}
	}
	return slices.DeleteFunc([]Fact{indicators, tasks}, func(f Fact) bool { return len(f.Links) == 0 })
}
