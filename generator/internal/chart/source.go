package chart

import (
	"slices"
	"strings"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// source names who published the figures that are shown, when, and what of them is sample.
func (s *subject) source() string {
	var names []string
	days := map[string][]plan.Date{}
	sample := false
	for _, o := range s.shown {
		sample = sample || o.Status == plan.Sample
		name := s.credit(o)
		if name == "" {
			continue
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
		if day := o.Source.Published.Date; day.Known() {
			days[name] = append(days[name], day)
		}
	}
	if len(names) == 0 {
		return s.searched()
	}
	for n, name := range names {
		names[n] += s.between(days[name])
	}
	line := s.say("Nguồn: ", "Source: ") + strings.Join(names, "; ") + "."
	if sample {
		line += s.say(" Hình kẻ chéo là số liệu mẫu, không phải kết quả thật.", " What is hatched is sample data, not a real result.")
	}
	return line
}

// credit is a figure's publisher and, where that is not the body that made it, how near it is to that.
func (s *subject) credit(o *derive.Observation) string {
	name := o.Source.Publisher.In(s.Lang)
	if c := o.Source.Confidence; name != "" && c != "" && c != "primary" {
		name += " (" + wording.Confidence(s.Lang, c) + ")"
	}
	return name
}

// between is the first and the last of some days, after a name.
func (s *subject) between(days []plan.Date) string {
	if len(days) == 0 {
		return ""
	}
	first, last := slices.MinFunc(days, plan.Date.Compare), slices.MaxFunc(days, plan.Date.Compare)
	if first == last {
		return ", " + lang.Date(s.Lang, first)
	}
	return ", " + lang.Date(s.Lang, first) + "–" + lang.Date(s.Lang, last)
}

// searched is the source line of a chart without a figure.
func (s *subject) searched() string {
	if s.Plan.Compiled() && s.Plan.Looked.Known() {
		day := lang.Date(s.Lang, s.Plan.Looked)
		return s.say("Chưa tìm thấy số liệu trong các nguồn công khai, tìm đến ngày "+day+".", "No figure was found in public sources, searched up to "+day+".")
	}
	return s.say("Chưa có số liệu.", "No figures yet.")
}

// breakdowns is the table of the figures for parts of the whole: not drawn, never judged.
func (s *subject) breakdowns() Table {
	t := Table{}
	for n := range s.known {
		o := &s.known[n]
		if o.Breakdown == "" || derive.Judges(s.indicator, o) {
			continue
		}
		name, dimension := s.breakdown(o.Breakdown)
		if t.Head == nil {
			t.Caption = s.say("Số liệu chi tiết, không dùng để đánh giá", "Breakdown, not judged")
			t.Head = []string{s.say("Thời gian", "Time"), dimension, s.say("Kết quả", "Result")}
		}
		value := s.ValueShort(s.indicator, o)
		if o.Suppressed != "" {
			value = s.SuppressedWhy()
		}
		t.Rows = append(t.Rows, Row{Cells: []string{s.AsOf(o), name, value}})
	}
	return t
}

func (s *subject) breakdown(id plan.BreakdownID) (name, dimension string) {
	for _, b := range s.Plan.Breakdowns {
		if b.ID == id {
			return b.Name.In(s.Lang), b.Dimension.In(s.Lang)
		}
	}
	return string(id), s.say("Phân tổ", "Breakdown")
}
