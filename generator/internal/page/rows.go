package page

import (
	"html/template"
	"strings"

	"minhbach/generator/internal/chart"
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// Section is a run of rows of indicators under a heading, such as an area.
type Section struct {
	ID, Heading string // no heading: the rows alone
	Rows        []IndicatorRow
	Empty       string // said in place of rows
}

// Sections are the rows of a table of indicators.
type Sections []Section

// Courses tells whether the table has a column for the courses of its rows.
func (s Sections) Courses() bool {
	for _, section := range s {
		for _, row := range section.Rows {
			if row.Spark != "" {
				return true
			}
		}
	}
	return false
}

// Columns is the number of columns of the table.
func (s Sections) Columns() int {
	if s.Courses() {
		return 5
	}
	return 4
}

// IndicatorRow is a row of the table of indicators: either a printed group or subgroup, or an indicator.
type IndicatorRow struct {
	Group  *GroupRow
	Tile   Tile
	Word   string
	Number string
	Name   string
	Href   string
	Agency string
	Spark  template.HTML // the course so far; empty when nothing is known
	Value  string        // empty when nothing is known
	Dated  string        // the date of a value that is not of this period
	Badge  string        // sample or provisional
	Target string
	Within string // what the row holds, for the script that narrows lists down; see Choice
}

// GroupRow is a printed row without a value of its own; its id is an anchor.
type GroupRow struct {
	ID, Name string
	Sub      bool
}

// section makes the rows of some results.
func (s *scope) section(f *Frame, heading string, results []*derive.IndicatorResult) Section {
	section := Section{Heading: heading}
	for _, r := range results {
		section.Rows = append(section.Rows, s.indicatorRow(f, r))
	}
	return section
}

// byArea groups results by the plan's areas, in the plan's order. With whole set the printed groups stand among them
// and areas without a row say so; otherwise such areas are left out.
func (s *scope) byArea(f *Frame, a *derive.AsOf, results []*derive.IndicatorResult, whole bool) Sections {
	wanted := map[plan.IndicatorID]*derive.IndicatorResult{}
	for _, r := range results {
		wanted[r.Indicator.ID] = r
	}
	var sections Sections
	for _, area := range s.world.Plan.Areas {
		section := Section{ID: "area-" + string(area.ID), Heading: area.Number + ". " + area.Name.In(s.lang)}
		for _, i := range s.world.Plan.Indicators {
			switch r := wanted[i.ID]; {
			case i.Area != area.ID:
			case r != nil:
				section.Rows = append(section.Rows, s.indicatorRow(f, r))
			case whole && !i.Measured():
				section.Rows = append(section.Rows, IndicatorRow{Group: s.groupRow(i)})
			}
		}
		if len(section.Rows) == 0 {
			section.Empty = s.say("list.area.empty")
		}
		if whole || len(section.Rows) > 0 {
			sections = append(sections, section)
		}
	}
	return sections
}

// groupRow shows a group by its printed name in Vietnamese, word by word, and its translation in English.
func (s *scope) groupRow(i *plan.Indicator) *GroupRow {
	name := i.Printed.Name
	if s.lang != plan.VI || name == "" {
		name = i.Name.In(s.lang)
	}
	return &GroupRow{ID: string(i.ID), Name: name, Sub: i.Level == plan.SubgroupLevel}
}

func (s *scope) indicatorRow(f *Frame, r *derive.IndicatorResult) IndicatorRow {
	i := r.Indicator
	row := IndicatorRow{
		Tile: statusTile(r), Word: wording.Status(s.lang, r.Status), Number: string(i.ID), Name: i.Short.In(s.lang),
		Href: s.link(f, IndicatorPath(s.lang, s.world.Plan, i.ID)), Target: s.targets(r), Badge: s.badge(r.Lowered),
	}
	if r == s.world.Newest().Indicator(i.ID) { // the reports of earlier periods leave the courses out
		row.Spark = s.course(r)
	}
	monitoring, _ := s.world.Plan.Answering(i)
	row.Agency = strings.Join(s.names(monitoring), "; ")
	row.Value = s.found(r)
	if row.Value == "" && r.Last != nil {
		row.Value, row.Dated = s.words.ValueShort(i, r.Last), s.say("row.last", lang.Reference(s.lang, r.Last.Reference))
	}
	return row
}

// found is the figure that a period brought; of a target that each of several units must hold, how many hold it once all
// are known. Empty without one.
func (s *scope) found(r *derive.IndicatorResult) string {
	if r.Judged != nil {
		return s.words.ValueShort(r.Indicator, r.Judged)
	}
	if t := r.Target(); t != nil && t.UnitsKnown() {
		return s.words.UnitsShort(t)
	}
	return ""
}

// course is the sparkline of a row; it stands in many lists and is drawn once, if possible with the row's own page.
func (s *scope) course(r *derive.IndicatorResult) template.HTML {
	return s.courseBy(r, func() string { return chart.Course(s.words, s.world, s.world.Period(r.Period.ID), r) })
}

func (s *scope) courseBy(r *derive.IndicatorResult, draw func() string) template.HTML {
	drawn, ok := s.courses.Load(r)
	if !ok {
		drawn, _ = s.courses.LoadOrStore(r, template.HTML(draw()))
	}
	return drawn.(template.HTML)
}

// targets are the targets that held at the cut-off, as tables print them.
func (s *scope) targets(r *derive.IndicatorResult) string {
	var all []string
	for _, t := range r.Targets {
		all = append(all, s.words.TargetShort(r.Indicator, *t.Target))
	}
	return strings.Join(all, "; ")
}

// badge is the word for a figure that is less firm than final; empty otherwise.
func (s *scope) badge(d plan.DataStatus) string {
	if d == "" || d == plan.Final {
		return ""
	}
	return wording.DataStatus(s.lang, d)
}
