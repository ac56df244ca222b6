package plan

import (
	"errors"
	"fmt"
	"strings"
)

// Reference is the time that a figure speaks of, as written: a year (2030), a quarter (2030-Q3), a month (2030-10),
// a day (2030-06-26), or a span of these with either end open (2029-12-15..2030-03-14, ..2030-09-06). Like a Date it is
// small: how its ends are written is kept, and not the text.
type Reference struct {
	From, To Date // unknown where the end is open
	from, to form
}

// form is how an end of a reference is written.
type form uint8

// The forms. A time that is no span has its own at its beginning, and none at its end.
const (
	asOpen form = iota
	asYear
	asQuarter
	asMonth
	asDay
	asNothing
)

var errReference = errors.New("not a time such as 2030, 2030-Q3, 2030-10, 2030-06-26 or a..b")

// ParseReference reads a Reference.
func ParseReference(s string) (Reference, error) {
	a, b, span := strings.Cut(s, "..")
	var r Reference
	var err, err2 error
	if !span {
		if r.From, r.To, r.from, err = parseSpan(s); err != nil {
			return Reference{}, errReference
		}
		r.to = asNothing
		return r, nil
	}
	if a != "" {
		r.From, _, r.from, err = parseSpan(a)
	}
	if b != "" {
		_, r.To, r.to, err2 = parseSpan(b)
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

func parseSpan(s string) (from, to Date, as form, err error) {
	switch {
	case len(s) < 4 || !allDigits(s[:4]):
		return Date{}, Date{}, asOpen, errReference
	case len(s) == len("2030"):
		return date(whole(s), 1, 1), date(whole(s), 12, 31), asYear, nil
	case len(s) != len("2030-10") || s[4] != '-':
	case s[5] == 'Q' && s[6] >= '1' && s[6] <= '4':
		last := lastDay(whole(s[:4]), 3*whole(s[6:]))
		return Date{last.Year, last.Month - 2, 1}, last, asQuarter, nil
	case allDigits(s[5:]) && whole(s[5:]) >= 1 && whole(s[5:]) <= 12:
		last := lastDay(whole(s[:4]), whole(s[5:]))
		return Date{last.Year, last.Month, 1}, last, asMonth, nil
	}
	d, err := ParseDate(s)
	return d, d, asDay, err
}

// Known tells a reference from an absent one.
func (r Reference) Known() bool { return r != Reference{} }

// String is the reference as written.
func (r Reference) String() string {
	b := make([]byte, 0, len("2029-12-15..2030-03-14"))
	if r.from != asOpen {
		b = r.From.write(b, r.from)
	}
	if r.Known() && r.to != asNothing {
		b = append(b, ".."...)
	}
	if r.to != asOpen && r.to != asNothing {
		b = r.To.write(b, r.to)
	}
	return string(b)
}

// Same tells whether two references are of the same time, however written: 2030 is 2030-01-01..2030-12-31.
func (r Reference) Same(o Reference) bool {
	return r.Known() && o.Known() && r.From == o.From && r.To == o.To
}

// EndsWithin tells whether r's last day is known and lies inside o. A cumulative figure that begins before o still
// speaks of o when it ends there.
func (r Reference) EndsWithin(o Reference) bool {
	return r.To.Known() && !o.From.After(r.To) && (!o.To.Known() || !r.To.After(o.To))
}
