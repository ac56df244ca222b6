package wording

import (
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
)

// NextFigure says when the next figure of an indicator is to be looked for: with the result of its outside publisher
// while that is awaited, else with the plan's next report.
func (w Words) NextFigure(r *derive.IndicatorResult) string {
	if r.Status == derive.Awaiting {
		for _, p := range w.Plan.Publishers {
			if p.ID == r.Indicator.Publisher {
				name, ref := p.Name.In(w.Lang), w.of(r.Target().Target.Reference)
				if day := r.Target().Expected; day.Known() {
					on := lang.Date(w.Lang, day)
					return w.pick("Kết quả "+ref+" do "+name+" công bố ngày "+on+".", "The "+ref+" result comes from: "+name+", on "+on+".")
				}
				return w.pick("Kết quả "+ref+" do "+name+" công bố; chưa rõ ngày nào.", "The "+ref+" result comes from: "+name+". The day is not known.")
			}
		}
	}
	return w.NextReport(*r.Period)
}

// NextReport says when the report after a period is due, or that there is none.
func (w Words) NextReport(after plan.Period) string {
	for _, p := range w.Plan.Periods {
		if p.Kind == plan.Baseline || !p.Cutoff.After(after.Cutoff) {
			continue
		}
		name, cutoff := w.Period(p), lang.Date(w.Lang, p.Cutoff)
		s := w.pick("Kỳ tiếp theo: "+name+", số liệu đến "+cutoff, "Next: "+name+", figures up to "+cutoff)
		if p.Due.Known() {
			s += w.pick("; hạn báo cáo ", "; report due ") + lang.Date(w.Lang, p.Due)
		}
		return s + "."
	}
	if after.Cutoff.After(w.Plan.End) || after.Cutoff == w.Plan.End {
		end := lang.Date(w.Lang, w.Plan.End)
		return w.pick("Kế hoạch kết thúc ngày "+end+"; không còn kỳ báo cáo nào được định trước.", "The plan ended on "+end+"; no further report is scheduled.")
	}
	return w.pick("Chưa có kỳ nào sau kỳ này.", "No period after this one is scheduled.")
}
