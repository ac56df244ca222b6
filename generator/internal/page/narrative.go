package page

import (
	"minhbach/generator/internal/plan"
)

// narrativePages are the sections of the plan told in plain words, one after the other.
func narrativePages(s *scope) []Page {
	var pages []Page
	all := s.texts(s.world.Plan.Narrative)
	for n, t := range all {
		address := func(l plan.Lang) string { return NarrativePath(l, s.world.Plan, t.Slug) }
		pages = append(pages, s.of(s.named(t), func() []Page {
			return []Page{s.page(address, "pages/text.html", func(f *Frame) any { return s.narrative(f, all, n) })}
		})...)
	}
	return pages
}

func (s *scope) narrative(f *Frame, all []text, n int) any {
	f.crumb(s.say("nav.home"), HomePath(s.lang))
	f.crumb(s.say("plan.title"), PlanPath(s.lang, s.world.Plan))
	f.at(s.now)
	v := s.text(f, all[n], s.world)
	f.About = s.article(f, all[n].Lang)
	v.Around = &Around{}
	if n > 0 {
		before := s.sectionLink(f, all[n-1])
		v.Around.Before = &before
	}
	if n+1 < len(all) {
		after := s.sectionLink(f, all[n+1])
		v.Around.After = &after
	}
	return v
}

func (s *scope) sectionLink(f *Frame, t text) Link {
	return Link{t.Title, s.link(f, NarrativePath(s.lang, s.world.Plan, t.Slug))}
}
