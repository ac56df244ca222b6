// Package lang writes numbers, dates, times and ordinals as each language does, sorts names in Vietnamese order and
// folds diacritics for search. Numbers keep the digits as written: nothing is padded, nothing rounded in silence.
//
// Vietnamese: 1.234,5 · 42,79% · 26/6/2030 · hạng 19/61. English: 1,234.5 · 42.79% · 26 June 2030 · 19th of 61.
package lang

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"minhbach/generator/internal/plan"
)

// minus is the sign of negative numbers in both languages.
const minus = "−"

// Number groups the digits as written and sets the language's decimal mark; empty for an unknown number.
func Number(l plan.Lang, n plan.Number) string {
	whole, frac, _ := strings.Cut(strings.TrimPrefix(n.String(), "-"), ".")
	point, group := ",", "."
	if l == plan.EN {
		point, group = ".", ","
	}
	var b strings.Builder
	b.Grow(len(n.String()) + len(whole)/3 + len(minus))
	if strings.HasPrefix(n.String(), "-") {
		b.WriteString(minus)
	}
	for i, d := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(group)
		}
		b.WriteRune(d)
	}
	if frac != "" {
		b.WriteString(point + frac)
	}
	return b.String()
}

// Percent is a number with a percent sign and no space, in both languages.
func Percent(l plan.Lang, n plan.Number) string { return Number(l, n) + "%" }

// Int is a whole number.
func Int(l plan.Lang, n int) string { return Number(l, plan.Whole(n)) }

// Signed is a number with a plus or minus sign; zero has none.
func Signed(l plan.Lang, n plan.Number) string {
	if n.Sign() > 0 {
		return "+" + Number(l, n)
	}
	return Number(l, n)
}

// Share is a ratio as a percentage cut, not rounded, to whole per cents, so that 99.96 % is never shown as 100 %.
func Share(l plan.Lang, r *big.Rat) string {
	hundred := new(big.Rat).Mul(r, big.NewRat(100, 1))
	whole := new(big.Int).Quo(hundred.Num(), hundred.Denom())
	return Int(l, int(whole.Int64())) + "%"
}

// Rank is a place among so many.
func Rank(l plan.Lang, r plan.Rank) string {
	if l == plan.EN {
		return Ordinal(r.Place) + " of " + Int(l, r.Of)
	}
	return "hạng " + RankShort(l, r)
}

// RankShort is a place among so many for tables and charts: 19/61.
func RankShort(l plan.Lang, r plan.Rank) string { return Int(l, r.Place) + "/" + Int(l, r.Of) }

// Ordinal is an English ordinal: 1st, 2nd, 3rd, 11th.
func Ordinal(n int) string {
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(n) + suffix
}

// Plural chooses between the English singular and plural; Vietnamese nouns have one form.
func Plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

var months = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// Date is a day in running text; empty for an unknown day.
func Date(l plan.Lang, d plan.Date) string {
	switch {
	case !d.Known():
		return ""
	case l == plan.EN:
		return strconv.Itoa(int(d.Day)) + " " + months[d.Month-1] + " " + strconv.Itoa(int(d.Year))
	}
	return strconv.Itoa(int(d.Day)) + "/" + strconv.Itoa(int(d.Month)) + "/" + strconv.Itoa(int(d.Year))
}

// DateShort is a day for narrow places, without the year: 26/6, 26 Jun.
func DateShort(l plan.Lang, d plan.Date) string {
	if l == plan.EN {
		return strconv.Itoa(int(d.Day)) + " " + months[d.Month-1][:3]
	}
	return strconv.Itoa(int(d.Day)) + "/" + strconv.Itoa(int(d.Month))
}

var roman = [...]string{"I", "II", "III", "IV"}

// Quarter is a calendar quarter: Quý III, Q3.
func Quarter(l plan.Lang, q int) string {
	if l == plan.EN {
		return fmt.Sprintf("Q%d", q)
	}
	return "Quý " + roman[q-1]
}

// Reference is the time that a figure speaks of: 2030, quý III/2030, tháng 10/2030, 26/6/2030, or a span of days.
func Reference(l plan.Lang, r plan.Reference) string {
	switch s := r.String(); {
	case strings.Contains(s, ".."):
		return span(l, r)
	case len(s) == 4:
		return s
	case strings.Contains(s, "Q"):
		if l == plan.EN {
			return fmt.Sprintf("Q%d %d", r.From.Quarter(), r.From.Year)
		}
		return fmt.Sprintf("quý %s/%d", roman[r.From.Quarter()-1], r.From.Year)
	case len(s) == 7:
		if l == plan.EN {
			return fmt.Sprintf("%s %d", months[r.From.Month-1], r.From.Year)
		}
		return fmt.Sprintf("tháng %d/%d", r.From.Month, r.From.Year)
	}
	return Date(l, r.To)
}

func span(l plan.Lang, r plan.Reference) string {
	switch {
	case !r.From.Known() && l == plan.EN:
		return "up to " + Date(l, r.To)
	case !r.From.Known():
		return "đến " + Date(l, r.To)
	case !r.To.Known() && l == plan.EN:
		return "from " + Date(l, r.From)
	case !r.To.Known():
		return "từ " + Date(l, r.From)
	}
	return Date(l, r.From) + "–" + Date(l, r.To)
}

// Quote puts text in quotation marks, the same in both languages as long as the site quotes printed Vietnamese.
func Quote(s string) string { return "“" + s + "”" }

// Join puts a list into a sentence: a, b và c; a, b and c.
func Join(l plan.Lang, items []string) string {
	and := " và "
	if l == plan.EN {
		and = " and "
	}
	switch len(items) {
	case 0:
		return ""
	case 1:
		return items[0]
	}
	return strings.Join(items[:len(items)-1], ", ") + and + items[len(items)-1]
}
