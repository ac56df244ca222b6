package plan

// Indicator is a row of the indicators' annex: a group or subgroup, or an indicator that is measured.
type Indicator struct {
	ID            IndicatorID     `yaml:"-"`
	Printed       PrintedRow      `yaml:"-"`
	Level         Level           `yaml:"level"`
	Parent        IndicatorID     `yaml:"parent,omitempty"`
	Area          AreaID          `yaml:"area"`
	Name          Text            `yaml:"name"`
	Short         Text            `yaml:"short"` // editorial, 34 characters at most
	Meaning       Text            `yaml:"meaning,omitempty"`
	Clause        string          `yaml:"clause"`
	Value         ValueKind       `yaml:"value,omitempty"`
	Unit          Text            `yaml:"unit,omitempty"` // of value number, score and unit_count
	Direction     Direction       `yaml:"direction,omitempty"`
	Measure       Measure         `yaml:"measure,omitempty"`
	Tiers         []Tier          `yaml:"tiers,omitempty"`          // worst first
	SmallestCount int             `yaml:"smallest_count,omitempty"` // counts of persons between zero and this are not published
	Publisher     PublisherID     `yaml:"publisher,omitempty"`
	Monitoring    []AgencyID      `yaml:"monitoring,omitempty"`
	Executing     []AgencyID      `yaml:"executing,omitempty"`
	AgenciesFrom  IndicatorID     `yaml:"agencies_from,omitempty"` // the row whose agencies answer for this one
	Targets       []Target        `yaml:"targets,omitempty"`
	AlsoSet       []AlsoSet       `yaml:"also_set,omitempty"`
	Breaks        []Break         `yaml:"breaks,omitempty"`
	Continues     string          `yaml:"continues,omitempty"` // "<plan>/<indicator>": the row of an earlier plan whose series this one goes on
	Contradicts   []Contradiction `yaml:"contradictions,omitempty"`
	Note          Text            `yaml:"note,omitempty"` // editorial: letter given here, what the row leaves open, …
}

// Measured tells an indicator from a group or subgroup.
func (i *Indicator) Measured() bool { return i.Level == IndicatorLevel }

// Tier finds a tier and its place, counted from 1 for the worst; 0 when there is none.
func (i *Indicator) Tier(id TierID) (Tier, int) {
	for n, t := range i.Tiers {
		if t.ID == id {
			return t, n + 1
		}
	}
	return Tier{}, 0
}

// Tier is a group that a publisher sorts results into.
type Tier struct {
	ID   TierID `yaml:"id"`
	Name Text   `yaml:"name"`
}

// ValueKind says what an indicator's values are.
type ValueKind string

// The kinds of value.
const (
	Percent   ValueKind = "percent"
	Quantity  ValueKind = "number"
	Score     ValueKind = "score"
	RankValue ValueKind = "rank"
	TierValue ValueKind = "tier"
	YesNo     ValueKind = "yes_no"
	UnitCount ValueKind = "unit_count"
)

// Allowed lists the values that the files may hold.
func (ValueKind) Allowed() []string {
	return []string{"percent", "number", "score", "rank", "tier", "yes_no", "unit_count"}
}

// Direction says whether more is better. Ranks go down: 1 is the best.
type Direction string

// The directions.
const (
	Up          Direction = "up"
	Down        Direction = "down"
	NoDirection Direction = "none"
)

// Allowed lists the values that the files may hold.
func (Direction) Allowed() []string { return []string{"up", "down", "none"} }

// Measure says what a value counts over time.
type Measure string

// The measures.
const (
	LevelMeasure Measure = "level"
	Cumulative   Measure = "cumulative"
	PeriodAlone  Measure = "period_alone"
	Increment    Measure = "increment"
	Forecast     Measure = "forecast"
)

// Allowed lists the values that the files may hold.
func (Measure) Allowed() []string {
	return []string{"level", "cumulative", "period_alone", "increment", "forecast"}
}

// Target is what the plan sets for an indicator. A target that was replaced stays in the list under the same id; of
// those with one id the one with the latest valid_from at or before the cut-off judges.
type Target struct {
	ID          TargetID      `yaml:"id"`
	Kind        TargetKind    `yaml:"kind"`
	Value       Number        `yaml:"value,omitempty"`
	Upper       Number        `yaml:"upper,omitempty"` // of between
	Tier        TierID        `yaml:"tier,omitempty"`
	Words       Text          `yaml:"words,omitempty"`    // of in_words
	Baseline    *BaselineSpec `yaml:"baseline,omitempty"` // of better_rank, better_value, growth_…
	By          Number        `yaml:"by,omitempty"`       // of better_value: at least so much better
	Path        []PathPoint   `yaml:"path,omitempty"`     // values to reach on the way, by day
	Scope       BreakdownID   `yaml:"scope,omitempty"`    // the part of the whole that it is set for; empty: the headline
	EachOf      []BreakdownID `yaml:"each_of,omitempty"`  // the units each of which must hold it
	Reference   Reference     `yaml:"reference"`
	Due         Date          `yaml:"due"`
	ValidFrom   Date          `yaml:"valid_from"`
	SetBy       string        `yaml:"set_by"`
	Clause      string        `yaml:"clause,omitempty"`
	CannotJudge Text          `yaml:"cannot_judge,omitempty"` // why it cannot be assessed once the result is out
}

// PathPoint is a value that a target's declared path reaches on a day.
type PathPoint struct {
	By    Date   `yaml:"by"`
	Value Number `yaml:"value"`
}

// BaselineSpec names the observation that a target is compared with, or gives its value.
type BaselineSpec struct {
	Reference Reference `yaml:"reference"`
	Value     Number    `yaml:"value,omitempty"`
}

// TargetKind says when a target holds.
type TargetKind string

// The kinds of target.
const (
	AtLeast     TargetKind = "at_least"
	AtMost      TargetKind = "at_most"
	Exactly     TargetKind = "exactly"
	Between     TargetKind = "between"
	Above       TargetKind = "above"
	Below       TargetKind = "below"
	BetterRank  TargetKind = "better_rank"
	BetterValue TargetKind = "better_value"
	TierAtLeast TargetKind = "tier_at_least"
	Exists      TargetKind = "exists"
	GrowthLeast TargetKind = "growth_at_least" // the rate against the baseline, or the observation before, in per cent
	GrowthMost  TargetKind = "growth_at_most"
	CutAtLeast  TargetKind = "cut_at_least" // the size of the cut, which is what is reported
	InWords     TargetKind = "in_words"
	NoTarget    TargetKind = "none"
)

// Allowed lists the values that the files may hold.
func (TargetKind) Allowed() []string {
	return []string{"at_least", "at_most", "exactly", "between", "above", "below", "better_rank", "better_value",
		"tier_at_least", "exists", "growth_at_least", "growth_at_most", "cut_at_least", "in_words", "none"}
}

// NeedsValue tells the kinds that compare with a number of their own.
func (k TargetKind) NeedsValue() bool {
	switch k {
	case AtLeast, AtMost, Exactly, Between, Above, Below, GrowthLeast, GrowthMost, CutAtLeast:
		return true
	}
	return false
}

// Floor tells the kinds of target that a value climbs to, Ceiling those that it sinks to.
func (k TargetKind) Floor() bool { return k == AtLeast || k == Above || k == CutAtLeast }

// Ceiling is the counterpart of Floor.
func (k TargetKind) Ceiling() bool { return k == AtMost || k == Below }

// AlsoSet is a figure that another document set for the same row without amending the plan: shown, never judged.
type AlsoSet struct {
	Kind      TargetKind `yaml:"kind"`
	Value     Number     `yaml:"value,omitempty"`
	Upper     Number     `yaml:"upper,omitempty"`
	Tier      TierID     `yaml:"tier,omitempty"`
	Words     Text       `yaml:"words,omitempty"`
	ValidFrom Date       `yaml:"valid_from"`
	SetBy     Text       `yaml:"set_by"`
	Source    SourceID   `yaml:"source,omitempty"` // a source of any snapshot of the plan
}

// Break is a break in series: figures on either side are not compared.
type Break struct {
	At     Reference `yaml:"at"` // the first reference under the new definition
	Reason Text      `yaml:"reason"`
}

// BreakBetween finds the break in series between two references; nil when there is none. It begins after the end of
// the earlier one and not after the end of the later one.
func BreakBetween(breaks []Break, a, b Reference) *Break {
	if a.To.After(b.To) {
		a, b = b, a
	}
	for n := range breaks {
		if at := breaks[n].At.From; at.After(a.To) && !at.After(b.To) {
			return &breaks[n]
		}
	}
	return nil
}
