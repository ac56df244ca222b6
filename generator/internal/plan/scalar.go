package plan

import (
	"errors"
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"time"
)

// Text is a reader-facing text in Vietnamese and English, both NFC.
type Text struct {
	VI string `yaml:"vi"`
	EN string `yaml:"en,omitempty"`
}

// In gives the text in a language; a missing English text falls back to Vietnamese.
func (t Text) In(l Lang) string {
	if l == EN && t.EN != "" {
		return t.EN
	}
	return t.VI
}

// Empty tells that there is no text in either language.
func (t Text) Empty() bool { return t.VI == "" && t.EN == "" }

// Lang is a language of the site.
type Lang string

// The two languages, in the order in which they are listed everywhere.
const (
	VI Lang = "vi"
	EN Lang = "en"
)

// Langs are the languages of the site, Vietnamese first.
var Langs = []Lang{VI, EN}

// Other is the other language.
func (l Lang) Other() Lang {
	if l == VI {
		return EN
	}
	return VI
}

// Number is a decimal number with the digits as written: 35.0 is not shown as 35. Its zero value is unknown.
type Number struct{ digits string }

// WholeDigits and FractionDigits are how many digits a number may have before and behind the point.
const (
	WholeDigits    = 15
	FractionDigits = 9
)

var errNumber = errors.New("not a plain decimal number")

// ParseNumber reads a plain decimal with a dot: no exponent, grouping, plus sign, leading zeros, nan or inf.
func ParseNumber(s string) (Number, error) {
	if !plainDecimal(s) || strings.HasPrefix(s, "-") && strings.Trim(s, "-0.") == "" {
		return Number{}, errNumber
	}
	return Number{s}, nil
}

// MustNumber is ParseNumber for tests and constants; it panics on bad input.
func MustNumber(s string) Number {
	n, err := ParseNumber(s)
	if err != nil {
		panic(fmt.Sprintf("plan.MustNumber(%q): %v", s, err))
	}
	return n
}

// UnmarshalText implements encoding.TextUnmarshaler with ParseNumber's rules.
func (n *Number) UnmarshalText(b []byte) (err error) {
	*n, err = ParseNumber(string(b))
	return err
}

// Known tells a number from an absent one.
func (n Number) Known() bool { return n.digits != "" }

// String gives the digits as written, with a decimal dot; empty when unknown.
func (n Number) String() string { return n.digits }

// Rat is the exact value; zero when unknown.
func (n Number) Rat() *big.Rat {
	if units, per, ok := n.units(); ok {
		return big.NewRat(units, per)
	}
	r, _ := new(big.Rat).SetString(n.digits)
	return r
}

// Float is the nearest float, for drawing only.
func (n Number) Float() float64 {
	f, _ := strconv.ParseFloat(n.digits, 64)
	return f
}

// Decimals is the number of digits after the point.
func (n Number) Decimals() int {
	_, frac, _ := strings.Cut(n.digits, ".")
	return len(frac)
}

// Date is a calendar day without time or zone. Its zero value is unknown. It is small because every figure holds several.
type Date struct {
	Year       int16
	Month, Day int8
}

// DateOf is the day of a moment, as its own zone has it.
func DateOf(t time.Time) Date { return date(t.Year(), int(t.Month()), t.Day()) }

func date(year, month, day int) Date { return Date{int16(year), int8(month), int8(day)} }

// ParseDate reads YYYY-MM-DD and refuses days that do not exist.
func ParseDate(s string) (Date, error) {
	if len(s) != len(time.DateOnly) || s[4] != '-' || s[7] != '-' || !allDigits(s[:4]) || !allDigits(s[5:7]) || !allDigits(s[8:]) {
		return Date{}, errDate
	}
	year, month, day := whole(s[:4]), whole(s[5:7]), whole(s[8:])
	if month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return Date{}, errDate
	}
	return date(year, month, day), nil
}

var errDate = errors.New("not a day of the calendar written YYYY-MM-DD")

// MustDate is ParseDate for tests and constants; it panics on bad input.
func MustDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(fmt.Sprintf("plan.MustDate(%q): %v", s, err))
	}
	return d
}

// UnmarshalText implements encoding.TextUnmarshaler with ParseDate's rules.
func (d *Date) UnmarshalText(b []byte) (err error) {
	*d, err = ParseDate(string(b))
	return err
}

// Known tells a day from an absent one.
func (d Date) Known() bool { return d != Date{} }

// String is YYYY-MM-DD; empty when unknown.
func (d Date) String() string {
	if !d.Known() {
		return ""
	}
	return string(d.write(make([]byte, 0, len(time.DateOnly)), asDay))
}

// write appends a day, or the year, quarter or month that it lies in.
func (d Date) write(b []byte, as form) []byte {
	b = padded(b, int(d.Year), 1000)
	switch as {
	case asQuarter:
		return append(b, '-', 'Q', '0'+byte(d.Quarter()))
	case asMonth:
		return padded(append(b, '-'), int(d.Month), 10)
	case asDay:
		b = padded(append(b, '-'), int(d.Month), 10)
		return padded(append(b, '-'), int(d.Day), 10)
	}
	return b
}

// padded appends a number with zeros before it where it is smaller than a power of ten.
func padded(b []byte, n, power int) []byte {
	for ; n < power && power > 1; power /= 10 {
		b = append(b, '0')
	}
	return strconv.AppendInt(b, int64(n), 10)
}

// Compare orders days; unknown comes first.
func (d Date) Compare(e Date) int {
	switch {
	case d.Year != e.Year:
		return int(d.Year) - int(e.Year)
	case d.Month != e.Month:
		return int(d.Month) - int(e.Month)
	}
	return int(d.Day) - int(e.Day)
}

// After tells whether d is later than e.
func (d Date) After(e Date) bool { return d.Compare(e) > 0 }

// DaysSince is the number of days from e to d. A time.Duration would end after some three hundred years.
func (d Date) DaysSince(e Date) int {
	return int((d.Time().Unix() - e.Time().Unix()) / (24 * 60 * 60))
}

// Next is the day after.
func (d Date) Next() Date {
	return DateOf(d.Time().AddDate(0, 0, 1))
}

// Quarter is the calendar quarter, 1 to 4.
func (d Date) Quarter() int { return (int(d.Month) + 2) / 3 }

// QuarterEnd is the last day of the calendar quarter that holds d.
func (d Date) QuarterEnd() Date { return lastDay(int(d.Year), d.Quarter()*3) }

// Time is the first moment of the day, in UTC.
func (d Date) Time() time.Time {
	return time.Date(int(d.Year), time.Month(d.Month), int(d.Day), 0, 0, 0, 0, time.UTC)
}

func lastDay(year, month int) Date { return date(year, month, daysIn(year, month)) }

// daysIn is how many days a month has.
func daysIn(year, month int) int {
	switch {
	case month == 2 && year%4 == 0 && (year%100 != 0 || year%400 == 0):
		return 29
	case month == 2:
		return 28
	case month == 4 || month == 6 || month == 9 || month == 11:
		return 30
	}
	return 31
}

// Published is the day on which a source came out; it may be written "unknown".
type Published struct{ Date }

// UnmarshalText implements encoding.TextUnmarshaler: a day, or "unknown".
func (p *Published) UnmarshalText(b []byte) error {
	if string(b) == "unknown" {
		*p = Published{}
		return nil
	}
	return p.Date.UnmarshalText(b)
}

// Whole is a whole number.
func Whole(n int) Number { return Number{strconv.Itoa(n)} }

// Rounded is a number with so many decimals, rounded half away from zero.
func Rounded(r *big.Rat, decimals int) Number { return Number{r.FloatString(decimals)} }

// Faithful is a number with the fewest decimals, at least so many, that leave it on its side of a limit: display never
// makes what falls short look reached.
func Faithful(r, limit *big.Rat, decimals int) Number {
	n := Rounded(r, decimals)
	for ; n.Rat().Cmp(limit) != r.Cmp(limit) && decimals < 60; decimals++ {
		n = Rounded(r, decimals+1)
	}
	return n
}
