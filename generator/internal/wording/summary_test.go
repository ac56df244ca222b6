package wording_test

import (
	"testing"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// TestSummaryNeverAddsSamplesToFacts: what rests on a sample is counted apart.
func TestSummaryNeverAddsSamplesToFacts(t *testing.T) {
	for _, c := range []struct {
		status plan.DataStatus
		vi, en string
	}{
		{plan.Final, "Trong 1 chỉ tiêu, 1 đã đạt.", "Of 1 indicator, 1 is met."},
		{plan.Sample, "Trong 1 chỉ tiêu, chưa chỉ tiêu nào được xác nhận là đạt. 1 chỉ có số liệu mẫu.", "Of 1 indicator, none is confirmed as met. 1 has sample figures only."},
	} {
		p, _ := percent("42.79", "2030-06-26", func(p *plan.Plan) { p.Snapshots[0].Status = c.status })
		a := derive.Judge(p).Newest()
		if got := wording.In(plan.VI, p).Summary(a); got != c.vi {
			t.Errorf("vi: %q, want %q", got, c.vi)
		}
		if got := wording.In(plan.EN, p).Summary(a); got != c.en {
			t.Errorf("en: %q, want %q", got, c.en)
		}
	}
}
