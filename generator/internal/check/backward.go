package check

import (
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// fallBacks: a state behind the one reported before says why.
func fallBacks(pr *planReview) {
	for k, s := range pr.plan.Snapshots {
		reached := plan.ReachedBefore(pr.plan.Tasks, pr.plan.Snapshots[:k], s)
		for n, r := range s.TaskReports {
			if before, back := reached.FallsBack(r); back && r.Reason.Empty() {
				pr.fromChain(snapshotFile(pr.plan, s), item("task_reports", n, "state"), "fallen-back",
					diag.Say("nhiệm vụ “%s” đã được báo là %s, nay lại là %s mà không nêu lý do", "task “%s” was reported as %s and is now %s, without a reason", r.Task, before.State, r.State),
					diag.Say("thêm reason: {vi: …, en: …}; nếu lần báo trước sai, ghi corrections", "add reason: {vi: …, en: …}; if the earlier report was wrong, write a correction"))
			}
		}
	}
}

// redefinitions: a declared change names a row of the plan that is there.
func redefinitions(pr *planReview) {
	for _, s := range pr.plan.Snapshots {
		for n, d := range s.Redefined {
			kind, id := d.Row()
			path := item("definition_changes", n, "what")
			switch {
			case kind == plan.IndicatorAnnex:
				pr.refer(snapshotFile(pr.plan, s), path, id, pr.indicators)
			case kind == plan.TaskAnnex:
				pr.refer(snapshotFile(pr.plan, s), path, id, pr.tasks)
			case d.What != "" && d.What != plan.WholePlan:
				pr.fail(snapshotFile(pr.plan, s), path, "definition-change",
					diag.Say("“%s” không chỉ ra dòng nào", "“%s” names no row", d.What),
					diag.Say("viết “indicators/<mã> <trường>”, “tasks/<mã> <trường>” hoặc “plan”, ví dụ “indicators/4 targets.t1.value”",
						"write “indicators/<id> <field>”, “tasks/<id> <field>” or “plan”, such as “indicators/4 targets.t1.value”"))
			}
		}
	}
}

// agencyReports: only of plans that report on themselves, of agencies of the registry, once each.
func agencyReports(pr *planReview) {
	for _, s := range pr.plan.Snapshots {
		file := snapshotFile(pr.plan, s)
		if len(s.Reports) > 0 && pr.plan.Compiled() {
			pr.fail(file, "reports", "agency-report",
				diag.Say("kế hoạch tổng hợp từ nguồn công khai không biết cơ quan nào đã báo cáo", "a plan compiled from public sources cannot know whose report came in"),
				diag.Say("bỏ mục reports", "drop reports"))
		}
		pr.unique(file, agencyNoun, ids(s.Reports, func(r plan.AgencyReport) string { return string(r.Agency) }),
			func(n int) string { return item("reports", n, "agency") })
		for n, r := range s.Reports {
			pr.refer(file, item("reports", n, "agency"), string(r.Agency), pr.agencies)
			if s.Released.Known() && r.Received.After(s.Released) {
				pr.fail(file, item("reports", n, "received"), "agency-report",
					diag.Say("báo cáo nhận ngày %s, sau ngày công bố %s", "the report came on %s, after the release on %s", r.Received, s.Released),
					diag.Say("sửa ngày nhận", "correct the day"))
			}
		}
	}
}
