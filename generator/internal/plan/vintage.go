package plan

import (
	"errors"
	"strconv"
	"strings"
)

// Fits tells whether a correction speaks of an observation that the period of the correction brought; own is the
// measure of the indicator, which both may leave out.
func (c *Correction) Fits(o *Observation, own Measure) bool {
	return c.Indicator == o.Indicator && c.Breakdown == o.Breakdown && c.Reference.Same(o.Reference) &&
		orOwn(c.Measure, own) == orOwn(o.Measure, own)
}

// FitsReport tells whether a correction speaks of a task report that its period brought.
func (c *Correction) FitsReport(r *TaskReport) bool {
	return c.Task == r.Task && c.Milestone == r.Milestone
}

func orOwn(m, own Measure) Measure {
	if m == "" {
		return own
	}
	return m
}

// Field is a value of an observation as it is written; empty when unknown.
func (o *Observation) Field(f Field) Scalar {
	switch {
	case f == ValueField:
		return Scalar(o.Value.String())
	case f == RankField && o.Rank != nil:
		return Scalar(strconv.Itoa(o.Rank.Place) + "/" + strconv.Itoa(o.Rank.Of))
	case f == TierField:
		return Scalar(o.Tier)
	case f == YesField && o.Yes != nil:
		return Scalar(strconv.FormatBool(*o.Yes))
	case f == NumeratorField:
		return Scalar(o.Numerator.String())
	case f == DenominatorField:
		return Scalar(o.Denominator.String())
	}
	return ""
}

var errField = errors.New("not a field of this row")

// With is the observation with another value in a field; an empty one makes it unknown.
func (o Observation) With(f Field, to Scalar) (Observation, error) {
	var err error
	switch f {
	case ValueField:
		o.Value, err = numberOf(to)
	case NumeratorField:
		o.Numerator, err = numberOf(to)
	case DenominatorField:
		o.Denominator, err = numberOf(to)
	case RankField:
		o.Rank, err = rankOf(to)
	case TierField:
		o.Tier = TierID(to)
	case YesField:
		o.Yes, err = yesOf(to)
	default:
		err = errField
	}
	return o, err
}

// Withdrawn tells an observation that has nothing left of what its indicator is measured by.
func (o *Observation) Withdrawn(kind ValueKind) bool {
	if o.Suppressed != "" { // it never had a value, and is still there
		return false
	}
	switch kind {
	case RankValue:
		return o.Rank == nil
	case YesNo:
		return o.Yes == nil
	case TierValue:
		return o.Tier == "" && !o.Value.Known() && o.Rank == nil
	}
	return !o.Value.Known()
}

// Field is a state or day of a report as it is written; empty when unknown.
func (r *TaskReport) Field(f Field) Scalar {
	switch f {
	case StateField:
		return Scalar(r.State)
	case CompletedField:
		return Scalar(r.Completed.String())
	}
	return ""
}

// With is the report with another state or day; an empty one makes it unknown. What is not done any more has no day of
// completion.
func (r TaskReport) With(f Field, to Scalar) (TaskReport, error) {
	var err error
	switch f {
	case StateField:
		r.State = TaskState(to)
		if to != "" && !contains(r.State.Allowed(), string(to)) {
			err = errors.New("not one of " + strings.Join(r.State.Allowed(), ", "))
		}
		if r.State != Done {
			r.Completed = Date{}
		}
	case CompletedField:
		r.Completed = Date{}
		if to != "" {
			r.Completed, err = ParseDate(string(to))
		}
	default:
		err = errField
	}
	return r, err
}

func contains(list []string, word string) bool {
	for _, w := range list {
		if w == word {
			return true
		}
	}
	return false
}

func numberOf(s Scalar) (Number, error) {
	if s == "" {
		return Number{}, nil
	}
	return ParseNumber(string(s))
}

func rankOf(s Scalar) (*Rank, error) {
	if s == "" {
		return nil, nil
	}
	place, of, _ := strings.Cut(string(s), "/")
	p, err := strconv.Atoi(place)
	n, err2 := strconv.Atoi(of)
	if err != nil || err2 != nil || p < 1 || p > n {
		return nil, errors.New("not a rank such as 19/61")
	}
	return &Rank{p, n}, nil
}

func yesOf(s Scalar) (*bool, error) {
	if s == "" {
		return nil, nil
	}
	yes := s == "true"
	if !yes && s != "false" {
		return nil, errors.New("neither true nor false")
	}
	return &yes, nil
}
