package page

import (
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

// addressesView says under which addresses things stand, for those who link to them, harvest them or arrive with an old
// one.
type addressesView struct {
	*Frame
	Heading, Lead string
	Groups        []AddressGroup
	Plans         []Link // the other plans, with the same addresses under their own id
	Manifest      string
}

// AddressGroup is addresses of one sort.
type AddressGroup struct {
	Heading string
	Rows    []AddressRow
}

// AddressRow is a kind of page or file: its address, in which {…} stands for what differs, how many there are, and one
// of them.
type AddressRow struct{ What, Address, Count, Example string }

func addressPages(s *scope) []Page {
	return []Page{s.page(AddressesPath, "pages/addresses.html", func(f *Frame) any { return s.addresses(f) })}
}

func (s *scope) addresses(f *Frame) any {
	v := addressesView{Frame: f, Heading: s.say("addresses.heading"), Lead: s.say("addresses.lead"), Manifest: s.link(f, ManifestPath)}
	f.Title, f.Description = v.Heading, v.Lead
	f.crumb(s.say("nav.home"), HomePath(s.lang))
	v.Groups = []AddressGroup{{s.say("addresses.site"), s.siteAddresses(f)}}
	if s.world != nil {
		v.Groups = append(v.Groups, AddressGroup{s.world.Plan.Short.In(s.lang), s.planAddresses(f)})
		for _, w := range s.worlds[1:] {
			v.Plans = append(v.Plans, Link{w.Plan.Title.In(s.lang), s.link(f, PlanPath(s.lang, w.Plan))})
		}
	}
	return v
}

// fixed is a single address.
func (s *scope) fixed(f *Frame, what, path string) AddressRow {
	return AddressRow{what, path, s.number(1), s.link(f, path)}
}

// several are n addresses of one shape, one of them as the example.
func (s *scope) several(f *Frame, what, shape string, n int, example string) AddressRow {
	return AddressRow{what, shape, s.number(n), s.link(f, example)}
}

// id stands in a shape for what differs.
func (s *scope) id() string { return "{" + s.say("addresses.id") + "}" }

func (s *scope) siteAddresses(f *Frame) []AddressRow {
	rows := []AddressRow{
		s.fixed(f, s.say("nav.home"), HomePath(s.lang)), s.fixed(f, s.say("search.heading"), SearchPath(s.lang)),
		s.fixed(f, s.say("footer.data"), DataPath(s.lang)), s.fixed(f, s.say("footer.methodology"), MethodologyPath(s.lang)),
	}
	for _, t := range s.texts(s.site.Pages) {
		rows = append(rows, s.fixed(f, t.Title, SitePath(s.lang, t.Slug)))
	}
	if s.world != nil {
		rows = append(rows, s.fixed(f, s.say("feed.link"), FeedPath(s.lang)), s.fixed(f, s.say("addresses.calendar"), CalendarPath))
	}
	if n := len(s.Data.Tables); n > 0 {
		rows = append(rows, s.several(f, s.say("addresses.table"), TablePath(s.id(), "csv|json"), n, TablePath(s.Data.Tables[0].Name, "csv")))
	}
	for _, d := range s.Data.Packages {
		rows = append(rows, s.fixed(f, s.say("addresses.package", d.Format), d.Path))
	}
	for _, path := range s.Data.Papers {
		rows = append(rows, s.fixed(f, s.say("addresses.paper"), path))
	}
	return rows
}

// planAddresses are those of the newest plan.
func (s *scope) planAddresses(f *Frame) []AddressRow {
	p, l := s.world.Plan, s.lang
	rows := []AddressRow{
		s.fixed(f, s.say("footer.plan"), PlanPath(l, p)), s.fixed(f, s.say("changes.heading"), ChangesPath(l, p)),
		s.fixed(f, s.say("revisions.heading"), RevisionsPath(l, p)),
	}
	if !p.Compiled() {
		rows = append(rows, s.fixed(f, s.say("compliance.heading"), CompliancePath(l, p)))
	}
	rows = append(rows, s.indicatorAddresses(f)...)
	rows = append(rows, s.taskAddresses(f)...)
	return append(rows, s.otherAddresses(f)...)
}

func (s *scope) indicatorAddresses(f *Frame) []AddressRow {
	p, l, of, n := s.world.Plan, s.lang, plan.IndicatorID(s.id()), len(s.now.Indicators)
	rows := []AddressRow{s.fixed(f, s.say("nav.indicators"), IndicatorsPath(l, p))}
	if n == 0 {
		return rows
	}
	first, statuses, kinds := s.now.Indicators[0].Indicator, derive.Statuses(p), s.byKinds(f, "").Links
	return append(rows,
		s.several(f, s.say("addresses.status"), StatusPath(l, p, derive.Status(s.id())), len(statuses), StatusPath(l, p, statuses[0])),
		s.several(f, s.say("addresses.kind"), KindPath(l, p, plan.ValueKind(s.id())), len(kinds), KindPath(l, p, first.Value)),
		s.several(f, s.say("addresses.indicator"), IndicatorPath(l, p, of), n, IndicatorPath(l, p, first.ID)),
		s.several(f, s.say("addresses.chart"), IndicatorChartPath(l, p, of), n, IndicatorChartPath(l, p, first.ID)),
		s.several(f, s.say("addresses.embed"), EmbedPath(l, p, of), n, EmbedPath(l, p, first.ID)),
		s.several(f, s.say("addresses.indicator.data"), IndicatorDataPath(p, of, "csv|json"), n, IndicatorDataPath(p, first.ID, "csv")))
}

func (s *scope) taskAddresses(f *Frame) []AddressRow {
	p, l, n := s.world.Plan, s.lang, len(s.now.Tasks)
	rows := []AddressRow{
		s.fixed(f, s.say("nav.tasks"), TasksPath(l, p)), s.fixed(f, s.say("tasks.deadline"), TasksByDeadlinePath(l, p)),
		s.fixed(f, s.say("tasks.agency"), TasksByAgencyPath(l, p)),
	}
	if n == 0 {
		return rows
	}
	verdicts := derive.Verdicts(p)
	return append(rows,
		s.several(f, s.say("addresses.verdict"), VerdictPath(l, p, derive.Verdict(s.id())), len(verdicts), VerdictPath(l, p, verdicts[0])),
		s.several(f, s.say("addresses.task"), TaskPath(l, p, plan.TaskID(s.id())), n, TaskPath(l, p, s.now.Tasks[0].Task.ID)))
}

// otherAddresses are those of areas, agencies, periods and the narrative.
func (s *scope) otherAddresses(f *Frame) []AddressRow {
	p, l, newest, reports := s.world.Plan, s.lang, s.now.Period.ID, 0
	for _, period := range p.Periods {
		if s.released(period.ID) != nil {
			reports++
		}
	}
	rows := []AddressRow{s.fixed(f, s.say("nav.areas"), AreasPath(l, p))}
	if n := len(p.Areas); n > 0 {
		rows = append(rows, s.several(f, s.say("addresses.area"), AreaPath(l, p, plan.AreaID(s.id())), n, AreaPath(l, p, p.Areas[0].ID)))
	}
	rows = append(rows, s.fixed(f, s.say("nav.agencies"), AgenciesPath(l, p)))
	if n := len(s.site.Agencies); n > 0 {
		of, first := plan.AgencyID(s.id()), s.site.Agencies[0].ID
		rows = append(rows, s.several(f, s.say("addresses.agency"), AgencyPath(l, p, of), n, AgencyPath(l, p, first)),
			s.several(f, s.say("addresses.agency.feed"), AgencyFeedPath(l, p, of), n, AgencyFeedPath(l, p, first)))
	}
	rows = append(rows, s.fixed(f, s.say("nav.periods"), PeriodsPath(l, p)),
		s.several(f, s.say("addresses.period"), PeriodPath(l, p, plan.PeriodID(s.id())), reports, PeriodPath(l, p, newest)),
		s.several(f, s.say("addresses.period.data"), PeriodDataPath(p, plan.PeriodID(s.id()), "csv|json"), len(s.world.Periods), PeriodDataPath(p, newest, "csv")))
	if sections := s.texts(p.Narrative); len(sections) > 0 {
		rows = append(rows, s.several(f, s.say("addresses.section"), NarrativePath(l, p, s.id()), len(sections), NarrativePath(l, p, sections[0].Slug)))
	}
	return rows
}
