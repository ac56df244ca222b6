package site

import (
	"slices"
	"strings"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/export"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/page"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/uuid"
	"minhbach/generator/internal/wording"
)

// colophon is what the products say of themselves, in the words of the pages.
func colophon(s *plan.Site, worlds []*derive.World, r *page.Renderer) export.Colophon {
	both := func(key string, args ...func(plan.Lang) any) plan.Text { return said(r, key, args...) }
	set := s.Settings
	c := export.Colophon{
		ID: "urn:uuid:" + uuid.Of("data", set.Publisher.VI), Publisher: set.Publisher, Maker: set.Publisher,
		Title: both("colophon.title", text(set.Name)), Description: both("data.lead"),
		Licence: set.Licence, NoLicence: both("colophon.nolicence"), Feedback: set.Feedback,
		Conventions: []plan.Text{both("data.convention.encoding"), both("data.convention.numbers"), both("data.convention.dates"), both("data.convention.empty"),
			both("data.convention.lists"), both("data.convention.json"), both("data.convention.columns")},
	}
	if set.BaseURL != "" {
		c.BaseURL = strings.TrimSuffix(set.BaseURL, "/") + "/"
	}
	if set.Contact != nil {
		c.Email, c.URL = set.Contact.Email, set.Contact.URL
	}
	for _, w := range worlds {
		addPlan(&c, w)
	}
	if slices.ContainsFunc(worlds, sampled) {
		c.Sample = both("colophon.sample")
	}
	if c.Notice = set.Disclaimer; c.Notice.Empty() && slices.ContainsFunc(worlds, func(w *derive.World) bool { return w.Plan.Compiled() }) {
		c.Notice = both("picture.compiled")
	}
	if len(worlds) > 0 {
		newest := worlds[0].Plan
		if newest.Compiled() && !newest.Compiler.Empty() {
			c.Maker = newest.Compiler
		}
		cutoff := worlds[0].Newest().Period.Cutoff
		c.Citation = both("cite.whole", text(set.Publisher), func(plan.Lang) any { return c.Released.Year }, text(c.Title), text(newest.Title),
			func(l plan.Lang) any { return lang.Date(l, cutoff) })
		if c.BaseURL != "" { // the address that CITATION.cff has too, in whatever language somebody reads
			c.Citation = plan.Text{VI: c.Citation.VI + ", " + c.BaseURL, EN: c.Citation.EN + ", " + c.BaseURL}
		}
	}
	return c
}

// addPlan adds what is said of one plan.
func addPlan(c *export.Colophon, w *derive.World) {
	p, now := w.Plan, w.Newest()
	n := export.PlanNote{ID: p.ID, URN: "urn:uuid:" + uuid.Of("plan", p.Decision.Number, p.Decision.Date.String(), p.ID), Title: p.Title, Place: p.Place,
		Issuer: p.Issuer, Decision: p.Decision, Start: p.Start, End: p.End, Cutoff: now.Period.Cutoff,
		Period: plan.Text{VI: wording.In(plan.VI, p).Period(now.Period), EN: wording.In(plan.EN, p).Period(now.Period)},
		HomeVI: page.PlanPath(plan.VI, p), HomeEN: page.PlanPath(plan.EN, p)}
	for _, x := range p.Snapshots {
		if !x.Released.Known() {
			continue
		}
		if !n.First.Known() || n.First.After(x.Released) {
			n.First = x.Released
		}
		if x.Released.After(n.Released) {
			n.Released = x.Released
		}
	}
	if n.Released.After(c.Released) {
		c.Released = n.Released
	}
	if !c.Start.Known() || c.Start.After(p.Start) {
		c.Start = p.Start
	}
	if p.End.After(c.End) {
		c.End = p.End
	}
	c.Plans = append(c.Plans, n)
}

// sampled tells whether a plan shows a sample.
func sampled(w *derive.World) bool {
	return slices.ContainsFunc(w.Plan.Snapshots, func(x *plan.Snapshot) bool {
		return x.Released.Known() && (x.Status == plan.Sample || slices.ContainsFunc(x.Observations, func(o plan.Observation) bool { return o.DataStatus == plan.Sample }))
	})
}

// said fills a text of the interface in both languages.
func said(r *page.Renderer, key string, args ...func(plan.Lang) any) plan.Text {
	in := func(l plan.Lang) string {
		filled := make([]any, len(args))
		for n, arg := range args {
			filled[n] = arg(l)
		}
		return r.Say(l, key, filled...)
	}
	return plan.Text{VI: in(plan.VI), EN: in(plan.EN)}
}

// text is a text of the content as an argument of said.
func text(t plan.Text) func(plan.Lang) any { return func(l plan.Lang) any { return t.In(l) } }
