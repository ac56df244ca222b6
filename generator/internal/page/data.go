package page

import (
	"fmt"
	"math/big"
	"strings"

	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
)

// Data is what the pages say of the open data. The room that knows both hands it in.
type Data struct {
	Tables   []Table
	Lists    []CodeList
	Packages []Download // all tables in one file
	Papers   []string   // paths of what describes the data to machines
	Citation plan.Text  // how to cite them as a whole
}

// Table is a data file as the data page lists it: data/<name>.csv and data/<name>.json.
type Table struct {
	Name    string
	Columns []Column
	Rows    func() int // counted when the page is written
}

// Column is a column of a data file. Type is string, code, number, integer, boolean, date, list or value; Of the list of
// a code; Unit that of a number; Rule the rule that the cells come from.
type Column struct {
	Name, Type, Of, Unit, Rule string
	Key                        bool
}

// CodeList is a list of codes with what each is called.
type CodeList struct {
	Name  string
	Codes []Code
}

// Code is a value of a column of codes.
type Code struct {
	ID   string
	Name plan.Text
}

// Download is a file as a whole; its size is measured when a page is written.
type Download struct {
	Path, Format, MediaType string
	Bytes                   func() (int64, error)
}

// dataView is the page of the data files: what each holds, how to read them, what every column means.
type dataView struct {
	*Frame
	Heading, Lead string
	Packages      []DownloadRow
	Tables        []TableRow
	Cuts          []Link // pages with files of single rows
	Lists         []ListRow
	Licence       *Link
	Papers        []Link
	Releases      []ReleaseRow
	Ledger        string
	Feed          string
	Calendar      string
	Manifest      string
	Cite          string
}

// DownloadRow is a file as a whole, with what it is good for.
type DownloadRow struct {
	Link
	What, Size string
}

// ReleaseRow is what was kept of a release.
type ReleaseRow struct{ Name, Zip, Manifest string }

// TableRow is a data file with its codebook.
type TableRow struct {
	Name, Holds, Rows string
	CSV, JSON         string
	Columns           []ColumnRow
}

// ColumnRow is an entry of the codebook.
type ColumnRow struct {
	Name, Title, Type, Meaning string
	Codes                      string // where the codes are listed
	Rule                       *Link
	Key                        bool
}

// ListRow is a list of codes in the language.
type ListRow struct {
	ID, Name string
	Codes    []Link // the code, and in the place of an address what it is called
}

func dataPages(s *scope) []Page {
	return []Page{s.page(DataPath, "pages/data.html", func(f *Frame) any { return s.data(f) })}
}

func (s *scope) data(f *Frame) any {
	v := dataView{Frame: f, Heading: s.say("data.heading"), Lead: s.say("data.lead"), Manifest: s.link(f, ManifestPath)}
	f.Section, f.Title, f.Description = NavData, v.Heading, v.Lead
	f.crumb(s.say("nav.home"), HomePath(s.lang))
	for _, d := range s.Data.Packages {
		row, err := s.download(f, d)
		if err != nil {
			return err
		}
		v.Packages = append(v.Packages, row)
	}
	for _, t := range s.Data.Tables {
		row, err := s.tableRow(f, t)
		if err != nil {
			return err
		}
		v.Tables = append(v.Tables, row)
	}
	for _, l := range s.Data.Lists {
		v.Lists = append(v.Lists, s.listRow(l))
	}
	for _, p := range s.Data.Papers {
		v.Papers = append(v.Papers, Link{p, s.link(f, p)})
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
	v.Feed, v.Calendar = s.link(f, FeedPath(s.lang)), s.link(f, CalendarPath)
	v.Releases, v.Ledger = s.releases(f), s.link(f, LedgerPath)
	f.About = s.siteData(f)
	v.Cite = s.Data.Citation.In(s.lang)
	return v
}

func (s *scope) download(f *Frame, d Download) (DownloadRow, error) {
	size, err := d.Bytes()
	what := map[string]string{"XLSX": s.say("data.package.xlsx"), "ZIP": s.say("data.package.zip"), "SQLite": s.say("data.package.sqlite")}
	return DownloadRow{Link{d.Format, s.link(f, d.Path)}, what[d.Format], s.size(size)}, err
}

// size is a number of bytes as people read it; a kilobyte has 1,000.
func (s *scope) size(bytes int64) string {
	if bytes < 1000*1000 {
		return lang.Int(s.lang, int((bytes+999)/1000)) + " kB"
	}
	return lang.Number(s.lang, plan.Rounded(big.NewRat(bytes, 1000*1000), 1)) + " MB"
}

// releases are those that a ledger recorded, the newest plan's first.
func (s *scope) releases(f *Frame) []ReleaseRow {
	var rows []ReleaseRow
	for _, w := range s.worlds {
		of := s.about(w)
		for _, r := range s.site.Published() {
			if r.Plan == w.Plan.ID {
				rows = append(rows, ReleaseRow{w.Plan.Short.In(s.lang) + ", " + of.periodName(r.Period) + ", " + s.date(r.Date),
					s.link(f, ReleasePath(r.Plan, r.Period, "zip")), s.link(f, ReleasePath(r.Plan, r.Period, "manifest.json"))})
			}
		}
	}
	return rows
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
		meaning, ok := s.codebookOf("", t.Name, c.Name)
		if !ok {
			return row, fmt.Errorf("layouts: codebook.json has neither %q nor %q", t.Name+"."+c.Name, c.Name)
		}
		title, _ := s.codebookOf("title ", t.Name, c.Name)
		r := ColumnRow{Name: c.Name, Title: title.In(s.lang), Type: s.say("type." + c.Type), Meaning: meaning.In(s.lang), Key: c.Key}
		if c.Of != "" && c.Type == "code" {
			r.Codes = listID(c.Of)
		}
		if unit, ok := s.codebook["unit "+c.Unit]; ok {
			r.Type += ", " + unit.In(s.lang)
		}
		if c.Rule != "" {
			r.Rule = &Link{c.Rule, s.link(f, MethodologyPath(s.lang)) + "#" + ruleAnchor(c.Rule)}
		}
		row.Columns = append(row.Columns, r)
	}
	return row, nil
}

// codebookOf is what the codebook says of a column in a table, or wherever it stands.
func (s *scope) codebookOf(kind, table, column string) (plan.Text, bool) {
	if text, ok := s.codebook[kind+table+"."+column]; ok {
		return text, true
	}
	text, ok := s.codebook[kind+column]
	return text, ok
}

// ruleAnchor is where the methodology page has a rule, or the rules of a kind: status/*.
func ruleAnchor(rule string) string {
	family, all := strings.CutSuffix(rule, "/*")
	switch {
	case !all:
		return rule
	case family == "path":
		return "path/milestones"
	case family == "status":
		return "statuses"
	}
	return family + "s"
}

func listID(name string) string { return "list-" + name }

func (s *scope) listRow(l CodeList) ListRow {
	row := ListRow{ID: listID(l.Name), Name: l.Name}
	for _, c := range l.Codes {
		row.Codes = append(row.Codes, Link{c.ID, c.Name.In(s.lang)})
	}
	return row
}
