package page

import (
	"html/template"
	"slices"
	"strings"
	"sync"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// agenciesView lists the bodies of the registry: offices, then collective names.
type agenciesView struct {
	*Frame
	Heading, Summary string
	Kinds            []AgencyKind
}

// AgencyKind is offices or collective names, in the language's alphabetical order.
type AgencyKind struct {
	Heading, Note string
	Rows          []AgencyRow
}

// AgencyRow is a body with what the plan gives it.
type AgencyRow struct {
	AgencyLink
	Roles string
	None  bool // the plan gives it nothing
}

// agencyView is one body: what it answers for, since when and until when it existed, its rows.
type agencyView struct {
	*Frame
	Heading, Answer string
	Facts           []Fact
	Note            template.HTML
	Reports         []PeriodRow // of a plan that reports on itself
	Compliance      string      // link to the page of all bodies
	Strip           StripView
	Indicators      []AgencyIndicators
	Tasks           []AgencyTasks
	Data            []Link
}

// Fact is an entry of a list of facts: either text or links.
type Fact struct {
	Name, Text string
	Links      []Link
}

// AgencyIndicators are the indicators of a body in one role.
type AgencyIndicators struct {
	Heading, Summary string
	Rows             Sections
}

// AgencyTasks are the tasks of a body in one role.
type AgencyTasks struct {
	Heading, Summary string
	Time             Timeline
}

// roles are the rows that the plan gives a body.
type roles struct {
	monitors, executes []*derive.IndicatorResult
	leads, coordinates []*derive.TaskResult
}

func (r *roles) none() bool {
	return len(r.monitors)+len(r.executes)+len(r.leads)+len(r.coordinates) == 0
}

func agencyPages(s *scope) []Page {
	given, reports := s.roles(), sync.OnceValue(s.complianceCells)
	index := func(l plan.Lang) string { return AgenciesPath(l, s.world.Plan) }
	pages := []Page{s.page(index, "pages/agencies.html", func(f *Frame) any { return s.agencyList(f, given) })}
	for n := range s.site.Agencies {
		agency := &s.site.Agencies[n]
		address := func(l plan.Lang) string { return AgencyPath(l, s.world.Plan, agency.ID) }
		its := given[agency.ID]
		pages = append(pages, s.of(s.rowsOfAll(s.withThoseBefore(agency.ID), given), func() []Page {
			return []Page{s.page(address, "pages/agency.html", func(f *Frame) any { return s.agency(f, agency, its, reports()[agency.ID]) })}
		})...)
	}
	return pages
}

// withThoseBefore are a body and those for which it answers once they have ended.
func (s *scope) withThoseBefore(id plan.AgencyID) []plan.AgencyID {
	all := []plan.AgencyID{id}
	for n := 0; n < len(all); n++ {
		for _, a := range s.site.Agencies {
			if a.Successor == all[n] && !slices.Contains(all, a.ID) {
				all = append(all, a.ID)
			}
		}
	}
	return all
}

// rowsOfAll are the rows that the plan gives some bodies.
func (s *scope) rowsOfAll(ids []plan.AgencyID, given map[plan.AgencyID]*roles) []string {
	rows := []string{}
	for _, id := range ids {
		its := given[id]
		rows = append(rows, s.rowsOf(slices.Concat(its.monitors, its.executes), slices.Concat(its.leads, its.coordinates))...)
	}
	return rows
}

// roles sorts the rows of the plan by who answers for them; every body of the registry has an entry.
func (s *scope) roles() map[plan.AgencyID]*roles {
	all := make(map[plan.AgencyID]*roles, len(s.site.Agencies))
	for n := range s.site.Agencies {
		all[s.site.Agencies[n].ID] = &roles{}
	}
	give := func(ids []plan.AgencyID, row func(*roles)) {
		for _, id := range ids {
			if of := all[id]; of != nil {
				row(of)
			}
		}
	}
	for _, r := range s.now.Indicators {
		monitoring, executing := s.world.Plan.Answering(r.Indicator)
		give(monitoring, func(of *roles) { of.monitors = append(of.monitors, r) })
		give(executing, func(of *roles) { of.executes = append(of.executes, r) })
	}
	for _, r := range s.now.Tasks {
		give(r.Task.Lead, func(of *roles) { of.leads = append(of.leads, r) })
		give(r.Task.Coordinating, func(of *roles) { of.coordinates = append(of.coordinates, r) })
	}
	return all
}

func (s *scope) agencyList(f *Frame, given map[plan.AgencyID]*roles) any {
	offices := AgencyKind{Heading: s.say("agencies.offices")}
	groups := AgencyKind{Heading: s.say("agencies.groups"), Note: s.say("agencies.groups.note")}
	named := map[bool]int{} // by whether it is a collective name
	for n := range s.site.Agencies {
		a := &s.site.Agencies[n]
		row := AgencyRow{s.agencies(f, []plan.AgencyID{a.ID})[0], s.answers(given[a.ID]), given[a.ID].none()}
		kind := &offices
		if a.Level == plan.Group {
			kind = &groups
		}
		kind.Rows = append(kind.Rows, row)
		if !given[a.ID].none() {
			named[a.Level == plan.Group]++
		}
	}
	v := agenciesView{Frame: f, Heading: s.count("agencies.heading", len(s.site.Agencies)),
		Summary: s.say("agencies.summary", s.number(named[false]), s.number(named[true]))}
	for _, kind := range []AgencyKind{offices, groups} {
		if len(kind.Rows) > 0 {
			lang.Sort(s.lang, kind.Rows, func(r AgencyRow) string { return r.Text })
			v.Kinds = append(v.Kinds, kind)
		}
	}
	f.Section, f.Title, f.Description = NavAgencies, v.Heading, v.Summary
	f.crumb(s.say("nav.home"), HomePath(s.lang))
	f.at(s.now)
	return v
}

// answers says what the plan gives a body: theo dõi 6 chỉ tiêu, chủ trì 14 nhiệm vụ.
func (s *scope) answers(r *roles) string {
	var parts []string
	if n := len(r.monitors); n > 0 {
		parts = append(parts, s.say("agency.monitors", s.indicatorCount(n)))
	}
	if n := len(r.executes); n > 0 {
		parts = append(parts, s.say("agency.executes", s.indicatorCount(n)))
	}
	if len(r.leads) > 0 {
		parts = append(parts, s.say("agency.leads", s.taskCount(r.leads)))
	}
	if len(r.coordinates) > 0 {
		parts = append(parts, s.say("agency.coordinates", s.taskCount(r.coordinates)))
	}
	if len(parts) == 0 {
		return s.say("agency.none")
	}
	return wording.Upper(strings.Join(parts, ", "))
}
