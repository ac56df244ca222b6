package plan

import "strings"

// Snapshot is what became known of a plan in one period: snapshots/<period>.yaml.
type Snapshot struct {
	Period       PeriodID            `yaml:"-"`
	Cutoff       Date                `yaml:"cutoff"` // must equal the period's
	Status       DataStatus          `yaml:"status"`
	Released     Date                `yaml:"released,omitempty"` // the day this site first published it; without one it is a draft
	Looked       Date                `yaml:"looked,omitempty"`
	Sources      map[SourceID]Source `yaml:"sources,omitempty"`
	Observations []Observation       `yaml:"observations,omitempty"`
	StatedTotals []StatedTotal       `yaml:"stated_totals,omitempty"`
	TaskReports  []TaskReport        `yaml:"task_reports,omitempty"`
	Related      []Related           `yaml:"related,omitempty"`
	NotReported  []NotReported       `yaml:"not_reported,omitempty"`
	Reports      []AgencyReport      `yaml:"reports,omitempty"`
	Corrections  []Correction        `yaml:"corrections,omitempty"`
	Redefined    []DefinitionChange  `yaml:"definition_changes,omitempty"`
	SignedOff    *SignOff            `yaml:"signed_off,omitempty"`
}

// SignOff says which second person looked at a snapshot and let it pass, and when. The line of the ledger repeats it
// beside the digests of what was released.
type SignOff struct {
	By string `yaml:"by"`
	On Date   `yaml:"on"`
}

// DataStatus says how firm figures are. In a compiled plan final means "not marked provisional by its publisher".
type DataStatus string

// The data statuses, the firmest last.
const (
	Sample      DataStatus = "sample"
	Provisional DataStatus = "provisional"
	Final       DataStatus = "final"
)

// Allowed lists the values that the files may hold.
func (DataStatus) Allowed() []string { return []string{"sample", "provisional", "final"} }

// Source is a page or document that a figure comes from.
type Source struct {
	Title      string     `yaml:"title"`
	TitleLang  Lang       `yaml:"title_lang,omitempty"` // default vi
	Publisher  Text       `yaml:"publisher"`
	URL        string     `yaml:"url"`
	Published  Published  `yaml:"published"` // a day, or unknown
	Confidence Confidence `yaml:"confidence"`
	Note       Text       `yaml:"note,omitempty"`
}

// Allowed lists the values that the files may hold.
func (Lang) Allowed() []string { return []string{"vi", "en"} }

// Confidence says how near a source is to the body that made the figure.
type Confidence string

// Allowed lists the values that the files may hold.
func (Confidence) Allowed() []string {
	return []string{"primary", "official_republished", "newspaper", "third_party", "computed"}
}

// Observation is a figure. Its key is plan, indicator, period, breakdown, reference and measure.
type Observation struct {
	Indicator   IndicatorID `yaml:"indicator"`
	Reference   Reference   `yaml:"reference"`
	Breakdown   BreakdownID `yaml:"breakdown,omitempty"` // empty: the headline
	Measure     Measure     `yaml:"measure,omitempty"`   // default: the indicator's own
	Value       Number      `yaml:"value,omitempty"`
	Rank        *Rank       `yaml:"rank,omitempty"`
	Tier        TierID      `yaml:"tier,omitempty"`
	Yes         *bool       `yaml:"yes,omitempty"`
	Numerator   Number      `yaml:"numerator,omitempty"`
	Denominator Number      `yaml:"denominator,omitempty"`
	Suppressed  Suppression `yaml:"suppressed,omitempty"` // why the figure is kept back; then it has no value of any kind
	Comparable  Comparable  `yaml:"comparable"`
	DataStatus  DataStatus  `yaml:"data_status,omitempty"` // may only lower the snapshot's
	Source      SourceID    `yaml:"source"`
	Confidence  Confidence  `yaml:"confidence,omitempty"` // default: the source's
	Published   Date        `yaml:"published,omitempty"`  // of the figure, where it differs from the source's
	Quote       string      `yaml:"quote,omitempty"`      // the sentence of the source, in its own language
	Note        Text        `yaml:"note,omitempty"`
}

// Rank is a place among so many.
type Rank struct {
	Place int `yaml:"place"`
	Of    int `yaml:"of"`
}

// Suppression is the reason why a figure that is known is not published. It is a gap, never a zero.
type Suppression string

// SmallCount protects persons: of so few, somebody would be recognised.
const SmallCount Suppression = "small_count"

// Allowed lists the values that the files may hold.
func (Suppression) Allowed() []string { return []string{string(SmallCount)} }

// Comparable says whether a figure may be set against the row's target.
type Comparable string

// The grades of comparability; a figure that is not comparable at all has no place in a snapshot.
const (
	Fully  Comparable = "full"
	Partly Comparable = "partly"
)

// Allowed lists the values that the files may hold.
func (Comparable) Allowed() []string { return []string{"full", "partly"} }

// StatedTotal is a total that a report states ("9 of 27 tasks done"), shown beside what is documented row by row.
type StatedTotal struct {
	Of        StatedOf  `yaml:"of"`
	Done      int       `yaml:"done"`
	Total     int       `yaml:"total"`
	Reference Reference `yaml:"reference"`
	Source    SourceID  `yaml:"source"`
	Quote     string    `yaml:"quote,omitempty"`
	Note      Text      `yaml:"note,omitempty"`
}

// StatedOf says what a stated total counts.
type StatedOf string

// Allowed lists the values that the files may hold.
func (StatedOf) Allowed() []string { return []string{"tasks", "indicators"} }

// TaskReport is what became known of a task.
type TaskReport struct {
	Task      TaskID    `yaml:"task"`
	Milestone string    `yaml:"milestone,omitempty"` // empty: the task as a whole
	State     TaskState `yaml:"state"`
	Completed Date      `yaml:"completed,omitempty"`
	Document  *Document `yaml:"document,omitempty"`
	Reason    Text      `yaml:"reason,omitempty"` // why a state fell back behind the one reported before
	Source    SourceID  `yaml:"source,omitempty"`
	Quote     string    `yaml:"quote,omitempty"`
	Note      Text      `yaml:"note,omitempty"`
}

// Related is a document that may belong to a task and changes nothing.
type Related struct {
	Task   TaskID   `yaml:"task"`
	Number string   `yaml:"number,omitempty"`
	Title  Text     `yaml:"title"`
	Date   Date     `yaml:"date,omitempty"`
	Match  Match    `yaml:"match"`
	Source SourceID `yaml:"source"`
	Quote  string   `yaml:"quote,omitempty"`
	Note   Text     `yaml:"note,omitempty"` // what speaks for the match and what against
}

// Match says how surely a document is a task's.
type Match string

// Allowed lists the values that the files may hold.
func (Match) Allowed() []string { return []string{"sure", "likely", "possible", "none"} }

// NotReported is a declared gap of a plan that reports on itself.
type NotReported struct {
	Indicator IndicatorID `yaml:"indicator"`
	Reason    Text        `yaml:"reason"`
}

// AgencyReport says when an agency's report for the period came in; of plans that report on themselves.
type AgencyReport struct {
	Agency   AgencyID `yaml:"agency"`
	Received Date     `yaml:"received"`
}

// Correction revises a released value of an earlier period, or a task's state, date or document. The value is found by
// period, indicator, reference, breakdown and measure, or by period, task and milestone. From must be the newest
// vintage; an empty To withdraws the value.
type Correction struct {
	Indicator IndicatorID `yaml:"indicator,omitempty"`
	Task      TaskID      `yaml:"task,omitempty"`
	Milestone string      `yaml:"milestone,omitempty"`
	Period    PeriodID    `yaml:"period"`
	Reference Reference   `yaml:"reference,omitempty"`
	Breakdown BreakdownID `yaml:"breakdown,omitempty"`
	Measure   Measure     `yaml:"measure,omitempty"`
	Field     Field       `yaml:"field"`
	From      Scalar      `yaml:"from"`
	To        Scalar      `yaml:"to"` // null withdraws
	Reason    Text        `yaml:"reason"`
}

// Field is what a correction revises.
type Field string

// The fields: six of observations, two of task reports.
const (
	ValueField       Field = "value"
	RankField        Field = "rank"
	TierField        Field = "tier"
	YesField         Field = "yes"
	NumeratorField   Field = "numerator"
	DenominatorField Field = "denominator"
	StateField       Field = "state"
	CompletedField   Field = "completed"
)

// Allowed lists the values that the files may hold.
func (Field) Allowed() []string {
	return []string{"value", "rank", "tier", "yes", "numerator", "denominator", "state", "completed"}
}

// Scalar is a value as it is written in a file: a number, a rank ("19/61"), a tier's id, true or false, a state, a day,
// or nothing.
type Scalar string

// DefinitionChange declares that a target, direction, due day, threshold or agency was changed although statuses
// judged by it have been released.
type DefinitionChange struct {
	What     string   `yaml:"what"` // the row and field, as "indicators/5 targets.t1.value"
	From     string   `yaml:"from"`
	To       string   `yaml:"to"`
	Why      Text     `yaml:"why"`
	Document Document `yaml:"document,omitempty"`
}

// WholePlan is what a definition change names that concerns every row: pace, periods, publishers.
const WholePlan = "plan"

// Row is the row that a definition change names, "indicators/4 …" or "tasks/21 …"; empty for all others.
func (d *DefinitionChange) Row() (kind AnnexKind, id string) {
	row, _, _ := strings.Cut(d.What, " ")
	folder, id, named := strings.Cut(row, "/")
	if k := AnnexKind(folder); named && (k == IndicatorAnnex || k == TaskAnnex) {
		return k, id
	}
	return "", ""
}

// Previewed is the plan as it would be were its drafts released on their cut-offs.
func (p *Plan) Previewed() *Plan {
	then := *p
	then.Snapshots = nil
	for _, s := range p.Snapshots {
		if !s.Released.Known() {
			released := *s
			released.Released = s.Cutoff
			s = &released
		}
		then.Snapshots = append(then.Snapshots, s)
	}
	return &then
}
