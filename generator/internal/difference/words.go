package difference

import (
	"strconv"
	"strings"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// Report is a difference in the words of a language.
type Report struct {
	Lang     plan.Lang
	Title    string
	Summary  string
	Sections []Section // those without items are left out
}

// Section is one kind of change.
type Section struct {
	Heading string
	Items   []Item
}

// Item is one change: what changed, and why.
type Item struct{ Text, Why string }

type speaker struct {
	lang plan.Lang
	d    *Difference
}

// Words says a difference in a language.
func (d *Difference) Words(l plan.Lang) Report {
	w := speaker{l, d}
	r := Report{Lang: l, Title: w.pick("Thay đổi từ ", "Changes from ") + w.mark(d.From) + w.pick(" đến ", " to ") + w.mark(d.To), Summary: w.summary()}
	add := func(vi, en string, items []Item) {
		if len(items) > 0 {
			r.Sections = append(r.Sections, Section{w.pick(vi, en), items})
		}
	}
	add("Không còn nữa", "Gone", w.gone())
	for _, c := range courses {
		add(courseNames[c].VI, courseNames[c].EN, w.standings(c))
	}
	add("Đính chính", "Revised", w.revised())
	add("Định nghĩa thay đổi", "Definitions changed", w.redefined())
	add("Số liệu mới", "New figures", w.figures())
	add("Chế độ báo cáo", "Reporting compliance", w.compliance())
	return r
}

var courseNames = map[Course]Text{
	Fell:    {"Lùi lại", "Fell back"},
	Expired: {"Đến hạn mà chưa đạt", "Due, and not reached"},
	Unknown: {"Không còn số liệu mới hoặc văn bản", "Not known any more"},
	Known:   {"Nay có kết quả", "Known now"},
	Other:   {"Thay đổi khác", "Changed otherwise"},
	Rose:    {"Tiến lên", "Moved up"},
}

func (w speaker) pick(vi, en string) string { return w.in(Text{vi, en}) }

func (w speaker) in(t Text) string { return plan.Text(t).In(w.lang) }

// mark is a side: its period, its cut-off, and what its figures are taken from.
func (w speaker) mark(m Mark) string {
	s := lang.Quote(w.in(m.Name)) + w.pick(" (chốt ", " (cut-off ") + w.day(m.Cutoff)
	switch {
	case m.Draft:
		s += w.pick(", bản nháp", ", draft")
	case m.Recorded:
		s += w.pick(", như đã công bố", ", as released")
	}
	return s + ")"
}

// summary counts what the sections list.
func (w speaker) summary() string {
	count := map[Course]int{}
	for _, s := range w.d.Standings {
		count[s.Course]++
	}
	var parts []string
	add := func(n int, vi, one, many string) {
		if n > 0 {
			parts = append(parts, lang.Int(w.lang, n)+" "+w.pick(vi, lang.Plural(n, one, many)))
		}
	}
	add(len(w.d.Gone), "mục không còn", "entry gone", "entries gone")
	add(count[Fell], "dòng lùi lại", "row fell back", "rows fell back")
	add(count[Expired], "dòng đến hạn mà chưa đạt", "row due and not reached", "rows due and not reached")
	add(count[Unknown], "dòng không còn số liệu mới hoặc văn bản", "row not known any more", "rows not known any more")
	add(count[Known], "dòng nay có kết quả", "row known now", "rows known now")
	add(count[Other], "dòng thay đổi khác", "row changed otherwise", "rows changed otherwise")
	add(count[Rose], "dòng tiến lên", "row moved up", "rows moved up")
	add(len(w.d.Revised), "đính chính", "value revised", "values revised")
	add(len(w.d.Redefined), "định nghĩa thay đổi", "definition changed", "definitions changed")
	add(len(w.d.New), "số liệu mới", "new figure", "new figures")
	if len(parts) == 0 {
		return w.pick("Không có thay đổi.", "Nothing changed.")
	}
	return wording.Upper(lang.Join(w.lang, parts)) + "."
}

func (w speaker) gone() []Item {
	var all []Item
	for _, g := range w.d.Gone {
		why := w.pick("không nêu lý do", "no reason is given")
		if !g.Reason.empty() {
			why = w.because(g.Reason)
		}
		all = append(all, Item{g.Say(w.lang), why})
	}
	return all
}

// Say says in a language what is gone.
func (g Gone) Say(l plan.Lang) string {
	w := speaker{lang: l}
	switch g.Kind {
	case "observations":
		return w.row(g.RowName) + ": " + w.value(g.Value) + " (" + w.reference(g.What) + ")"
	case "indicators", "tasks":
		return w.row(g.RowName) + w.pick(": dòng của kế hoạch", ": the row of the plan")
	case "periods":
		return w.pick("Kỳ ", "Period ") + lang.Quote(w.in(g.Name))
	case "stated_totals":
		return w.pick("Tổng số do báo cáo nêu: ", "Stated total: ") + g.What
	}
	return w.row(g.RowName) + w.pick(": văn bản ", ": document ") + g.What
}

// Say says in a language how a row stood, and how it stands.
func (s Standing) Say(l plan.Lang) string {
	before, after := wording.Status(l, derive.Status(s.Before)), wording.Status(l, derive.Status(s.After))
	if s.Task != "" {
		before, after = wording.Verdict(l, derive.Verdict(s.Before)), wording.Verdict(l, derive.Verdict(s.After))
	}
	return speaker{lang: l}.row(s.RowName) + ": " + before + " → " + after
}

func (w speaker) standings(c Course) []Item {
	var all []Item
	for _, s := range w.d.Standings {
		if s.Course != c {
			continue
		}
		why := w.in(s.Why)
		if !s.Reason.empty() {
			why = strings.TrimSpace(why + " " + wording.Upper(w.because(s.Reason)))
		}
		all = append(all, Item{s.Say(w.lang), why})
	}
	return all
}

func (w speaker) revised() []Item {
	var all []Item
	for _, r := range w.d.Revised {
		all = append(all, Item{w.row(r.RowName) + ": " + w.value(r.From) + " → " + w.value(r.To) + " (" + w.pick("kỳ ", "of ") + lang.Quote(w.in(r.Of)) + ")", w.because(r.Reason)})
	}
	return all
}

func (w speaker) redefined() []Item {
	var all []Item
	for _, r := range w.d.Redefined {
		why := w.because(r.Reason)
		if r.Document != "" {
			why += w.pick(", theo văn bản ", ", by document ") + r.Document
		}
		all = append(all, Item{w.row(r.RowName) + ": " + r.Definition + " " + r.From + " → " + r.To, why})
	}
	return all
}

// figures are the new ones, those of the parts of a whole counted with it.
func (w speaker) figures() []Item {
	var all []Item
	parts := map[string]int{}
	for _, f := range w.d.New {
		if !f.Part.empty() {
			parts[f.Indicator]++
		}
	}
	for _, f := range w.d.New {
		if !f.Part.empty() && parts[f.Indicator] == 0 {
			continue
		}
		if f.Part.empty() {
			all = append(all, Item{w.row(f.RowName) + ": " + w.value(f.Value) + " (" + w.reference(f.Reference) + w.context(f) + ")", ""})
			continue
		}
		n := parts[f.Indicator]
		parts[f.Indicator] = 0
		all = append(all, Item{w.row(f.RowName) + ": " + w.pick(strconv.Itoa(n)+" số liệu của các phần", strconv.Itoa(n)+lang.Plural(n, " figure of a part", " figures of parts")), ""})
	}
	return all
}

func (w speaker) context(f Figure) string {
	if f.Judged {
		return ""
	}
	return w.pick(", để tham khảo", ", for context")
}

var compliances = map[string]Text{
	"on_time": {"đúng hạn", "on time"},
	"late":    {"muộn", "late"},
	"partial": {"thiếu", "in part"},
	"missing": {"không có báo cáo", "missing"},
}

// compliance lists who did not report in time and in full, in the order of the registry, after how many did.
func (w speaker) compliance() []Item {
	n := 0
	var all []Item
	for _, r := range w.d.Compliance {
		if r.Verdict == "on_time" {
			n++
			continue
		}
		s := w.in(r.Name) + ": " + w.in(compliances[r.Verdict])
		if days, err := strconv.Atoi(r.DaysLate); err == nil {
			s += " " + w.pick(r.DaysLate+" ngày", "by "+r.DaysLate+lang.Plural(days, " day", " days"))
		}
		s += ", " + r.RowsReported + "/" + r.RowsDue + w.pick(" dòng", " rows")
		if r.Before != "" && r.Before != r.Verdict {
			s += w.pick(" (kỳ trước ", " (before: ") + w.in(compliances[r.Before]) + ")"
		}
		all = append(all, Item{s, ""})
	}
	if len(w.d.Compliance) == 0 {
		return nil
	}
	first := w.pick(strconv.Itoa(n)+"/"+strconv.Itoa(len(w.d.Compliance))+" cơ quan báo cáo đúng hạn và đủ", strconv.Itoa(n)+" of "+strconv.Itoa(len(w.d.Compliance))+" bodies reported on time and in full")
	return append([]Item{{first, ""}}, all...)
}
