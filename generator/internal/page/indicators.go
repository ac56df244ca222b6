package page

import (
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// indicatorsView is the list of all indicators, or of those of one status.
type indicatorsView struct {
	*Frame
	Heading string
	Word    string // of the status, with its tile; empty for the whole list
	Tile    Tile
	Rule    string // link to the rule of the status
	Summary string
	Tally   Tally
	By      []Link // other ways into the list
	Rows    []Section
	Empty   string
}

func indicatorListPages(s *scope) []Page {
	address := func(l plan.Lang) string { return IndicatorsPath(l, s.world.Plan) }
	return []Page{s.page(address, "pages/indicators.html", func(f *Frame) any { return s.indicatorList(f) })}
}

func (s *scope) indicatorList(f *Frame) any {
	v := indicatorsView{Frame: f, Heading: s.count("indicators.heading", len(s.now.Indicators))}
	f.Section, f.Title, f.Description = NavIndicators, v.Heading, s.words.Summary(s.now)
	f.crumb(s.say("nav.home"), HomePath(s.lang))
	f.at(s.now)
	v.Summary = f.Description
	v.Tally = s.indicatorTally(f, s.now, "")
	v.By = s.by(f)
	v.Rows = s.byArea(f, s.now, s.now.Indicators, true)
	return v
}

// by leads to the same rows by area, agency and period.
func (s *scope) by(f *Frame) []Link {
	p := s.world.Plan
	return []Link{
		{s.say("by.areas"), s.link(f, AreasPath(s.lang, p))},
		{s.say("by.agencies"), s.link(f, AgenciesPath(s.lang, p))},
		{s.say("by.periods"), s.link(f, PeriodsPath(s.lang, p))},
	}
}

// statusPages are prebuilt lists, one for every status that the plan can reach, also where no indicator has it.
func statusPages(s *scope) []Page {
	var pages []Page
	for _, status := range derive.Statuses(s.world.Plan) {
		address := func(l plan.Lang) string { return StatusPath(l, s.world.Plan, status) }
		pages = append(pages, s.page(address, "pages/indicators.html", func(f *Frame) any { return s.ofStatus(f, status) }))
	}
	return pages
}

func (s *scope) ofStatus(f *Frame, status derive.Status) any {
	var results []*derive.IndicatorResult
	for _, r := range s.now.Indicators {
		if r.Status == status {
			results = append(results, r)
		}
	}
	word := wording.Status(s.lang, status)
	v := indicatorsView{Frame: f, Heading: s.count("status.heading", len(results)), Word: word, Tile: Tile{Kind: statusKinds[status]}}
	v.Rule = s.link(f, RulePath(s.lang, "status/"+string(status)))
	f.Section, f.Title, f.Description = NavIndicators, word+": "+v.Heading, s.words.Summary(s.now)
	f.crumb(s.say("nav.home"), HomePath(s.lang))
	f.crumb(s.say("nav.indicators"), IndicatorsPath(s.lang, s.world.Plan))
	f.at(s.now)
	v.Tally = s.indicatorTally(f, s.now, status)
	v.Rows = s.byArea(f, s.now, results, false)
	if len(results) == 0 {
		v.Empty = s.say("status.empty")
	}
	return v
}
