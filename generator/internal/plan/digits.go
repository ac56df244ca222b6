package plan

import (
	"cmp"
	"math"
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
	if units, ok := quotient(part, of, decimals+2); ok && (units > 0 || part.Sign() == 0) {
		return signed(units, decimals)
	}
	share := new(big.Rat).Quo(part.Rat(), of.Rat())
	return Rounded(share.Mul(share, big.NewRat(100, 1)), decimals)
}

// Difference is a less b, with as many decimals as the finer of the two.
func Difference(a, b Number) Number {
	decimals := max(a.Decimals(), b.Decimals())
	n, per, ok := a.units()
	m, also, okToo := b.units()
	if common := max(per, also); ok && okToo && fits(n, common/per) && fits(m, common/also) {
		return signed(n*(common/per)-m*(common/also), decimals)
	}
	d := a.Rat()
	return Rounded(d.Sub(d, b.Rat()), decimals)
}

// fits tells whether a number times another is sure to be held by 63 bits.
func fits(n, times int64) bool { return n < math.MaxInt64/2/times && -n < math.MaxInt64/2/times }

// signed puts a point before the last so many digits, at most 20, of a number that may be below zero.
func signed(units int64, decimals int) Number {
	var room [24]byte
	at := len(room)
	for n, digits := magnitude(units), 0; n > 0 || digits <= decimals; n, digits = n/10, digits+1 {
		if digits == decimals && digits > 0 {
			at--
			room[at] = '.'
		}
		at--
		room[at] = '0' + byte(n%10)
	}
	if units < 0 {
		at--
		room[at] = '-'
	}
	return Number{string(room[at:])}
}

// Way is which part of the way from one number to another, which differs, a third one has come, rounded half away from zero;
// what rounds to zero has no sign.
func Way(at, from, to Number, decimals int) Number {
	done, way := Difference(at, from), Difference(to, from)
	if units, ok := quotient(done, way, decimals); ok {
		return signed(units, decimals)
	}
	n := Rounded(new(big.Rat).Quo(done.Rat(), way.Rat()), decimals)
	if n.Sign() == 0 {
		return Number{strings.TrimPrefix(n.digits, "-")}
	}
	return n
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

// quotient is n/d, with the point moved behind so many decimals, rounded half away from zero; ok is false when it is too
// large.
func quotient(n, d Number, decimals int) (units int64, ok bool) {
	a, per, short := n.units()
	b, also, shortToo := d.units()
	common := max(per, also)
	if !short || !shortToo || !fits(a, common/per) || !fits(b, common/also) || decimals > FractionDigits+2 {
		return 0, false
	}
	a, b = a*(common/per), b*(common/also)
	scale := uint64(1)
	for range decimals {
		scale *= 10
	}
	high, low := bits.Mul64(magnitude(a), scale)
	if high >= magnitude(b) {
		return 0, false
	}
	quotient, rest := bits.Div64(high, low, magnitude(b))
	if quotient >= math.MaxInt64 {
		return 0, false
	}
	if rest >= magnitude(b)-rest {
		quotient++
	}
	if (a < 0) != (b < 0) {
		return -int64(quotient), true
	}
	return int64(quotient), true
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return uint64(-n)
	}
	return uint64(n)
}
