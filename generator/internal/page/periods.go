package page

import (
	"minhbach/generator/internal/plan"
)

// periodsView lists the periods of the plan, with a page or without.
type periodsView struct {
	*Frame
	Heading, Summary string
	Periods          []PeriodEntry
}

// PeriodEntry is a period in a list; no link: nothing of it was released.
type PeriodEntry struct {
	Link
	Kind, Window, Cutoff, Due string
}

func periodPages(s *scope) []Page {
	index := func(l plan.Lang) string { return PeriodsPath(l, s.world.Plan) }
	pages := []Page{s.page(index, "pages/periods.html", func(f *Frame) any { return s.periods(f) })}
	for _, period := range s.world.Plan.Periods {
		address := func(l plan.Lang) string { return PeriodPath(l, s.world.Plan, period.ID) }
		if a := s.world.Period(period.ID); a != nil {
			at := *s
			at.now = a
			pages = append(pages, s.page(address, "pages/report.html", func(f *Frame) any { return at.report(f) }))
		} else if snapshot := s.released(period.ID); snapshot != nil {
			pages = append(pages, s.page(address, "pages/baseline.html", func(f *Frame) any { return s.baseline(f, period, snapshot) }))
		}
	}
	return pages
}

// released is the snapshot of a period; nil when it has none or only a draft.
func (s *scope) released(id plan.PeriodID) *plan.Snapshot {
	for _, snapshot := range s.world.Plan.Snapshots {
		if snapshot.Period == id && snapshot.Released.Known() {
			return snapshot
		}
	}
	return nil
}

func (s *scope) periods(f *Frame) any {
	v := periodsView{Frame: f, Heading: s.say("periods.heading"), Summary: s.say("periods.summary", s.words.Period(s.now.Period)), Periods: s.periodEntries(f)}
	f.Section, f.Title, f.Description = NavPeriods, v.Heading, v.Summary
	f.crumb(s.say("nav.home"), HomePath(s.lang))
	f.at(s.now)
	return v
}

// periodEntries lists the periods in the order of their cut-offs, for the index and for the plan's cover.
func (s *scope) periodEntries(f *Frame) []PeriodEntry {
	var entries []PeriodEntry
	for _, p := range s.world.Plan.Periods {
		e := PeriodEntry{Link: Link{Text: s.words.Period(p)}, Kind: s.say("period.kind." + string(p.Kind)),
			Window: s.window(p), Cutoff: s.date(p.Cutoff), Due: s.date(p.Due)}
		if s.released(p.ID) != nil {
			e.Href = s.link(f, PeriodPath(s.lang, s.world.Plan, p.ID))
		}
		entries = append(entries, e)
	}
	return entries
}

// window is the time that a period's report covers; empty where the plan sets none.
func (s *scope) window(p plan.Period) string {
	switch {
	case !p.Start.Known() || !p.End.Known():
		return ""
	case p.Cumulative:
		return s.say("period.window.cumulative", s.date(p.Start), s.date(p.End))
	}
	return s.say("period.window.alone", s.date(p.Start), s.date(p.End))
}

// periodFacts is the period line in full: what the report covers, as of when, when it was due, what the plan is.
func (s *scope) periodFacts(p plan.Period, snapshot *plan.Snapshot) []Fact {
	decision := s.world.Plan.Decision
	var facts []Fact
	for _, fact := range []Fact{
		{Name: s.say("period.window"), Text: s.window(p)},
		{Name: s.say("period.cutoff"), Text: s.date(p.Cutoff)},
		{Name: s.say("period.due"), Text: s.date(p.Due)},
		{Name: s.say("period.looked"), Text: s.date(snapshot.Looked)},
		{Name: s.say("period.released"), Text: s.date(snapshot.Released)},
		{Name: s.say("period.signed"), Text: s.signed(snapshot.SignedOff)},
		{Name: s.say("period.decision"), Text: s.say("plan.decision.number", decision.Number, s.date(decision.Date))},
	} {
		if fact.Text != "" {
			facts = append(facts, fact)
		}
	}
	return facts
}

// signed is who signed a snapshot off, and when; empty when nobody did.
func (s *scope) signed(by *plan.SignOff) string {
	if by == nil {
		return ""
	}
	return s.say("period.signed.by", by.By, s.date(by.On))
}
