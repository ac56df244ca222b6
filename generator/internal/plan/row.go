package plan

import "strings"

// RowID names a row of a plan's annexes among all plans: "<plan>/indicators/<id>" or "<plan>/tasks/<id>".
type RowID string

// IndicatorRow is the row of an indicator.
func IndicatorRow(plan string, id IndicatorID) RowID {
	return RowID(plan + "/indicators/" + string(id))
}

// TaskRow is the row of a task.
func TaskRow(plan string, id TaskID) RowID { return RowID(plan + "/tasks/" + string(id)) }

// Kin gives each row of the site the one that stands for all whose figures are judged together: those that continue one
// another, and a task with its subtasks.
func (s *Site) Kin() map[RowID]RowID {
	kin := map[RowID]RowID{}
	head := func(r RowID) RowID {
		for kin[r] != r && kin[r] != "" {
			r = kin[r]
		}
		return r
	}
	join := func(a, b RowID) { kin[head(a)] = head(b) }
	for _, p := range s.Plans {
		for _, i := range p.Indicators {
			row := IndicatorRow(p.ID, i.ID)
			join(row, row)
			if of, id, ok := strings.Cut(i.Continues, "/"); ok {
				join(row, IndicatorRow(of, IndicatorID(id)))
			}
		}
		for _, t := range p.Tasks {
			row := TaskRow(p.ID, t.ID)
			join(row, row)
			if t.Parent != "" {
				join(row, TaskRow(p.ID, t.Parent))
			}
		}
	}
	for r := range kin {
		kin[r] = head(r)
	}
	return kin
}
