package check

import (
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// taskReferences: everything that a task's file names exists.
func taskReferences(pr *planReview) {
	for _, t := range pr.plan.Tasks {
		file := taskFile(pr.plan, t)
		pr.refer(file, "parent", string(t.Parent), pr.tasks.as(indicatorRow))
		pr.refer(file, "area", string(t.Area), pr.areas)
		pr.referAll(file, "lead", t.Lead)
		pr.referAll(file, "coordinating", t.Coordinating)
	}
}

// taskDeadlines: a task has milestones, or says why the plan prints no deadline; never both.
func taskDeadlines(pr *planReview) {
	for _, t := range pr.plan.Tasks {
		switch none := t.NoDeadline.Empty(); {
		case len(t.Milestones) == 0 && none:
			pr.fail(taskFile(pr.plan, t), "milestones", "task-deadline",
				diag.Say("nhiệm vụ không có hạn và không nói vì sao", "the task has no deadline and does not say why"),
				diag.Say("thêm milestones: [{id: m1, due: YYYY-MM-DD}], hoặc no_deadline: {vi: …, en: …}", "add milestones: [{id: m1, due: YYYY-MM-DD}], or no_deadline: {vi: …, en: …}"))
		case len(t.Milestones) > 0 && !none:
			pr.fail(taskFile(pr.plan, t), "no_deadline", "task-deadline",
				diag.Say("nhiệm vụ vừa có hạn vừa ghi lý do không có hạn", "the task has a deadline and a reason for having none"),
				diag.Say("bỏ milestones hoặc no_deadline", "drop milestones or no_deadline"))
		}
	}
}

// milestones: they have ids of their own and fall due inside or after the plan.
func milestones(pr *planReview) {
	for _, t := range pr.plan.Tasks {
		file := taskFile(pr.plan, t)
		order := ids(t.Milestones, func(m plan.Milestone) string { return m.ID })
		pr.unique(file, milestoneNoun, order, func(n int) string { return item("milestones", n, "id") })
		for n, m := range t.Milestones {
			pr.dueInPlan(file, item("milestones", n, "due"), m.Due)
		}
	}
}
