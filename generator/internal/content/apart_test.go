package content

import (
	"slices"
	"strings"
	"testing"

	"minhbach/generator/internal/plan"
)

// TestApart: entries are told apart where they stand one below the other, each to its row; where one list is written in another
// way, or a text only looks like entries, all is left whole.
func TestApart(t *testing.T) {
	h := heads{map[plan.IndicatorID]plan.RowID{"a": "A", "b": "B"}, map[plan.TaskID]plan.RowID{"t": "T"}}
	x := &plan.Snapshot{Observations: []plan.Observation{{Indicator: "a"}, {Indicator: "b"}}, TaskReports: []plan.TaskReport{{Task: "t"}}}
	const observations = "observations:\n  - indicator: a\n    value: 1\n  - {indicator: b, value: 2}\n"
	var plain []digest // of the entries of observations
	all, _ := blocks([]byte(observations))
	apart(all, h, &plan.Snapshot{Observations: x.Observations}, func(_ plan.RowID, entry digest) { plain = append(plain, entry) })
	for _, c := range []struct {
		text string
		want []plan.RowID
	}{
		{"cutoff: 1\n" + observations + "task_reports:\n- task: t\n", []plan.RowID{"A", "B", "T"}},
		{"task_reports:   # of this period\n\n   # the first\n   -\ttask: t\n" + observations, []plan.RowID{"T", "A", "B"}},
		{"observations:\r\n  - indicator: a\r\n  - indicator: b\r\ntask_reports:\r\n  -\r\n    task: t\r\n", []plan.RowID{"A", "B", "T"}},
		{"observations:\n  -\n    indicator: a\n    note: |\n      - x\n      - y\n  - indicator: b\n" + "task_reports:\n  - task: t", []plan.RowID{"A", "B", "T"}},
		{observations + "\"task_reports\":\n      - task: t\n", nil},
		{observations + "task_reports :\n      - task: t\n", nil},
		{observations + "? task_reports\n: - task: t\n", nil},
		{observations + "task_reports: [{task: t}]\n", nil},
		{"looked: \"x\ntask_reports:\n- y\"\n" + observations + "task_reports:\n- task: t\n", nil},
		{observations, nil},
		{"observations: [{indicator: a},\n  {indicator: b, note: \"x\n  - y\n  - z\"}]\n", nil},
		{"observations: &all\n  - indicator: a\n  - indicator: b\n", nil},
		{"observations:\n  - indicator: a\n    note: \"x\n  - y\"\n  - indicator: b\n", nil},
		{"observations:\n  - indicator: a\n    note: \"x\ny: z\"\n  - indicator: b\n", nil},
		{"observations:\n  - indicator: a\n", nil},
	} {
		all, _ := blocks([]byte(c.text))
		var got []plan.RowID
		var entries []digest
		apart(all, h, x, func(head plan.RowID, entry digest) {
			got = append(got, head)
			if head != "T" {
				entries = append(entries, entry)
			}
		})
		if !slices.Equal(got, c.want) {
			t.Errorf("%q\ngave entries of %q, want %q", c.text, got, c.want)
		}
		if len(c.want) > 0 && strings.Contains(c.text, observations) && !slices.Equal(entries, plain) {
			t.Errorf("%q\ngave other entries than without what stands around them", c.text)
		}
	}
}
