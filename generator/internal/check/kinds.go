package check

import (
	"slices"
	"strings"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// amounts are the kinds of value that are numbers of something.
var amounts = []plan.ValueKind{plan.Percent, plan.Quantity, plan.Score, plan.UnitCount}

// fits lists the kinds of value that a kind of target can be set for.
func fits(k plan.TargetKind) []plan.ValueKind {
	switch k {
	case plan.BetterRank:
		return []plan.ValueKind{plan.RankValue, plan.TierValue, plan.Score}
	case plan.BetterValue:
		return append(slices.Clone(amounts), plan.TierValue)
	case plan.TierAtLeast:
		return []plan.ValueKind{plan.TierValue, plan.RankValue, plan.Score}
	case plan.Exists:
		return []plan.ValueKind{plan.YesNo, plan.UnitCount, plan.Quantity}
	case plan.GrowthLeast, plan.GrowthMost, plan.CutAtLeast:
		return amounts
	case plan.InWords, plan.NoTarget:
		return nil
	}
	return append(slices.Clone(amounts), plan.RankValue, plan.TierValue)
}

// targetKinds: a target is of a kind that its indicator's values can hold.
func targetKinds(pr *planReview) {
	for _, i := range pr.plan.Indicators {
		for n, t := range i.Targets {
			can := fits(t.Kind)
			if i.Value == "" || t.Kind == "" || len(can) == 0 || slices.Contains(can, i.Value) {
				continue
			}
			names := make([]string, len(can))
			for k, v := range can {
				names[k] = string(v)
			}
			pr.fail(indicatorFile(pr.plan, i), item("targets", n, "kind"), "target-kind",
				diag.Say("mục tiêu kiểu %s không so được với giá trị kiểu %s", "a target of kind %s cannot be compared with values of kind %s", t.Kind, i.Value),
				diag.Say("đổi kind, hoặc value của chỉ tiêu thành một trong: %s", "change the kind, or the indicator's value to one of: %s", strings.Join(names, ", ")))
		}
	}
}

// targetDirections: a target points where the indicator says that better lies.
func targetDirections(pr *planReview) {
	for _, i := range pr.plan.Indicators {
		if i.Value == plan.RankValue && i.Direction != plan.Down && i.Direction != "" {
			pr.fail(indicatorFile(pr.plan, i), "direction", "target-direction",
				diag.Say("thứ hạng nhỏ hơn là tốt hơn, nên direction không thể là %s", "a smaller rank is the better one, so the direction cannot be %s", i.Direction),
				diag.Say("viết direction: down", "write direction: down"))
			continue
		}
		for n, t := range i.Targets {
			pr.direction(i, n, t)
		}
	}
}

func (pr *planReview) direction(i *plan.Indicator, n int, t plan.Target) {
	against := i.Direction == plan.Down && (t.Kind == plan.AtLeast || t.Kind == plan.Above) || i.Direction == plan.Up && t.Kind.Ceiling()
	if against || i.Direction == plan.NoDirection && t.Kind == plan.BetterValue {
		pr.fail(indicatorFile(pr.plan, i), item("targets", n, "kind"), "target-direction",
			diag.Say("mục tiêu kiểu %s không đi cùng direction: %s", "a target of kind %s does not go with direction: %s", t.Kind, i.Direction),
			diag.Say("sửa direction của chỉ tiêu, hoặc kind", "correct the indicator's direction, or the kind"))
	}
}

// ownMeasures: an indicator is measured by what has happened, and growth of cumulative figures names its baseline.
func ownMeasures(pr *planReview) {
	for _, i := range pr.plan.Indicators {
		if i.Measure == plan.Forecast {
			pr.fail(indicatorFile(pr.plan, i), "measure", "measure",
				diag.Say("dự báo không bao giờ dùng để đánh giá, nên không thể là cách đo của chỉ tiêu", "a forecast never judges, so it cannot be an indicator's measure"),
				diag.Say("viết level, cumulative, period_alone hoặc increment", "write level, cumulative, period_alone or increment"))
		}
		for n, t := range i.Targets {
			if (t.Kind == plan.GrowthLeast || t.Kind == plan.GrowthMost) && t.Baseline == nil && i.Measure == plan.Cumulative {
				pr.fail(indicatorFile(pr.plan, i), item("targets", n), "growth-baseline",
					diag.Say("số cộng dồn không so được với số liền trước, vì hai số cùng tính một phần thời gian", "a cumulative figure cannot be set against the one before: both count part of the same time"),
					diag.Say("thêm baseline: {reference: …}", "add baseline: {reference: …}"))
			}
		}
	}
}
