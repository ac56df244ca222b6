package intake

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// bare is a snapshot into which nothing was taken yet, as somebody wrote it.
const bare = `# the last quarter
cutoff: 2031-12-31
status: provisional
sources:
  bc-2031-q4: {title: "Báo cáo năm", publisher: {vi: "Văn phòng", en: "Office"}, url: "https://example.org/bc", published: 2032-01-05, confidence: primary}
observations:
  # by telephone
  - {indicator: "2.4", reference: 2031-12-20, value: 22, comparable: full, source: bc-2031-q4} # sure
`

func year(t *testing.T) *desktop {
	t.Helper()
	d := open(t, "2031-q4")
	d.set(bare)
	return d
}

// TestTake holds what becomes of cells, in all the ways in which people fill them in.
func TestTake(t *testing.T) {
	noon := time.Date(2031, 12, 18, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name, agency string
		fill         []filling
		want         string // the lines that are added
	}{
		{"a number", "trung-tam-mot-cua", []filling{{"indicators/2.2", value, 19.5}},
			`- {indicator: "2.2", reference: 2031-12-20, value: 19.5, comparable: full, source: "bc-2031-q4"}`},
		{"a comma", "trung-tam-mot-cua", []filling{{"indicators/2.2", value, "19,5"}},
			`- {indicator: "2.2", reference: 2031-12-20, value: 19.5, comparable: full, source: "bc-2031-q4"}`},
		{"a point, and the digits as typed", "trung-tam-mot-cua", []filling{{"indicators/2.2", value, "19.50"}},
			`- {indicator: "2.2", reference: 2031-12-20, value: 19.50, comparable: full, source: "bc-2031-q4"}`},
		{"groups", "so-cay-xanh", []filling{{"indicators/6.3", value, "1.041.250,5"}},
			`- {indicator: "6.3", reference: 2031-01-01..2031-12-20, value: 1041250.5, comparable: full, source: "bc-2031-q4"}`},
		{"a figure that is there", "trung-tam-mot-cua", []filling{{"indicators/2.4", value, 21}},
			`- {indicator: "2.4", reference: 2031-12-20, value: 21, comparable: full, source: bc-2031-q4} # sure`},
		{"another day, as a text", "trung-tam-mot-cua", []filling{{"indicators/2.4", until, "18/12/2031"}, {"indicators/2.4", value, 21}},
			`- {indicator: "2.4", reference: 2031-12-18, value: 21, comparable: full, source: bc-2031-q4} # sure`},
		{"another day, as a day", "trung-tam-mot-cua", []filling{{"indicators/2.4", until, noon}},
			`- {indicator: "2.4", reference: 2031-12-18, value: 22, comparable: full, source: bc-2031-q4} # sure`},
		{"a percentage with its numbers", "so-phap-che", []filling{{"indicators/2.3", value, "100 %"}, {"indicators/2.3", numerator, 1480}, {"indicators/2.3", denominator, "1 480"}},
			`- {indicator: "2.3", reference: 2031-12-20, value: 100, numerator: 1480, denominator: 1480, comparable: full, source: "bc-2031-q4"}`},
		{"a part", "van-phong", []filling{{"indicators/2.5/mau", value, 84.5}},
			`- {indicator: "2.5", reference: 2031-01-01..2031-12-20, breakdown: mau, value: 84.5, comparable: full, source: "bc-2031-q4"}`},
		{"yes", "van-phong", []filling{{"indicators/3.3", value, "Có / Yes"}},
			`- {indicator: "3.3", reference: 2031-12-20, yes: true, comparable: full, source: "bc-2031-q4"}`},
		{"a note", "trung-tam-mot-cua", []filling{{"indicators/2.4", note, "Theo “sổ”, \"đủ\""}, {"indicators/2.4", value, 22}},
			`- {indicator: "2.4", reference: 2031-12-20, value: 22, comparable: full, source: bc-2031-q4, note: {vi: "Theo “sổ”, \"đủ\""}} # sure`},
		{"why there is no figure", "trung-tam-mot-cua", []filling{{"indicators/2.2", gap, "Chưa đo xong"}},
			"not_reported:\n- {indicator: \"2.2\", reason: {vi: \"Chưa đo xong\"}}"},
		{"a task", "so-ngan-sach", []filling{{"tasks/5", state, "Hoàn thành / Done"}, {"tasks/5", completed, "ngày 1 tháng 12 năm 2031"}, {"tasks/5", number, "9/BC"}, {"tasks/5", dated, "2031-12-01"}},
			"task_reports:\n- {task: \"5\", state: done, completed: 2031-12-01, document: {number: \"9/BC\", date: 2031-12-01}, source: \"bc-2031-q4\"}"},
		{"letters and their accents apart", "so-ngan-sach", []filling{{"tasks/5", state, norm.NFD.String("Hoàn thành")}, {"tasks/5", completed, norm.NFD.String("ngày 1 tháng 12 năm 2031")}, {"tasks/5", number, norm.NFD.String("9/BÁO-CÁO")}, {"tasks/5", note, norm.NFD.String("Đủ")}},
			"task_reports:\n- task: \"5\"\nstate: done\ncompleted: 2031-12-01\ndocument: {number: \"9/BÁO-CÁO\"}\nnote: {vi: \"Đủ\"}\nsource: \"bc-2031-q4\""},
		{"yes, its accent apart", "van-phong", []filling{{"indicators/3.3", value, norm.NFD.String("Có")}},
			`- {indicator: "3.3", reference: 2031-12-20, yes: true, comparable: full, source: "bc-2031-q4"}`},
		{"no, in a word that is not listed", "van-phong", []filling{{"indicators/3.3", value, "Không"}},
			`- {indicator: "3.3", reference: 2031-12-20, yes: false, comparable: full, source: "bc-2031-q4"}`},
		{"a word with its mark in the other place", "so-ngan-sach", []filling{{"tasks/5", state, "Đã huỷ"}, {"tasks/5", number, "7/QĐ"}},
			"task_reports:\n- {task: \"5\", state: cancelled, document: {number: \"7/QĐ\"}, source: \"bc-2031-q4\"}"},
		{"a task by its word alone", "so-ngan-sach", []filling{{"tasks/5", state, "đang thực hiện"}, {"tasks/5", note, "Đã trình"}},
			"task_reports:\n- {task: \"5\", state: in_progress, note: {vi: \"Đã trình\"}, source: \"bc-2031-q4\"}"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := year(t)
			filled := d.fill(d.form(c.agency), c.fill...)
			_, problems, text := d.take(filled)
			want := c.want + "\nreports:\n- {agency: " + c.agency + ", received: 2032-07-09}"
			if have := added(bare, text); have != want || len(failures(problems)) > 0 {
				t.Errorf("added\n%s\nnot\n%s\n%v", have, want, failures(problems))
			}
			if !strings.HasPrefix(text, bare[:strings.Index(bare, "  - {indicator")]) {
				t.Error("what is above has changed")
			}
			d.set(text)
			if words, _, again := d.take(filled); again != text {
				t.Errorf("taken again, it changes %v", words)
			}
			if words, _, again := d.take(d.form(c.agency)); again != text {
				t.Errorf("a form made now changes %v", words)
			}
		})
	}
}

// TestTakeNothing holds that empty cells take nothing back, and are told.
func TestTakeNothing(t *testing.T) {
	d := year(t)
	words, problems, text := d.take(d.fill(d.form("trung-tam-mot-cua"), filling{"indicators/2.4", value, nil}))
	if text != bare || len(words) > 0 {
		t.Errorf("changed: %v", words)
	}
	var rules []string
	for _, p := range problems {
		rules = append(rules, p.Rule)
	}
	if !slices.Equal(rules, []string{"row-empty", "row-empty", "kept"}) {
		t.Errorf("told: %v", rules)
	}
}

// TestEmptyWhole holds that the row of the whole may be empty where all targets are set for its parts.
func TestEmptyWhole(t *testing.T) {
	d := open(t, "2032-q2")
	whole := func(f File) (empty int) {
		_, problems, _ := d.take(f)
		for _, p := range problems {
			if p.Rule == "row-empty" && p.Message.EN == "indicator 5 is not filled in" {
				empty++
			}
		}
		return empty
	}
	d.set("cutoff: 2032-06-30\nstatus: provisional\n")
	if n := whole(d.form("van-phong")); n > 0 || !byParts(d.plan.Indicator("5")) {
		t.Errorf("told %d times", n)
	}
	d.plan.Indicator("5").Targets[0].EachOf = nil
	if n := whole(d.form("van-phong")); n != 1 {
		t.Errorf("with a target for the whole it is told %d times", n)
	}
}

// TestRowsByName holds that a row is told as an indicator or a task, and a part of it by its name.
func TestRowsByName(t *testing.T) {
	d := year(t)
	for _, c := range []struct {
		agency string
		fill   filling
		want   string
	}{
		{"trung-tam-mot-cua", filling{"indicators/2.2", value, 19}, "indicator 2.2 “Waiting time”: – → 19 minutes (20 December 2031)"},
		{"van-phong", filling{"indicators/2.5/mau", value, 84.5}, "indicator 2.5 “Complaints answered” (Mẫu Town): – → 84.5% (1 January 2031–20 December 2031)"},
		{"so-ngan-sach", filling{"tasks/5", state, "Đang thực hiện"}, "task 5 “Short budget account”: – → in progress"},
	} {
		words, problems, _ := d.take(d.fill(d.form(c.agency), c.fill))
		if len(words) == 0 || words[0] != c.want {
			t.Errorf("%q, not %s", words, c.want)
		}
		for _, p := range problems {
			if c.agency == "van-phong" && p.Rule == "row-empty" && strings.HasPrefix(p.Message.VI, "chỉ tiêu 2.5 (") {
				c.agency = ""
			}
		}
		if c.agency == "van-phong" {
			t.Errorf("no part that is empty is named: %v", problems)
		}
	}
}

// TestNoSource holds that a missing source is told once a file, with the option to add.
func TestNoSource(t *testing.T) {
	for sources, option := range map[string]string{"": "--source-url ", "sources:\n  a: {title: A, publisher: {vi: A, en: A}, url: \"https://example.org/a\", published: unknown, confidence: primary}\n  b: {title: B, publisher: {vi: B, en: B}, url: \"https://example.org/b\", published: unknown, confidence: primary}\n": "--source "} {
		d := year(t)
		d.set("cutoff: 2031-12-31\nstatus: provisional\n" + sources)
		_, problems, _ := d.take(d.fill(d.form("trung-tam-mot-cua"), filling{"indicators/2.2", value, 19}, filling{"indicators/2.4", value, 21}))
		if have := failures(problems); !slices.Equal(have, []string{"Chỉ tiêu!H3 no-source"}) {
			t.Errorf("%v", have)
		}
		for _, p := range problems {
			if p.Rule == "no-source" && (!strings.Contains(p.Hint.VI, option) || !strings.Contains(p.Hint.EN, option)) {
				t.Errorf("%s: %v", option, p.Hint)
			}
		}
	}
}

// TestContradictions holds that two agencies must say the same, whichever is read last.
func TestContradictions(t *testing.T) {
	d := year(t)
	d.plan.Indicator("2.2").Monitoring = append(d.plan.Indicator("2.2").Monitoring, "so-phap-che")
	one := func(agency string, of any) File { return d.fill(d.form(agency), filling{"indicators/2.2", value, of}) }
	a, b := one("trung-tam-mot-cua", 19), one("so-phap-che", "19,0")
	if words, problems, _ := d.take(a, b); len(failures(problems)) > 0 || len(words) != 3 {
		t.Errorf("the same twice: %v, %v", words, failures(problems))
	}
	for _, files := range [][]File{{a, one("so-phap-che", 20)}, {one("so-phap-che", 20), a}, {a, d.fill(d.form("so-phap-che"), filling{"indicators/2.2", gap, "Chưa có"})}} {
		if words, problems, _ := d.take(files...); len(failures(problems)) != 1 || !strings.HasSuffix(failures(problems)[0], "contradiction") || len(words) > 0 {
			t.Errorf("%v, %v", words, failures(problems))
		}
	}
	_, problems, _ := d.take(a, d.fill(d.form("so-phap-che"), filling{"indicators/2.2", gap, "Chưa có"}))
	if n := slices.IndexFunc(problems, func(p diag.Diagnostic) bool { return p.Rule == "contradiction" }); n < 0 || !strings.Contains(problems[n].Message.EN, "this cell is empty, as there is no figure, and trung-tam-mot-cua.xlsx, Chỉ tiêu!H3 says “19”") {
		t.Errorf("%v", problems)
	}
	again := one("trung-tam-mot-cua", 20)
	again.Name = "again.xlsx"
	for _, c := range []struct{ other, want string }{{"so-phap-che", "settle it with Thí Dụ One-Stop Centre and Thí Dụ Department of Legal Affairs"}, {"trung-tam-mot-cua", "both files are of one agency"}} {
		b := map[string]File{"so-phap-che": one("so-phap-che", 20), "trung-tam-mot-cua": again}[c.other]
		_, problems, _ := d.take(a, b)
		if n := slices.IndexFunc(problems, func(p diag.Diagnostic) bool { return p.Rule == "contradiction" }); n < 0 || !strings.Contains(problems[n].Hint.EN, c.want) || !strings.HasPrefix(problems[n].Message.EN, "indicator 2.2: ") {
			t.Errorf("%s: %v", c.other, problems)
		}
	}
	_, _, text := d.take(a)
	d.set(text)
	d.plan.Indicator("2.2").Monitoring = append(d.plan.Indicator("2.2").Monitoring, "so-phap-che")
	if _, problems, _ := d.take(d.fill(d.form("so-phap-che"), filling{"indicators/2.2", value, 20})); !slices.Equal(failures(problems), []string{"Chỉ tiêu!H2 contradiction"}) && !slices.Equal(failures(problems), []string{"Chỉ tiêu!H3 contradiction"}) {
		t.Errorf("after the other had reported: %v", failures(problems))
	}
}

// TestReleased holds that nothing which was released is changed by a form.
func TestReleased(t *testing.T) {
	d := year(t)
	filled := d.fill(d.form("trung-tam-mot-cua"), filling{"indicators/2.4", value, 21})
	d.set(strings.Replace(bare, "status:", "released: 2032-01-10\nstatus:", 1))
	if _, problems, _ := d.take(filled); !slices.Equal(failures(problems), []string{"Chỉ tiêu!H4 released"}) {
		t.Errorf("%v", failures(problems))
	}
}

// TestFigureAfterGap holds that a figure takes back the reason why there was none.
func TestFigureAfterGap(t *testing.T) {
	d := year(t)
	gaps := bare + "not_reported:\n  - {indicator: \"2.2\", reason: {vi: \"Chưa đo\", en: \"Not measured\"}}\n"
	d.set(gaps)
	filled := d.fill(d.form("trung-tam-mot-cua"), filling{"indicators/2.2", value, 19}, filling{"indicators/2.2", gap, nil})
	words, problems, text := d.take(filled)
	if strings.Contains(text, "not_reported") || !strings.Contains(text, "value: 19,") || len(words) != 3 || len(failures(problems)) > 0 {
		t.Errorf("%v, %v\n%s", words, failures(problems), text)
	}
	d.set(text)
	if words, _, _ := d.take(filled); len(words) > 0 {
		t.Errorf("taken again: %v", words)
	}
}

// TestAnyOrder holds that the snapshot comes to say the same whichever forms come back first, and whichever come together.
func TestAnyOrder(t *testing.T) {
	const empty = "cutoff: 2031-12-31\nstatus: provisional\nsources:\n  bc-2031-q4: {title: B, publisher: {vi: A, en: A}, url: \"https://example.org/bc\", published: 2032-01-05, confidence: primary}\n"
	d := year(t)
	d.set(empty)
	returned := []File{
		d.fill(d.form("trung-tam-mot-cua"), filling{"indicators/2.2", value, 19}, filling{"indicators/2.4", value, 21}),
		d.fill(d.form("so-ngan-sach"), filling{"tasks/5", state, "Đang thực hiện"}),
		d.fill(d.form("so-phap-che"), filling{"indicators/2.3", value, 81}),
		d.fill(d.form("van-phong"), filling{"indicators/3.3", gap, "Chưa đo"}),
	}
	want := ""
	for seed := range uint64(24) {
		r := rand.New(rand.NewPCG(seed, 1))
		order := r.Perm(len(returned))
		d.set(empty)
		for len(order) > 0 {
			n := 1 + r.IntN(min(2, len(order)))
			var files []File
			for _, at := range order[:n] {
				files = append(files, returned[at])
			}
			order = order[n:]
			_, problems, text := d.take(files...)
			if have := failures(problems); len(have) > 0 {
				t.Fatalf("%d: %v", seed, problems)
			}
			d.set(text)
		}
		lines := strings.Split(string(d.files[d.name].Data), "\n")
		slices.Sort(lines)
		have := strings.TrimSpace(strings.Join(lines, "\n"))
		if want == "" {
			want = have
		}
		if have != want {
			t.Fatalf("%d:\n%s\nis not\n%s", seed, have, want)
		}
	}
}

// TestReplaced holds that a form replaces what the same agency has reported into a draft.
func TestReplaced(t *testing.T) {
	for _, c := range []struct {
		name, agency, row string
		first, then       map[key]any
		words             []string
		gone, there       string
	}{
		{"a day", "trung-tam-mot-cua", "indicators/2.2", map[key]any{value: 19, until: "18/12/2031"}, map[key]any{value: 19},
			[]string{"indicator 2.2 “Waiting time”: 19 minutes (18 December 2031) → 19 minutes (20 December 2031)"}, "2031-12-18", "reference: 2031-12-20, value: 19,"},
		{"a figure and its day", "trung-tam-mot-cua", "indicators/2.2", map[key]any{value: 19, until: "18/12/2031"}, map[key]any{value: 20, until: "19/12/2031"},
			[]string{"indicator 2.2 “Waiting time”: 19 minutes (18 December 2031) → 20 minutes (19 December 2031)"}, "2031-12-18", "reference: 2031-12-19, value: 20,"},
		{"a share of numbers by one without", "so-phap-che", "indicators/2.3", map[key]any{value: 75, numerator: 3, denominator: 4}, map[key]any{value: 80}, nil, "numerator", "value: 80, comparable"},
		{"a figure by a reason", "trung-tam-mot-cua", "indicators/2.2", map[key]any{value: 19}, map[key]any{gap: "Đo lại"},
			[]string{"indicator 2.2 “Waiting time”: no longer: 19 minutes (20 December 2031)", "indicator 2.2 “Waiting time”: no figure: – → Đo lại"}, "value: 19", "Đo lại"},
		{"figures of parts by a reason", "van-phong", "indicators/2.5", map[key]any{"/mau": 84.5, "/vi-du": 90}, map[key]any{gap: "Đo lại"}, nil, "breakdown", "Đo lại"},
		{"a reason by figures of parts", "van-phong", "indicators/2.5", map[key]any{gap: "Đo lại"}, map[key]any{"/mau": 84.5, "/vi-du": 90}, nil, "not_reported", "breakdown: mau"},
		{"a task that is not done after all", "so-ngan-sach", "tasks/5", map[key]any{state: "Hoàn thành", completed: "1/12/2031"}, map[key]any{state: "Đang thực hiện"},
			[]string{"task 5 “Short budget account”: done (1 Dec) → in progress"}, "completed", "state: in_progress"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := year(t)
			made := d.form(c.agency)
			filled := func(cells map[key]any) File {
				var all []filling
				for k, v := range cells {
					row := c.row
					if strings.HasPrefix(string(k), "/") {
						row, k = row+string(k), value
					}
					all = append(all, filling{row, k, v})
				}
				return d.fill(made, all...)
			}
			_, problems, text := d.take(filled(c.first))
			if len(failures(problems)) > 0 {
				t.Fatal(problems)
			}
			d.set(text)
			words, problems, text := d.take(filled(c.then))
			d.set(text)
			if len(failures(problems)) > 0 || c.words != nil && !slices.Equal(words, c.words) || strings.Contains(text, c.gone) || !strings.Contains(text, c.there) {
				t.Errorf("%v, %q\n%s", problems, words, text)
			}
			if words, _, _ := d.take(filled(c.then)); len(words) > 0 {
				t.Errorf("taken again, it changes %v", words)
			}
		})
	}
}

// TestNotReplaced holds that a form leaves a figure of another day that its agency has not reported.
func TestNotReplaced(t *testing.T) {
	d := year(t)
	made := d.form("trung-tam-mot-cua")
	d.set(strings.Replace(bare, "observations:\n", "observations:\n  - {indicator: \"2.2\", reference: 2031-06-30, value: 30, comparable: partly, source: bc-2031-q4}\n", 1))
	bare := string(d.files[d.name].Data)
	for _, text := range []string{bare, bare + "reports:\n  - {agency: trung-tam-mot-cua, received: 2032-01-02}\n"} {
		d.set(text)
		words, _, text := d.take(d.fill(made, filling{"indicators/2.2", value, 19}))
		if !strings.Contains(text, "value: 30,") || !strings.Contains(text, "value: 19,") {
			t.Errorf("%q\n%s", words, text)
		}
	}
}

// TestTwoForms holds that two forms of one agency, made at different times, do not change one figure together.
func TestTwoForms(t *testing.T) {
	d := year(t)
	first := d.fill(d.form("trung-tam-mot-cua"), filling{"indicators/2.2", value, 19}, filling{"indicators/2.2", until, "18/12/2031"})
	_, _, text := d.take(first)
	d.set(text)
	second := d.fill(d.form("trung-tam-mot-cua"), filling{"indicators/2.2", value, 20})
	second.Name = "again.xlsx"
	first = d.fill(first, filling{"indicators/2.2", value, 21})
	_, problems, _ := d.take(first, second)
	if have := failures(problems); !slices.Equal(have, []string{"Chỉ tiêu!H3 contradiction"}) || problems[len(problems)-1].File != "again.xlsx" {
		t.Error(problems)
	}
}

// TestReportWithoutChange holds that a report counts as received when it says again what the snapshot has, unless it is the form
// as it was made with that.
func TestReportWithoutChange(t *testing.T) {
	d := year(t)
	both := func() {
		d.plan.Indicator("2.2").Monitoring = append(d.plan.Indicator("2.2").Monitoring, "so-phap-che")
	}
	both()
	one := func(agency string) File { return d.fill(d.form(agency), filling{"indicators/2.2", value, 19}) }
	a, b := one("trung-tam-mot-cua"), one("so-phap-che")
	_, _, text := d.take(a)
	d.set(text)
	both()
	if words, problems, _ := d.take(d.form("so-phap-che")); len(words) > 0 {
		t.Errorf("as it was made: %q, %v", words, problems)
	}
	csv := File{"gửi lại.csv", []byte(csvOf(d, b, ',', "."))}
	for _, f := range []File{b, csv} {
		words, problems, text := d.take(f)
		if !slices.Equal(words, []string{"Thí Dụ Department of Legal Affairs: report received on 9 July 2032"}) || !strings.HasSuffix(text, "- {agency: so-phap-che, received: 2032-07-09}\n") {
			t.Errorf("%s: %q, %v", f.Name, words, failures(problems))
		}
	}
	released := strings.Replace(text, "status:", "released: 2032-07-15\nstatus:", 1)
	d.set(released)
	both()
	if words, _, _ := d.take(b); len(words) > 0 {
		t.Errorf("after the release: %q", words)
	}
}

// TestRank holds that 24,0 is a rank, as 35.0 is 35 elsewhere.
func TestRank(t *testing.T) {
	a := &answer{sheet: &sheet{grid: &grid{}}, indicator: &plan.Indicator{Value: plan.RankValue}}
	for text, want := range map[string]string{"24,0": "24", "24": "24", "24,5": ""} {
		if have, _ := (&reader{}).number(a, value, cell{text: text}); have != want {
			t.Errorf("%s: %q", text, have)
		}
	}
}
