package intake

import (
	"fmt"

	"minhbach/generator/internal/content"
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// Relocate gives a problem of the changed snapshot the place in the forms that brought it; a problem of nothing that
// changed stays where it is.
func Relocate(d diag.Diagnostic, s *plan.Snapshot, at func(path string) (line, col int), changes []Change) diag.Diagnostic {
	nearest, in := 0, entry{}
	for _, list := range []string{"observations", "task_reports", "not_reported", "reports"} {
		for n := range length(s, list) {
			if line, _ := at(fmt.Sprintf("%s[%d]", list, n)); line > nearest && line <= d.Line {
				nearest, in = line, entryOf(s, list, n)
			}
		}
	}
	for _, c := range changes {
		if c.row == in {
			return c.where.problem(d.Severity, d.Rule, d.Message, d.Hint)
		}
	}
	return d
}

// Edits are the changes as they are made in the text of the snapshot.
func Edits(changes []Change) []content.Change {
	var all []content.Change
	for _, c := range changes {
		all = append(all, c.Change)
	}
	return all
}

func length(s *plan.Snapshot, list string) int {
	return map[string]int{"observations": len(s.Observations), "task_reports": len(s.TaskReports), "not_reported": len(s.NotReported), "reports": len(s.Reports)}[list]
}

// entryOf is what an entry of a list is of.
func entryOf(s *plan.Snapshot, list string, n int) entry {
	switch list {
	case "observations":
		o := s.Observations[n]
		return entry{list, string(o.Indicator), string(o.Breakdown), o.Reference.String()}
	case "task_reports":
		return entry{list, string(s.TaskReports[n].Task), s.TaskReports[n].Milestone, ""}
	case "not_reported":
		return entry{list, string(s.NotReported[n].Indicator), "", ""}
	}
	return entry{list, string(s.Reports[n].Agency), "", ""}
}
