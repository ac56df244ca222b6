package ledger

import (
	"slices"
	"strings"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// comparison goes through the rows of one release beside those made anew as of the same period.
type comparison struct {
	*audit
	plan      *plan.Plan
	release   Line
	then, now map[string][]byte
	explained map[string]bool // indicators whose figures were spoken of, or came to light later
}

func (c *comparison) run() {
	c.explained = map[string]bool{}
	c.observations()
	c.statuses()
	c.reports()
	c.gaps()
	c.kept("revisions", "release", "indicator", "task", "milestone", "period", "breakdown", "reference", "measure", "field", "from", "to")
	c.kept("stated_totals", "period", "of", "done", "total", "reference")
	c.kept("related_documents", "period", "task", "document", "date", "match")
	c.kept("compliance", "period", "agency", "received")
	if !c.plan.Compiled() {
		c.agencies("indicators", "indicator", "monitoring")
		c.agencies("tasks", "task", "lead")
	}
}

// The columns that tell one figure from another, and those that a figure consists of.
var (
	figureKey   = []string{"indicator", "period", "breakdown", "reference", "measure", "reported"}
	figureCells = []string{"value", "rank", "rank_of", "tier", "numerator", "denominator", "comparable"}
)

// observations: each released figure is still there, with the value that it had.
func (c *comparison) observations() {
	then, now := Rows(c.then["observations"]), Index(Rows(c.now["observations"]), figureKey...)
	for _, was := range then {
		is, there := now[was.Key(figureKey...)]
		delete(now, was.Key(figureKey...))
		switch {
		case was["reported"] != "true":
		case !there:
			c.explained[was["indicator"]] = true
			c.gone(was)
		default:
			c.edited(was, is)
		}
	}
	for _, r := range now { // a figure that came to light later explains a status when it can judge
		if r["judged"] == "true" {
			c.explained[r["indicator"]] = true
		}
	}
}

// gaps: a released lack of a figure is still declared, with the reason that was given, unless a figure came to it.
func (c *comparison) gaps() {
	all := Rows(c.now["observations"])
	now, figures := Index(all, figureKey...), Index(all, "indicator", "period", "reported")
	for _, was := range Rows(c.then["observations"]) {
		is, there := now[was.Key(figureKey...)]
		came := Row{"indicator": was["indicator"], "period": was["period"], "reported": "true"}
		_, known := figures[came.Key("indicator", "period", "reported")]
		if was["reported"] == "true" || known || there && is["reason_vi"] == was["reason_vi"] {
			continue
		}
		c.once(c.snapshot(was["period"]), "not_reported", was["indicator"], "released-edited",
			diag.Say("lý do không có số liệu của chỉ tiêu “%s” đã công bố (“%s”) nay không còn hoặc bị sửa", "the released reason why indicator “%s” has no figure (“%s”) is gone or was edited", was["indicator"], was["reason_vi"]),
			diag.Say("ghi lại như cũ", "put it back as it was"))
	}
}

func (c *comparison) gone(was Row) {
	c.once(c.snapshot(was["period"]), "observations", was["indicator"]+was["reference"], "released-gone",
		diag.Say("số liệu của chỉ tiêu “%s” (%s) đã công bố nay không còn", "the released figure of indicator “%s” (%s) is gone", was["indicator"], was["reference"]),
		diag.Say("ghi lại như cũ; nếu phải rút, thêm corrections với to: null và lý do ở kỳ sau", "put it back as it was; to withdraw it, add a correction with to: null and the reason to a later snapshot"))
}

// edited compares the cells that a figure consists of.
func (c *comparison) edited(was, is Row) {
	for _, column := range figureCells {
		if was[column] == is[column] {
			continue
		}
		c.explained[was["indicator"]] = true
		field := map[string]string{"rank_of": "rank"}[column]
		if field == "" {
			field = column
		}
		file, path := c.figure(was, plan.Field(field))
		c.once(file, path, "", "released-edited",
			diag.Say("%s của chỉ tiêu “%s” đã công bố là %s, nay bị sửa thành %s", "%s of indicator “%s” was released as %s and has been edited to %s", column, was["indicator"], quoted(was[column]), quoted(is[column])),
			diag.Say("ghi lại %s; muốn sửa, thêm corrections với lý do ở kỳ sau", "put %s back; to revise it, add a correction with the reason to a later snapshot", quoted(was[column])))
	}
}

// statuses: a released status changes only with a declared definition, or with a figure.
func (c *comparison) statuses() {
	now := Index(Rows(c.now["statuses"]), "indicator", "period")
	for _, was := range Rows(c.then["statuses"]) {
		is := now[was.Key("indicator", "period")]
		if is["status"] == was["status"] || c.explained[was["indicator"]] || c.declared(plan.IndicatorAnnex, was["indicator"]) {
			continue
		}
		file := "plans/" + c.plan.ID + "/indicators/" + was["indicator"] + ".yaml"
		c.redefined(file, c.changedTarget(was["indicator"]), was["indicator"], was["period"], was["status"], is["status"])
	}
}

func (c *comparison) redefined(file, path, id, period, was, is string) {
	c.once(file, path, "", "definition-changed",
		diag.Say("kết quả đã công bố của “%s” ở kỳ “%s” là %s, nay thành %s vì định nghĩa bị sửa", "the released result of “%s” in period “%s” was %s and would now be %s: a definition was changed", id, period, was, is),
		diag.Say("sửa lại như cũ, hoặc khai báo ở definition_changes của kỳ sau (what, from, to, why, document)", "put it back, or declare it in definition_changes of a later snapshot (what, from, to, why, document)"))
}

// changedTarget is the data path of what differs in the targets or the direction of an indicator.
func (c *comparison) changedTarget(id string) string {
	if of(Rows(c.then["indicators"]), "indicator", id, "direction") != of(Rows(c.now["indicators"]), "indicator", id, "direction") {
		return "direction"
	}
	now := Index(Rows(c.now["targets"]), "indicator", "target", "valid_from", "role")
	for _, was := range Rows(c.then["targets"]) {
		is := now[was.Key("indicator", "target", "valid_from", "role")]
		if was["indicator"] != id {
			continue
		}
		for _, column := range []string{"value", "upper", "kind", "due", "reference", "tier"} {
			if was[column] != is[column] {
				return c.target(id, was["target"], column)
			}
		}
	}
	return "targets"
}

// agencies: in a plan that reports on itself, who answers for a released row is part of its definition.
func (c *comparison) agencies(table, column, role string) {
	now := Index(Rows(c.now[table]), column)
	for _, was := range Rows(c.then[table]) {
		is, there := now[was.Key(column)]
		if !there || is[role] == was[role] || c.declared(plan.AnnexKind(table), was[column]) {
			continue
		}
		c.once("plans/"+c.plan.ID+"/"+table+"/"+was[column]+".yaml", role, "", "definition-changed",
			diag.Say("cơ quan chịu trách nhiệm về “%s” đã công bố là %s, nay là %s", "who answers for “%s” was released as %s and is now %s", was[column], quoted(was[role]), quoted(is[role])),
			diag.Say("sửa lại như cũ, hoặc khai báo ở definition_changes của kỳ sau", "put it back, or declare it in definition_changes of a later snapshot"))
	}
}

// declared tells whether a snapshot after the release declares that a row, or the whole plan, was defined anew.
func (c *comparison) declared(kind plan.AnnexKind, id string) bool {
	after := false
	for _, s := range c.plan.Snapshots {
		if after && slices.ContainsFunc(s.Redefined, func(d plan.DefinitionChange) bool {
			k, named := d.Row()
			return d.What == plan.WholePlan || k == kind && named == id
		}) {
			return true
		}
		after = after || string(s.Period) == c.release.Period
	}
	return false
}

// kept: each row of a released table is still there, told by the columns that say what was published. The first of the
// columns is the period whose snapshot brought it.
func (c *comparison) kept(table string, columns ...string) {
	now := Index(Rows(c.now[table]), columns...)
	for _, was := range Rows(c.then[table]) {
		if _, there := now[was.Key(columns...)]; there || table == "compliance" && was["received"] == "" {
			continue
		}
		var told []string
		for _, column := range columns[1:] {
			if was[column] != "" {
				told = append(told, was[column])
			}
		}
		c.once(c.snapshot(was[columns[0]]), "", table+strings.Join(told, " "), "released-gone",
			diag.Say("một dòng đã công bố của %s (%s) nay không còn hoặc bị sửa", "a released row of %s (%s) is gone or was edited", table, strings.Join(told, ", ")),
			diag.Say("ghi lại như cũ", "put it back as it was"))
	}
}
