package page

import (
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

// areasView lists the areas of the plan.
type areasView struct {
	*Frame
	Heading, Summary string
	Areas            []AreaRow
}

// AreaRow is an area in a list: how many rows it has, and how its indicators stand.
type AreaRow struct {
	Link
	Counts   string
	Standing Tally
}

// areaView is one area: what it holds, how it stands, its rows.
type areaView struct {
	*Frame
	Heading, Printed, Summary string
	Indicators                Sections // none: the plan sets no indicator in the area
	TaskSummary               string
	Time                      Timeline
	Others                    []Link
}

func areaPages(s *scope) []Page {
	index := func(l plan.Lang) string { return AreasPath(l, s.world.Plan) }
	pages := []Page{s.page(index, "pages/areas.html", func(f *Frame) any { return s.areas(f) })}
	for n := range s.world.Plan.Areas {
		area := &s.world.Plan.Areas[n]
		address := func(l plan.Lang) string { return AreaPath(l, s.world.Plan, area.ID) }
		pages = append(pages, s.of(s.rowsOf(s.inArea(area.ID)), func() []Page {
			return []Page{s.page(address, "pages/area.html", func(f *Frame) any { return s.area(f, area) })}
		})...)
	}
	return pages
}

func (s *scope) areas(f *Frame) any {
	p := s.world.Plan
	v := areasView{Frame: f, Heading: s.count("areas.heading", len(p.Areas)),
		Summary: s.say("areas.summary", s.indicatorCount(len(s.now.Indicators)), s.taskCount(s.now.Tasks)), Areas: s.areaRows(f)}
	f.Section, f.Title, f.Description = NavAreas, v.Heading, v.Summary
	f.crumb(s.say("nav.home"), HomePath(s.lang))
	f.at(s.now)
	return v
}

// areaRows lists the areas in the plan's order, for the index and for the plan's cover.
func (s *scope) areaRows(f *Frame) []AreaRow {
	var rows []AreaRow
	for n := range s.world.Plan.Areas {
		area := &s.world.Plan.Areas[n]
		indicators, tasks := s.inArea(area.ID)
		rows = append(rows, AreaRow{s.areaLink(f, area), s.areaCounts(indicators, tasks), s.standing(f, indicators)})
	}
	return rows
}

func (s *scope) areaLink(f *Frame, area *plan.Area) Link {
	return Link{s.areaName(area), s.link(f, AreaPath(s.lang, s.world.Plan, area.ID))}
}

func (s *scope) areaName(area *plan.Area) string { return area.Number + ". " + area.Name.In(s.lang) }

func (s *scope) areaCounts(indicators []*derive.IndicatorResult, tasks []*derive.TaskResult) string {
	return s.indicatorCount(len(indicators)) + " · " + s.taskCount(tasks)
}

func (s *scope) inArea(id plan.AreaID) (indicators []*derive.IndicatorResult, tasks []*derive.TaskResult) {
	for _, r := range s.now.Indicators {
		if r.Indicator.Area == id {
			indicators = append(indicators, r)
		}
	}
	for _, r := range s.now.Tasks {
		if r.Task.Area == id {
			tasks = append(tasks, r)
		}
	}
	return indicators, tasks
}

func (s *scope) area(f *Frame, area *plan.Area) any {
	indicators, tasks := s.inArea(area.ID)
	v := areaView{Frame: f, Heading: s.areaName(area), Printed: area.Printed, Summary: s.areaSummary(indicators, tasks)}
	f.Section, f.Title, f.Description = NavAreas, v.Heading, v.Summary
	f.crumb(s.say("nav.home"), HomePath(s.lang))
	f.crumb(s.say("nav.areas"), AreasPath(s.lang, s.world.Plan))
	f.at(s.now)
	if len(indicators) > 0 {
		v.Indicators = Sections{s.areaSection(f, area.ID)}
	}
	if numbered(tasks) {
		v.TaskSummary = s.words.TaskSummary(among(s.now, nil, tasks))
	}
	v.Time = s.timeline(f, s.now, tasks)
	for n := range v.Time.Sections {
		v.Time.Sections[n].Heading = "" // the page has it
	}
	for n := range s.world.Plan.Areas {
		if other := &s.world.Plan.Areas[n]; other.ID != area.ID {
			v.Others = append(v.Others, s.areaLink(f, other))
		}
	}
	return v
}

func (s *scope) areaSummary(indicators []*derive.IndicatorResult, tasks []*derive.TaskResult) string {
	switch i, t := s.indicatorCount(len(indicators)), s.taskCount(tasks); {
	case len(indicators) == 0 && len(tasks) == 0:
		return s.say("area.summary.none")
	case len(indicators) == 0:
		return s.say("area.summary.tasks", t)
	case len(tasks) == 0:
		return s.say("area.summary.indicators", i) + " " + s.words.Summary(among(s.now, indicators, nil))
	default:
		return s.say("area.summary", i, t) + " " + s.words.Summary(among(s.now, indicators, nil))
	}
}

// areaSection is the rows of an area in printed order, with the groups among them.
func (s *scope) areaSection(f *Frame, id plan.AreaID) Section {
	var section Section
	for _, i := range s.world.Plan.Indicators {
		switch {
		case i.Area != id:
		case i.Measured():
			section.Rows = append(section.Rows, s.indicatorRow(f, s.now.Indicator(i.ID)))
		default:
			section.Rows = append(section.Rows, IndicatorRow{Group: s.groupRow(i)})
		}
	}
	return section
}
