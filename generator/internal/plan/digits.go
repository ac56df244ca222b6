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
	n, per, short := part.units()
	d, also, shortToo := of.units()
	if short && shortToo && per == also && n >= 0 && d > 0 && decimals <= FractionDigits {
		if digits, ok := ratio(uint64(n), uint64(d), decimals+2); ok {
			return Number{pointed(digits, decimals)}
		}
	}
	share := new(big.Rat).Quo(part.Rat(), of.Rat())
	return Rounded(share.Mul(share, big.NewRat(100, 1)), decimals)
}

// units is the value of a number without its point, and by how much it is to be divided; ok is false when it is too long.
func (n Number) units() (units, per int64, ok bool) {
	behind := false
	per = 1
	for _, c := range []byte(n.digits) {
		switch {
		case c == '.':
			behind = true
			continue
		case c == '-':
			continue
		case behind:
			per *= 10
		}
		units = 10*units + int64(c-'0')
	}
	if strings.HasPrefix(n.digits, "-") {
		units = -units
	}
	return units, per, len(n.digits) <= longest
}

// longest is how many digits are sure to be held by 64 bits.
const longest = 18

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
