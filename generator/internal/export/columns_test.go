package export_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"minhbach/generator/internal/export"
	"minhbach/generator/internal/trial"
)

// released reads testdata/columns.txt: the columns that scripts of readers rely on. More may follow after them, none may
// go, be renamed or move. A line is a table's name, a colon and its columns.
func released(t *testing.T) map[string][]string {
	t.Helper()
	text, err := os.ReadFile("testdata/columns.txt")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]string{}
	for line := range strings.Lines(string(text)) {
		name, columns, _ := strings.Cut(line, ":")
		all[name] = strings.Fields(columns)
	}
	return all
}

func tables(t *testing.T) []export.Table {
	t.Helper()
	s, worlds := judged(t, os.DirFS("../../../content"))
	return append(export.From(s, worlds).Tables(), export.Codebook(export.Words(trial.Codebook(t)))...)
}

// lost tells what of the released columns is not where it was.
func lost(released map[string][]string, now map[string][]string) []string {
	var all []string
	for name, columns := range released {
		for n, c := range columns {
			if have := now[name]; n >= len(have) || have[n] != c {
				all = append(all, fmt.Sprintf("%s.%s is no longer column %d", name, c, n+1))
			}
		}
	}
	return all
}

func heads(t *testing.T) map[string][]string {
	t.Helper()
	now := map[string][]string{}
	for _, table := range tables(t) {
		for _, c := range table.Columns {
			now[table.Name] = append(now[table.Name], c.Name)
		}
	}
	return now
}

// TestReleasedColumns: all that was released is where it was; a new column or table is added to the file with -update,
// at the end of its line.
func TestReleasedColumns(t *testing.T) {
	now := heads(t)
	if *update {
		var b strings.Builder
		for _, table := range tables(t) {
			fmt.Fprintf(&b, "%s: %s\n", table.Name, strings.Join(now[table.Name], " "))
		}
		if err := os.WriteFile("testdata/columns.txt", []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want := released(t)
	for _, problem := range lost(want, now) {
		t.Error(problem)
	}
	for name, columns := range now {
		if len(columns) > len(want[name]) {
			t.Errorf("%s has new columns %q: add them to testdata/columns.txt (-update), they stay from then on", name, columns[len(want[name]):])
		}
	}
}

// TestSpoiltColumns: each released column removed, renamed or moved, in turn, is noticed.
func TestSpoiltColumns(t *testing.T) {
	want := released(t)
	spoilt := 0
	for name, columns := range want {
		for n, c := range columns {
			renamed := slices.Clone(columns)
			renamed[n] = c + "_"
			for how, changed := range map[string][]string{
				"removed": slices.Delete(slices.Clone(columns), n, n+1),
				"renamed": renamed,
				"moved":   moved(columns, n),
			} {
				now := heads(t)
				now[name] = changed
				if len(lost(want, now)) == 0 {
					t.Errorf("%s.%s %s is not noticed", name, c, how)
				}
				spoilt++
			}
		}
	}
	if spoilt < 3*150 {
		t.Errorf("only %d spoilt heads", spoilt)
	}
}

// moved has the n-th column in another place.
func moved(columns []string, n int) []string {
	rest := slices.Delete(slices.Clone(columns), n, n+1)
	return slices.Insert(rest, (n+1)%len(columns), columns[n])
}

// TestContract: what contract.md fixes is released in its order.
func TestContract(t *testing.T) {
	for name, columns := range contract {
		have := released(t)[name]
		want := strings.Split(columns, ", ")
		if len(have) < len(want) || !slices.Equal(have[:len(want)], want) {
			t.Errorf("%s begins with %q, want %q", name, have, want)
		}
	}
}

// contract lists the columns that were promised before the first release.
var contract = map[string]string{
	"plans":             "plan, name_vi, name_en, decision, issuer, start, end, compiled_from, looked, pace, licence",
	"areas":             "plan, area, name_vi, name_en",
	"agencies":          "agency, name_vi, name_en, level, valid_from, valid_to, successor",
	"periods":           "plan, period, name_vi, name_en, period_start, period_end, cumulative, cutoff, due, released, status, kind, deadlines_until",
	"indicators":        "plan, indicator, number_printed, name_vi, name_en, area, parent, unit, direction, target_printed, monitoring, executing, source_clause, level, short_vi, short_en, value_kind, measure, tiers, publisher, expected_release, name_printed",
	"targets":           "plan, indicator, target, kind, value, upper, baseline_value, baseline_period, due, valid_from, set_by, reference, scope, tier, role",
	"observations":      "plan, indicator, period, breakdown, value, unit, rank, rank_of, tier, numerator, denominator, reference, published, data_status, reported, reason_vi, reason_en, note_vi, note_en, source, source_url, measure, comparable, judged, confidence, quote",
	"statuses":          "plan, indicator, period, as_of, status, rule, progress, change, explanation_vi, explanation_en, target, value, reference, target_value, baseline, last_value, last_reference, last_holds",
	"tasks":             "plan, task, number_printed, name_vi, name_en, area, parent, product_vi, product_en, lead, coordinating, timeline_printed, due, level, short_vi, short_en, name_printed, product_printed",
	"milestones":        "plan, task, milestone, due, valid_from, set_by",
	"task_reports":      "plan, task, period, as_of, state, completed, document, document_url, verdict, days_late, explanation_vi, explanation_en, data_status",
	"related_documents": "plan, task, period, document, date, match, source, source_url",
	"stated_totals":     "plan, period, of, done, total, reference, published, source, source_url",
	"revisions":         "plan, indicator, period, from, to, first_released, revised, reason_vi, reason_en, task, breakdown, reference, field, release",
	"compliance":        "plan, agency, period, due, received, rows_due, rows_reported, verdict",
}
