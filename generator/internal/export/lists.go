package export

import (
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// CodeList is a list of the only values that a column of codes may hold.
type CodeList struct {
	Name  string
	Codes []string
	term  func(plan.Lang, string) string // what pages call a code; nil where the codebook does
}

// Lists are all lists of codes. The domain says what they hold, so that none can be left out here.
var Lists = []CodeList{
	{"agency_level", plan.AgencyLevel("").Allowed(), nil},
	{"comparable", plan.Comparable("").Allowed(), nil},
	{"compiled_from", plan.CompiledFrom("").Allowed(), nil},
	{"compliance", derive.ComplianceVerdict("").Allowed(), nil},
	{"confidence", plan.Confidence("").Allowed(), term(wording.Confidence)},
	{"data_status", plan.DataStatus("").Allowed(), term(wording.DataStatus)},
	{"direction", plan.Direction("").Allowed(), nil},
	{"field", plan.Field("").Allowed(), nil},
	{"lang", plan.Lang("").Allowed(), nil},
	{"level", plan.Level("").Allowed(), nil},
	{"match", plan.Match("").Allowed(), term(wording.Match)},
	{"measure", plan.Measure("").Allowed(), term(wording.Measure)},
	{"pace", plan.Pace("").Allowed(), nil},
	{"period_kind", plan.PeriodKind("").Allowed(), nil},
	{"role", []string{judgedRole, alsoSetRole}, nil},
	{"stated_of", plan.StatedOf("").Allowed(), nil},
	{"status", derive.Status("").Allowed(), term(wording.Status)},
	{"suppressed", plan.Suppression("").Allowed(), nil},
	{"target_kind", plan.TargetKind("").Allowed(), nil},
	{"task_state", plan.TaskState("").Allowed(), term(wording.State)},
	{"value_kind", plan.ValueKind("").Allowed(), nil},
	{"verdict", derive.Verdict("").Allowed(), term(wording.Verdict)},
}

// The roles of a target.
const (
	judgedRole  = "judged"
	alsoSetRole = "also_set"
)

func term[T ~string](of func(plan.Lang, T) string) func(plan.Lang, string) string {
	return func(l plan.Lang, code string) string { return of(l, T(code)) }
}

// Codes are the values that a column may hold; nil where it is not a column of codes.
func (c Column) Codes() []string {
	for _, l := range Lists {
		if c.Type == Code && l.Name == c.Of {
			return l.Codes
		}
	}
	return nil
}
