package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
)

// searchView is everything that the site has, from A to Z; a small script of its own narrows it down to what is asked for,
// with or without diacritics. All that can be found stands in the list.
type searchView struct {
	*Frame
	Heading, Lead string
	Letters       []Letter
	Areas         []Link
}

// Letter is the entries that begin with a letter.
type Letter struct {
	ID, Name string
	Entries  []Entry
}

// Entry is a page with what it is and the names under which somebody may look for it.
type Entry struct {
	Link
	Kind, Also string
}

func searchPages(s *scope) []Page {
	return []Page{s.page(SearchPath, "pages/search.html", func(f *Frame) any { return s.search(f) })}
}

func (s *scope) search(f *Frame) any {
	v := searchView{Frame: f, Heading: s.say("search.heading"), Lead: s.say("search.lead")}
	f.Section, f.Script = NavSearch, f.asset(s.assets.Find)
	f.Title, f.Description = v.Heading, v.Lead
	f.crumb(s.say("nav.home"), HomePath(s.lang))
	entries := s.siteEntries(f)
	for n, w := range s.worlds {
		of := s.about(w)
		entries = append(entries, of.planEntries(f, n == 0)...)
	}
	v.Letters = letters(s.lang, entries)
	if s.world != nil {
		for _, a := range s.world.Plan.Areas {
			v.Areas = append(v.Areas, Link{a.Number + ". " + a.Name.In(s.lang), s.link(f, AreaPath(s.lang, s.world.Plan, a.ID))})
		}
	}
	return v
}

// siteEntries are the pages of the site as a whole.
func (s *scope) siteEntries(f *Frame) []Entry {
	kind := s.say("search.page")
	all := []Entry{
		{Link{s.say("footer.methodology"), s.link(f, MethodologyPath(s.lang))}, kind, ""},
		{Link{s.say("footer.data"), s.link(f, DataPath(s.lang))}, kind, ""},
	}
	for _, p := range s.site.Pages {
		if p.Lang == s.lang {
			all = append(all, Entry{Link{p.Title, s.link(f, SitePath(s.lang, p.Slug))}, kind, ""})
		}
	}
	return all
}

// planEntries are the pages of a plan; the agencies of the newest plan alone, which all plans share.
func (s *scope) planEntries(f *Frame, newest bool) []Entry {
	p := s.world.Plan
	add := func(all []Entry, text, path, kind, also string) []Entry {
		return append(all, Entry{Link{text, s.link(f, path)}, kind + " · " + p.Short.In(s.lang), also})
	}
	all := add(nil, p.Title.In(s.lang), PlanPath(s.lang, p), s.say("search.plan"), p.Decision.Number)
	all = add(all, s.say("changes.heading"), ChangesPath(s.lang, p), s.say("search.page"), "")
	all = add(all, s.say("revisions.heading"), RevisionsPath(s.lang, p), s.say("search.page"), "")
	for _, i := range p.Indicators {
		if i.Measured() {
			all = add(all, i.Short.In(s.lang), IndicatorPath(s.lang, p, i.ID), s.say("search.indicator"), string(i.ID)+" "+i.Name.In(s.lang))
		}
	}
	for _, t := range p.Tasks {
		all = add(all, t.Short.In(s.lang), TaskPath(s.lang, p, t.ID), s.say("search.task"), strings.Join(append([]string{string(t.ID), t.Name.In(s.lang)}, s.documents(t)...), " · "))
	}
	for _, a := range p.Areas {
		all = add(all, a.Name.In(s.lang), AreaPath(s.lang, p, a.ID), s.say("search.area"), a.Number)
	}
	for _, q := range s.world.Periods {
		all = add(all, s.words.Period(q.Period), PeriodPath(s.lang, p, q.Period.ID), s.say("search.period"), "")
	}
	for _, n := range p.Narrative {
		if n.Lang == s.lang {
			all = add(all, n.Title, NarrativePath(s.lang, p, n.Slug), s.say("search.section"), n.About)
		}
	}
	if newest {
		for _, a := range s.site.Agencies {
			all = add(all, a.Name.In(s.lang), AgencyPath(s.lang, p, a.ID), s.say("search.agency"), a.Short.In(s.lang))
		}
	}
	return all
}

// documents are the numbers of what was reported or found of a task.
func (s *scope) documents(t *plan.Task) []string {
	var all []string
	r := s.now.Task(t.ID)
	if r.Report != nil && r.Report.Document != nil && r.Report.Document.Number != "" {
		all = append(all, r.Report.Document.Number)
	}
	for _, x := range r.Related {
		if x.Number != "" {
			all = append(all, x.Number)
		}
	}
	return all
}

// letters groups entries by their first letter, in the order of the language.
func letters(l plan.Lang, entries []Entry) []Letter {
	lang.Sort(l, entries, func(e Entry) string { return e.Text })
	var all []Letter
	for _, e := range entries {
		name := initial(e.Text)
		if n := len(all); n == 0 || all[n-1].Name != name {
			all = append(all, Letter{ID: anchor(name), Name: name})
		}
		all[len(all)-1].Entries = append(all[len(all)-1].Entries, e)
	}
	return all
}

// tones are the marks of Vietnamese that make no letter of their own: grave, acute, tilde, hook, dot below.
const tones = "\u0300\u0301\u0303\u0309\u0323"

// initial is the letter under which a text stands: Ắ under Ă; what begins with no letter stands under 0–9.
func initial(s string) string {
	r, _ := utf8.DecodeRuneInString(s)
	if !unicode.IsLetter(r) {
		return "0–9"
	}
	bare := strings.Map(func(r rune) rune {
		if strings.ContainsRune(tones, r) {
			return -1
		}
		return unicode.ToUpper(r)
	}, norm.NFD.String(string(r)))
	return norm.NFC.String(bare)
}

// anchor is the id of a letter; marks tell letters apart that fold to the same: A, Ă, Â.
func anchor(letter string) string {
	switch letter {
	case "0–9":
		return "az-0"
	case "Ă", "Ê", "Ô", "Ư", "Đ":
		return "az-" + lang.Fold(letter) + "-"
	case "Â", "Ơ":
		return "az-" + lang.Fold(letter) + "--"
	}
	return "az-" + lang.Fold(letter)
}
