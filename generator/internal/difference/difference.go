// Package difference tells what changed between two states of a plan.
//
// In come two sides, each as its tables of open data: those of a recorded release, of a copy of the site, or of a period
// as it is judged today. So what was released is compared as it was released, whatever the content says now. Out goes a
// Difference of typed lists, each with the worst first; Words (words.go) says them in a language, and one file each
// encodes them: text, Markdown, HTML, JSON. There is no clock and no map order, and a table that a side lacks is empty.
//
// A row falls back when its status or verdict stands lower than before: met, on track, not yet met or behind, missed; done,
// in progress, not started. What a deadline alone brought about is told apart from it.
package difference

import (
	"cmp"
	"slices"

	"minhbach/generator/internal/ledger"
)

// Side is a state of a plan, as of a period.
type Side struct {
	Plan, Period string
	Draft        bool // the period has no released snapshot yet
	Recorded     bool // the tables are those of a release or a copy, not of today's content
	Tables       map[string][]byte
}

// Difference is what changed from one side to the other. Texts of the plan are there in both languages.
type Difference struct {
	Plan       string         `json:"plan"`
	From       Mark           `json:"from"`
	To         Mark           `json:"to"`
	Compiled   bool           `json:"compiled"` // nobody knows why a compiled plan's figures are what they are
	Gone       []Gone         `json:"gone"`
	Standings  []Standing     `json:"standings"`
	Revised    []Revised      `json:"revised"`
	Redefined  []Redefinition `json:"definition_changes"`
	New        []Figure       `json:"new"`
	Compliance []Reporting    `json:"compliance"`
}

// Text is a text in both languages.
type Text struct {
	VI string `json:"vi"`
	EN string `json:"en"`
}

func (t Text) empty() bool { return t == Text{} }

// Mark names a side.
type Mark struct {
	Period   string `json:"period"`
	Name     Text   `json:"name"`
	Cutoff   string `json:"cutoff"`
	Released string `json:"released"`
	Recorded bool   `json:"recorded"`
	Draft    bool   `json:"draft"`
}

// RowName is a row of an annex: an indicator or a task.
type RowName struct {
	Indicator string `json:"indicator,omitempty"`
	Task      string `json:"task,omitempty"`
	Name      Text   `json:"name"`
}

// Gone is what was there and is not any more. With a reason it was withdrawn by a correction.
type Gone struct {
	RowName
	Kind   string `json:"kind"` // the table that it stood in
	What   string `json:"what"` // a period, a time or the number of a document
	Value  Value  `json:"value"`
	Reason Text   `json:"reason"`
}

// Course is how a row went from one status or verdict to another.
type Course string

// The courses, as they are read.
const (
	Fell    Course = "fell"    // lower than before
	Expired Course = "expired" // the due day came, and it is not reached
	Unknown Course = "unknown" // it was known, and is not
	Known   Course = "known"   // it was not known, or could not be judged, and is
	Rose    Course = "rose"    // higher than before
	Other   Course = "other"   // neither
)

var courses = []Course{Fell, Expired, Unknown, Known, Other, Rose}

// Standing is a row whose status or verdict is another.
type Standing struct {
	RowName
	Before string `json:"before"`
	After  string `json:"after"`
	Course Course `json:"course"`
	Why    Text   `json:"why"`    // the engine's explanation of the new one
	Reason Text   `json:"reason"` // what staff wrote: a note, a declared gap, a correction, a changed definition
}

// Revised is a released value that was corrected, or a reported state that fell back.
type Revised struct {
	RowName
	Period string `json:"period"`
	Of     Text   `json:"period_name"`
	Field  string `json:"field"`
	From   Value  `json:"from"`
	To     Value  `json:"to"`
	Reason Text   `json:"reason"`
}

// Redefinition is a declared change of a definition.
type Redefinition struct {
	RowName
	Definition string `json:"definition"`
	From       string `json:"from"`
	To         string `json:"to"`
	Reason     Text   `json:"reason"`
	Document   string `json:"document"`
}

// Figure is a figure that was not there before.
type Figure struct {
	RowName
	Period    string `json:"period"`
	Reference string `json:"reference"`
	Measure   string `json:"measure"`
	Part      Text   `json:"part"` // what it is of, where it is not of the whole
	Value     Value  `json:"value"`
	Judged    bool   `json:"judged"`
}

// Value is a figure, a state or a day as it stands in the tables, with what is needed to say it.
type Value struct {
	Text string `json:"text"` // as written; empty when there is none
	Kind string `json:"kind"` // of the indicator's values, or the field of a task's report
	Name Text   `json:"name"` // of a tier
	Unit Text   `json:"unit"`
}

// Reporting is how an agency reported in the newer period.
type Reporting struct {
	Agency       string `json:"agency"`
	Name         Text   `json:"name"`
	Verdict      string `json:"verdict"`
	Before       string `json:"before"` // in the older period; empty when nothing was due
	DaysLate     string `json:"days_late"`
	RowsDue      string `json:"rows_due"`
	RowsReported string `json:"rows_reported"`
}

// Between compares two sides of one plan, the older first.
func Between(from, to Side) Difference {
	c := comparison{from: read(from), to: read(to)}
	d := Difference{Plan: to.Plan, From: c.from.mark(from), To: c.to.mark(to), Compiled: c.to.cell("plans", "plan", to.Plan, "compiled_from") != ""}
	c.since = c.window(d.From.Cutoff, d.To.Cutoff)
	d.Gone = slices.Concat(c.goneRows(), c.goneFigures(), c.goneRest())
	d.Standings = slices.Concat(c.statuses(), c.verdicts())
	slices.SortStableFunc(d.Standings, func(a, b Standing) int {
		return cmp.Compare(slices.Index(courses, a.Course), slices.Index(courses, b.Course))
	})
	d.Revised, d.Redefined, d.New, d.Compliance = c.revised(), c.redefined(), c.figures(), c.reporting()
	return d
}

// Unexplained are the changes that a release does not let pass: what is gone without a reason, and where the plan
// reports on itself, indicators that fell back, or of which nothing is known any more, without a word about why. That a
// task's state falls back without a reason is refused by the check of the content.
func (d *Difference) Unexplained() (gone []Gone, fallen []Standing) {
	for _, g := range d.Gone {
		if g.Reason.empty() {
			gone = append(gone, g)
		}
	}
	for _, s := range d.Standings {
		silent := s.Course == Fell || s.Course == Unknown && s.After == "not_reported"
		if silent && s.Indicator != "" && !d.Compiled && s.Reason.empty() {
			fallen = append(fallen, s)
		}
	}
	return gone, fallen
}

// comparison is one comparison; since are the periods that the newer side adds.
type comparison struct {
	from, to sheets
	since    map[string]bool
}

// window are the periods after one cut-off, up to another.
func (c *comparison) window(after, until string) map[string]bool {
	all := map[string]bool{}
	for _, r := range c.to.rows("periods") {
		if r["cutoff"] > after && r["cutoff"] <= until {
			all[r["period"]] = true
		}
	}
	return all
}

// sheets are the tables of a side, read when they are asked for, with the rows of its plan alone.
type sheets struct {
	side  Side
	known map[string][]ledger.Row
}

func read(s Side) sheets { return sheets{s, map[string][]ledger.Row{}} }

func (s sheets) rows(table string) []ledger.Row {
	if _, known := s.known[table]; !known {
		s.known[table] = slices.DeleteFunc(ledger.Rows(s.side.Tables[table]), func(r ledger.Row) bool { return r["plan"] != s.side.Plan && table != "agencies" })
	}
	return s.known[table]
}

// cell is a cell of the first row whose column holds an id.
func (s sheets) cell(table, column, id, want string) string {
	for _, r := range s.rows(table) {
		if r[column] == id {
			return r[want]
		}
	}
	return ""
}

func (s sheets) text(table, column, id, want string) Text {
	return Text{VI: s.cell(table, column, id, want+"_vi"), EN: s.cell(table, column, id, want+"_en")}
}

func (s sheets) mark(side Side) Mark {
	of := func(column string) string { return s.cell("periods", "period", side.Period, column) }
	m := Mark{Period: side.Period, Name: s.text("periods", "period", side.Period, "name"), Cutoff: of("cutoff"), Released: of("released"),
		Recorded: side.Recorded, Draft: side.Draft}
	if side.Draft {
		m.Released = ""
	}
	return m
}

// row names a row by what either side knows of it.
func (c *comparison) row(indicator, task string) RowName {
	n := RowName{Indicator: indicator, Task: task}
	for _, s := range []sheets{c.from, c.to} {
		table, id := "indicators", indicator
		if task != "" {
			table, id = "tasks", task
		}
		if name := s.text(table, table[:len(table)-1], id, "short"); !name.empty() {
			n.Name = name
		}
	}
	return n
}
