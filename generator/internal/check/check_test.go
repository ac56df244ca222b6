package check

import (
	"slices"
	"testing"

	"minhbach/generator/internal/plan"
)

// The rules are tested on whole sites: testdata holds the cases, package content runs them.

func TestFollowable(t *testing.T) {
	for text, want := range map[string]bool{
		"https://example.org": true, "http://example.org/a?b=c#d": true, "https://baobinhdinh.vn/viewer.aspx?mabb=1&m=2": true,
		"HTTPS://example.org/": true, "https://example.org:8443/": true, "//example.org": false, "example.org": false, "https://": false, "https:///a": false,
		"javascript:alert(1)": false, "java\nscript:alert(1)": false, "data:text/html,x": false, "https://a b.org": false,
		"https://user@example.org/": false, "https://example.org/\"><script>": false, "ftp://example.org/": false, "https://:80/": false,
	} {
		if have := Followable(text); have != want {
			t.Errorf("Followable(%q) = %v", text, have)
		}
	}
}

func TestStep(t *testing.T) {
	s := &step{up: &step{up: &step{key: "observations"}, index: 2}, key: "value"}
	if s.String() != "observations[2].value" || item("observations", 2, "value") != s.String() {
		t.Errorf("%s", s)
	}
}

func TestWorked(t *testing.T) {
	for _, c := range []struct{ numerator, denominator, value, want string }{
		{"1", "8", "12.5", "12.5"}, {"1", "8", "13", "13"}, {"1", "800", "0.13", "0.13"}, {"9", "27", "33.3", "33.3"}, {"27", "27", "100.0", "100.0"},
		{"9996", "10000", "99.96", "99.96"}, {"9996", "10000", "100", "100"},
	} {
		o := &plan.Observation{Numerator: plan.MustNumber(c.numerator), Denominator: plan.MustNumber(c.denominator), Value: plan.MustNumber(c.value)}
		have, ok := worked(&plan.Indicator{Value: plan.Percent}, o)
		if !ok || have.String() != c.want {
			t.Errorf("%s of %s is %s, want %s", c.numerator, c.denominator, have, c.want)
		}
	}
}

func TestEmptySite(t *testing.T) {
	found := Site(&plan.Site{Plans: []*plan.Plan{{ID: "2030"}}})
	for _, f := range found {
		if !slices.Contains([]string{"missing-language", "missing-page", "nothing-released", "licence"}, f.Rule) {
			t.Errorf("an empty plan has the problem %s", f.Rule)
		}
	}
}

// TestTwins holds that a plan which was copied and not yet changed is told at the copy, with what is still the other's.
func TestTwins(t *testing.T) {
	of := func(id, number, title string, snapshots int) *plan.Plan {
		p := &plan.Plan{ID: id, Title: plan.Text{VI: title}, Decision: plan.Document{Number: number, Date: plan.MustDate("2031-12-20")}}
		for range snapshots {
			p.Snapshots = append(p.Snapshots, &plan.Snapshot{})
		}
		return p
	}
	for _, c := range []struct {
		plans []*plan.Plan
		want  string
	}{
		{[]*plan.Plan{of("2033", "92", "A", 0), of("2032", "92", "A", 2)}, "plans/2033/plan.yaml same-decision"},
		{[]*plan.Plan{of("b", "92", "A", 1), of("a", "92", "A", 1)}, "plans/b/plan.yaml same-decision"},
		{[]*plan.Plan{of("2033", "99", "A", 0), of("2032", "92", "A", 2)}, "plans/2033/plan.yaml same-title"},
		{[]*plan.Plan{of("2033", "99", "B", 0), of("2032", "92", "A", 2)}, ""},
		{[]*plan.Plan{of("2033", "", "", 0), of("2032", "", "", 2)}, ""},
	} {
		have := ""
		for _, f := range Site(&plan.Site{Plans: c.plans}) {
			if f.Rule == "same-decision" || f.Rule == "same-title" {
				have += f.File + " " + f.Rule
			}
		}
		if have != c.want {
			t.Errorf("%q, not %q", have, c.want)
		}
	}
}
