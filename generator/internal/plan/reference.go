package plan

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Reference is the time that a figure speaks of, as written: a year (2030), a quarter (2030-Q3), a month (2030-10),
// a day (2030-06-26), or a span of these with either end open (2029-12-15..2030-03-14, ..2030-09-06).
type Reference struct {
	text     string
	From, To Date // unknown where the end is open
}

var errReference = errors.New("not a time such as 2030, 2030-Q3, 2030-10, 2030-06-26 or a..b")

// ParseReference reads a Reference.
func ParseReference(s string) (Reference, error) {
	a, b, span := strings.Cut(s, "..")
	if !span {
		from, to, err := parseSpan(s)
		return Reference{s, from, to}, err
	}
	r := Reference{text: s}
	var err, err2 error
	if a != "" {
		r.From, _, err = parseSpan(a)
	}
	if b != "" {
		_, r.To, err2 = parseSpan(b)
	}
	if err = errors.Join(err, err2); err != nil || a == "" && b == "" {
		return Reference{}, errReference
	}
	if a != "" && b != "" && r.From.After(r.To) {
		return Reference{}, errors.New("the span ends before it begins")
	}
	return r, nil
}

// MustReference is ParseReference for tests; it panics on bad input.
func MustReference(s string) Reference {
	r, err := ParseReference(s)
	if err != nil {
		panic(fmt.Sprintf("plan.MustReference(%q): %v", s, err))
	}
	return r
}

// UnmarshalText implements encoding.TextUnmarshaler with ParseReference's rules.
func (r *Reference) UnmarshalText(b []byte) (err error) {
	*r, err = ParseReference(string(b))
	return err
}

var (
	yearForm    = regexp.MustCompile(`^[0-9]{4}$`)
	quarterForm = regexp.MustCompile(`^([0-9]{4})-Q([1-4])$`)
	monthForm   = regexp.MustCompile(`^([0-9]{4})-(0[1-9]|1[0-2])$`)
)

func parseSpan(s string) (from, to Date, err error) {
	if yearForm.MatchString(s) {
		y, _ := strconv.Atoi(s)
		return date(y, 1, 1), date(y, 12, 31), nil
	}
	if m := quarterForm.FindStringSubmatch(s); m != nil {
		y, _ := strconv.Atoi(m[1])
		q, _ := strconv.Atoi(m[2])
		return date(y, q*3-2, 1), lastDay(y, q*3), nil
	}
	if m := monthForm.FindStringSubmatch(s); m != nil {
		y, _ := strconv.Atoi(m[1])
		mo, _ := strconv.Atoi(m[2])
		return date(y, mo, 1), lastDay(y, mo), nil
	}
	d, err := ParseDate(s)
	if err != nil {
		return Date{}, Date{}, errReference
	}
	return d, d, nil
}

// Known tells a reference from an absent one.
func (r Reference) Known() bool { return r.text != "" }

// String is the reference as written.
func (r Reference) String() string { return r.text }

// Same tells whether two references are of the same time, however written: 2030 is 2030-01-01..2030-12-31.
func (r Reference) Same(o Reference) bool {
	return r.Known() && o.Known() && r.From == o.From && r.To == o.To
}

// EndsWithin tells whether r's last day is known and lies inside o. A cumulative figure that begins before o still
// speaks of o when it ends there.
func (r Reference) EndsWithin(o Reference) bool {
	return r.To.Known() && !o.From.After(r.To) && (!o.To.Known() || !r.To.After(o.To))
}
