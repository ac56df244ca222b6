package wording

import (
	"strings"

	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
)

// clauses say in English what so many rows are, for one and for several. A verdict's id follows task_.
var clauses = map[string][2]string{
	"met":                       {"is met", "are met"},
	"missed":                    {"is missed", "are missed"},
	"on_track":                  {"is on track", "are on track"},
	"behind":                    {"is behind", "are behind"},
	"not_yet_met":               {"is not yet met", "are not yet met"},
	"not_yet_due":               {"is not yet due", "are not yet due"},
	"awaiting_publication":      {"awaits publication", "await publication"},
	"no_target":                 {"has no target", "have no target"},
	"not_assessable":            {"cannot be assessed", "cannot be assessed"},
	"task_done_on_time":         {"was done on time", "were done on time"},
	"task_done_late":            {"was done late", "were done late"},
	"task_done_date_not_stated": {"is done (date not stated)", "are done (date not stated)"},
	"task_in_progress":          {"is in progress", "are in progress"},
	"task_due_this_period":      {"is due this period", "are due this period"},
	"task_overdue":              {"is overdue", "are overdue"},
	"task_not_started":          {"has not started", "have not started"},
	"task_not_reported":         {"was not reported", "were not reported"},
	"task_no_public_document":   {"has no public document", "have no public document"},
	"task_no_deadline":          {"has no deadline", "have no deadline"},
	"task_replaced":             {"was replaced", "were replaced"},
	"task_cancelled":            {"was cancelled", "were cancelled"},
}

// counted is a count with what is so many: 4 đúng tiến độ · 4 are on track. In Vietnamese the term follows the number,
// and what it has after a comma goes into brackets.
func (w Words) counted(n int, id, term string) string {
	if c, ok := clauses[id]; ok && w.Lang == plan.EN {
		return lang.Int(w.Lang, n) + " " + lang.Plural(n, c[0], c[1])
	}
	if id == "met" {
		return lang.Int(w.Lang, n) + " đã đạt"
	}
	head, tail, cut := strings.Cut(Lower(term), ", ")
	if cut {
		head += " (" + tail + ")"
	}
	return lang.Int(w.Lang, n) + " " + head
}

// series joins counts in a sentence.
func (w Words) series(counts []string) string {
	if w.Lang == plan.EN {
		return lang.Join(w.Lang, counts)
	}
	return strings.Join(counts, ", ")
}
