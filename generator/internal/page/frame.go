package page

import (
	"net/url"
	"strings"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

// Frame is what head.html and foot.html show around every page.
type Frame struct {
	Lang, Other plan.Lang
	Path        string // of this page
	Title       string // what the page says, without the plan's name
	Suffix      string // the plan's name, or the site's
	Description string
	Section     Nav // the current link of the navigation

	CSS, Icon, Script, Charts string  // links to the assets; empty ones are left out
	Emblem                    *Emblem // nil without one
	Canonical                 string  // empty without a base address
	Alternates                []Alternate
	Feeds                     []Link // of the language, and of what the page is about

	SiteName, PlanLine, Disclaimer string
	Home, Switch                   string // links: home, and this page in the other language
	Crumbs                         []Link
	Row                            string // before the period: which printed row the page is about
	Period                         *PeriodLine
	View                           *ViewLine // of a site that was built as of an earlier period
	Sample                         bool      // something on the page is sample; parts/sample.html says so under the title
	About                          any       // what the page is about, in the terms of schema.org; nil for nothing
	Finding                        *Finding  // what the preview picture says; nil for the title and the description

	scope     *scope
	explained map[string]bool // terms of the glossary that the page has linked; see Terms
}

// Link is a link within the site or to a source.
type Link struct{ Text, Href string }

// Alternate is the page in one of the languages, or for those who read neither.
type Alternate struct {
	Lang plan.Lang
	Href string
}

// PeriodLine says over every title which period the page shows and how far its figures reach.
type PeriodLine struct {
	Name, Until string
	Change      string // link to the list of periods
	Newer       *Link  // for a period that is not the newest
}

// ViewLine says that the site is a view as of an earlier period, and leads to the definitions that changed since.
type ViewLine struct {
	Text      string
	Redefined *Link
}

func (s *scope) view(path string) *ViewLine {
	if s.world == nil || !s.world.Past {
		return nil
	}
	newest := s.world.Newest().Period
	name, day := s.words.Period(newest), s.date(newest.Cutoff)
	v := &ViewLine{Text: s.say("view", name, day)}
	if s.world.Plan.Compiled() { // what was known then is not known: the compiler came later
		v.Text = s.say("view.compiled", name, day)
	}
	changed := 0
	for _, later := range s.world.Later {
		if later.Released.Known() {
			changed += len(later.Redefined)
		}
	}
	if changed > 0 {
		v.Redefined = &Link{s.count("view.redefined", changed), Rel(path, RevisionsPath(s.lang, s.world.Plan))}
	}
	return v
}

func (s *scope) frame(address func(plan.Lang) string) *Frame {
	path := address(s.lang)
	f := &Frame{
		Lang: s.lang, Other: s.lang.Other(), Path: path, scope: s, explained: map[string]bool{},
		SiteName: s.site.Settings.Name.In(s.lang), Disclaimer: s.site.Settings.Disclaimer.In(s.lang),
		Home: Rel(path, HomePath(s.lang)), Switch: Rel(path, address(s.lang.Other())),
	}
	f.Suffix = f.SiteName
	f.CSS, f.Icon, f.Emblem = f.asset(s.assets.CSS), f.asset(s.assets.Icon), s.emblem(path)
	for _, l := range plan.Langs {
		f.Alternates = append(f.Alternates, Alternate{l, s.absolute(path, address(l))})
	}
	if s.site.Settings.BaseURL != "" {
		f.Canonical = s.absolute(path, path)
		f.Alternates = append(f.Alternates, Alternate{"x-default", f.Alternates[0].Href}) // for readers of neither language
	}
	if s.world != nil {
		p := s.world.Plan
		f.Suffix = p.Short.In(s.lang)
		f.PlanLine = p.Short.In(s.lang) + " · " + p.Place.In(s.lang)
		f.Feeds = []Link{{s.feedTitle(), Rel(path, FeedPath(s.lang))}}
	}
	f.View = s.view(path)
	return f
}

// Feedback is where readers write about the page; a letter has the page's title as its subject. Empty: nowhere.
func (f *Frame) Feedback() string {
	address := f.scope.site.Settings.Feedback
	if !strings.HasPrefix(address, "mailto:") || strings.Contains(address, "?") {
		return address
	}
	return address + "?subject=" + url.PathEscape(f.Title)
}

// interactive loads the script of the charts.
func (f *Frame) interactive() {
	f.Script, f.Charts = f.asset(f.scope.assets.App), f.asset(f.scope.assets.Charts)
}

// asset is the link to an asset; empty without one.
func (f *Frame) asset(name string) string {
	if name == "" {
		return ""
	}
	return Rel(f.Path, AssetPath(name))
}

// absolute is a path under the base address, or a relative link where the site has none.
func (s *scope) absolute(from, to string) string {
	if base := s.site.Settings.BaseURL; base != "" {
		return strings.TrimSuffix(base, "/") + "/" + to
	}
	return Rel(from, to)
}

// crumb adds a parent to the breadcrumb, outermost first.
func (f *Frame) crumb(text, path string) {
	f.Crumbs = append(f.Crumbs, Link{text, Rel(f.Path, path)})
}

// at sets the period line; a period that is not the plan's newest leads to the newest first.
func (f *Frame) at(a *derive.AsOf) {
	s := f.scope
	f.Period = &PeriodLine{
		Name: s.words.Period(a.Period), Until: s.say("period.until", s.date(a.Period.Cutoff)),
		Change: Rel(f.Path, PeriodsPath(s.lang, s.world.Plan)),
	}
	if newest := s.world.Newest(); newest != a {
		f.Period.Newer = &Link{s.words.Period(newest.Period), Rel(f.Path, PeriodPath(s.lang, s.world.Plan, newest.Period.ID))}
	}
}
