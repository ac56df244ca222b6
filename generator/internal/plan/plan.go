// Package plan holds the domain: a site of plans, each with its printed rows, indicators, targets, tasks, periods and
// snapshots. The structs are the schema of the YAML files that staff edit (field tags: a field without omitempty is
// required); see the content folder's own README for the layout. Nothing here reads files, knows a clock or a locale.
//
// Every enumeration has a method Allowed with the values that the files may hold, in the order of the documents.
package plan

// Ids are lower-case, stable and as printed; a file's name is its id.
type (
	IndicatorID string
	TaskID      string
	TargetID    string
	AgencyID    string
	AreaID      string
	PeriodID    string
	SourceID    string
	PublisherID string
	TierID      string
	BreakdownID string
)

// Site is the whole content folder.
type Site struct {
	Settings Settings
	Agencies []Agency   // in the registry's order
	Plans    []*Plan    // newest first: by end, then id
	Pages    []Page     // by slug, then language
	Emblem   *Emblem    // the file that the theme names; nil without one
	Recorded []Recorded // what was released, by plan, in the order of each ledger
}

// Agency finds an agency or group of the registry; nil when there is none.
func (s *Site) Agency(id AgencyID) *Agency {
	for i := range s.Agencies {
		if s.Agencies[i].ID == id {
			return &s.Agencies[i]
		}
	}
	return nil
}

// Settings is site.yaml: who publishes, under which name and licence.
type Settings struct {
	Name            Text     `yaml:"name"`
	Publisher       Text     `yaml:"publisher"`
	Disclaimer      Text     `yaml:"disclaimer,omitempty"` // one line under the masthead: whose site this is not
	BaseURL         string   `yaml:"base_url,omitempty"`
	Licence         *Licence `yaml:"licence,omitempty"`
	Feedback        string   `yaml:"feedback,omitempty"` // an http, https or mailto address
	StrictLanguages bool     `yaml:"strict_languages,omitempty"`
	Pictures        bool     `yaml:"pictures,omitempty"` // charts as PNG, and a preview picture beside each page
	Theme           *Theme   `yaml:"theme,omitempty"`
	Contact         *Contact `yaml:"contact,omitempty"`
	Footer          Text     `yaml:"footer,omitempty"`          // one more line at the foot of every page
	PublicContacts  []string `yaml:"public_contacts,omitempty"` // telephone numbers and e-mail addresses that the office publishes: texts may hold them
}

// Licence of the data: an SPDX id, or a name of its own, with the address of its text.
type Licence struct {
	ID   string `yaml:"id"`
	Name Text   `yaml:"name"`
	URL  string `yaml:"url"`
}

// Agency is an office, or a collective name ("các sở, ban, ngành") that answers as a group.
type Agency struct {
	ID        AgencyID    `yaml:"id"`
	Name      Text        `yaml:"name"`
	Short     Text        `yaml:"short,omitempty"`
	Level     AgencyLevel `yaml:"level"`
	ValidFrom Date        `yaml:"valid_from,omitempty"`
	ValidTo   Date        `yaml:"valid_to,omitempty"`
	Successor AgencyID    `yaml:"successor,omitempty"`
	Note      Text        `yaml:"note,omitempty"` // how it ended, where the name differs from the printed one, …
}

// AgencyLevel says at which level an agency works; group is a collective name.
type AgencyLevel string

// The levels.
const (
	Central  AgencyLevel = "central"
	Province AgencyLevel = "province"
	District AgencyLevel = "district"
	Commune  AgencyLevel = "commune"
	Other    AgencyLevel = "other"
	Group    AgencyLevel = "group"
)

// Allowed lists the values that the files may hold.
func (AgencyLevel) Allowed() []string {
	return []string{"central", "province", "district", "commune", "other", "group"}
}

// Page is a Markdown page of the site or a section of a plan's narrative.
type Page struct {
	File  string // path in the content folder, for messages
	Slug  string // the file's name without language and ending
	Lang  Lang
	Title string
	Order int    // position among its kind; from the front matter
	About string // the clause that it speaks of; empty for pages of the site
	Body  string // Markdown without front matter
	Line  int    // the line of the file on which Body begins
}

// Plan is a folder of plans/: plan.yaml and everything beside it.
type Plan struct {
	ID            string          `yaml:"-"`
	Title         Text            `yaml:"title"`
	Short         Text            `yaml:"short"`
	Place         Text            `yaml:"place"`
	Decision      Document        `yaml:"decision"`
	Issuer        Text            `yaml:"issuer"`
	Start         Date            `yaml:"start"`
	End           Date            `yaml:"end"`
	CompiledFrom  CompiledFrom    `yaml:"compiled_from,omitempty"`
	Compiler      Text            `yaml:"compiler,omitempty"`
	Looked        Date            `yaml:"looked,omitempty"` // the day up to which public sources were searched
	Pace          Pace            `yaml:"pace,omitempty"`
	Annexes       Annexes         `yaml:"annexes"`
	Areas         []Area          `yaml:"areas"`
	Periods       []Period        `yaml:"periods"` // in the order of the cut-offs
	Publishers    []Publisher     `yaml:"publishers,omitempty"`
	Breakdowns    []Breakdown     `yaml:"breakdowns,omitempty"`
	Contradicts   []Contradiction `yaml:"contradictions,omitempty"` // those that concern no single row
	PrintedSHA256 string          `yaml:"printed_sha256,omitempty"`

	Printed    []PrintedRow `yaml:"-"`
	Indicators []*Indicator `yaml:"-"` // in printed order, groups and subgroups too
	Tasks      []*Task      `yaml:"-"` // in printed order, subtasks too
	Snapshots  []*Snapshot  `yaml:"-"` // in the order of the cut-offs; a period without a file has none
	Narrative  []Page       `yaml:"-"` // by order, slug, language
}

// Compiled tells a plan that somebody else compiled from public sources from one reported by its own authority.
func (p *Plan) Compiled() bool { return p.CompiledFrom != "" }

// CompiledFrom says what a compiled plan was compiled from; empty for a plan that reports on itself.
type CompiledFrom string

// Allowed lists the values that the files may hold.
func (CompiledFrom) Allowed() []string { return []string{"public-sources"} }

// Pace is the path that a plan declares between baseline and target; empty declares none.
type Pace string

// Allowed lists the values that the files may hold.
func (Pace) Allowed() []string { return []string{"linear"} }

// Document is a decision, plan, letter or report.
type Document struct {
	Number string `yaml:"number,omitempty"`
	Date   Date   `yaml:"date,omitempty"`
	Title  Text   `yaml:"title,omitempty"`
	URL    string `yaml:"url,omitempty"`
}

// Annexes holds how many rows each annex of the plan prints, and what the annexes are called.
type Annexes struct {
	Indicators Annex `yaml:"indicators,omitempty"`
	Tasks      Annex `yaml:"tasks,omitempty"`
}

// Annex is a printed table of the plan.
type Annex struct {
	Name Text `yaml:"name"`
	Rows int  `yaml:"rows"`
}

// Area is a field of reform; Number is as printed ("IV").
type Area struct {
	ID      AreaID `yaml:"id"`
	Number  string `yaml:"number"`
	Name    Text   `yaml:"name"`
	Printed string `yaml:"printed,omitempty"` // the heading as printed
}

// Period is a reporting period. Order is by cut-off. Everything is judged as of the cut-off, never the clock.
type Period struct {
	ID             PeriodID   `yaml:"id"`
	Name           Text       `yaml:"name"`
	Kind           PeriodKind `yaml:"kind"`
	Start          Date       `yaml:"start,omitempty"`
	End            Date       `yaml:"end,omitempty"`
	Cumulative     bool       `yaml:"cumulative,omitempty"`
	Cutoff         Date       `yaml:"cutoff"`
	DeadlinesUntil Date       `yaml:"deadlines_until,omitempty"` // default: the end of the cut-off's calendar quarter
	Due            Date       `yaml:"due,omitempty"`             // of the report
}

// Deadlines is the last day whose deadlines count as due in the period.
func (p Period) Deadlines() Date {
	if p.DeadlinesUntil.Known() {
		return p.DeadlinesUntil
	}
	return p.Cutoff.QuarterEnd()
}

// PeriodKind tells reports from baselines and from what came out after the plan.
type PeriodKind string

// The kinds of period.
const (
	Baseline PeriodKind = "baseline"
	Report   PeriodKind = "report"
	Late     PeriodKind = "late"
)

// Allowed lists the values that the files may hold.
func (PeriodKind) Allowed() []string { return []string{"baseline", "report", "late"} }

// Publisher is an outside body whose results judge an indicator, with the days on which they came out.
type Publisher struct {
	ID       PublisherID `yaml:"id"`
	Name     Text        `yaml:"name"`
	Releases []Release   `yaml:"releases,omitempty"`
}

// Release is the day on which the result for a reference came out.
type Release struct {
	Reference Reference `yaml:"reference"`
	Date      Date      `yaml:"date"`
	URL       string    `yaml:"url,omitempty"`
}

// ReleaseDate is the day on which a publisher's result for a reference came out; unknown where none is listed.
func (p *Plan) ReleaseDate(id PublisherID, ref Reference) Date {
	for _, publisher := range p.Publishers {
		for _, r := range publisher.Releases {
			if publisher.ID == id && r.Reference.Same(ref) {
				return r.Date
			}
		}
	}
	return Date{}
}

// Breakdown is one value of a disaggregation, such as a level of government.
type Breakdown struct {
	ID        BreakdownID `yaml:"id"`
	Dimension Text        `yaml:"dimension"`
	Name      Text        `yaml:"name"`
}

// Contradiction is a place where the plan contradicts itself; readers are told, nothing is mended in silence.
type Contradiction struct {
	Text   Text   `yaml:"text"`
	Clause string `yaml:"clause,omitempty"`
}

// PrintedRow is a row of printed.csv: the plan's own wording, verbatim and nowhere else.
type PrintedRow struct {
	Annex       AnnexKind
	ID          string
	Number      string // empty where none is printed
	Name        string
	Target      string // target of an indicator, product of a task
	Time        string
	Responsible string // monitoring agencies of an indicator, lead of a task
	Taking      string // executing or coordinating agencies
}

// PrintedColumns is the header of printed.csv, in the order of the fields.
var PrintedColumns = []string{"annex", "id", "number", "name", "target_or_product", "time", "monitoring_or_lead", "executing_or_coordinating"}

// AnnexKind says which annex a printed row stands in.
type AnnexKind string

// The annexes.
const (
	IndicatorAnnex AnnexKind = "indicators"
	TaskAnnex      AnnexKind = "tasks"
)

// Level is the place of a row in its annex.
type Level string

// The levels; groups and subgroups are printed rows without a value of their own.
const (
	GroupLevel     Level = "group"
	SubgroupLevel  Level = "subgroup"
	IndicatorLevel Level = "indicator"
	TaskLevel      Level = "task"
	SubtaskLevel   Level = "subtask"
)

// Allowed lists the values that the files may hold.
func (Level) Allowed() []string { return []string{"group", "subgroup", "indicator", "task", "subtask"} }

// Answering gives the agencies that monitor an indicator and those that execute it: its own, or those of the row that
// it takes them from.
func (p *Plan) Answering(i *Indicator) (monitoring, executing []AgencyID) {
	for range p.Indicators { // a chain cannot be longer than the plan
		if i.AgenciesFrom == "" {
			break
		}
		from := p.Indicator(i.AgenciesFrom)
		if from == nil {
			break
		}
		i = from
	}
	return i.Monitoring, i.Executing
}

// Indicator finds a row of the indicators' annex; nil when there is none.
func (p *Plan) Indicator(id IndicatorID) *Indicator {
	for _, i := range p.Indicators {
		if i.ID == id {
			return i
		}
	}
	return nil
}
