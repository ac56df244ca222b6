package page

import (
	"fmt"

	"minhbach/generator/internal/plan"
)

// Table is a data file as the data page lists it: data/<name>.csv and data/<name>.json. The room that knows both the
// data and the pages hands the list in.
type Table struct {
	Name    string
	Columns []Column
	Rows    func() int // counted when the page is written
}

// Column is a column of a data file; Type is string, number, integer, boolean, date or list.
type Column struct{ Name, Type string }

// dataView is the page of the data files: what each holds, how to read them, what every column means.
type dataView struct {
	*Frame
	Heading, Lead string
	Tables        []TableRow
	Cuts          []Link // pages with files of single rows
	Licence       *Link
	Manifest      string
	Cite          string
}

// TableRow is a data file with its codebook.
type TableRow struct {
	Name, Holds, Rows string
	CSV, JSON         string
	Columns           []ColumnRow
}

// ColumnRow is an entry of the codebook.
type ColumnRow struct{ Name, Type, Meaning string }

func dataPages(s *scope) []Page {
	return []Page{s.page(DataPath, "pages/data.html", func(f *Frame) any { return s.data(f) })}
}

func (s *scope) data(f *Frame) any {
	v := dataView{Frame: f, Heading: s.say("data.heading"), Lead: s.say("data.lead"), Manifest: s.link(f, ManifestPath)}
	f.Section, f.Title, f.Description = NavData, v.Heading, v.Lead
	f.crumb(s.say("nav.home"), HomePath(s.lang))
	for _, t := range s.Tables {
		row, err := s.tableRow(f, t)
		if err != nil {
			return err
		}
		v.Tables = append(v.Tables, row)
	}
	if l := s.site.Settings.Licence; l != nil {
		v.Licence = &Link{l.Name.In(s.lang), l.URL}
	}
	if s.world == nil {
		return v
	}
	f.at(s.now)
	p := s.world.Plan
	v.Cuts = []Link{{s.say("data.cuts.indicators"), s.link(f, IndicatorsPath(s.lang, p))}, {s.say("data.cuts.agencies"), s.link(f, AgenciesPath(s.lang, p))},
		{s.say("data.cuts.periods"), s.link(f, PeriodsPath(s.lang, p))}}
	f.About = s.siteData(f)
	v.Cite = s.citeWhole(f, s.say("data.cite"))
	return v
}

// tableRow puts words to a table; one that the codebook does not know fails the page.
func (s *scope) tableRow(f *Frame, t Table) (TableRow, error) {
	row := TableRow{Name: t.Name, Rows: s.number(t.Rows()), CSV: s.link(f, TablePath(t.Name, "csv")), JSON: s.link(f, TablePath(t.Name, "json"))}
	holds, ok := s.codebook["table "+t.Name]
	if !ok {
		return row, fmt.Errorf("layouts: codebook.json has no %q", "table "+t.Name)
	}
	row.Holds = holds.In(s.lang)
	for _, c := range t.Columns {
		meaning, ok := s.meaning(t.Name, c.Name)
		if !ok {
			return row, fmt.Errorf("layouts: codebook.json has neither %q nor %q", t.Name+"."+c.Name, c.Name)
		}
		row.Columns = append(row.Columns, ColumnRow{c.Name, s.say("type." + c.Type), meaning.In(s.lang)})
	}
	return row, nil
}

// meaning is what a column means in a table, or wherever it stands.
func (s *scope) meaning(table, column string) (plan.Text, bool) {
	if text, ok := s.codebook[table+"."+column]; ok {
		return text, true
	}
	text, ok := s.codebook[column]
	return text, ok
}
