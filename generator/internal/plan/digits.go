package plan

import (
	"cmp"
	"math/big"
	"math/bits"
	"strconv"
	"strings"
)

// Numbers and days are read by the thousand, and compared as often: by their digits, without a pattern or a fraction made
// for it. Tests hold what stands here to both.

// plainDecimal tells digits with or without a sign, a point and digits behind it, as ParseNumber takes them.
func plainDecimal(s string) bool {
	whole, fraction, point := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	return allDigits(whole) && len(whole) <= WholeDigits && (whole[0] != '0' || whole == "0") &&
		(!point || allDigits(fraction) && len(fraction) <= FractionDigits)
}

// allDigits tells a text of digits alone, one at least.
func allDigits(s string) bool {
	for n := range len(s) {
		if s[n] < '0' || s[n] > '9' {
			return false
		}
	}
	return s != ""
}

// whole is the number that a few digits make.
func whole(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

// significant are the digits before the point and behind it that count.
func (n Number) significant() (whole, fraction string) {
	whole, fraction, _ = strings.Cut(strings.TrimPrefix(n.digits, "-"), ".")
	return strings.TrimLeft(whole, "0"), strings.TrimRight(fraction, "0")
}

// Sign is -1, 0 or 1; 0 when unknown.
func (n Number) Sign() int {
	switch whole, fraction := n.significant(); {
	case whole == "" && fraction == "":
		return 0
	case n.digits[0] == '-':
		return -1
	}
	return 1
}

// Cmp compares exactly, as written; what is unknown counts as zero.
func (n Number) Cmp(m Number) int {
	sign := n.Sign()
	if other := m.Sign(); sign != other {
		return cmp.Compare(sign, other)
	}
	whole, fraction := n.significant()
	otherWhole, otherFraction := m.significant()
	return sign * cmp.Or(cmp.Compare(len(whole), len(otherWhole)), cmp.Compare(whole, otherWhole), cmp.Compare(fraction, otherFraction))
}

// Percentage is how many per cent a number is of another, which is not zero, rounded like Rounded.
func Percentage(part, of Number, decimals int) Number {
	n, natural := part.natural()
	d, also := of.natural()
	if natural && also && decimals <= FractionDigits {
		if digits, ok := ratio(n, d, decimals+2); ok {
			return Number{pointed(digits, decimals)}
		}
	}
	share := new(big.Rat).Quo(part.Rat(), of.Rat())
	return Rounded(share.Mul(share, big.NewRat(100, 1)), decimals)
}

// natural is the value of a number without sign or point that is not too long.
func (n Number) natural() (uint64, bool) {
	if len(n.digits) > WholeDigits || !allDigits(n.digits) {
		return 0, false
	}
	return uint64(whole(n.digits)), true
}

// ratio is n/d with the point moved behind so many decimals, rounded half up; ok is false when it is too large.
func ratio(n, d uint64, decimals int) (digits string, ok bool) {
	scale := uint64(1)
	for range decimals {
		scale *= 10
	}
	high, low := bits.Mul64(n, scale)
	if high >= d {
		return "", false
	}
	quotient, rest := bits.Div64(high, low, d)
	if rest >= d-rest {
		quotient++
	}
	return strconv.FormatUint(quotient, 10), true
}

// pointed puts a point before the last so many digits.
func pointed(digits string, decimals int) string {
	if decimals == 0 {
		return digits
	}
	if short := decimals + 1 - len(digits); short > 0 {
		digits = strings.Repeat("0", short) + digits
	}
	point := len(digits) - decimals
	return digits[:point] + "." + digits[point:]
}
