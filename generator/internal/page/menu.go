package page

import (
	"html/template"
	"path"
	"strings"

	"minhbach/generator/internal/wording"
)

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

// menuView is the navigation row of the pages of a folder.
type menuView struct {
	Links   []MenuLink
	Section Nav
	Seek    string
}

// folderPart is a part that is the same on all pages of a folder on which the same link of the navigation row is current.
type folderPart struct {
	layout, folder string
	section        Nav
	seek           bool
}

// part fills in a part once for all such pages.
func (f *Frame) part(layout string, view func() any) (template.HTML, error) {
	s := f.scope
	key := folderPart{layout, path.Dir(f.Path), f.Section, f.Seek() != ""}
	if made, ok := s.parts.Load(key); ok {
		return made.(template.HTML), nil
	}
	var b strings.Builder
	if err := s.render(&b, s.lang, layout, view()); err != nil {
		return "", err
	}
	s.parts.Store(key, template.HTML(b.String()))
	return template.HTML(b.String()), nil
}

// MenuPart is the navigation row, from parts/menu.html; empty without a plan.
func (f *Frame) MenuPart() (template.HTML, error) {
	if f.scope.world == nil {
		return "", nil
	}
	return f.part("parts/menu.html", func() any { return menuView{f.Menu(), f.Section, f.Seek()} })
}

// PublisherPart is the footer's word on who publishes, from parts/publisher.html.
func (f *Frame) PublisherPart() (template.HTML, error) {
	return f.part("parts/publisher.html", func() any { return f.Footer() })
}

// LinksPart is the footer's list of links, from parts/links.html.
func (f *Frame) LinksPart() (template.HTML, error) {
	return f.part("parts/links.html", func() any { return f.Footer().Links })
}

// Seek is the link to the search page; empty on itself.
func (f *Frame) Seek() string {
	search := SearchPath(f.scope.lang)
	if f.Path == search || f.scope.world == nil {
		return ""
	}
	return Rel(f.Path, search)
}

// Footer is whose site it is.
func (f *Frame) Footer() Footer { return f.scope.footer(f.Path) }

// Menu lists the links of the navigation row; none without a plan.
func (f *Frame) Menu() []MenuLink {
	s := f.scope
	if s.world == nil {
		return nil
	}
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
		links[n].Href = Rel(f.Path, links[n].Href)
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
		f.Decision = wording.Upper(s.decision(d))
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
