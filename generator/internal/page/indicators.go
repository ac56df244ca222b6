package page

import (
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// indicatorsView is the list of all indicators, or of those of one status or kind.
type indicatorsView struct {
	*Frame
	Heading string
	Word    string // of the status, with its tile, or of the kind; empty for the whole list
	Tile    Tile
	Rule    string // link to the rule of the status
	Summary string
	Tally   Tally
	By      []By // other ways into the list
	Choices []Choice
	Rows    Sections
	Empty   string
}

// Groups are the groups of rows that find.js narrows down, as a selector.
func (indicatorsView) Groups() string { return ".rows tbody" }

// By leads to other lists of the same rows.
type By struct {
	Label string
	Links []ByLink
}

// ByLink is one of several lists.
type ByLink struct {
	Link
	Current bool
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
	v.By = []By{s.by(f)}
	if kinds := s.byKinds(f, ""); len(kinds.Links) > 0 {
		v.By = append(v.By, kinds)
	}
	v.list(s.byArea(f, s.now, s.now.Indicators, true), s.now.Indicators)
	if len(s.now.Indicators) == 0 {
		v.Empty = s.say("indicators.none")
	}
	return v
}

// list sets the rows, which the script can narrow down.
func (v *indicatorsView) list(rows Sections, results []*derive.IndicatorResult) {
	s := v.scope
	v.Rows, v.Choices = rows, s.indicatorChoices(rows, results)
	v.narrowed(v.Choices)
}

// by leads to the same rows by area, agency and period.
func (s *scope) by(f *Frame) By {
	p := s.world.Plan
	return By{s.say("by.lead"), []ByLink{
		{Link: Link{s.say("by.areas"), s.link(f, AreasPath(s.lang, p))}},
		{Link: Link{s.say("by.agencies"), s.link(f, AgenciesPath(s.lang, p))}},
		{Link: Link{s.say("by.periods"), s.link(f, PeriodsPath(s.lang, p))}},
	}}
}

// byKinds leads to the lists of the kinds of value that the plan has.
func (s *scope) byKinds(f *Frame, current plan.ValueKind) By {
	by := By{Label: s.say("by.kind")}
	for _, k := range kinds() {
		if results := s.ofKindOnly(k); len(results) > 0 {
			link := Link{s.say("kind."+string(k)) + " (" + s.number(len(results)) + ")", s.link(f, KindPath(s.lang, s.world.Plan, k))}
			by.Links = append(by.Links, ByLink{link, k == current})
		}
	}
	return by
}

func (s *scope) ofKindOnly(k plan.ValueKind) []*derive.IndicatorResult {
	return s.indicatorsThat(func(r *derive.IndicatorResult) bool { return r.Indicator.Value == k })
}

func (s *scope) indicatorsThat(are func(*derive.IndicatorResult) bool) []*derive.IndicatorResult {
	var results []*derive.IndicatorResult
	for _, r := range s.now.Indicators {
		if are(r) {
			results = append(results, r)
		}
	}
	return results
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
	results := s.indicatorsThat(func(r *derive.IndicatorResult) bool { return r.Status == status })
	v := s.some(f, wording.Status(s.lang, status), results)
	v.Tile, v.Rule = Tile{Kind: statusKinds[status]}, s.link(f, RulePath(s.lang, "status/"+string(status)))
	v.Tally = s.indicatorTally(f, s.now, status)
	if len(results) == 0 {
		v.Empty = s.say("status.empty")
	}
	return v
}

// kindPages are prebuilt lists, one for every kind of value that the plan has.
func kindPages(s *scope) []Page {
	var pages []Page
	for _, k := range kinds() {
		if len(s.ofKindOnly(k)) == 0 {
			continue
		}
		address := func(l plan.Lang) string { return KindPath(l, s.world.Plan, k) }
		pages = append(pages, s.page(address, "pages/indicators.html", func(f *Frame) any { return s.ofKind(f, k) }))
	}
	return pages
}

func (s *scope) ofKind(f *Frame, k plan.ValueKind) any {
	v := s.some(f, s.say("kind."+string(k)), s.ofKindOnly(k))
	v.By = []By{s.byKinds(f, k)}
	return v
}

// some is a list of some of the indicators under a word.
func (s *scope) some(f *Frame, word string, results []*derive.IndicatorResult) indicatorsView {
	v := indicatorsView{Frame: f, Heading: s.count("status.heading", len(results)), Word: word}
	f.Section, f.Title, f.Description = NavIndicators, word+": "+v.Heading, s.words.Summary(s.now)
	f.crumb(s.say("nav.home"), HomePath(s.lang))
	f.crumb(s.say("nav.indicators"), IndicatorsPath(s.lang, s.world.Plan))
	f.at(s.now)
	v.list(s.byArea(f, s.now, results, false), results)
	return v
}
