package check

import (
	"slices"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

func planDates(pr *planReview) {
	if pr.plan.End.Known() && pr.plan.Start.After(pr.plan.End) {
		pr.fail(planFile(pr.plan), "end", "plan-dates",
			diag.Say("kế hoạch kết thúc (%s) trước khi bắt đầu (%s)", "the plan ends (%s) before it starts (%s)", pr.plan.End, pr.plan.Start),
			diag.Say("sửa start hoặc end", "correct start or end"))
	}
}

// compiledFrom: a plan compiled by somebody else names the compiler and the day up to which sources were searched.
func compiledFrom(pr *planReview) {
	p, rule := pr.plan, "compiled-from"
	if p.Compiled() && p.Compiler.Empty() {
		pr.fail(planFile(p), "compiler", rule,
			diag.Say("kế hoạch tổng hợp từ nguồn công khai mà không nói ai tổng hợp", "the plan is compiled from public sources and does not say by whom"),
			diag.Say("thêm compiler: {vi: …, en: …}", "add compiler: {vi: …, en: …}"))
	}
	if p.Compiled() && !p.Looked.Known() {
		pr.fail(planFile(p), "looked", rule,
			diag.Say("kế hoạch tổng hợp từ nguồn công khai mà không nói đã tra cứu đến ngày nào", "the plan is compiled from public sources and does not say up to which day they were searched"),
			diag.Say("thêm looked: YYYY-MM-DD", "add looked: YYYY-MM-DD"))
	}
}

// periodOrder: the periods stand in the order of their cut-offs, and no two share one.
func periodOrder(pr *planReview) {
	before := plan.Date{}
	for i, x := range pr.plan.Periods {
		if x.Cutoff.Known() && !x.Cutoff.After(before) {
			pr.fail(planFile(pr.plan), item("periods", i, "cutoff"), "period-order",
				diag.Say("ngày chốt %s không sau ngày chốt của kỳ trước (%s)", "the cut-off %s is not after that of the period before (%s)", x.Cutoff, before),
				diag.Say("xếp các kỳ theo ngày chốt tăng dần", "put the periods in the order of their cut-offs"))
		}
		if x.Cutoff.Known() {
			before = x.Cutoff
		}
	}
}

// periodsInPlan: what is reported on has begun. Days of a plan that was copied are found by this.
func periodsInPlan(pr *planReview) {
	for i, x := range pr.plan.Periods {
		if x.Kind == plan.Report && x.Cutoff.Known() && pr.plan.Start.After(x.Cutoff) {
			pr.fail(planFile(pr.plan), item("periods", i, "cutoff"), "period-before-start",
				diag.Say("kỳ “%s” chốt ngày %s, trước ngày kế hoạch bắt đầu (%s)", "period “%s” has its cut-off on %s, before the plan starts (%s)", x.ID, x.Cutoff, pr.plan.Start),
				diag.Say("sửa id và các ngày của kỳ, hoặc start của kế hoạch; kỳ mốc thì ghi kind: baseline", "correct the id and the days of the period, or start of the plan; where it is a baseline, write kind: baseline"))
		}
	}
}

// periodWindows: a window has both ends, in order, and closes by the cut-off.
func periodWindows(pr *planReview) {
	for i, x := range pr.plan.Periods {
		place, rule := item("periods", i, "end"), "period-window"
		switch {
		case x.Start.Known() != x.End.Known():
			pr.fail(planFile(pr.plan), place, rule,
				diag.Say("kỳ “%s” chỉ có một đầu của khoảng báo cáo", "period “%s” has only one end of its window", x.ID),
				diag.Say("ghi cả start và end, hoặc bỏ cả hai", "give both start and end, or neither"))
		case x.Start.After(x.End):
			pr.fail(planFile(pr.plan), place, rule,
				diag.Say("kỳ “%s” kết thúc (%s) trước khi bắt đầu (%s)", "period “%s” ends (%s) before it starts (%s)", x.ID, x.End, x.Start),
				diag.Say("sửa start hoặc end", "correct start or end"))
		case x.Cutoff.Known() && x.End.After(x.Cutoff):
			pr.fail(planFile(pr.plan), place, rule,
				diag.Say("kỳ “%s” kết thúc (%s) sau ngày chốt (%s)", "period “%s” ends (%s) after its cut-off (%s)", x.ID, x.End, x.Cutoff),
				diag.Say("sửa end hoặc cutoff", "correct end or cutoff"))
		}
	}
}

// duplicatePlanIDs: areas, periods, publishers and breakdowns have ids of their own.
func duplicatePlanIDs(pr *planReview) {
	lists := []struct {
		name string
		ids  *register
	}{{"areas", pr.areas}, {"periods", pr.periods}, {"publishers", pr.publishers}, {"breakdowns", pr.breakdowns}}
	for _, list := range lists {
		pr.unique(planFile(pr.plan), list.ids.noun, list.ids.order, func(i int) string { return item(list.name, i, "id") })
	}
}

// releases: a publisher brings the result for a reference out once.
func releases(pr *planReview) {
	for i, publisher := range pr.plan.Publishers {
		var seen []plan.Reference
		for j, r := range publisher.Releases {
			if slices.ContainsFunc(seen, r.Reference.Same) {
				pr.fail(planFile(pr.plan), item("publishers", i, item("releases", j, "reference")), "duplicate-id",
					diag.Say("kết quả %s của “%s” được ghi hai lần", "the result for %s of “%s” is listed twice", r.Reference, publisher.ID),
					diag.Say("giữ một dòng, với ngày công bố đầu tiên", "keep one line, with the day on which it first came out"))
			}
			seen = append(seen, r.Reference)
		}
	}
}

// twins: two plans with the same decision or the same title are one plan copied and not yet changed. It is told at the copy.
func twins(r *review) {
	for n, p := range r.site.Plans {
		for _, q := range r.site.Plans[:n] {
			copied, from := q, p
			if len(p.Snapshots) < len(q.Snapshots) || len(p.Snapshots) == len(q.Snapshots) && p.ID > q.ID {
				copied, from = p, q
			}
			r.twin(copied, from)
		}
	}
}

func (r *review) twin(copied, from *plan.Plan) {
	a, b := copied.Decision, from.Decision
	switch {
	case a.Number != "" && a.Number == b.Number && a.Date == b.Date:
		r.warn(planFile(copied), "decision", "same-decision",
			diag.Say("kế hoạch này có cùng quyết định với kế hoạch “%s”", "this plan has the same decision as plan “%s”", from.ID),
			diag.Say("nếu là bản sao, sửa title, decision, start, end và periods theo kế hoạch mới", "if it is a copy, change title, decision, start, end and periods to the new plan"))
	case copied.Title.VI != "" && copied.Title.VI == from.Title.VI:
		r.warn(planFile(copied), "title", "same-title",
			diag.Say("kế hoạch này có cùng tên với kế hoạch “%s”", "this plan has the same title as plan “%s”", from.ID),
			diag.Say("nếu là bản sao, sửa title, short, start, end và periods theo kế hoạch mới", "if it is a copy, change title, short, start, end and periods to the new plan"))
	}
}
