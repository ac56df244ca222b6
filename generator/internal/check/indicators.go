package check

import (
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// indicatorReferences: everything that an indicator's file names exists.
func indicatorReferences(pr *planReview) {
	for _, i := range pr.plan.Indicators {
		file := indicatorFile(pr.plan, i)
		pr.refer(file, "parent", string(i.Parent), pr.indicators.as(indicatorRow))
		pr.refer(file, "area", string(i.Area), pr.areas)
		pr.refer(file, "publisher", string(i.Publisher), pr.publishers)
		pr.refer(file, "agencies_from", string(i.AgenciesFrom), pr.indicators)
		pr.referAll(file, "monitoring", i.Monitoring)
		pr.referAll(file, "executing", i.Executing)
		tiers := newRegister(tierNoun, ids(i.Tiers, func(t plan.Tier) string { return string(t.ID) })).strict(true)
		pr.unique(file, tierNoun, tiers.order, func(n int) string { return item("tiers", n, "id") })
		for n, t := range i.Targets {
			pr.refer(file, item("targets", n, "tier"), string(t.Tier), tiers)
		}
		for n, a := range i.AlsoSet {
			pr.refer(file, item("also_set", n, "tier"), string(a.Tier), tiers)
			if pr.sources != nil {
				pr.referSource(file, item("also_set", n, "source"), a.Source, pr.sources)
			}
		}
	}
}

// measured: an indicator says what its values are, which way is better, what they count, what the plan sets, and who
// answers for it.
func measured(pr *planReview) {
	for _, i := range pr.plan.Indicators {
		if !i.Measured() {
			continue
		}
		pr.need(i, "value", i.Value != "")
		pr.need(i, "direction", i.Direction != "")
		pr.need(i, "measure", i.Measure != "")
		pr.need(i, "targets", len(i.Targets) > 0)
		if len(i.Monitoring) == 0 && i.AgenciesFrom == "" {
			pr.fail(indicatorFile(pr.plan, i), "monitoring", "indicator-needs",
				diag.Say("không nói cơ quan nào theo dõi chỉ tiêu này", "no agency answers for this indicator"),
				diag.Say("thêm monitoring: [mã cơ quan], hoặc agencies_from: mã của dòng có cơ quan", "add monitoring: [agency id], or agencies_from: the id of the row that names them"))
		}
	}
}

func (pr *planReview) need(i *plan.Indicator, key string, given bool) {
	if given {
		return
	}
	hint := diag.Say("thêm dòng %s: …", "add a line %s: …", key)
	if key == "targets" {
		hint = diag.Say("thêm targets; nếu kế hoạch không đặt mục tiêu, dùng kind: none", "add targets; where the plan sets none, use kind: none")
	}
	pr.fail(indicatorFile(pr.plan, i), key, "indicator-needs",
		diag.Say("chỉ tiêu được đo phải có %s", "an indicator that is measured needs %s", key), hint)
}

func heading(i *plan.Indicator) bool {
	return i.Level == plan.GroupLevel || i.Level == plan.SubgroupLevel
}

// groupsEmpty: a group or subgroup has neither values nor targets.
func groupsEmpty(pr *planReview) {
	for _, i := range pr.plan.Indicators {
		if !heading(i) {
			continue
		}
		keys := map[string]bool{"targets": len(i.Targets) > 0, "also_set": len(i.AlsoSet) > 0, "value": i.Value != "",
			"direction": i.Direction != "", "measure": i.Measure != "", "tiers": len(i.Tiers) > 0, "publisher": i.Publisher != ""}
		for key, given := range keys {
			if given {
				pr.fail(indicatorFile(pr.plan, i), key, "group-with-value",
					diag.Say("dòng cấp “%s” chỉ là tiêu đề, không có %s", "a row of level “%s” is a heading and has no %s", i.Level, key),
					diag.Say("bỏ %s, hoặc đổi level thành indicator", "drop %s, or make the level indicator", key))
			}
		}
	}
}

// agenciesFrom: the row that lends its agencies has some, and rows do not borrow in a circle.
func agenciesFrom(pr *planReview) {
	next := map[string]string{}
	for _, i := range pr.plan.Indicators {
		next[string(i.ID)] = string(i.AgenciesFrom)
	}
	for _, i := range pr.plan.Indicators {
		pr.cycle(indicatorFile(pr.plan, i), "agencies_from", string(i.ID), next)
		lender, known := pr.rows[i.AgenciesFrom]
		if known && len(lender.Monitoring) == 0 && lender.AgenciesFrom == "" {
			pr.fail(indicatorFile(pr.plan, i), "agencies_from", "agencies-from",
				diag.Say("dòng “%s” không ghi cơ quan nào", "row “%s” names no agency", i.AgenciesFrom),
				diag.Say("chọn dòng có monitoring", "name a row that has monitoring"))
		}
	}
}
