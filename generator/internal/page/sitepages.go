package page

import (
	"minhbach/generator/internal/plan"
)

// sitePages are the Markdown pages of the site: about, accessibility, glossary. Figures in them are those of the newest
// plan.
func sitePages(s *scope) []Page {
	var pages []Page
	for _, t := range s.texts(s.site.Pages) {
		address := func(l plan.Lang) string { return SitePath(l, t.Slug) }
		pages = append(pages, s.of(s.named(t), func() []Page {
			return []Page{s.page(address, "pages/text.html", func(f *Frame) any { return s.sitePage(f, t) })}
		})...)
	}
	return pages
}

func (s *scope) sitePage(f *Frame, t text) any {
	f.crumb(s.say("nav.home"), HomePath(s.lang))
	if s.now != nil {
		f.at(s.now)
	}
	v := s.text(f, t, s.world)
	f.About = s.webPage(f, t.Lang)
	return v
}
