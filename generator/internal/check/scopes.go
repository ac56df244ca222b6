package check

import (
	"slices"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// targetScopes: the parts and units that targets are set for exist, and a target is set for one part or for many.
func targetScopes(pr *planReview) {
	for _, i := range pr.plan.Indicators {
		file := indicatorFile(pr.plan, i)
		for n, t := range i.Targets {
			pr.refer(file, item("targets", n, "scope"), string(t.Scope), pr.breakdowns)
			for k, id := range t.EachOf {
				pr.refer(file, item("targets", n, item("each_of", k)), string(id), pr.breakdowns)
			}
			order := ids(t.EachOf, func(id plan.BreakdownID) string { return string(id) })
			pr.unique(file, breakdownNoun, order, func(k int) string { return item("targets", n, item("each_of", k)) })
			if t.Scope != "" && len(t.EachOf) > 0 {
				pr.fail(file, item("targets", n, "scope"), "target-scope",
					diag.Say("mục tiêu vừa đặt cho “%s” vừa đặt cho từng đơn vị", "the target is set for “%s” and for each of several units", t.Scope),
					diag.Say("bỏ scope hoặc each_of", "drop scope or each_of"))
			}
		}
	}
}

// targetPaths: the points of a path follow one another up to the due day, towards the target and not past it; an
// amount to be better by is more than none.
func targetPaths(pr *planReview) {
	for _, i := range pr.plan.Indicators {
		for n, t := range i.Targets {
			file := indicatorFile(pr.plan, i)
			for k := range t.Path {
				pr.pathPoint(file, item("targets", n, item("path", k)), t, k)
			}
			if t.By.Known() && t.By.Sign() <= 0 {
				pr.fail(file, item("targets", n, "by"), "target-parts",
					diag.Say("mức phải tốt hơn (%s) phải lớn hơn 0", "the amount to be better by (%s) must be more than 0", t.By),
					diag.Say("bỏ by nếu chỉ cần tốt hơn", "drop by where any betterment will do"))
			}
		}
	}
}

func (pr *planReview) pathPoint(file, path string, t plan.Target, k int) {
	q := t.Path[k]
	past := t.Due.Known() && q.By.After(t.Due) || k > 0 && !q.By.After(t.Path[k-1].By)
	if q.By.Known() && past {
		pr.fail(file, path+".by", "target-path",
			diag.Say("mốc %s không nằm giữa mốc trước và hạn của mục tiêu", "the point %s does not lie between the one before and the due day", q.By),
			diag.Say("xếp các mốc theo ngày, mốc cuối không muộn hơn due", "put the points in the order of their days, none after due"))
	}
	ahead := t.Value
	if k+1 < len(t.Path) {
		ahead = t.Path[k+1].Value
	}
	c := q.Value.Cmp(ahead)
	if q.Value.Known() && ahead.Known() && (t.Kind.Floor() && c > 0 || t.Kind.Ceiling() && c < 0) {
		pr.fail(file, path+".value", "target-path",
			diag.Say("mức %s đã qua mức kế tiếp của lộ trình (%s)", "the level %s is already past the next one of the path (%s)", q.Value, ahead),
			diag.Say("các mức phải tiến dần đến mục tiêu", "let the levels approach the target"))
	}
}

// targetBaselines: a baseline is of what the target compares: no number stands for a rank's place, and a figure that
// it names has the rank or the value.
func targetBaselines(pr *planReview) {
	figures := pr.figuresOf(comparing)
	for _, i := range pr.plan.Indicators {
		for n, t := range i.Targets {
			if t.Baseline == nil {
				continue
			}
			file, place := indicatorFile(pr.plan, i), item("targets", n, "baseline")
			if t.Kind == plan.BetterRank && t.Baseline.Value.Known() {
				pr.baselineUnit(file, place+".value")
			}
			if t.Baseline.Reference.To.After(t.Reference.To) && t.Reference.To.Known() {
				pr.fail(file, place+".reference", "target-dates",
					diag.Say("mốc (%s) sau thời gian của mục tiêu (%s)", "the baseline (%s) is after the time of the target (%s)", t.Baseline.Reference, t.Reference),
					diag.Say("sửa reference của mốc hoặc của mục tiêu", "correct the reference of the baseline or of the target"))
			}
			if o := named(i, t, figures[i.ID]); o != nil && (t.Kind == plan.BetterRank && o.Rank == nil || t.Kind == plan.BetterValue && !o.Value.Known()) {
				pr.baselineUnit(file, place+".reference")
				pr.restsOnSnapshots()
			}
		}
	}
}

// comparing tells an indicator with a target that sets a figure against another.
func comparing(i *plan.Indicator) bool {
	return slices.ContainsFunc(i.Targets, func(t plan.Target) bool {
		return t.Baseline != nil && (t.Kind == plan.BetterRank || t.Kind == plan.BetterValue)
	})
}

// figuresOf are the figures of some of the indicators.
func (pr *planReview) figuresOf(some func(*plan.Indicator) bool) map[plan.IndicatorID][]*plan.Observation {
	figures := map[plan.IndicatorID][]*plan.Observation{}
	for _, i := range pr.plan.Indicators {
		if some(i) {
			figures[i.ID] = nil
		}
	}
	pr.eachObservation(func(_ string, _ *plan.Snapshot, _ int, o *plan.Observation, _ *plan.Indicator) {
		if those, asked := figures[o.Indicator]; asked {
			figures[o.Indicator] = append(those, o)
		}
	})
	return figures
}

func (pr *planReview) baselineUnit(file, path string) {
	pr.fail(file, path, "baseline-unit",
		diag.Say("mốc không cùng loại với điều được so sánh", "the baseline is not of the kind that is compared"),
		diag.Say("với thứ hạng, mốc phải có rank; với giá trị, mốc phải có value", "for ranks give the baseline a rank, for values a value"))
}

// named is the figure of the plan that a target's baseline names; nil when there is none.
func named(i *plan.Indicator, t plan.Target, figures []*plan.Observation) *plan.Observation {
	for _, o := range figures {
		own := o.Measure == "" || o.Measure == i.Measure
		if o.Suppressed == "" && o.Breakdown == t.Scope && own && o.Comparable == plan.Fully && o.Reference.Same(t.Baseline.Reference) {
			return o
		}
	}
	return nil
}
