package page

import "html/template"

// Nav is a link of the navigation row.
type Nav int

// The links of the navigation row, in its order.
const (
	NavNone Nav = iota
	NavIndicators
	NavTasks
	NavAreas
	NavAgencies
	NavPeriods
	NavData
	NavSearch
)

// MenuLink is a link of the navigation row; on phones those beyond the third hide behind a word.
type MenuLink struct {
	Link
	Nav   Nav
	First bool // one of those that phones show
}

// Search tells the link to the search page, in whose place a wide screen shows the field.
func (m MenuLink) Search() bool { return m.Nav == NavSearch }

// Footer says whose site it is.
type Footer struct {
	Publisher, Disclaimer, Decision string
	DecisionURL                     string
	Licence                         *Link
	Links                           []Link
	Contact                         []ContactLine
	Line                            template.HTML // the publisher's own
}

func (s *scope) menu(path string) []MenuLink {
	p := s.world.Plan
	links := []MenuLink{
		{Link{s.say("nav.indicators"), IndicatorsPath(s.lang, p)}, NavIndicators, true},
		{Link{s.say("nav.tasks"), TasksPath(s.lang, p)}, NavTasks, true},
		{Link{s.say("nav.areas"), AreasPath(s.lang, p)}, NavAreas, true},
		{Link{s.say("nav.agencies"), AgenciesPath(s.lang, p)}, NavAgencies, false},
		{Link{s.say("nav.periods"), PeriodsPath(s.lang, p)}, NavPeriods, false},
		{Link{s.say("nav.data"), DataPath(s.lang)}, NavData, false},
		{Link{s.say("nav.search"), SearchPath(s.lang)}, NavSearch, true},
	}
	for n := range links {
		links[n].Href = Rel(path, links[n].Href)
	}
	return links
}

func (s *scope) footer(path string) Footer {
	c := s.site.Settings
	f := Footer{Publisher: c.Publisher.In(s.lang), Disclaimer: c.Disclaimer.In(s.lang), Contact: s.contact(), Line: s.html(c.Footer)}
	if c.Licence != nil {
		f.Licence = &Link{c.Licence.Name.In(s.lang), c.Licence.URL}
	}
	if s.world != nil {
		d := s.world.Plan.Decision
		f.DecisionURL = d.URL
		f.Decision = s.say("footer.decision", d.Title.In(s.lang), d.Number, s.date(d.Date))
		f.Links = append(f.Links, Link{s.say("footer.plan"), Rel(path, PlanPath(s.lang, s.world.Plan))},
			Link{s.say("changes.heading"), Rel(path, ChangesPath(s.lang, s.world.Plan))},
			Link{s.say("revisions.heading"), Rel(path, RevisionsPath(s.lang, s.world.Plan))})
		if !s.world.Plan.Compiled() {
			f.Links = append(f.Links, Link{s.say("compliance.heading"), Rel(path, CompliancePath(s.lang, s.world.Plan))})
		}
	}
	f.Links = append(f.Links, Link{s.say("footer.methodology"), Rel(path, MethodologyPath(s.lang))},
		Link{s.say("footer.data"), Rel(path, DataPath(s.lang))}, Link{s.say("addresses.heading"), Rel(path, AddressesPath(s.lang))})
	if s.world != nil {
		f.Links = append(f.Links, Link{s.say("feed.link"), Rel(path, FeedPath(s.lang))})
	}
	for _, p := range s.site.Pages {
		if p.Lang == s.lang {
			f.Links = append(f.Links, Link{p.Title, Rel(path, SitePath(s.lang, p.Slug))})
		}
	}
	return f
}
