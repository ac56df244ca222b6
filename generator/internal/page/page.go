// Package page makes the pages of the site: view models and the templates of layouts/.
//
// In come the whole content and the plans as judged; out goes a list of pages, each with its path and a Write of its
// own. A Write is pure: it may run on any core, in any order, any number of times, and always gives the same bytes.
// There is no clock, no locale and no map order here. Markdown is not a template, and a template sees typed views only.
// A broken layout is a *Flawed of New, or of the page that uses it, with file, line and column; it is never half a page.
//
// # Addresses
//
// address.go has one function for each kind of page. Links are relative and name the file: s.link(f, to). Nothing in
// a page begins with a slash or a scheme, except what leads to a source outside, canonical and hreflang.
//
// # The frame
//
// Every page but the landing page and the 404 is a file of layouts/pages/ that begins with
//
//	{{template "head.html" .Frame}}
//
// and ends with {{template "foot.html" .Frame}}. The view that it gets embeds *Frame, which the two parts read: titles,
// alternates, navigation, breadcrumb, period line, footer. head.html ends inside <main>; the page writes its own h1.
// A field of the view hides a field of the frame with the same name, so look at Frame before naming one.
//
// # Adding a page
//
// One Go file, one template, one line:
//
//	// areas.go
//	type areaView struct {
//		*Frame
//		Heading  string
//		Sections Sections // the rows of indicators, for parts/indicators.html
//	}
//
//	func areaPages(s *scope) []Page {
//		var pages []Page
//		for n := range s.world.Plan.Areas {
//			area := &s.world.Plan.Areas[n]
//			address := func(l plan.Lang) string { return AreaPath(l, s.world.Plan, area.ID) }
//			pages = append(pages, s.of(s.rowsOf(s.inArea(area.ID)), func() []Page { // see Rows of output.File
//				return []Page{s.page(address, "pages/area.html", func(f *Frame) any { return s.area(f, area) })}
//			})...)
//		}
//		return pages
//	}
//
//	func (s *scope) area(f *Frame, area *plan.Area) any {
//		f.Section = NavAreas                                       // which link of the navigation is current
//		f.Title = area.Number + ". " + area.Name.In(s.lang)        // unique in the language; the plan's name is added
//		f.Description = …                                          // one sentence that says the answer
//		f.crumb(s.say("nav.home"), HomePath(s.lang))               // parents only, outermost first
//		f.crumb(s.say("nav.areas"), AreasPath(s.lang, s.world.Plan))
//		f.at(s.now)                                                // the period line; s.now is the newest period
//		return areaView{Frame: f, …}
//	}
//
// and areaPages in the list planKinds below (siteKinds for a page that belongs to no plan). The template is
// layouts/pages/area.html. f is made anew for each Write; s must not be changed.
//
// What a scope has: s.lang, s.site, s.worlds, s.world (the plan of the page; the newest plan for pages of the site, nil
// when nothing was ever released), s.now (its newest period), s.words (sentences: the wording room has them all),
// s.say(key) and s.count(key, n) (texts of the interface, layouts/strings.json; in a template {{t "key"}}), s.date,
// s.number, s.html(text) (a text of the content, marked where the English is missing), s.link.
//
// Parts that other pages reuse, each with its view: parts/tally.html (Tally: s.indicatorTally, s.taskTally),
// parts/strip.html ([]Cluster: s.strip), parts/indicators.html (Sections: s.section or s.byArea), parts/tasks.html
// (Timeline: s.timeline), parts/agencies.html ([]AgencyLink: s.agencies), parts/sources.html ([]SourceView:
// s.sources), and {{tile .Tile}} (statusTile, verdictTile). The word of a status always stands beside its tile or in
// the accessible name.
//
// # Styles
//
// static/src/site.css imports the rest: tokens, text, frame, tile, tally, list, evidence, timeline, more, print. No style
// attribute anywhere, no colour outside tokens.css and tile.css.
package page

import (
	"fmt"
	"html/template"
	"io"
	"sync"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/output"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// Page is one file of the site.
type Page = output.File

// planKinds are the kinds of page of a plan, siteKinds those of the site as a whole. The pages of indicators come first:
// what they draw stands in the lists too.
var (
	planKinds = []func(*scope) []Page{
		indicatorPages, indicatorListPages, statusPages, kindPages, taskListPages, taskPages, verdictPages,
		areaPages, agencyPages, periodPages, planPages, narrativePages, changesPages, revisionsPages, compliancePages,
	}
	siteKinds = []func(*scope) []Page{homePages, dataPages, methodologyPages, searchPages, addressPages, sitePages, rootPages, feedPages, calendarPages}
)

// Pages lists the pages of the site. A plan of which no period was released is not part of it.
func (r *Renderer) Pages(site *plan.Site, worlds []*derive.World) []Page {
	var pages, beside []Page
	courses := &sync.Map{}
	for _, l := range plan.Langs {
		whole := r.scope(site, worlds, l)
		whole.beside, whole.courses = &beside, courses
		whole.terms, whole.termsOf = whole.glossaryTerms(), whole.glossaryRows()
		for _, w := range whole.worlds {
			s := whole.about(w)
			for _, kind := range planKinds {
				pages = append(pages, kind(s)...)
			}
		}
		for _, kind := range siteKinds {
			pages = append(pages, kind(whole)...)
		}
	}
	return append(pages, beside...)
}

// scope is what the pages of one language about one plan are made from. It is read only.
type scope struct {
	*Renderer
	lang   plan.Lang
	site   *plan.Site
	worlds []*derive.World // those with a released period, newest plan first
	world  *derive.World   // nil when nothing was ever released
	now    *derive.AsOf    // the newest released period of world
	words  wording.Words
	beside *[]Page // takes the preview pictures while pages are listed; nil where none are wanted

	terms   []term                               // of the glossary
	termsOf []string                             // the rows whose figures are in its terms
	rows    map[plan.IndicatorID]*plan.Indicator // of world's plan
	parts   *sync.Map                            // parts that pages share, by folderPart
	courses *sync.Map                            // sparklines by *derive.IndicatorResult; they have no words, and serve both languages
}

func (r *Renderer) scope(site *plan.Site, worlds []*derive.World, l plan.Lang) *scope {
	s := &scope{Renderer: r, lang: l, site: site, courses: &sync.Map{}, parts: &sync.Map{}}
	for _, w := range worlds {
		if w.Newest() != nil {
			s.worlds = append(s.worlds, w)
		}
	}
	if len(s.worlds) > 0 {
		return s.about(s.worlds[0])
	}
	return s
}

func (s *scope) about(w *derive.World) *scope {
	of := *s
	of.parts = &sync.Map{}
	of.world, of.now, of.words = w, w.Newest(), wording.In(s.lang, w.Plan)
	of.rows = make(map[plan.IndicatorID]*plan.Indicator, len(w.Plan.Indicators))
	for _, i := range w.Plan.Indicators {
		of.rows[i.ID] = i
	}
	return &of
}

// page makes a page from its address in each language, its layout, and what its view is made by. A view that is an
// error fails the page. Where the site has pictures, the page's preview stands beside it.
func (s *scope) page(address func(plan.Lang) string, layout string, view func(*Frame) any) Page {
	s.previewOf(address, view)
	return s.alone(address, layout, view)
}

// of notes on pages, and on the pictures beside them, that they are made of the figures of some rows alone. Whatever else a
// page shows of figures must be among them: those of its lists and tallies, of what a body answers for, of a reference.
func (s *scope) of(rows []string, listed func() []Page) []Page {
	rows = append(rows, s.termsOf...)
	var beside int
	if s.beside != nil {
		beside = len(*s.beside)
	}
	pages := listed()
	for n := range pages {
		pages[n].Rows = rows
	}
	if s.beside != nil {
		for n := range (*s.beside)[beside:] {
			(*s.beside)[beside+n].Rows = rows
		}
	}
	return pages
}

// rowsOf names rows of the plan; without any it is empty, not nil.
func (s *scope) rowsOf(indicators []*derive.IndicatorResult, tasks []*derive.TaskResult) []string {
	rows := make([]string, 0, len(indicators)+len(tasks))
	for _, r := range indicators {
		rows = append(rows, string(plan.IndicatorRow(s.world.Plan.ID, r.Indicator.ID)))
	}
	for _, r := range tasks {
		rows = append(rows, string(plan.TaskRow(s.world.Plan.ID, r.Task.ID)))
	}
	return rows
}

// alone makes a page without a preview picture.
func (s *scope) alone(address func(plan.Lang) string, layout string, view func(*Frame) any) Page {
	path := address(s.lang)
	return Page{Path: path, Write: func(w io.Writer) error {
		v := view(s.frame(address))
		if err, failed := v.(error); failed {
			return fmt.Errorf("%s: %w", path, err)
		}
		return s.render(w, s.lang, layout, v)
	}}
}

func (s *scope) link(f *Frame, to string) string { return Rel(f.Path, to) }

func (s *scope) number(n int) string { return lang.Int(s.lang, n) }

func (s *scope) date(d plan.Date) string { return lang.Date(s.lang, d) }

// html is a text of the content. Where the English is missing the Vietnamese stands for it, marked and labelled.
func (s *scope) html(t plan.Text) template.HTML {
	safe := template.HTMLEscapeString(t.In(s.lang))
	if s.lang == plan.EN && t.EN == "" && t.VI != "" {
		return template.HTML(`<span lang="vi">` + safe + `</span> <small class="untranslated">` + template.HTMLEscapeString(s.say("untranslated")) + `</small>`)
	}
	return template.HTML(safe)
}
