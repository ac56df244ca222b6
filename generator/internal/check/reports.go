package check

import (
	"maps"
	"slices"
	"strings"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// statedTotals: no more done than there are, from a known source, by the cut-off.
func statedTotals(pr *planReview) {
	for _, s := range pr.plan.Snapshots {
		file := snapshotFile(pr.plan, s)
		for n, t := range s.StatedTotals {
			pr.referSource(file, item("stated_totals", n, "source"), t.Source, known(s))
			if t.Done > t.Total || t.Done < 0 {
				pr.fail(file, item("stated_totals", n, "total"), "stated-total",
					diag.Say("đã xong %d trong tổng số %d là không thể", "%d done of %d is impossible", t.Done, t.Total),
					diag.Say("so lại với nguồn", "compare with the source"))
			}
			if s.Cutoff.Known() && t.Reference.To.After(s.Cutoff) {
				pr.fail(file, item("stated_totals", n, "reference"), "wrong-snapshot",
					diag.Say("tổng số nói về %s, sau ngày chốt %s", "the total speaks of %s, after the cut-off %s", t.Reference, s.Cutoff),
					diag.Say("chuyển sang kỳ sau, hoặc sửa reference", "move it to a later snapshot, or correct the reference"))
			}
		}
	}
}

// taskReports: task, milestone and source exist, and nothing is reported twice in a snapshot.
func taskReports(pr *planReview) {
	for _, s := range pr.plan.Snapshots {
		file, sources := snapshotFile(pr.plan, s), known(s)
		seen := map[[2]string]bool{}
		for n, t := range s.TaskReports {
			pr.refer(file, item("task_reports", n, "task"), string(t.Task), pr.tasks)
			pr.referMilestone(file, n, t)
			pr.referSource(file, item("task_reports", n, "source"), t.Source, sources)
			k := [2]string{string(t.Task), t.Milestone}
			if seen[k] && t.Task != "" {
				pr.fail(file, item("task_reports", n, "task"), "duplicate-report",
					diag.Say("nhiệm vụ “%s” được báo cáo hai lần trong kỳ này", "task “%s” is reported twice in this snapshot", t.Task),
					diag.Say("giữ một, hoặc ghi milestone cho từng phần", "keep one, or name the milestone of each part"))
			}
			seen[k] = true
		}
		pr.openParts(file, s)
	}
}

// openParts: a task that is done has no part that is not, or was later, in one and the same snapshot.
func (pr *planReview) openParts(file string, s *plan.Snapshot) {
	if n := plan.OpenPart(s.TaskReports); n >= 0 {
		pr.openPart(file, item("task_reports", n, "state"), s.TaskReports[n])
	}
}

func (pr *planReview) openPart(file, path string, t plan.TaskReport) {
	said := strings.TrimSpace(string(t.State) + " " + t.Completed.String())
	pr.fail(file, path, "task-state",
		diag.Say("nhiệm vụ “%s” được báo là done mà phần “%s” lại là %s", "task “%s” is reported as done, its part “%s” as %s", t.Task, t.Milestone, said),
		diag.Say("chỉ báo done khi mọi phần đã xong, với ngày của phần xong sau cùng", "report the task as done once all its parts are, on the day of the last"))
}

func (pr *planReview) referMilestone(file string, n int, t plan.TaskReport) {
	task := pr.work[t.Task]
	if task == nil || t.Milestone == "" {
		return
	}
	order := ids(task.Milestones, func(m plan.Milestone) string { return m.ID })
	pr.refer(file, item("task_reports", n, "milestone"), t.Milestone, newRegister(milestoneNoun, order).strict(true))
}

// completions: a report's state, day and document go together.
func completions(pr *planReview) {
	for _, s := range pr.plan.Snapshots {
		for n, t := range s.TaskReports {
			pr.coherent(snapshotFile(pr.plan, s), place{list: "task_reports", index: n}, s.Cutoff, t)
		}
	}
}

// coherent: only what is done has a day of completion, by the cut-off; what is cancelled or replaced has a document. It
// holds for what a report says and for what a correction makes of it.
func (pr *planReview) coherent(file string, at place, cutoff plan.Date, t plan.TaskReport) {
	if cutoff.Known() && t.Completed.After(cutoff) {
		pr.fail(file, at.key("completed"), "completed-after-cutoff",
			diag.Say("ngày hoàn thành %s sau ngày chốt %s", "completed on %s, after the cut-off %s", t.Completed, cutoff),
			diag.Say("chuyển sang kỳ sau, hoặc sửa ngày", "move it to a later snapshot, or correct the day"))
	}
	if pr.plan.Compiled() && t.State == plan.NotStarted {
		pr.fail(file, at.key("state"), "task-state",
			diag.Say("bản tổng hợp từ nguồn công khai không nói được là chưa bắt đầu", "a plan compiled from public sources cannot say that a task has not started"),
			diag.Say("bỏ báo cáo này", "take this report out"))
	}
	if t.Completed.Known() && t.State != plan.Done && t.State != "" {
		pr.fail(file, at.key("completed"), "task-state",
			diag.Say("nhiệm vụ ở trạng thái %s mà có ngày hoàn thành", "a task that is %s has no day of completion", t.State),
			diag.Say("bỏ completed, hoặc đổi state thành done", "drop completed, or make the state done"))
	}
	if (t.State == plan.Cancelled || t.State == plan.Replaced) && t.Document == nil {
		pr.fail(file, at.key("document"), "task-state",
			diag.Say("nhiệm vụ ở trạng thái %s mà không nêu văn bản quyết định", "a task that is %s needs the document that decided it", t.State),
			diag.Say("thêm document: {number: …, date: …}", "add document: {number: …, date: …}"))
	}
}

// related: the task and the source of a related document exist.
func related(pr *planReview) {
	for _, s := range pr.plan.Snapshots {
		file := snapshotFile(pr.plan, s)
		for n, x := range s.Related {
			pr.refer(file, item("related", n, "task"), string(x.Task), pr.tasks)
			pr.referSource(file, item("related", n, "source"), x.Source, known(s))
		}
	}
}

func sorted(declared map[plan.SourceID]bool) []string {
	var all []string
	for _, id := range slices.Sorted(maps.Keys(declared)) {
		all = append(all, string(id))
	}
	return all
}
