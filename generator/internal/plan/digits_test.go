package plan_test

import (
	"fmt"
	"math/big"
	"math/rand"
	"regexp"
	"strings"
	"testing"
	"time"

	"minhbach/generator/internal/plan"
)

// some makes a text of pieces, most of them next to right.
func some(r *rand.Rand, pieces []string, most int) string {
	var b strings.Builder
	for range r.Intn(most + 1) {
		b.WriteString(pieces[r.Intn(len(pieces))])
	}
	return b.String()
}

var numerals = []string{"-", ".", "0", "0", "1", "5", "9", "000", "12345", "99999", "+", "e", " ", "٣", "_", "\n"}

func TestNumbersAreThoseOfThePattern(t *testing.T) {
	pattern := regexp.MustCompile(fmt.Sprintf(`^-?(0|[1-9][0-9]{0,%d})(\.[0-9]{1,%d})?$`, plan.WholeDigits-1, plan.FractionDigits))
	negativeZero := regexp.MustCompile(`^-[0.]*$`)
	r := rand.New(rand.NewSource(1))
	for range 40_000 {
		s := some(r, numerals, 9)
		_, err := plan.ParseNumber(s)
		if want := pattern.MatchString(s) && !negativeZero.MatchString(s); want != (err == nil) {
			t.Fatalf("ParseNumber(%q) takes it: %v, want %v", s, err == nil, want)
		}
	}
}

// number makes a number that was written, worked out or is not there.
func number(r *rand.Rand) plan.Number {
	for {
		switch r.Intn(4) {
		case 0:
			return plan.Rounded(big.NewRat(r.Int63n(2000)-1000, r.Int63n(999)+1), r.Intn(12))
		case 1:
			return plan.Whole(r.Intn(4000) - 2000)
		case 2:
			return plan.Number{}
		}
		if n, err := plan.ParseNumber(some(r, numerals[:10], 9)); err == nil {
			return n
		}
	}
}

func TestNumbersAreTheirFractions(t *testing.T) {
	r := rand.New(rand.NewSource(6))
	for range 40_000 {
		n := number(r)
		want, ok := new(big.Rat).SetString(n.String())
		if !ok {
			want = new(big.Rat)
		}
		if got := n.Rat(); got.Cmp(want) != 0 {
			t.Fatalf("%q.Rat() = %v, want %v", n, got, want)
		}
	}
}

func TestNumbersCompareAsFractions(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	for range 40_000 {
		a, b := number(r), number(r)
		if r.Intn(4) == 0 {
			b, _ = plan.ParseNumber(a.String() + strings.Repeat("0", r.Intn(3)))
		}
		if got, want := a.Cmp(b), a.Rat().Cmp(b.Rat()); got != want {
			t.Fatalf("%q.Cmp(%q) = %d, want %d", a, b, got, want)
		}
		if got, want := a.Sign(), a.Rat().Sign(); got != want {
			t.Fatalf("%q.Sign() = %d, want %d", a, got, want)
		}
	}
	a, b := plan.MustNumber("123456.789"), plan.MustNumber("123456.79")
	if allocs := testing.AllocsPerRun(10, func() { a.Cmp(b) }); allocs != 0 {
		t.Errorf("a comparison allocates %v times", allocs)
	}
}

func TestPercentageIsThatOfFractions(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	for range 40_000 {
		part, of, decimals := number(r), number(r), r.Intn(12)
		if r.Intn(2) == 0 {
			part, of = plan.Whole(r.Intn(3000)), plan.Whole(r.Intn(3000)) // halves among them
		}
		if of.Sign() == 0 {
			continue
		}
		share := new(big.Rat).Quo(part.Rat(), of.Rat())
		want := plan.Rounded(share.Mul(share, big.NewRat(100, 1)), decimals)
		if got := plan.Percentage(part, of, decimals); got != want {
			t.Fatalf("Percentage(%q, %q, %d) = %q, want %q", part, of, decimals, got, want)
		}
	}
}

func TestDifferencesAndWaysAreThoseOfFractions(t *testing.T) {
	r := rand.New(rand.NewSource(5))
	for range 60_000 {
		at, from, to, decimals := number(r), number(r), number(r), r.Intn(12)
		switch r.Intn(4) {
		case 0:
			at, from, to = plan.Whole(r.Intn(3000)), plan.Whole(r.Intn(3000)), plan.Whole(r.Intn(3000)) // halves among them
		case 1:
			from = plan.Whole(0)
		}
		done := new(big.Rat).Sub(at.Rat(), from.Rat())
		if got, want := plan.Difference(at, from), plan.Rounded(done, max(at.Decimals(), from.Decimals())); got != want {
			t.Fatalf("Difference(%q, %q) = %q, want %q", at, from, got, want)
		}
		way := new(big.Rat).Sub(to.Rat(), from.Rat())
		if way.Sign() == 0 {
			continue
		}
		want := plan.Rounded(done.Quo(done, way), decimals)
		if want.Sign() == 0 {
			want = plan.Rounded(new(big.Rat), decimals)
		}
		if got := plan.Way(at, from, to, decimals); got != want {
			t.Fatalf("Way(%q, %q, %q, %d) = %q, want %q", at, from, to, decimals, got, want)
		}
	}
}

// TestLargeWays: what is too large for a processor's word is left to fractions.
func TestLargeWays(t *testing.T) {
	for _, c := range []struct {
		at, to   string
		decimals int
		want     string
	}{
		{"410993457962248.81", "0.2228", 4, "1844674407370955.1616"}, // 2⁶⁴ when the point is moved
		{"410993457962248.81", "22.28", 6, "18446744073709.551616"},
		{"-999999999999999.999999999", "0.000000001", 4, "-999999999999999999999999.0000"},
		{"922337203685477.5807", "1", 4, "922337203685477.5807"}, // the largest that fits
		{"922337203685477.5808", "1", 4, "922337203685477.5808"},
	} {
		if got := plan.Way(plan.MustNumber(c.at), plan.Whole(0), plan.MustNumber(c.to), c.decimals); got.String() != c.want {
			t.Errorf("Way(%s, 0, %s, %d) = %s, want %s", c.at, c.to, c.decimals, got, c.want)
		}
	}
}

func TestDaysAreThoseOfTheCalendar(t *testing.T) {
	r := rand.New(rand.NewSource(4))
	pieces := []string{"-", "-", "0", "1", "2", "3", "9", "02", "12", "29", "30", "31", "2023", "2024", "1900", "2000", "/", "٣", "+", " "}
	for n := range 40_000 {
		s := some(r, pieces, 7)
		if n%2 == 0 {
			s = fmt.Sprintf("%04d-%02d-%02d", r.Intn(10000), r.Intn(14), r.Intn(33))
		}
		want, none := time.Parse(time.DateOnly, s)
		d, err := plan.ParseDate(s)
		if (err == nil) != (none == nil) || err == nil && !d.Time().Equal(want) {
			t.Fatalf("ParseDate(%q) = %v, %v; want %v, %v", s, d, err, want, none)
		}
	}
}

func TestSpansAreThoseOfThePatterns(t *testing.T) {
	pattern := regexp.MustCompile(`^[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$`)
	r := rand.New(rand.NewSource(5))
	pieces := []string{"-", "-Q", "0", "1", "2", "4", "5", "01", "09", "12", "2023", "2024", "1900", "q", "\n"}
	for range 40_000 {
		s := some(r, pieces, 5)
		_, day := time.Parse(time.DateOnly, s)
		ref, err := plan.ParseReference(s)
		if want := pattern.MatchString(s) || day == nil; want != (err == nil) {
			t.Fatalf("ParseReference(%q) takes it: %v, want %v", s, err == nil, want)
		}
		if err == nil && day != nil {
			want := map[int]string{4: "2006", 7: "2006-01"}[len(s)]
			if quarter := fmt.Sprintf("%04d-Q%d", ref.To.Year, ref.To.Quarter()); strings.Contains(s, "Q") && (quarter != s || ref.From.Month != ref.To.Month-2) ||
				!strings.Contains(s, "Q") && (ref.From.Time().Format(want) != s || ref.To.Time().Format(want) != s) ||
				ref.From.Day != 1 || ref.To.Next().Day != 1 {
				t.Fatalf("ParseReference(%q) = %v to %v", s, ref.From, ref.To)
			}
		}
	}
}
