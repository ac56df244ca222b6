package check

import (
	"strings"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// continues: a row goes on from a row of an earlier plan, in the same kind of value, unit and measure.
func continues(pr *planReview) {
	for _, i := range pr.plan.Indicators {
		if i.Continues == "" {
			continue
		}
		file := indicatorFile(pr.plan, i)
		from, row := pr.continued(i.Continues)
		switch {
		case row == nil:
			pr.fail(file, "continues", "continues",
				diag.Say("không có chỉ tiêu “%s”", "there is no indicator “%s”", i.Continues),
				diag.Say("viết mã kế hoạch, dấu gạch chéo, mã chỉ tiêu", "write the plan's id, a slash, and the indicator's id"))
		case from.End.Known() && pr.plan.End.Known() && !pr.plan.End.After(from.End):
			pr.fail(file, "continues", "continues",
				diag.Say("kế hoạch “%s” không kết thúc trước kế hoạch này", "plan “%s” does not end before this one", from.ID),
				diag.Say("chỉ nối tiếp chỉ tiêu của kế hoạch trước", "continue a row of an earlier plan only"))
		case row.Level == "": // its file could not be read
		case row.Value != i.Value || row.Unit != i.Unit || row.Measure != i.Measure:
			pr.fail(file, "continues", "continues",
				diag.Say("chỉ tiêu “%s” có giá trị, đơn vị hoặc cách đo khác", "indicator “%s” has another kind of value, unit or measure", i.Continues),
				diag.Say("bỏ continues; hai dãy số này không so được với nhau", "drop continues; the two series cannot be compared"))
		case row.SmallestCount > i.SmallestCount:
			pr.fail(file, "continues", "continues",
				diag.Say("chỉ tiêu “%s” có smallest_count: %d, dòng nối tiếp không được thấp hơn", "indicator “%s” has smallest_count: %d, and a row that goes on may not have a lower one", i.Continues, row.SmallestCount),
				diag.Say("thêm smallest_count: %d", "add smallest_count: %d", row.SmallestCount))
		}
	}
}

func (pr *planReview) continued(address string) (*plan.Plan, *plan.Indicator) {
	id, row, _ := strings.Cut(address, "/")
	for _, p := range pr.site.Plans {
		if p.ID == id {
			return p, p.Indicator(plan.IndicatorID(row))
		}
	}
	return nil, nil
}

// moves: a deadline is moved by one document after another, each to another day, inside or after the plan.
func moves(pr *planReview) {
	for _, t := range pr.plan.Tasks {
		for n, m := range t.Milestones {
			due, since := m.Due, plan.Date{}
			for k, x := range m.Moved {
				pr.move(taskFile(pr.plan, t), item("milestones", n, item("moved", k)), x, due, since)
				due, since = x.Due, x.ValidFrom
			}
		}
	}
}

func (pr *planReview) move(file, path string, x plan.Move, due, since plan.Date) {
	pr.dueInPlan(file, path+".due", x.Due)
	if x.Due.Known() && x.Due == due {
		pr.fail(file, path+".due", "moved-deadline",
			diag.Say("thời hạn được dời sang đúng ngày cũ (%s)", "the deadline is moved to the day that it had (%s)", due),
			diag.Say("sửa due, hoặc bỏ mục này", "correct due, or drop this entry"))
	}
	if x.ValidFrom.Known() && !x.ValidFrom.After(since) {
		pr.fail(file, path+".valid_from", "moved-deadline",
			diag.Say("lần dời này có hiệu lực (%s) không sau lần trước (%s)", "this move is valid from %s, not after the one before (%s)", x.ValidFrom, since),
			diag.Say("xếp các lần dời theo ngày hiệu lực", "put the moves in the order of their days"))
	}
	if x.Document.Number == "" && x.Document.Title.Empty() {
		pr.fail(file, path+".document", "moved-deadline",
			diag.Say("không nêu văn bản nào dời thời hạn", "no document is named that moved the deadline"),
			diag.Say("thêm number hoặc title của văn bản", "add the document's number or title"))
	}
}
