package wording_test

import (
	"testing"

	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// TestNextFigure: the result that is awaited, else the plan's next report with the day on which it is due, else why there
// is none.
func TestNextFigure(t *testing.T) {
	later := func(due string) func(*plan.Plan) {
		return func(p *plan.Plan) {
			p.Periods = append([]plan.Period{{ID: "base", Kind: plan.Baseline, Cutoff: plan.MustDate("2029-12-31")}}, p.Periods...)
			q := plan.Period{ID: "fy", Name: plan.Text{VI: "Năm", EN: "Full year"}, Kind: plan.Report, Cutoff: plan.MustDate("2030-12-31")}
			if due != "" {
				q.Due = plan.MustDate(due)
			}
			p.Periods = append(p.Periods, q)
		}
	}
	for _, c := range []struct {
		name   string
		change func(*plan.Plan)
		vi, en string
	}{
		{"a report with its day", later("2030-12-10"), "Kỳ tiếp theo: Năm, số liệu đến 31/12/2030; hạn báo cáo 10/12/2030.", "Next: Full year, figures up to 31 December 2030; report due 10 December 2030."},
		{"a report without a day", later(""), "Kỳ tiếp theo: Năm, số liệu đến 31/12/2030.", "Next: Full year, figures up to 31 December 2030."},
		{"no period in the plan's time", asIs, "Chưa có kỳ nào sau kỳ này.", "No period after this one is scheduled."},
		{"after the plan", func(p *plan.Plan) { p.End = plan.MustDate("2030-06-30") }, "Kế hoạch kết thúc ngày 30/6/2030; không còn kỳ báo cáo nào được định trước.", "The plan ended on 30 June 2030; no further report is scheduled."},
		{"an outside result", func(p *plan.Plan) {
			p.Publishers = []plan.Publisher{{ID: "x", Name: plan.Text{VI: "Viện Đo lường", EN: "Institute of Measures"}}}
			i := p.Indicators[0]
			i.Value, i.Direction, i.Measure, i.Publisher = plan.Score, plan.Up, plan.LevelMeasure, "x"
			p.Snapshots[0].Observations = nil
		}, "Kết quả năm 2030 do Viện Đo lường công bố; chưa rõ ngày nào.", "The 2030 result comes from: Institute of Measures. The day is not known."},
		{"an outside result with its day", func(p *plan.Plan) {
			p.Publishers = []plan.Publisher{{ID: "x", Name: plan.Text{VI: "Viện Đo lường", EN: "Institute of Measures"}, Releases: []plan.Release{{Reference: year, Date: plan.MustDate("2031-03-01")}}}}
			i := p.Indicators[0]
			i.Value, i.Direction, i.Measure, i.Publisher = plan.Score, plan.Up, plan.LevelMeasure, "x"
			p.Snapshots[0].Observations = nil
		}, "Kết quả năm 2030 do Viện Đo lường công bố ngày 1/3/2031.", "The 2030 result comes from: Institute of Measures, on 1 March 2031."},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, r := percent("", "", c.change)
			if got := wording.In(plan.VI, p).NextFigure(r); got != c.vi {
				t.Errorf("vi: %q, want %q", got, c.vi)
			}
			if got := wording.In(plan.EN, p).NextFigure(r); got != c.en {
				t.Errorf("en: %q, want %q", got, c.en)
			}
		})
	}
}
