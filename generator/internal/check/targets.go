package check

import (
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// targetIDs: of one id, only one target is valid from any one day; a later one replaces it.
func targetIDs(pr *planReview) {
	for _, i := range pr.plan.Indicators {
		seen := map[plan.TargetID]map[plan.Date]bool{}
		for n, t := range i.Targets {
			if seen[t.ID] == nil {
				seen[t.ID] = map[plan.Date]bool{}
			}
			if t.ID != "" && seen[t.ID][t.ValidFrom] {
				pr.fail(indicatorFile(pr.plan, i), item("targets", n, "id"), "duplicate-id",
					diag.Say("mã “%s” của mục tiêu được dùng hai lần với cùng ngày hiệu lực", "the target id “%s” is used twice with the same valid_from", t.ID),
					diag.Say("đặt mã khác; nếu mục tiêu này thay mục tiêu trước thì ghi valid_from muộn hơn", "give it an id of its own; if it replaces the one before, give it a later valid_from"))
			}
			seen[t.ID][t.ValidFrom] = true
		}
	}
}

// targetParts: a target carries what its kind needs and nothing else.
func targetParts(pr *planReview) {
	for _, i := range pr.plan.Indicators {
		for n, t := range i.Targets {
			pr.parts(indicatorFile(pr.plan, i), item("targets", n), t.Kind, []part{
				{"value", t.Value.Known(), t.Kind.NeedsValue(), false},
				{"upper", t.Upper.Known(), t.Kind == plan.Between, false},
				{"tier", t.Tier != "", t.Kind == plan.TierAtLeast, false},
				{"words", !t.Words.Empty(), t.Kind == plan.InWords, false},
				{"baseline", t.Baseline != nil, t.Kind == plan.BetterRank || t.Kind == plan.BetterValue, mayHaveBaseline(t.Kind)},
				{"by", t.By.Known(), false, t.Kind == plan.BetterValue},
				{"path", len(t.Path) > 0, false, t.Kind.Floor() || t.Kind.Ceiling()},
			})
			pr.inOrder(indicatorFile(pr.plan, i), item("targets", n), t.Value, t.Upper)
		}
	}
}

// alsoSetParts: the same for figures that other documents set.
func alsoSetParts(pr *planReview) {
	for _, i := range pr.plan.Indicators {
		for n, a := range i.AlsoSet {
			pr.parts(indicatorFile(pr.plan, i), item("also_set", n), a.Kind, []part{
				{"value", a.Value.Known(), a.Kind.NeedsValue(), false},
				{"upper", a.Upper.Known(), a.Kind == plan.Between, false},
				{"tier", a.Tier != "", a.Kind == plan.TierAtLeast, false},
				{"words", !a.Words.Empty(), a.Kind == plan.InWords, false},
			})
			pr.inOrder(indicatorFile(pr.plan, i), item("also_set", n), a.Value, a.Upper)
		}
	}
}

// part is a key of a target: is it given, does the kind need it, or may it have it?
type part struct {
	key                   string
	given, needed, allows bool
}

// mayHaveBaseline: progress is taken from it, or growth.
func mayHaveBaseline(k plan.TargetKind) bool {
	return k.NeedsValue() && k != plan.Between && k != plan.CutAtLeast
}

func (pr *planReview) parts(file, path string, kind plan.TargetKind, parts []part) {
	for _, x := range parts {
		switch {
		case kind == "":
		case x.needed && !x.given:
			pr.fail(file, path+"."+x.key, "target-parts",
				diag.Say("mục tiêu kiểu %s phải có %s", "a target of kind %s needs %s", kind, x.key),
				diag.Say("thêm %s, hoặc đổi kind", "add %s, or change the kind", x.key))
		case x.given && !x.needed && !x.allows:
			pr.fail(file, path+"."+x.key, "target-parts",
				diag.Say("mục tiêu kiểu %s không dùng %s", "a target of kind %s has no use for %s", kind, x.key),
				diag.Say("bỏ %s, hoặc đổi kind", "drop %s, or change the kind", x.key))
		}
	}
}

func (pr *planReview) inOrder(file, path string, value, upper plan.Number) {
	if value.Known() && upper.Known() && value.Cmp(upper) > 0 {
		pr.fail(file, path+".upper", "target-parts",
			diag.Say("cận trên %s nhỏ hơn cận dưới %s", "the upper bound %s is below the lower one, %s", upper, value),
			diag.Say("viết số nhỏ ở value, số lớn ở upper", "put the smaller number in value, the larger in upper"))
	}
}

// targetDates: a target falls due inside or after the plan, and is set before it falls due.
func targetDates(pr *planReview) {
	for _, i := range pr.plan.Indicators {
		for n, t := range i.Targets {
			file := indicatorFile(pr.plan, i)
			pr.dueInPlan(file, item("targets", n, "due"), t.Due)
			if t.Due.Known() && t.ValidFrom.After(t.Due) {
				pr.fail(file, item("targets", n, "valid_from"), "target-dates",
					diag.Say("mục tiêu có hiệu lực (%s) sau ngày đến hạn (%s)", "the target is valid from %s, after it falls due (%s)", t.ValidFrom, t.Due),
					diag.Say("sửa valid_from hoặc due", "correct valid_from or due"))
			}
			if t.Due.Known() && t.Reference.From.After(t.Due) && !pr.plan.Start.After(t.Due) {
				pr.fail(file, item("targets", n, "due"), "target-dates",
					diag.Say("mục tiêu đến hạn (%s) trước khi thời gian của nó (%s) bắt đầu", "the target falls due (%s) before the time that it speaks of (%s) begins", t.Due, t.Reference),
					diag.Say("sửa due hoặc reference", "correct due or reference"))
			}
		}
	}
}

func (pr *planReview) dueInPlan(file, path string, due plan.Date) {
	if due.Known() && pr.plan.Start.After(due) {
		pr.fail(file, path, "due-before-start",
			diag.Say("hạn %s trước ngày kế hoạch bắt đầu (%s)", "the due day %s is before the plan starts (%s)", due, pr.plan.Start),
			diag.Say("sửa due, hoặc start trong plan.yaml", "correct due, or start in plan.yaml"))
	}
}
