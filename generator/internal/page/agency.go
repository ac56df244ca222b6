package page

import (
	"slices"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

func (s *scope) agency(f *Frame, a *plan.Agency, given *roles, reports []ComplianceCell) any {
	v := agencyView{Frame: f, Heading: a.Name.In(s.lang), Answer: s.answers(given), Facts: s.agencyFacts(f, a), Note: s.html(a.Note)}
	f.Section, f.Title = NavAgencies, v.Heading
	f.crumb(s.say("nav.home"), HomePath(s.lang))
	f.crumb(s.say("nav.agencies"), AgenciesPath(s.lang, s.world.Plan))
	f.at(s.now)
	v.addReports(s, reports)
	f.Description = v.Answer + "."
	v.addStrip(s, given)
	f.Feeds = append(f.Feeds, Link{s.agencyFeedTitle(a), s.link(f, AgencyFeedPath(s.lang, s.world.Plan, a.ID))})
	f.About = s.organization(f, a)
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

// addReports says how the body reported in each period, and in the opening sentence how many reports were on time.
func (v *agencyView) addReports(s *scope, cells []ComplianceCell) {
	due, onTime := 0, 0
	for n, c := range cells {
		if c.Word == "" {
			continue
		}
		row := s.periodRow(v.Frame, s.world.Periods[n])
		row.Tile, row.Word, row.Value = c.Tile, c.Word, c.Rows
		if c.Received != "" {
			row.Value += ", " + c.Received
		}
		v.Reports = append(v.Reports, row)
		due++
		if c.Tile.Kind == complianceKinds[derive.ReportedOnTime] {
			onTime++
		}
	}
	if due > 0 {
		v.Answer += s.say("agency.reports", s.number(onTime), s.number(due))
		v.Compliance = s.link(v.Frame, CompliancePath(s.lang, s.world.Plan))
	}
}

// addStrip shows the indicators of a body that has several at a glance, whatever its part in them.
func (v *agencyView) addStrip(s *scope, given *roles) {
	its := s.indicatorsThat(func(r *derive.IndicatorResult) bool {
		return slices.Contains(given.monitors, r) || slices.Contains(given.executes, r)
	})
	if len(its) > 1 {
		v.Strip = s.stripView(v.Frame, among(s.now, its, nil))
	}
}

func (v *agencyView) addIndicators(s *scope, heading string, results []*derive.IndicatorResult) {
	if len(results) == 0 {
		return
	}
	rows := AgencyIndicators{Heading: heading, Rows: Sections{s.section(v.Frame, "", results)}}
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
