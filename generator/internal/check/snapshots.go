package check

import (
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// snapshotPeriods: a snapshot's file is named after a period of the plan.
func snapshotPeriods(pr *planReview) {
	for _, s := range pr.plan.Snapshots {
		pr.refer(snapshotFile(pr.plan, s), "", string(s.Period), pr.periods)
	}
}

// snapshotCutoffs: a snapshot repeats the cut-off of its period.
func snapshotCutoffs(pr *planReview) {
	for _, s := range pr.plan.Snapshots {
		for _, x := range pr.plan.Periods {
			if x.ID == s.Period && x.Cutoff.Known() && s.Cutoff.Known() && x.Cutoff != s.Cutoff {
				pr.fail(snapshotFile(pr.plan, s), "cutoff", "snapshot-cutoff",
					diag.Say("ngày chốt %s khác ngày chốt của kỳ “%s” (%s)", "the cut-off %s differs from that of period “%s” (%s)", s.Cutoff, x.ID, x.Cutoff),
					diag.Say("viết cùng một ngày ở đây và trong plan.yaml", "write the same day here and in plan.yaml"))
			}
		}
	}
}

// releaseDays: nothing is released before the day up to which it speaks.
func releaseDays(pr *planReview) {
	for _, s := range pr.plan.Snapshots {
		if s.Released.Known() && s.Cutoff.After(s.Released) {
			pr.fail(snapshotFile(pr.plan, s), "released", "release-day",
				diag.Say("ngày công bố %s trước ngày chốt %s", "released on %s, before the cut-off %s", s.Released, s.Cutoff),
				diag.Say("viết ngày thật sự công bố", "write the day on which it was really published"))
		}
	}
}

// signOffs: who signs a snapshot off has seen all of it, and did so before it was released.
func signOffs(pr *planReview) {
	for _, s := range pr.plan.Snapshots {
		switch x := s.SignedOff; {
		case x == nil || !x.On.Known():
		case s.Cutoff.After(x.On):
			pr.fail(snapshotFile(pr.plan, s), "signed_off.on", "sign-off",
				diag.Say("ngày duyệt %s trước ngày chốt %s", "signed off on %s, before the cut-off %s", x.On, s.Cutoff),
				diag.Say("viết ngày thật sự duyệt", "write the day on which it was really signed off"))
		case s.Released.Known() && x.On.After(s.Released):
			pr.fail(snapshotFile(pr.plan, s), "signed_off.on", "sign-off",
				diag.Say("ngày duyệt %s sau ngày công bố %s", "signed off on %s, after the release on %s", x.On, s.Released),
				diag.Say("duyệt trước khi công bố; sửa một trong hai ngày", "sign off before the release; correct one of the two days"))
		}
	}
}

// drafts: a snapshot without a release day is left out of the site.
func drafts(pr *planReview) {
	for _, s := range pr.plan.Snapshots {
		if !s.Released.Known() {
			pr.warn(snapshotFile(pr.plan, s), "", "draft",
				diag.Say("số liệu kỳ “%s” còn là bản nháp, chưa đưa lên trang", "the snapshot of period “%s” is a draft and is left out of the site", s.Period),
				diag.Say("khi công bố, thêm released: YYYY-MM-DD", "when it is published, add released: YYYY-MM-DD"))
		}
	}
}

// loweredStatus: a figure may be less firm than its snapshot, never firmer.
func loweredStatus(pr *planReview) {
	firmness := map[plan.DataStatus]int{}
	for n, name := range plan.Final.Allowed() {
		firmness[plan.DataStatus(name)] = n + 1
	}
	for _, s := range pr.plan.Snapshots {
		for n := range s.Observations {
			o := &s.Observations[n]
			if s.Status != "" && firmness[o.DataStatus] > firmness[s.Status] {
				pr.fail(snapshotFile(pr.plan, s), item("observations", n, "data_status"), "data-status",
					diag.Say("số liệu (%s) không thể chắc chắn hơn cả kỳ (%s)", "a figure (%s) cannot be firmer than its snapshot (%s)", o.DataStatus, s.Status),
					diag.Say("bỏ data_status, hoặc nâng status của cả kỳ", "drop data_status, or raise the status of the snapshot"))
			}
		}
	}
}

// notReported: only a plan that reports on itself declares gaps, and never for a figure that is there.
func notReported(pr *planReview) {
	for _, s := range pr.plan.Snapshots {
		file, reported := snapshotFile(pr.plan, s), pr.judgedOf(s)
		for n, x := range s.NotReported {
			pr.referMeasured(file, item("not_reported", n, "indicator"), x.Indicator)
			if pr.plan.Compiled() {
				pr.fail(file, item("not_reported", n), "not-reported",
					diag.Say("kế hoạch tổng hợp từ nguồn công khai không biết cơ quan nào chưa báo cáo", "a plan compiled from public sources cannot know what was not reported"),
					diag.Say("bỏ mục này; thiếu số liệu sẽ hiện là “chưa có số liệu công khai”", "drop this entry; a missing figure shows as “no public figure”"))
			}
			if reported[x.Indicator] {
				pr.fail(file, item("not_reported", n, "indicator"), "not-reported",
					diag.Say("chỉ tiêu “%s” vừa có số liệu vừa ghi là chưa báo cáo", "indicator “%s” has a figure and is declared not reported", x.Indicator),
					diag.Say("bỏ một trong hai", "drop one of the two"))
			}
		}
	}
}

// judgedOf are those of the indicators declared as not reported that a snapshot has a figure of which may judge them.
func (pr *planReview) judgedOf(s *plan.Snapshot) map[plan.IndicatorID]bool {
	of := make(map[plan.IndicatorID]bool, len(s.NotReported))
	for _, x := range s.NotReported {
		of[x.Indicator] = false
	}
	for n := range s.Observations {
		o := &s.Observations[n]
		if found, declared := of[o.Indicator]; declared && !found && pr.rows[o.Indicator] != nil {
			of[o.Indicator] = judged(pr.rows[o.Indicator], o)
		}
	}
	return of
}
