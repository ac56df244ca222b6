package chart

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"minhbach/generator/internal/plan"
)

// picture writes what a chart shows, a line a slot, then axis, targets, zone, links and words.
func picture(c Chart) string {
	var b strings.Builder
	for _, s := range c.Slots {
		fmt.Fprintf(&b, "%s (%s): ", s.Label, s.Sub)
		if s.Mark == Gap {
			b.WriteString(s.Gap)
		} else {
			fmt.Fprintf(&b, "%s %s", s.Mark, s.Text)
		}
		if s.Apart {
			b.WriteString(", apart")
		}
		b.WriteString("\n")
	}
	fmt.Fprintf(&b, "axis %g–%g", c.Axis.Min, c.Axis.Max)
	for _, t := range c.Targets {
		fmt.Fprintf(&b, "; target %g over %d–%d %q", t.At, t.From, t.To, t.Label)
	}
	if z := c.Zone; z != nil {
		fmt.Fprintf(&b, "; zone %g–%g", z.Low, z.High)
	}
	for _, l := range c.Links {
		fmt.Fprintf(&b, "; %d–%d", l.From, l.To)
		if l.Dotted {
			b.WriteString(" dotted")
		}
	}
	if c.Statement != "" {
		b.WriteString("; " + c.Statement)
	}
	return b.String()
}

var pictures = []struct{ name, want string }{
	{"percent", `Quý I (): chưa tìm thấy số liệu
6 tháng (đến 26/6): bar 42,79%
Quý III (): chưa tìm thấy số liệu
Năm (): chưa tìm thấy số liệu
Riêng tháng 10/2030 (): outline 71,2%, apart
axis 0–80; target 35 over 0–3 "Mục tiêu ≥ 35%"; zone 35–80`},
	{"percent half way", `Quý I (đến 31/3): bar 12,5%
6 tháng (đến 26/6): bar 34,28%
Quý III (): chưa đến kỳ
Năm (): chưa đến kỳ
axis 0–100; target 100 over 0–3 "Mục tiêu 100%"`},
	{"percent zero, target zero", `Quý I (): chưa tìm thấy số liệu
6 tháng (): chưa tìm thấy số liệu
Quý III (): chưa tìm thấy số liệu
Năm (đến 31/12): bar 0%
axis 0–10; target 0 over 0–3 "Mục tiêu ≤ 0%"`},
	{"percent beyond 100", `Quý I (): chưa tìm thấy số liệu
6 tháng (): chưa tìm thấy số liệu
Quý III (): chưa tìm thấy số liệu
Năm (đến 31/12): bar 112,5%
axis 0–150; target 100 over 0–3 "Mục tiêu 100%"; zone 100–150`},
	{"no target", `Quý I (): chưa tìm thấy số liệu
6 tháng (): chưa tìm thấy số liệu
Quý III (): chưa tìm thấy số liệu
Năm (): chưa tìm thấy số liệu
axis 0–100`},
	{"negative", `Quý I (đến 31/3): bar −3,25
6 tháng (): chưa tìm thấy số liệu
Quý III (): chưa tìm thấy số liệu
Năm (đến 31/12): bar 2
axis -4–2; target -1 over 0–3 "Mục tiêu ≥ −1"; zone -1–2`},
	{"rank", `2027 (tham khảo): hollow 22/63
2028 (tham khảo): hollow 37/60
2029 (mốc): point 38/61
2030 (kế hoạch): point 19/61
2031 (sau đó): hollow 33/61
axis 1–63; target 38 over 2–3 "trên hạng 38"; zone 1–38; 0–1 dotted; 1–2 dotted; 2–3; 3–4 dotted`},
	{"rank awaiting", `2027 (tham khảo): hollow 22/63
2028 (tham khảo): hollow 37/60
2029 (mốc): point 38/61
2030 (kế hoạch): chờ công bố
axis 1–63; target 38 over 2–3 "trên hạng 38"; zone 1–38; 0–1 dotted; 1–2 dotted`},
	{"rank unknown", `2029 (mốc): chưa tìm thấy số liệu
2030 (kế hoạch): chưa tìm thấy số liệu
axis 1–2; Mục tiêu: cải thiện vị trí so với năm 2029`},
	{"rank early", `2028 (tham khảo): hollow 37/60
2029 (mốc): chờ công bố
2030 (kế hoạch): chờ công bố
axis 1–60; Mục tiêu: cải thiện vị trí so với năm 2029`},
	{"rank with a break", `2027 (tham khảo): hollow 22/63
2028 (tham khảo): hollow 37/60
2029 (mốc): point 38/61
2030 (kế hoạch): point 19/61
2031 (sau đó): hollow 33/61
axis 1–63; target 38 over 2–3 "trên hạng 38"; zone 1–38; 1–2 dotted; 2–3; 3–4 dotted`},
	{"tier", `2028 (tham khảo): hollow Tốt
2029 (): không có nhóm
2030 (kế hoạch): chưa tìm thấy số liệu
axis 0.5–3.5; target 2.5 over 0–2 "Mục tiêu: Nhóm Tốt"; zone 2.5–3.5`},
	{"tier unknown", `2030 (kế hoạch): chờ công bố
axis 0.5–3.5; target 2.5 over 0–0 "Mục tiêu: Nhóm Tốt"; zone 2.5–3.5`},
	{"exists", `Quý I (): chưa tìm thấy số liệu
6 tháng (đến 30/6): no Chưa có
Quý III (): chưa tìm thấy số liệu
Năm (đến 31/12): yes Có
axis 0–0; Mục tiêu: có ít nhất 1 đơn vị`},
}

func TestDescribe(t *testing.T) {
	all := samples()
	for _, p := range pictures {
		n := slices.IndexFunc(all, func(s sample) bool { return s.name == p.name })
		if got := picture(all[n].fixture.at(plan.VI, all[n].period)); got != p.want {
			t.Errorf("%s:\n%s\nwant:\n%s", p.name, got, p.want)
		}
	}
}

func TestTargetsAreOnTheAxis(t *testing.T) {
	each(t, func(t *testing.T, c Chart) {
		for _, l := range c.Targets {
			if l.At < c.Axis.Min || l.At > c.Axis.Max {
				t.Errorf("target %g lies outside %g–%g", l.At, c.Axis.Min, c.Axis.Max)
			}
		}
		if z := c.Zone; z != nil && (z.Low < c.Axis.Min || z.High > c.Axis.Max) {
			t.Errorf("zone %g–%g lies outside %g–%g", z.Low, z.High, c.Axis.Min, c.Axis.Max)
		}
	})
}

// TestRowsAreSlots: a row of the table for each slot, and in it the slot's figure or the word for its absence.
func TestRowsAreSlots(t *testing.T) {
	each(t, func(t *testing.T, c Chart) {
		if len(c.Table.Rows) != len(c.Slots) {
			t.Fatalf("%d rows, %d slots", len(c.Table.Rows), len(c.Slots))
		}
		for n, r := range c.Table.Rows {
			if len(r.Cells) != len(c.Table.Head) {
				t.Errorf("row %d has %d cells under %d heads", n, len(r.Cells), len(c.Table.Head))
			}
			if s := c.Slots[n]; (s.Mark == Gap) == (s.Gap == "") || (s.Mark == Gap) != (s.Text == "") {
				t.Errorf("slot %d has mark %q, text %q and gap word %q", n, s.Mark, s.Text, s.Gap)
			}
		}
		if c.Title == "" || c.Subtitle == "" || c.Description == "" || c.Source == "" {
			t.Errorf("something unsaid: %+v", c)
		}
	})
}

func TestGapWordsAccuseNobody(t *testing.T) {
	f := newFixture()
	f.plan.CompiledFrom = ""
	c := f.at(plan.EN, "h1")
	if c.Slots[0].Gap != "not reported" || c.Slots[2].Gap != "not yet due" {
		t.Errorf("a self-reporting plan says %q and %q", c.Slots[0].Gap, c.Slots[2].Gap)
	}
	if c = newFixture().at(plan.EN, "h1"); c.Slots[0].Gap != "no public figure" {
		t.Errorf("a compiled plan says %q", c.Slots[0].Gap)
	}
}

func TestVintagesAndLateFigures(t *testing.T) {
	f := newFixture().value("h1", "2030-06-26", "40").value("h1", "2030-06-26", "41").alone("q3", "2030-08", "50").alone("fy", "2030-08", "51").value("late", "2030-12-31", "60").value("base", "2029", "20")
	want := `Năm 2029 (): outline 20%, apart
Quý I (): chưa tìm thấy số liệu
6 tháng (đến 26/6): bar 41%
Quý III (): chưa tìm thấy số liệu
Năm (): chưa tìm thấy số liệu
Công bố sau năm kế hoạch (đến 31/12): bar 60%
Riêng tháng 8/2030 (): outline 51%, apart
axis 0–70; target 35 over 1–5 "Mục tiêu ≥ 35%"; zone 35–70`
	if got := picture(f.at(plan.VI, "late")); got != want {
		t.Errorf("%s\nwant:\n%s", got, want)
	}
}

func TestBreakdownsStandApart(t *testing.T) {
	f := newFixture().observe("fy", "2030-10", func(o *plan.Observation) {
		o.Value, o.Breakdown, o.Measure = plan.MustNumber("69.4"), "district", plan.PeriodAlone
	})
	c := f.at(plan.EN, "fy")
	if len(c.Slots) != 4 || len(c.Context.Rows) != 1 || strings.Join(c.Context.Rows[0].Cells, "|") != "October 2030 alone|District|69.4%" {
		t.Errorf("%d slots; context %+v", len(c.Slots), c.Context)
	}
}

func TestDescriptionIsShort(t *testing.T) {
	for _, s := range samples() {
		if s.name == "sixty periods" {
			d := s.fixture.at(plan.EN, s.period).Description
			if utf8.RuneCountInString(d) > longest || !strings.Contains(d, "First: ") || !strings.Contains(d, "highest: ") || !strings.Contains(d, "in the table below") {
				t.Error(d)
			}
		}
	}
}

func TestTables(t *testing.T) {
	rank := newFixture().papi()
	rank.plan.Snapshots[0].Observations[1].Value = plan.MustNumber("41.9441")
	for _, c := range []struct {
		chart Chart
		want  string
	}{
		{newFixture().value("h1", "2030-06-26", "42.79").alone("fy", "2030-10", "71.2").at(plan.EN, "q3"), `Period|Result|Target|Status
Q1|—|≥ 35%|No public figure found
6 months (as of 26 June 2030)|42.79%|≥ 35%|Met
Q3 alone|—|≥ 35%|No public figure found
Full year|—|≥ 35%|Not yet due`},
		{rank.at(plan.VI, "late"), `Năm|Hạng|Điểm|Tình trạng
2027|22/63|—|Tham khảo, không dùng để đánh giá
2028|37/60|41,9441|Tham khảo, không dùng để đánh giá
2029|38/61|—|Mốc so sánh
2030|19/61|—|Đạt
2031|33/61|—|Tham khảo, không dùng để đánh giá`},
		{newFixture().tiered().tier("base", "2028", "tot").at(plan.EN, "fy"), `Year|Tier|Status
2028|Good|Context, not judged
2030|awaiting|Awaiting publication`},
		{newFixture().existing().value("h1", "2030-06-30", "3").at(plan.EN, "h1"), `Period|Result|Target|Status
Q1|—|≥ 1 unit|No public figure found
6 months (as of 30 June 2030)|3 units|≥ 1 unit|Met
Q3 alone|—|≥ 1 unit|Not yet due
Full year|—|≥ 1 unit|Not yet due`},
	} {
		lines := []string{strings.Join(c.chart.Table.Head, "|")}
		for _, r := range c.chart.Table.Rows {
			lines = append(lines, strings.Join(r.Cells, "|"))
		}
		if got := strings.Join(lines, "\n"); got != c.want {
			t.Errorf("%s\nwant:\n%s", got, c.want)
		}
	}
}
