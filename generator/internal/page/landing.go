package page

import (
	"crypto/sha256"
	"encoding/base64"
	"html/template"
	"io"
	"strings"

	"minhbach/generator/internal/plan"
)

// rootView is a page at the root of the site that speaks both languages: the landing page, or the page for an address
// that is not there. Neither has the frame: the landing page is left at once, and of the other one nobody knows under
// which address it is shown.
type rootView struct {
	Name, CSS   string
	Style       template.CSS // of the page for missing addresses
	StyleDigest string       // as the content security policy names it
	Preview     *Preview
	Entries     []RootEntry
}

// missingStyle leaves the colours to the browser, which has them for light and dark.
const missingStyle = `body{max-width:42rem;margin:0 auto;padding:2rem 1rem;font:1.0625rem/1.6 system-ui,sans-serif}` +
	`h1,h2{line-height:1.3;text-wrap:balance}h1{font-size:1.75rem}h2{font-size:1.375rem}hr{margin:2rem 0;border:0;border-top:1px solid}` +
	`ul{padding:0;list-style:none;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,13rem),1fr));gap:.25rem 1.5rem}a{display:inline-block;padding:.15rem 0;color:inherit}`

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
		{Path: LandingPath, Write: func(w io.Writer) error { return s.render(w, s.lang, "pages/landing.html", s.landing()) }},
		{Path: MissingPath, Write: func(w io.Writer) error { return s.render(w, s.lang, "pages/missing.html", s.missing()) }},
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
// alone they hold. The stylesheet could not be asked for, so the page has a few lines of its own, allowed by their digest.
func (s *scope) missing() rootView {
	v := rootView{Name: s.site.Settings.Name.In(s.lang), Style: missingStyle}
	digest := sha256.Sum256([]byte(missingStyle))
	v.StyleDigest = "sha256-" + base64.StdEncoding.EncodeToString(digest[:])
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
		e.More = append(e.More, Link{at.say("nav.data"), s.fromRoot(DataPath(l))}, Link{at.say("missing.search"), s.fromRoot(SearchPath(l))},
			Link{at.say("addresses.heading"), s.fromRoot(AddressesPath(l))})
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
