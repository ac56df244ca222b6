package check

import (
	"strconv"
	"strings"

	"minhbach/generator/internal/plan"
)

// The files of the content folder.
const (
	settingsFile = "site.yaml"
	registryFile = "agencies.yaml"
)

func planFile(p *plan.Plan) string { return "plans/" + p.ID + "/plan.yaml" }

func printedFile(p *plan.Plan) string { return "plans/" + p.ID + "/printed.csv" }

func indicatorFile(p *plan.Plan, i *plan.Indicator) string {
	return "plans/" + p.ID + "/indicators/" + string(i.ID) + ".yaml"
}

func taskFile(p *plan.Plan, t *plan.Task) string {
	return "plans/" + p.ID + "/tasks/" + string(t.ID) + ".yaml"
}

func snapshotFile(p *plan.Plan, s *plan.Snapshot) string {
	return "plans/" + p.ID + "/snapshots/" + string(s.Period) + ".yaml"
}

// item is the data path of an entry of a list, such as "areas[2].id".
func item(list string, index int, keys ...string) string {
	path := list + "[" + strconv.Itoa(index) + "]"
	for _, k := range keys {
		path += "." + k
	}
	return path
}

// step is a place in the data on the way down; a path is only spelled out for a finding.
type step struct {
	up    *step
	key   string
	index int // of an entry of a list, where key is empty
}

// field is the key that a value stands under, alone or in a list.
func (s *step) field() string {
	for s.key == "" && s.up != nil {
		s = s.up
	}
	return s.key
}

func (s *step) String() string {
	var parts []string
	for ; s != nil; s = s.up {
		switch {
		case s.key == "":
			parts = append(parts, "["+strconv.Itoa(s.index)+"]")
		case s.up == nil:
			parts = append(parts, s.key)
		default:
			parts = append(parts, "."+s.key)
		}
	}
	var b strings.Builder
	for i := len(parts) - 1; i >= 0; i-- {
		b.WriteString(parts[i])
	}
	return b.String()
}
