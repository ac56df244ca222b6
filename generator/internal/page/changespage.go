package page

import (
	"slices"

	"minhbach/generator/internal/plan"
)

// changesView is what changed in each period, the newest first.
type changesView struct {
	*Frame
	Heading, Summary string
	Periods          []PeriodChanges
}

// PeriodChanges are the rows that changed their status in a period, worst first, and the values that it corrected.
type PeriodChanges struct {
	ID     string
	Report Link
	Until  string
	Changes
	Values []RevisionRow
}

func changesPages(s *scope) []Page {
	address := func(l plan.Lang) string { return ChangesPath(l, s.world.Plan) }
	return []Page{s.page(address, "pages/changes.html", func(f *Frame) any { return s.changesPage(f) })}
}

func (s *scope) changesPage(f *Frame) any {
	v := changesView{Frame: f, Heading: s.say("changes.heading"), Summary: s.say("changes.summary")}
	f.Title, f.Description = v.Heading, v.Summary
	f.crumb(s.say("nav.home"), HomePath(s.lang))
	f.at(s.now)
	for _, a := range slices.Backward(s.world.Periods) {
		p := PeriodChanges{ID: string(a.Period.ID), Until: s.date(a.Period.Cutoff), Changes: s.changes(f, a),
			Report: Link{s.words.Period(a.Period), s.link(f, PeriodPath(s.lang, s.world.Plan, a.Period.ID))}}
		for _, r := range s.world.Revisions() {
			if r.Release == a.Period.ID {
				row := s.revisionRow(&r)
				to := s.rowLink(f, r.Indicator, r.Task)
				row.Row = &to
				p.Values = append(p.Values, row)
			}
		}
		v.Periods = append(v.Periods, p)
	}
	return v
}
