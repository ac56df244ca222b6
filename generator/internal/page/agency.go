package page

import (
	"slices"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

func (s *scope) agency(f *Frame, a *plan.Agency, given *roles) any {
	v := agencyView{Frame: f, Heading: a.Name.In(s.lang), Answer: s.answers(given), Facts: s.agencyFacts(f, a), Note: s.html(a.Note)}
	f.Section, f.Title, f.Description = NavAgencies, v.Heading, v.Answer+"."
	f.crumb(s.say("nav.home"), HomePath(s.lang))
	f.crumb(s.say("nav.agencies"), AgenciesPath(s.lang, s.world.Plan))
	f.at(s.now)
	v.addIndicators(s, s.say("agency.monitors.heading"), given.monitors)
	v.addIndicators(s, s.say("agency.executes.heading"), given.executes)
	v.addTasks(s, s.say("agency.leads.heading"), "leads-", given.leads)
	v.addTasks(s, s.say("agency.coordinates.heading"), "works-", given.coordinates)
	if len(given.monitors)+len(given.executes) > 0 {
		v.Data = append(v.Data, Link{s.say("agency.download.indicators"), s.link(f, AgencyDataPath(s.world.Plan, a.ID, ".csv"))})
	}
	if len(given.leads)+len(given.coordinates) > 0 {
		v.Data = append(v.Data, Link{s.say("agency.download.tasks"), s.link(f, AgencyDataPath(s.world.Plan, a.ID, "-tasks.csv"))})
	}
	return v
}

func (v *agencyView) addIndicators(s *scope, heading string, results []*derive.IndicatorResult) {
	if len(results) == 0 {
		return
	}
	rows := AgencyIndicators{Heading: heading, Rows: []Section{s.section(v.Frame, "", results)}}
	if len(results) > 1 { // one row speaks for itself
		rows.Summary = s.words.Summary(among(s.now, results, nil))
	}
	v.Indicators = append(v.Indicators, rows)
	v.Sample = v.Sample || slices.ContainsFunc(results, func(r *derive.IndicatorResult) bool { return r.Lowered == plan.Sample })
}

func (v *agencyView) addTasks(s *scope, heading, prefix string, results []*derive.TaskResult) {
	if len(results) == 0 {
		return
	}
	tasks := AgencyTasks{Heading: heading, Time: prefixed(s.timeline(v.Frame, s.now, results), prefix)}
	if len(results) > 1 && numbered(results) {
		tasks.Summary = s.words.TaskSummary(among(s.now, nil, results))
	}
	v.Tasks = append(v.Tasks, tasks)
	v.Sample = v.Sample || slices.ContainsFunc(results, func(r *derive.TaskResult) bool { return r.Lowered == plan.Sample })
}

// agencyFacts are what the registry knows of a body: level, dates, what it took in, what it became part of.
func (s *scope) agencyFacts(f *Frame, a *plan.Agency) []Fact {
	facts := []Fact{{Name: s.say("agency.level"), Text: s.say("agency.level." + string(a.Level))}}
	if a.ValidFrom.Known() {
		facts = append(facts, Fact{Name: s.say("agency.from"), Text: s.date(a.ValidFrom)})
	}
	if a.ValidTo.Known() {
		facts = append(facts, Fact{Name: s.say("agency.to"), Text: s.date(a.ValidTo)})
	}
	if next := s.site.Agency(a.Successor); next != nil {
		facts = append(facts, Fact{Name: s.say("agency.successor"), Links: []Link{s.agencyLink(f, next)}})
	}
	var before []Link
	for n := range s.site.Agencies {
		if b := &s.site.Agencies[n]; b.Successor == a.ID {
			before = append(before, s.agencyLink(f, b))
		}
	}
	if len(before) > 0 {
		facts = append(facts, Fact{Name: s.say("agency.predecessors"), Links: before})
	}
	return facts
}

func (s *scope) agencyLink(f *Frame, a *plan.Agency) Link {
	return Link{a.Name.In(s.lang), s.link(f, AgencyPath(s.lang, s.world.Plan, a.ID))}
}
