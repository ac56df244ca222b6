package prose

import (
	"fmt"
	"slices"
	"strings"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// Names resolves a reference as far as its names go: its kind, row and period exist. It serves content that has other
// problems and cannot be judged yet.
type Names struct{ Plan *plan.Plan }

// What a reference may be made of, in the order of the documents.
var (
	kinds      = []string{"value", "target", "baseline", "status", "date", "count"}
	countNames = []string{"indicators", "targets", "tasks", "subtasks", "areas", "agencies"}
)

// Resolve implements Resolver; the text is empty.
func (n Names) Resolve(kind, arg string) (string, *Trouble) {
	if n.Plan == nil {
		return "", nil
	}
	periods := periodIDs(n.Plan)
	switch kind {
	case "date":
		if len(periods) == 0 {
			return "", nil
		}
		return "", known(arg, "kỳ", "period", append(periods, "plan", "looked"))
	case "count":
		return "", known(arg, "phép đếm", "count", countNames)
	}
	if t := known(kind, "loại tham chiếu", "kind of reference", kinds); t != nil {
		return "", t
	}
	id, period, at := strings.Cut(arg, "@")
	if at {
		if t := known(period, "kỳ", "period", periods); t != nil {
			return "", t
		}
	}
	if slices.ContainsFunc(n.Plan.Printed, func(row plan.PrintedRow) bool { return row.ID == id }) {
		return "", nil
	}
	return "", known(id, "chỉ tiêu", "indicator", measured(n.Plan))
}

func periodIDs(p *plan.Plan) []string {
	var all []string
	for _, q := range p.Periods {
		all = append(all, string(q.ID))
	}
	return all
}

func measured(p *plan.Plan) []string {
	var all []string
	for _, i := range p.Indicators {
		if i.Measured() {
			all = append(all, string(i.ID))
		}
	}
	return all
}

// known is the trouble with a name that is none of those; nil for one that is, and where none are known at all,
// because a file that is broken or missing has been reported already.
func known(what, vi, en string, names []string) *Trouble {
	if len(names) == 0 || slices.Contains(names, what) {
		return nil
	}
	return unknown(what, vi, en, names...)
}

func unknown(what, vi, en string, names ...string) *Trouble {
	return &Trouble{
		diag.Text{VI: fmt.Sprintf("không có %s “%s”", vi, what), EN: fmt.Sprintf("there is no %s “%s”", en, what)},
		diag.Say("có thể dùng: %s", "it may be one of: %s", strings.Join(names, ", ")),
	}
}
