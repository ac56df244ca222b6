package page

import (
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

// complianceView is who reported when: bodies in the order of the registry, never by how they did.
type complianceView struct {
	*Frame
	Heading, Summary, Caption string
	Periods                   []CompliancePeriod
	Rows                      []ComplianceRow
	Data                      []Link
}

// CompliancePeriod heads a column.
type CompliancePeriod struct{ Text, Due string }

// ComplianceRow is a body with a cell a period.
type ComplianceRow struct {
	Link
	Cells []ComplianceCell
}

// ComplianceCell is how a body reported in a period; without a word nothing was due.
type ComplianceCell struct {
	Tile                 Tile
	Word, Rows, Received string
}

var complianceKinds = map[derive.ComplianceVerdict]string{
	derive.ReportedOnTime: "met", derive.ReportedLate: "late", derive.ReportedPartial: "notyet", derive.ReportMissing: "unreported",
}

func compliancePages(s *scope) []Page {
	if s.world.Plan.Compiled() {
		return nil
	}
	address := func(l plan.Lang) string { return CompliancePath(l, s.world.Plan) }
	return []Page{s.page(address, "pages/compliance.html", func(f *Frame) any { return s.compliance(f) })}
}

func (s *scope) compliance(f *Frame) any {
	v := complianceView{Frame: f, Heading: s.say("compliance.heading"), Summary: s.say("compliance.summary"), Caption: s.say("compliance.caption"),
		Data: []Link{{"CSV", s.link(f, TablePath("compliance", "csv"))}, {"JSON", s.link(f, TablePath("compliance", "json"))}}}
	f.Title, f.Description = v.Heading, v.Summary
	f.crumb(s.say("nav.home"), HomePath(s.lang))
	f.at(s.now)
	for _, a := range s.world.Periods {
		head := CompliancePeriod{Text: s.words.Period(a.Period)}
		if a.Period.Due.Known() {
			head.Due = s.say("compliance.due", s.date(a.Period.Due))
		}
		v.Periods = append(v.Periods, head)
	}
	v.Rows = s.complianceRows(f)
	return v
}

func (s *scope) complianceRows(f *Frame) []ComplianceRow {
	cells := s.complianceCells()
	var rows []ComplianceRow
	for n := range s.site.Agencies {
		a := &s.site.Agencies[n]
		if of := cells[a.ID]; of != nil {
			rows = append(rows, ComplianceRow{s.agencyLink(f, a), of})
		}
	}
	return rows
}

// complianceCells are how each body of which anything was due reported, a cell a period.
func (s *scope) complianceCells() map[plan.AgencyID][]ComplianceCell {
	column := make(map[plan.PeriodID]int, len(s.world.Periods))
	for n, a := range s.world.Periods {
		column[a.Period.ID] = n
	}
	cells := map[plan.AgencyID][]ComplianceCell{}
	for _, r := range s.world.Compliance(s.site.Agencies) {
		if cells[r.Agency] == nil {
			cells[r.Agency] = make([]ComplianceCell, len(s.world.Periods))
		}
		cells[r.Agency][column[r.Period.ID]] = s.complianceCell(r)
	}
	return cells
}

func (s *scope) complianceCell(r derive.ComplianceResult) ComplianceCell {
	if r.RowsDue == 0 {
		return ComplianceCell{}
	}
	c := ComplianceCell{Tile: Tile{Kind: complianceKinds[r.Verdict]}, Rows: s.say("compliance.rows", s.number(r.RowsReported), s.number(r.RowsDue))}
	if r.Verdict == derive.ReportedLate {
		c.Word = s.count("compliance.late", r.DaysLate)
	} else {
		c.Word = s.say("compliance." + string(r.Verdict))
	}
	if r.Received.Known() {
		c.Received = s.say("compliance.received", s.date(r.Received))
		if r.Verdict == derive.ReportedPartial && r.DaysLate > 0 {
			c.Received += ", " + s.count("compliance.partial.late", r.DaysLate)
		}
	}
	return c
}
