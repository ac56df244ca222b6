package check

import (
	"testing"

	"minhbach/generator/internal/plan"
)

// TestContinuedSmallestCount: a row that goes on protects persons no less than the one before.
func TestContinuedSmallestCount(t *testing.T) {
	for own, want := range map[int]int{0: 1, 4: 1, 5: 0, 10: 0} {
		before := &plan.Plan{ID: "2029", Indicators: []*plan.Indicator{{ID: "1", Level: plan.IndicatorLevel, Value: plan.UnitCount, SmallestCount: 5}}}
		after := &plan.Plan{ID: "2030", Indicators: []*plan.Indicator{{ID: "1", Value: plan.UnitCount, SmallestCount: own, Continues: "2029/1"}}}
		pr := &planReview{review: &review{site: &plan.Site{Plans: []*plan.Plan{before, after}}}, plan: after}
		continues(pr)
		if len(pr.found) != want {
			t.Errorf("smallest_count: %d: found %v", own, pr.found)
		}
	}
}
