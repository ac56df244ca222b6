package intake

import (
	"math/big"
	"regexp"
	"strconv"
	"strings"

	"minhbach/generator/internal/plan"
)

// reading is what became of a text that should be a number.
type reading int

const (
	read reading = iota
	unreadable
	ambiguous // one thousand or one and a bit
	tooFine   // more digits behind the point than a number may have
	tooLong   // more before it
)

var (
	blanks    = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2009", " ", "\u2212", "-")
	grouped   = regexp.MustCompile(`^-?[0-9]{1,3}( [0-9]{3})+([.,][0-9]+)?$`)
	oneMark   = regexp.MustCompile(`^-?([0-9]+)[.,]([0-9]+)$`)
	wholeOnly = regexp.MustCompile(`^-?[0-9]+$`)
	thousands = map[byte]*regexp.Regexp{ // with the mark of groups, and the other for decimals
		'.': regexp.MustCompile(`^-?[1-9][0-9]{0,2}(\.[0-9]{3})+(,[0-9]+)?$`),
		',': regexp.MustCompile(`^-?[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?$`),
	}
)

// typedNumber reads a number as people type it, with a comma or a point: 42,79 · 42.79 · 1.234,5 · 1,234.5 · 1 234,5. One
// mark before three digits may be either, so 1.234 is ambiguous; 0.123 is not.
func typedNumber(text string) (plan.Number, reading) {
	text = strings.TrimPrefix(strings.TrimSpace(blanks.Replace(text)), "+")
	spaced := grouped.MatchString(text)
	if spaced {
		text = strings.ReplaceAll(text, " ", "")
	}
	marks := strings.Count(text, ".") + strings.Count(text, ",")
	p := oneMark.FindStringSubmatch(text)
	switch {
	case wholeOnly.MatchString(text):
		return parsed(text)
	case p != nil:
		if len(p[2]) == 3 && len(p[1]) <= 3 && p[1][0] != '0' && !spaced {
			return plan.Number{}, ambiguous
		}
		return parsed(strings.Replace(text, ",", ".", 1))
	case marks > 1 && thousands['.'].MatchString(text):
		return parsed(strings.Replace(strings.ReplaceAll(text, ".", ""), ",", ".", 1))
	case marks > 1 && thousands[','].MatchString(text):
		return parsed(strings.ReplaceAll(text, ",", ""))
	}
	return plan.Number{}, unreadable
}

// parsed is a number that is written plainly.
func parsed(text string) (plan.Number, reading) {
	if n, err := plan.ParseNumber(text); err == nil {
		return n, read
	}
	switch whole, fraction, _ := strings.Cut(strings.TrimPrefix(text, "-"), "."); {
	case len(fraction) > finest:
		return plan.Number{}, tooFine
	case len(whole) > plan.WholeDigits && whole[0] != '0':
		return plan.Number{}, tooLong
	}
	return plan.Number{}, unreadable
}

// finest is how many digits a number may have behind the point.
const finest = 9

// countedNumber reads a number as a workbook keeps it, with the digits that Excel shows; of a percentage, its hundredfold.
func countedNumber(text string, percent bool) (plan.Number, reading) {
	f, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	if err != nil {
		return plan.Number{}, unreadable
	}
	exact, ok := new(big.Rat).SetString(strconv.FormatFloat(f, 'e', digitsKept-1, 64))
	if !ok {
		return plan.Number{}, unreadable
	}
	if percent {
		exact.Mul(exact, big.NewRat(100, 1))
	}
	digits := exact.FloatString(finest)
	if back, _ := new(big.Rat).SetString(digits); back.Cmp(exact) != 0 {
		return plan.Number{}, tooFine
	}
	digits = strings.TrimSuffix(strings.TrimRight(digits, "0"), ".")
	if digits == "-0" || digits == "" {
		digits = "0"
	}
	return parsed(digits)
}
