package check

import (
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// parents lists the levels that the parent of a row may have; an empty one stands for no parent.
var parents = map[plan.Level][]plan.Level{
	plan.GroupLevel:     {""},
	plan.SubgroupLevel:  {plan.GroupLevel},
	plan.IndicatorLevel: {"", plan.GroupLevel, plan.SubgroupLevel},
	plan.TaskLevel:      {""},
	plan.SubtaskLevel:   {plan.TaskLevel},
}

func allowed(child, parent plan.Level) bool {
	for _, l := range parents[child] {
		if l == parent {
			return true
		}
	}
	return false
}

// indicatorLevels: a row of the indicators' annex is a group, a subgroup or an indicator, under a row that may hold it.
func indicatorLevels(pr *planReview) {
	for _, i := range pr.plan.Indicators {
		switch i.Level {
		case "":
		case plan.TaskLevel, plan.SubtaskLevel:
			pr.wrongLevel(indicatorFile(pr.plan, i), i.Level, "group, subgroup, indicator")
		default:
			parent, known := pr.rows[i.Parent]
			if i.Parent == "" {
				pr.nest(indicatorFile(pr.plan, i), i.Level, "")
			} else if known {
				pr.nest(indicatorFile(pr.plan, i), i.Level, parent.Level)
			}
		}
	}
}

// taskLevels: a row of the tasks' annex is a task, or a subtask under a task.
func taskLevels(pr *planReview) {
	for _, t := range pr.plan.Tasks {
		switch t.Level {
		case "":
		case plan.GroupLevel, plan.SubgroupLevel, plan.IndicatorLevel:
			pr.wrongLevel(taskFile(pr.plan, t), t.Level, "task, subtask")
		default:
			parent, known := pr.work[t.Parent]
			if t.Parent == "" {
				pr.nest(taskFile(pr.plan, t), t.Level, "")
			} else if known {
				pr.nest(taskFile(pr.plan, t), t.Level, parent.Level)
			}
		}
	}
}

func (pr *planReview) wrongLevel(file string, have plan.Level, want string) {
	pr.fail(file, "level", "level",
		diag.Say("cấp “%s” không có trong phụ lục này", "level “%s” does not belong in this annex", have),
		diag.Say("viết một trong: %s", "write one of: %s", want))
}

func (pr *planReview) nest(file string, child, parent plan.Level) {
	if allowed(child, parent) {
		return
	}
	if parent == "" {
		pr.fail(file, "parent", "level",
			diag.Say("dòng cấp “%s” phải có dòng cha", "a row of level “%s” needs a parent", child),
			diag.Say("thêm parent: mã của dòng cha", "add parent: the id of the row above it"))
		return
	}
	pr.fail(file, "parent", "level",
		diag.Say("dòng cấp “%s” không thể nằm dưới dòng cấp “%s”", "a row of level “%s” cannot stand under one of level “%s”", child, parent),
		diag.Say("sửa level hoặc parent", "correct level or parent"))
}

// parentCycles: no row is its own ancestor.
func parentCycles(pr *planReview) {
	rows, work := map[string]string{}, map[string]string{}
	for _, i := range pr.plan.Indicators {
		rows[string(i.ID)] = string(i.Parent)
	}
	for _, t := range pr.plan.Tasks {
		work[string(t.ID)] = string(t.Parent)
	}
	for _, i := range pr.plan.Indicators {
		pr.cycle(indicatorFile(pr.plan, i), "parent", string(i.ID), rows)
	}
	for _, t := range pr.plan.Tasks {
		pr.cycle(taskFile(pr.plan, t), "parent", string(t.ID), work)
	}
}

func (pr *planReview) cycle(file, key, id string, next map[string]string) {
	if circular(next, id) {
		pr.fail(file, key, "cycle",
			diag.Say("%s của “%s” dẫn vòng về chính nó", "the %s of “%s” leads back to the row itself", key, id),
			diag.Say("sửa %s của một dòng trong vòng", "correct the %s of one row of the circle", key))
	}
}
