package plan_test

import (
	"testing"

	"minhbach/generator/internal/plan"
)

func TestParseNumber(t *testing.T) {
	for _, s := range []string{"0", "35", "35.0", "-3.2", "42.79", "0.5", "100"} {
		if n, err := plan.ParseNumber(s); err != nil || n.String() != s {
			t.Errorf("ParseNumber(%q) = %q, %v; want the digits as written", s, n, err)
		}
	}
	for _, s := range []string{"", "42,79", "0x1F", "1_000", "007", "+5", "1e3", ".5", "5.", ".nan", ".inf", "-0", "-0.00", " 5", "１"} {
		if n, err := plan.ParseNumber(s); err == nil {
			t.Errorf("ParseNumber(%q) = %q, want it refused", s, n)
		}
	}
}

func TestNumberKeepsPrecisionAndComparesExactly(t *testing.T) {
	a, b := plan.MustNumber("35.0"), plan.MustNumber("35")
	if a.Cmp(b) != 0 || a.String() == b.String() || a.Decimals() != 1 {
		t.Error("35.0 must equal 35 and stay written as 35.0")
	}
	if plan.MustNumber("0.1").Cmp(plan.MustNumber("0.10000000")) != 0 {
		t.Error("decimals are compared as binary floats")
	}
}

func TestParseDate(t *testing.T) {
	for _, s := range []string{"2023-02-31", "31/02/2023", "2023-2-1", "2023", "2023-13-01", ""} {
		if d, err := plan.ParseDate(s); err == nil {
			t.Errorf("ParseDate(%q) = %v, want it refused", s, d)
		}
	}
	d := plan.MustDate("2024-02-29")
	if d.String() != "2024-02-29" || d.QuarterEnd().String() != "2024-03-31" || plan.MustDate("2024-03-01").DaysSince(d) != 1 {
		t.Errorf("calendar of %v is wrong", d)
	}
}

func TestDaysSince(t *testing.T) {
	for _, c := range []struct {
		day, since string
		want       int
	}{{"2024-03-01", "2024-02-29", 1}, {"2024-02-29", "2024-03-01", -1}, {"9999-12-31", "1899-12-30", 2958465}} {
		if got := plan.MustDate(c.day).DaysSince(plan.MustDate(c.since)); got != c.want {
			t.Errorf("%s is %d days after %s, want %d", c.day, got, c.since, c.want)
		}
	}
}

func TestReference(t *testing.T) {
	for _, c := range []struct{ text, from, to string }{
		{"2023", "2023-01-01", "2023-12-31"},
		{"2023-Q3", "2023-07-01", "2023-09-30"},
		{"2023-02", "2023-02-01", "2023-02-28"},
		{"2023-06-26", "2023-06-26", "2023-06-26"},
		{"2022-12-15..2023-03-14", "2022-12-15", "2023-03-14"},
		{"2021..2025", "2021-01-01", "2025-12-31"},
		{"..2023-09-06", "", "2023-09-06"},
		{"2023-09-06..", "2023-09-06", ""},
		{"2023-Q2..2024-02", "2023-04-01", "2024-02-29"},
		{"2023-06-26..2023-Q4", "2023-06-26", "2023-12-31"},
		{"0000..", "0000-01-01", ""},
	} {
		r, err := plan.ParseReference(c.text)
		if err != nil || r.From.String() != c.from || r.To.String() != c.to || r.String() != c.text {
			t.Errorf("ParseReference(%q) = %v..%v, %v; want %s..%s", c.text, r.From, r.To, err, c.from, c.to)
		}
	}
	for _, s := range []string{"", "..", "2023-Q5", "2023-13", "23", "2023-06-31", "2024..2023", "a..b", "2023-1", "2023-Q0", "2023-q1", "+023", "2023-+1", "2023-Q12", "20 3", "2023-00", "2023..x"} {
		if r, err := plan.ParseReference(s); err == nil || r.Known() {
			t.Errorf("ParseReference(%q) was taken", s)
		}
	}
}

func TestEndsWithin(t *testing.T) {
	year := plan.MustReference("2023")
	for text, want := range map[string]bool{
		"2023": true, "2023-06-26": true, "2022-12-15..2023-03-14": true, "..2023-09-06": true,
		"2024": false, "2022": false, "2023-09-06..": false, "2023-06..2024-01": false, "..2022-12-31": false,
	} {
		if got := plan.MustReference(text).EndsWithin(year); got != want {
			t.Errorf("%s ends within 2023: %v, want %v", text, got, want)
		}
	}
}
