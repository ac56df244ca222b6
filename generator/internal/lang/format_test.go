package lang_test

import (
	"math/big"
	"slices"
	"testing"

	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
)

func TestNumbersAndDates(t *testing.T) {
	n, d := plan.MustNumber, plan.MustDate
	ref := plan.MustReference
	for _, c := range []struct{ name, got, want string }{
		{"vi grouped", lang.Number(plan.VI, n("1234567.50")), "1.234.567,50"},
		{"en grouped", lang.Number(plan.EN, n("1234567.50")), "1,234,567.50"},
		{"vi negative", lang.Number(plan.VI, n("-3.2")), "−3,2"},
		{"three digits", lang.Number(plan.VI, n("548")), "548"},
		{"unknown", lang.Number(plan.VI, plan.Number{}), ""},
		{"vi percent", lang.Percent(plan.VI, n("42.79")), "42,79%"},
		{"en percent", lang.Percent(plan.EN, n("35.0")), "35.0%"},
		{"vi rank", lang.Rank(plan.VI, plan.Rank{Place: 19, Of: 61}), "hạng 19/61"},
		{"en rank", lang.Rank(plan.EN, plan.Rank{Place: 21, Of: 63}), "21st of 63"},
		{"en 11th", lang.Ordinal(11), "11th"},
		{"en 112th", lang.Ordinal(112), "112th"},
		{"en 103rd", lang.Ordinal(103), "103rd"},
		{"signed", lang.Signed(plan.EN, n("3.2")), "+3.2"},
		{"vi date", lang.Date(plan.VI, d("2023-06-26")), "26/6/2023"},
		{"en date", lang.Date(plan.EN, d("2023-06-26")), "26 June 2023"},
		{"vi quarter", lang.Reference(plan.VI, ref("2023-Q3")), "quý III/2023"},
		{"en month", lang.Reference(plan.EN, ref("2023-10")), "October 2023"},
		{"vi open span", lang.Reference(plan.VI, ref("..2023-09-06")), "đến 6/9/2023"},
		{"year", lang.Reference(plan.VI, ref("2023")), "2023"},
		{"a share is cut, never rounded up", lang.Share(plan.VI, big.NewRat(9996, 10000)), "99%"},
		{"vi list", lang.Join(plan.VI, []string{"a", "b", "c"}), "a, b và c"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
}

func TestVietnameseOrder(t *testing.T) {
	got := []string{"đất", "dân", "ăn", "an", "ân", "Ủy ban", "ưu", "uy"}
	lang.Sort(plan.VI, got, func(s string) string { return s })
	want := []string{"an", "ăn", "ân", "dân", "đất", "uy", "Ủy ban", "ưu"}
	if !slices.Equal(got, want) {
		t.Errorf("sorted %q, want %q", got, want)
	}
}

func TestFold(t *testing.T) {
	for _, s := range []string{"Thủ tục Điện tử", "THỦ TỤC ĐIỆN TỬ", "thu tuc dien tu"} {
		if got := lang.Fold(s); got != "thu tuc dien tu" {
			t.Errorf("Fold(%q) = %q", s, got)
		}
	}
}
