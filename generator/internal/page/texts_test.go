package page

import (
	"slices"
	"testing"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

// TestEveryRuleHasItsSentence: each status, verdict and kind of target, and nothing else, has a sentence in both
// languages; New refuses one without.
func TestEveryRuleHasItsSentence(t *testing.T) {
	rules := read(t, "rules.json")
	want := slices.Concat(generalRules, taskRules, []string{derive.PathLinear, derive.PathMilestones})
	for _, s := range decisionOrder {
		want = append(want, "status/"+string(s))
	}
	for _, v := range verdictDecision {
		want = append(want, "verdict/"+string(v))
	}
	for _, k := range plan.TargetKind("").Allowed() {
		want = append(want, "target/"+k)
	}
	for _, id := range want {
		if _, ok := rules[id]; !ok {
			t.Errorf("rules.json has no %q", id)
		}
	}
	for id := range rules {
		if !slices.Contains(want, id) {
			t.Errorf("nothing uses the sentence of %q", id)
		}
	}
}

// TestDecisionOrderIsComplete: what any plan can reach stands in the order of decision.
func TestDecisionOrderIsComplete(t *testing.T) {
	for _, p := range []*plan.Plan{{Pace: "linear"}, {CompiledFrom: "public-sources", Pace: "linear"}} {
		for _, s := range derive.Statuses(p) {
			if !slices.Contains(decisionOrder, s) {
				t.Errorf("%s is missing", s)
			}
		}
		for _, v := range derive.Verdicts(p) {
			if !slices.Contains(verdictDecision, v) {
				t.Errorf("%s is missing", v)
			}
		}
	}
}

func TestOpening(t *testing.T) {
	for _, c := range []struct{ body, want string }{
		{"<h2>A</h2>\n<p>One <b>two</b> &amp;\nthree. Four.</p>", "One two & three."},
		{"<p>One</p>", "One."},
		{"<ul></ul>", ""},
	} {
		if got := opening(c.body); got != c.want {
			t.Errorf("opening(%q) = %q, want %q", c.body, got, c.want)
		}
	}
}
