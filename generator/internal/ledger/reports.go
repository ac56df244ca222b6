package ledger

import (
	"strings"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// reports: each released report of a task is still there, with the state, day and document that it had, those of its
// parts too, and the verdict on it changes only with a declared definition.
func (c *comparison) reports() {
	now := Index(Rows(c.now["task_reports"]), "task", "period")
	for _, was := range Rows(c.then["task_reports"]) {
		is, there := now[was.Key("task", "period")]
		task := was["task"]
		moved := was["reported_in"] != is["reported_in"]
		switch {
		case !there:
			c.lost(was)
		case moved && c.reported(was) || was["state"] == "" && is["state"] != "":
			// a report came to light later: nothing released is lost
		case moved:
			c.lost(was)
		case c.partEdited(was, is):
		case was["state"] != is["state"]:
			c.changed(was, is, "state")
		case was["completed"] != is["completed"]:
			c.changed(was, is, "completed")
		case was["document"] != is["document"]:
			c.changed(was, is, "document")
		case (was["verdict"] != is["verdict"] || was["days_late"] != is["days_late"]) && !c.declared(plan.TaskAnnex, task):
			c.redefined("plans/"+c.plan.ID+"/tasks/"+task+".yaml", "milestones", task, was["period"], was["verdict"], is["verdict"])
		}
	}
}

// partEdited tells whether the report of a part is another than the released one, and says so.
func (c *comparison) partEdited(was, is Row) bool {
	now := parts(is["parts"])
	for id, then := range parts(was["parts"]) {
		if now[id] == then {
			continue
		}
		file, path := c.part(was, id)
		if path == "task_reports" && was["state"] != is["state"] { // it follows from the whole
			continue
		}
		c.once(file, path, was["task"]+" "+id, "released-edited",
			diag.Say("phần “%[2]s” của nhiệm vụ “%[1]s” đã công bố là %[3]s, nay là %[4]s", "part “%[2]s” of task “%[1]s” was released as %[3]s and is now %[4]s", was["task"], id, quoted(then), quoted(now[id])),
			diag.Say("ghi lại như cũ; muốn sửa, thêm corrections với milestone và lý do ở kỳ sau", "put it back; to revise it, add a correction with its milestone and the reason to a later snapshot"))
		return true
	}
	return false
}

// parts are the parts of a released row with their state and day: m1 to done:2030-03-15.
func parts(cell string) map[string]string {
	all := map[string]string{}
	for _, part := range strings.Split(cell, ";") {
		if id, said, ok := strings.Cut(part, ":"); ok {
			all[id] = said
		}
	}
	return all
}

// reported tells whether the report that a released row rested on is still in its snapshot.
func (c *comparison) reported(was Row) bool {
	for _, s := range c.plan.Snapshots {
		for _, r := range s.TaskReports {
			if string(s.Period) == was["reported_in"] && string(r.Task) == was["task"] {
				return true
			}
		}
	}
	return was["reported_in"] == ""
}

func (c *comparison) lost(was Row) {
	c.once(c.snapshot(was["reported_in"]), "task_reports", was["task"], "released-gone",
		diag.Say("báo cáo đã công bố về nhiệm vụ “%s” (%s) nay không còn", "the released report on task “%s” (%s) is gone", was["task"], was["state"]),
		diag.Say("ghi lại như cũ; nếu phải rút, thêm corrections với to: null và lý do ở kỳ sau", "put it back as it was; to withdraw it, add a correction with to: null and the reason to a later snapshot"))
}

func (c *comparison) changed(was, is Row, column string) {
	c.once(c.snapshot(was["reported_in"]), c.report(was)+"."+column, "", "released-edited",
		diag.Say("%s của nhiệm vụ “%s” đã công bố là %s, nay bị sửa thành %s", "%s of task “%s” was released as %s and has been edited to %s", column, was["task"], quoted(was[column]), quoted(is[column])),
		diag.Say("ghi lại %s; muốn sửa, thêm corrections với lý do ở kỳ sau", "put %s back; to revise it, add a correction with the reason to a later snapshot", quoted(was[column])))
}
