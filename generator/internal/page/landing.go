package page

import (
	"io"
	"strings"

	"minhbach/generator/internal/plan"
)

// rootView is a page at the root of the site that speaks both languages: the landing page, or the page for an address
// that is not there. Neither has the frame: the landing page is left at once, and of the other one nobody knows under
// which address it is shown.
type rootView struct {
	Name, CSS string
	Preview   *Preview
	Entries   []RootEntry
}

// RootEntry is what a page at the root says in one language.
type RootEntry struct {
	Lang              plan.Lang
	Site              string
	Heading, Sentence string
	Disclaimer        string
	Home              Link
	More              []Link
}

// rootPages are made once, with the Vietnamese pages.
func rootPages(s *scope) []Page {
	if s.lang != plan.VI {
		return nil
	}
	return []Page{
		{Path: LandingPath, Write: func(w io.Writer) error { return s.render(w, s.lang, LandingPath, "pages/landing.html", s.landing()) }},
		{Path: MissingPath, Write: func(w io.Writer) error { return s.render(w, s.lang, MissingPath, "pages/missing.html", s.missing()) }},
	}
}

// in is the scope in a language.
func (s *scope) in(l plan.Lang) *scope { return s.Renderer.scope(s.site, s.worlds, l) }

func (s *scope) landing() rootView {
	v := rootView{Name: s.site.Settings.Name.In(s.lang)}
	if s.assets.CSS != "" {
		v.CSS = AssetPath(s.assets.CSS)
	}
	for _, l := range plan.Langs {
		at := s.in(l)
		e := RootEntry{Lang: l, Site: s.site.Settings.Name.In(l), Disclaimer: s.site.Settings.Disclaimer.In(l), Home: Link{at.say("landing.enter"), HomePath(l)}}
		if at.world == nil {
			e.Sentence = at.say("home.none") + "."
		} else {
			e.Sentence = at.say("landing.sentence", at.world.Plan.Title.In(l))
		}
		v.Entries = append(v.Entries, e)
	}
	v.Preview = s.landingPreview(v)
	return v
}

// landingPreview is that of the home page in the first language, to which the landing page leads.
func (s *scope) landingPreview(v rootView) *Preview {
	f := s.frame(HomePath)
	f.Title, f.Description = v.Name, v.Entries[0].Sentence
	p := f.Preview()
	if p != nil {
		p.Address = s.absolute(LandingPath, "")
	}
	return p
}

// missing is shown by servers under whatever address was asked for, at any depth, so a relative link would lead
// anywhere. Links are absolute under the base address; without one they are relative to the root of the site, where
// alone they hold. It has no stylesheet, for the same reason, and reads well without.
func (s *scope) missing() rootView {
	v := rootView{Name: s.site.Settings.Name.In(s.lang)}
	for _, l := range plan.Langs {
		at := s.in(l)
		e := RootEntry{Lang: l, Site: s.site.Settings.Name.In(l), Disclaimer: s.site.Settings.Disclaimer.In(l),
			Heading: at.say("missing.heading"), Sentence: at.say("missing.sentence"),
			Home: Link{at.say("missing.home"), s.fromRoot(HomePath(l))}}
		if at.world != nil {
			p := at.world.Plan
			e.More = []Link{{at.say("nav.indicators"), s.fromRoot(IndicatorsPath(l, p))}, {at.say("nav.tasks"), s.fromRoot(TasksPath(l, p))},
				{at.say("nav.areas"), s.fromRoot(AreasPath(l, p))}, {at.say("nav.agencies"), s.fromRoot(AgenciesPath(l, p))},
				{at.say("nav.periods"), s.fromRoot(PeriodsPath(l, p))}}
		}
		e.More = append(e.More, Link{at.say("nav.data"), s.fromRoot(DataPath(l))})
		v.Entries = append(v.Entries, e)
	}
	return v
}

// fromRoot is an address that does not depend on the page that shows it, as far as the site knows where it stands.
func (s *scope) fromRoot(path string) string {
	if base := s.site.Settings.BaseURL; base != "" {
		return strings.TrimSuffix(base, "/") + "/" + path
	}
	return path
}
