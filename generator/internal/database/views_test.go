package database_test

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"minhbach/generator/internal/export"
)

// data are the rows of the tables by the names of their columns: what the answers of the views are worked out from.
type data map[string][]record

type record map[string]string

func recorded(all []export.Table) data {
	d := data{}
	for _, t := range all {
		for row := range t.Rows {
			r := record{}
			for n, c := range t.Columns {
				r[c.Name] = row[n]
			}
			d[t.Name] = append(d[t.Name], r)
		}
	}
	return d
}

// where finds the rows with some cells: name, cell, name, cell.
func (d data) where(table string, cells ...string) []record {
	var all []record
	for _, r := range d[table] {
		fits := true
		for n := 0; n < len(cells); n += 2 {
			fits = fits && r[cells[n]] == cells[n+1]
		}
		if fits {
			all = append(all, r)
		}
	}
	return all
}

// one is the first of them; its cells are empty where there is none.
func (d data) one(table string, cells ...string) record {
	if all := d.where(table, cells...); len(all) > 0 {
		return all[0]
	}
	return record{}
}

// newest is the newest judged period of a plan.
func (d data) newest(plan string) string {
	newest := record{}
	for _, p := range d.where("periods", "plan", plan) {
		if p["released"] != "" && p["kind"] != "baseline" && p["cutoff"] > newest["cutoff"] {
			newest = p
		}
	}
	return newest["period"]
}

// latest are the rows of a table of results as of the newest periods.
func (d data) latest(table string) []record {
	var all []record
	for _, p := range d["plans"] {
		all = append(all, d.where(table, "plan", p["plan"], "period", d.newest(p["plan"]))...)
	}
	return all
}

// due is the deadline of a task on a day.
func (d data) due(plan, task, day string) string {
	valid := map[string]record{}
	for _, m := range d.where("milestones", "plan", plan, "task", task) {
		if m["valid_from"] <= day && m["valid_from"] >= valid[m["milestone"]]["valid_from"] {
			valid[m["milestone"]] = m
		}
	}
	due := ""
	for _, m := range valid {
		due = max(due, m["due"])
	}
	return due
}

// questions are one for each view, with the answer from the tables, sorted. Nobody's order is promised.
var questions = map[string]struct {
	ask    string
	answer func(data) [][]string
}{
	"newest_periods": {"SELECT plan, period, period_en, cutoff FROM newest_periods", func(d data) (all [][]string) {
		for _, p := range d["plans"] {
			q := d.one("periods", "plan", p["plan"], "period", d.newest(p["plan"]))
			all = append(all, []string{q["plan"], q["period"], q["name_en"], q["cutoff"]})
		}
		return all
	}},
	"latest_statuses": {"SELECT plan, indicator, name_en, area_vi, unit, status, status_vi, status_en, typeof(value), target_printed, explanation_vi, as_of FROM latest_statuses",
		func(d data) (all [][]string) {
			for _, s := range d.latest("statuses") {
				i := d.one("indicators", "plan", s["plan"], "indicator", s["indicator"])
				c := d.one("codes", "list", "status", "code", s["status"])
				all = append(all, []string{s["plan"], s["indicator"], i["name_en"], d.one("areas", "plan", s["plan"], "area", i["area"])["name_vi"], i["unit"],
					s["status"], c["name_vi"], c["name_en"], typeOf(s["value"]), i["target_printed"], s["explanation_vi"], s["as_of"]})
			}
			return all
		}},
	"latest_tasks": {"SELECT plan, task, name_vi, area_en, due, verdict, verdict_en, days_late, explanation_en, period_vi FROM latest_tasks", func(d data) (all [][]string) {
		for _, r := range d.latest("task_reports") {
			t := d.one("tasks", "plan", r["plan"], "task", r["task"])
			all = append(all, []string{r["plan"], r["task"], t["name_vi"], d.one("areas", "plan", r["plan"], "area", t["area"])["name_en"],
				d.due(r["plan"], r["task"], r["as_of"]), r["verdict"], d.one("codes", "list", "verdict", "code", r["verdict"])["name_en"], r["days_late"],
				r["explanation_en"], d.one("periods", "plan", r["plan"], "period", r["period"])["name_vi"]})
		}
		return all
	}},
	"series": {"SELECT plan, indicator, breakdown_en, reference, measure, typeof(value), rank, period_en, cutoff, source_title, comparable, suppressed FROM series", func(d data) (all [][]string) {
		for _, o := range d.where("observations", "reported", "true") {
			p := d.one("periods", "plan", o["plan"], "period", o["period"])
			all = append(all, []string{o["plan"], o["indicator"], d.one("breakdowns", "plan", o["plan"], "breakdown", o["breakdown"])["name_en"],
				o["reference"], o["measure"], typeOf(o["value"]), o["rank"], p["name_en"], p["cutoff"],
				d.one("sources", "plan", o["plan"], "period", o["period"], "source", o["source"])["title"], o["comparable"], o["suppressed"]})
		}
		return all
	}},
	"status_counts":  {"SELECT plan, period, status, n FROM status_counts", func(d data) [][]string { return counted(d["statuses"], "plan", "period", "status") }},
	"verdict_counts": {"SELECT plan, period, verdict, n FROM verdict_counts", func(d data) [][]string { return counted(d["task_reports"], "plan", "period", "verdict") }},
	"status_changes": {"SELECT plan, indicator, period, status_before, status FROM status_changes", func(d data) (all [][]string) {
		last := map[string]string{}
		for _, s := range slices.SortedStableFunc(slices.Values(d["statuses"]), func(a, b record) int { return cmp.Compare(a["as_of"], b["as_of"]) }) {
			key := s["plan"] + " " + s["indicator"]
			if before := last[key]; before != "" && before != s["status"] {
				all = append(all, []string{s["plan"], s["indicator"], s["period"], before, s["status"]})
			}
			last[key] = s["status"]
		}
		return all
	}},
	"agency_statuses": {"SELECT agency, agency_en, role, plan, indicator, status FROM agency_statuses", func(d data) (all [][]string) {
		for _, s := range d.latest("statuses") {
			i := d.one("indicators", "plan", s["plan"], "indicator", s["indicator"])
			for _, who := range d.among(i, "monitoring", "executing") {
				all = append(all, append(who, s["plan"], s["indicator"], s["status"]))
			}
		}
		return all
	}},
	"agency_tasks": {"SELECT agency, agency_en, role, plan, task, due, verdict FROM agency_tasks", func(d data) (all [][]string) {
		for _, r := range d.latest("task_reports") {
			t := d.one("tasks", "plan", r["plan"], "task", r["task"])
			for _, who := range d.among(t, "lead", "coordinating") {
				all = append(all, append(who, r["plan"], r["task"], d.due(r["plan"], r["task"], r["as_of"]), r["verdict"]))
			}
		}
		return all
	}},
	"overdue_tasks": {"SELECT plan, task, due, days_late, lead, lead_vi FROM overdue_tasks", func(d data) (all [][]string) {
		for _, r := range d.latest("task_reports") {
			if r["verdict"] != "overdue" {
				continue
			}
			t := d.one("tasks", "plan", r["plan"], "task", r["task"])
			var names []string
			for _, id := range strings.Split(t["lead"], ";") {
				names = append(names, d.one("agencies", "agency", id)["name_vi"])
			}
			all = append(all, []string{r["plan"], r["task"], d.due(r["plan"], r["task"], r["as_of"]), r["days_late"], t["lead"], strings.Join(names, "; ")})
		}
		return all
	}},
	"revised_values": {`SELECT plan, indicator, task, name_vi, period_en, field, "from", "to", revised, reason_en, milestone, comparable FROM revised_values`, func(d data) (all [][]string) {
		for _, r := range d["revisions"] {
			name := d.one("indicators", "plan", r["plan"], "indicator", r["indicator"])["name_vi"] + d.one("tasks", "plan", r["plan"], "task", r["task"])["name_vi"]
			all = append(all, []string{r["plan"], r["indicator"], r["task"], name, d.one("periods", "plan", r["plan"], "period", r["period"])["name_en"],
				r["field"], plainly(r["from"]), plainly(r["to"]), r["revised"], r["reason_en"], r["milestone"], r["comparable"]})
		}
		return all
	}},
	"compliance_by_agency": {"SELECT plan, agency, agency_vi, reports_due, on_time, late, partial, missing, most_days_late FROM compliance_by_agency", func(d data) (all [][]string) {
		for _, p := range d["plans"] {
			for _, a := range d["agencies"] {
				due := d.where("compliance", "plan", p["plan"], "agency", a["agency"])
				if len(due) == 0 {
					continue
				}
				row := []string{p["plan"], a["agency"], a["name_vi"], strconv.Itoa(len(due))}
				for _, verdict := range []string{"on_time", "late", "partial", "missing"} {
					row = append(row, strconv.Itoa(len(d.where("compliance", "plan", p["plan"], "agency", a["agency"], "verdict", verdict))))
				}
				most := slices.MaxFunc(due, func(a, b record) int { return number(a["days_late"]) - number(b["days_late"]) })["days_late"]
				all = append(all, append(row, most))
			}
		}
		return all
	}},
}

// among are the agencies in lists of a row: id, English name and list.
func (d data) among(r record, lists ...string) (all [][]string) {
	for _, list := range lists {
		for _, id := range strings.FieldsFunc(r[list], func(c rune) bool { return c == ';' }) {
			all = append(all, []string{id, d.one("agencies", "agency", id)["name_en"], list})
		}
	}
	return all
}

// counted counts rows by the cells of some columns.
func counted(rows []record, columns ...string) [][]string {
	n := map[string]int{}
	for _, r := range rows {
		var cells []string
		for _, c := range columns {
			cells = append(cells, r[c])
		}
		n[strings.Join(cells, "|")]++
	}
	var all [][]string
	for key := range maps.Keys(n) {
		all = append(all, append(strings.Split(key, "|"), strconv.Itoa(n[key])))
	}
	return all
}

func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// typeOf is the type of a value in the database.
func typeOf(cell string) string {
	f, err := strconv.ParseFloat(cell, 64)
	switch {
	case cell == "":
		return "null"
	case err != nil:
		return "text"
	case f == float64(int64(f)):
		return "integer"
	}
	return "real"
}

// plainly is a number without final zeros, as the database holds it.
func plainly(cell string) string {
	if f, err := strconv.ParseFloat(cell, 64); err == nil {
		return strconv.FormatFloat(f, 'g', -1, 64)
	}
	return cell
}

// TestViews: every view answers its question as the tables do, and at least one plan has something to answer.
func TestViews(t *testing.T) {
	rows := map[string]int{}
	for _, folder := range folders {
		all := tables(t, folder)
		db, d := opened(t, all), recorded(all)
		for _, view := range ask(t, db, "SELECT name FROM sqlite_schema WHERE type = 'view'") {
			q, there := questions[view[0]]
			if !there {
				t.Fatalf("nobody asks %s", view[0])
			}
			got, want := inOrder(ask(t, db, q.ask)), inOrder(q.answer(d))
			rows[view[0]] += len(want)
			for n := range max(len(got), len(want)) {
				if n >= len(got) || n >= len(want) || got[n] != want[n] {
					t.Errorf("%s: %s answers\n%s\nwant\n%s", folder, view[0], at(got, n), at(want, n))
					break
				}
			}
		}
	}
	for view := range questions {
		if rows[view] == 0 {
			t.Errorf("no plan has a row of %s", view)
		}
	}
}

// TestMovedDeadlines: a deadline that was moved, to an earlier day too, is the new one from the day of the move on.
func TestMovedDeadlines(t *testing.T) {
	moved := changed(tables(t, folders[1]), "milestones", func(table export.Table, rows [][]string) [][]string {
		for _, row := range slices.Clone(rows) {
			if row[column(table, "reason_vi")] != "" {
				continue // a move already
			}
			for _, to := range [][]string{{"2031-02-01", "2031-03-03"}, {"2099-01-01", "2099-12-31"}} {
				move := slices.Clone(row)
				move[column(table, "valid_from")], move[column(table, "due")] = to[0], to[1]
				rows = append(rows, move)
			}
		}
		return rows
	})
	q, d := questions["latest_tasks"], recorded(moved)
	got, want := inOrder(ask(t, opened(t, moved), q.ask)), inOrder(q.answer(d))
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if early := strings.Count(strings.Join(got, "\n"), `"2031-03-03"`); early == 0 {
		t.Error("no deadline was moved to an earlier day")
	}
}

func inOrder(rows [][]string) []string {
	var all []string
	for _, row := range rows {
		all = append(all, fmt.Sprintf("%q", row))
	}
	slices.Sort(all)
	return all
}

func at(rows []string, n int) string {
	if n < len(rows) {
		return rows[n]
	}
	return "nothing"
}
