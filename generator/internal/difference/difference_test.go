package difference

import (
	"bytes"
	"strings"
	"testing"

	"minhbach/generator/internal/plan"
)

func TestCourse(t *testing.T) {
	for _, c := range []struct {
		before, after string
		want          Course
	}{
		{"met", "missed", Fell}, {"met", "not_yet_met", Fell}, {"on_track", "behind", Fell}, {"on_track", "missed", Fell},
		{"not_yet_met", "missed", Expired}, {"behind", "missed", Expired}, {"in_progress", "overdue", Expired}, {"due_this_period", "overdue", Expired},
		{"done_on_time", "overdue", Fell}, {"done_on_time", "in_progress", Fell}, {"in_progress", "not_started", Fell},
		{"met", "no_public_figure", Unknown}, {"in_progress", "not_reported", Unknown}, {"missed", "not_reported", Unknown},
		{"not_reported", "missed", Known}, {"awaiting_publication", "met", Known}, {"no_public_document", "done_on_time", Known},
		{"missed", "met", Rose}, {"overdue", "done_late", Rose}, {"behind", "on_track", Rose},
		{"in_progress", "replaced", Other}, {"done_late", "done_on_time", Other}, {"not_reported", "no_deadline", Other}, {"met", "not_assessable", Other},
	} {
		if got := course(c.before, c.after); got != c.want {
			t.Errorf("%s to %s: %s, want %s", c.before, c.after, got, c.want)
		}
	}
}

// side is one whose tables are given without the column plan, a row a line.
func side(period string, tables map[string]string) Side {
	s := Side{Plan: "2030", Period: period, Tables: map[string][]byte{}}
	for name, text := range tables {
		lines := strings.Split(strings.TrimSpace(text), "\n")
		for n := range lines {
			lines[n] = map[bool]string{true: "plan,", false: "2030,"}[n == 0] + strings.TrimSpace(lines[n])
		}
		s.Tables[name] = []byte(strings.Join(lines, "\n"))
	}
	return s
}

const (
	periods  = "period,name_vi,name_en,cutoff,released\nq1,Quý I,Q1,2030-03-31,2030-04-10\nh1,6 tháng,6 months,2030-06-30,2030-07-10"
	rowNames = "indicator,number_printed,short_vi,short_en,value_kind,unit,unit_en\n1.1,1.1,Một,One,percent,,\n1.2,1.2,Hai,Two,percent,,"
)

// TestGone: what the newer side lacks stands on top, and passes only with a reason.
func TestGone(t *testing.T) {
	before := map[string]string{"periods": periods, "indicators": rowNames,
		"observations":      "indicator,period,breakdown,reference,measure,reported,value\n1.1,q1,,2030-03-14,cumulative,true,42.79\n1.2,q1,,2030-03-14,cumulative,true,50",
		"related_documents": "task,period,document,date,match,title_vi\n3,q1,5/KH,2030-02-01,likely,Kế hoạch",
		"stated_totals":     "period,of,done,total,reference\nq1,tasks,9,27,2030-03-14"}
	after := map[string]string{"periods": strings.Replace(periods, ",2030-04-10", ",", 1), "indicators": strings.Split(rowNames, "\n1.2")[0],
		"observations": "indicator,period,breakdown,reference,measure,reported,value\n",
		"revisions":    "indicator,task,period,breakdown,reference,measure,field,from,to,release,reason_vi,reason_en\n1.1,,q1,,2030-03-14,cumulative,value,42.79,,h1,Máy hỏng,Broken meter"}
	d := Between(side("q1", before), side("h1", after))
	var kinds []string
	for _, g := range d.Gone {
		kinds = append(kinds, g.Kind)
	}
	if got := strings.Join(kinds, " "); got != "indicators periods observations observations related_documents stated_totals" {
		t.Errorf("gone are %s", got)
	}
	gone, _ := d.Unexplained()
	if len(gone) != len(d.Gone)-1 || d.Gone[2].Reason.EN != "Broken meter" {
		t.Errorf("%d of %d pass without a reason: %+v", len(d.Gone)-len(gone), len(d.Gone), gone)
	}
	if len(d.Revised) != 0 {
		t.Errorf("what was withdrawn is told twice: %+v", d.Revised)
	}
	for l, want := range map[plan.Lang]string{plan.VI: "Không còn nữa", plan.EN: "Gone"} {
		r := d.Words(l)
		if r.Sections[0].Heading != want || !strings.Contains(r.Sections[0].Items[2].Text, map[plan.Lang]string{plan.VI: "42,79%", plan.EN: "42.79%"}[l]) {
			t.Errorf("%s: %+v", l, r.Sections[0])
		}
	}
}

// TestUnexplained: an indicator that falls back is explained by a note, a declared gap, a correction or a definition.
func TestUnexplained(t *testing.T) {
	statuses := func(period, status string) string { return "indicator,period,status\n1.1," + period + "," + status }
	from := side("q1", map[string]string{"periods": periods, "indicators": rowNames, "statuses": statuses("q1", "met")})
	for name, c := range map[string]struct {
		after  string
		more   map[string]string
		silent int
	}{
		"nothing said":        {"missed", nil, 1},
		"a note":              {"missed", map[string]string{"observations": "indicator,period,note_vi,note_en\n1.1,h1,Thiếu người,Too few staff"}, 0},
		"a note of before":    {"missed", map[string]string{"observations": "indicator,period,note_vi,note_en\n1.1,q1,Thiếu người,Too few staff"}, 1},
		"a note elsewhere":    {"missed", map[string]string{"observations": "indicator,period,note_vi,note_en\n1.2,h1,Thiếu người,Too few staff"}, 1},
		"a declared gap":      {"not_reported", map[string]string{"observations": "indicator,period,reason_vi,reason_en\n1.1,h1,Máy hỏng,Broken"}, 0},
		"an undeclared gap":   {"not_reported", nil, 1},
		"a correction":        {"missed", map[string]string{"revisions": "indicator,task,release,reason_vi\n1.1,,h1,Gõ nhầm"}, 0},
		"a correction only":   {"not_reported", map[string]string{"revisions": "indicator,task,release,to,reason_vi\n1.1,,h1,5,Gõ nhầm"}, 1},
		"a withdrawal":        {"not_reported", map[string]string{"revisions": "indicator,task,release,to,reason_vi\n1.1,,h1,,Máy hỏng"}, 0},
		"a definition":        {"missed", map[string]string{"definition_changes": "indicator,task,release,reason_vi\n1.1,,h1,Sửa"}, 0},
		"the whole plan":      {"missed", map[string]string{"definition_changes": "indicator,task,release,reason_vi\n,,h1,Sửa"}, 0},
		"an earlier decision": {"missed", map[string]string{"definition_changes": "indicator,task,release,reason_vi\n1.1,,q1,Sửa"}, 1},
		"a compiled plan":     {"missed", map[string]string{"plans": "compiled_from\npublic-sources"}, 0},
		"risen":               {"met", nil, 0},
	} {
		tables := map[string]string{"periods": periods, "indicators": rowNames, "statuses": statuses("h1", c.after)}
		for table, text := range c.more {
			tables[table] = text
		}
		d := Between(from, side("h1", tables))
		if _, fallen := d.Unexplained(); len(fallen) != c.silent {
			t.Errorf("%s: %d are unexplained, want %d: %+v", name, len(fallen), c.silent, d.Standings)
		}
	}
}

// TestRisenNeedsNoCorrection: why an earlier figure was wrong is not told as the reason why the new one is better.
func TestRisenNeedsNoCorrection(t *testing.T) {
	statuses := func(period, status string) string { return "indicator,period,status\n1.1," + period + "," + status }
	d := Between(side("q1", map[string]string{"periods": periods, "statuses": statuses("q1", "on_track")}),
		side("h1", map[string]string{"periods": periods, "statuses": statuses("h1", "met"), "revisions": "indicator,task,release,reason_vi\n1.1,,h1,Gõ nhầm"}))
	if len(d.Standings) != 1 || !d.Standings[0].Reason.empty() {
		t.Errorf("the reason of a correction is told: %+v", d.Standings)
	}
}

// TestHostile: texts of the content are only texts in each form.
func TestHostile(t *testing.T) {
	const name = "<script>\n# `*[x](y)|&amp;"
	d := Between(side("q1", map[string]string{"periods": periods, "statuses": "indicator,period,status\n1.1,q1,met"}),
		side("h1", map[string]string{"periods": periods, "statuses": "indicator,period,status\n1.1,h1,missed"}))
	d.Standings[0].Name = Text{name, name}
	for _, format := range Formats {
		var b bytes.Buffer
		if err := Write(&b, &d, d.Words(plan.EN), format); err != nil {
			t.Fatal(err)
		}
		out := b.String()
		switch {
		case format == "html" && strings.Contains(out, "<script>"), format == "markdown" && strings.Contains(out, " <script>"), (format == "text" || format == "markdown") && strings.Contains(out, "\n# `"):
			t.Errorf("%s: %s", format, out)
		case !strings.Contains(out, "script"):
			t.Errorf("%s lost the text", format)
		}
	}
}
