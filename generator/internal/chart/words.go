package chart

import (
	"slices"
	"strings"
	"unicode/utf8"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

func (s *subject) caption() string { return s.say("Số liệu của hình", "Figures of the chart") }

// subtitle names what is measured, its unit, the place and the time.
func (s *subject) subtitle(c *Chart) string {
	parts := []string{s.indicator.Short.In(s.Lang)}
	switch c.Kind {
	case Ladder:
		parts = append(parts, s.say("xếp hạng, hạng 1 là tốt nhất", "rank, 1st is the best"))
	case Tiers:
		parts = append(parts, s.say("nhóm xếp loại", "tier"))
	case Columns, Lines, Bars:
		if unit := s.unit(); unit != "" {
			parts = append(parts, unit)
		}
		if m := s.indicator.Measure; m == plan.Cumulative || m == plan.PeriodAlone || m == plan.Increment || m == plan.Forecast {
			parts = append(parts, wording.Measure(s.Lang, m))
		}
	}
	return strings.Join(parts, ", ") + " · " + s.Plan.Place.In(s.Lang) + ", " + s.time(c)
}

func (s *subject) unit() string {
	if s.indicator.Value == plan.Percent {
		return "%"
	}
	return s.indicator.Unit.In(s.Lang)
}

// time is the target's reference; of ladders and tiers the years that they span.
func (s *subject) time(c *Chart) string {
	if n := len(c.Slots); n > 1 && (c.Kind == Ladder || c.Kind == Tiers || c.Kind == Lines) {
		return c.Slots[0].Label + "–" + c.Slots[n-1].Label
	}
	if t := s.result.Target(); t != nil && t.Target.Reference.Known() {
		return lang.Reference(s.Lang, t.Target.Reference)
	}
	return lang.Int(plan.VI, int(s.Plan.Start.Year))
}

var forms = map[Kind]plan.Text{
	Columns: {VI: "Biểu đồ cột", EN: "Column chart"},
	Ladder:  {VI: "Biểu đồ thứ hạng, hạng 1 ở trên", EN: "Rank chart, 1st at the top"},
	Tiers:   {VI: "Biểu đồ nhóm xếp loại, nhóm thấp nhất ở dưới", EN: "Tier chart, the lowest at the bottom"},
	Lines:   {VI: "Biểu đồ đường", EN: "Line chart"},
	Tiles:   {VI: "Mỗi kỳ một ô", EN: "One tile for each period"},
	Bars:    {VI: "Biểu đồ thanh ngang", EN: "Bar chart"},
}

// longest is the number of characters from which a description is shortened.
const longest = 300

// description is what a screen reader says after the title: the form, then each slot with its value or word, then the
// target. A long one keeps the first, the last and the best and points to the table.
func (s *subject) description(c *Chart) string {
	head := forms[c.Kind].In(s.Lang) + ", " + s.time(c) + ". "
	tail := "."
	if t := s.targets(c); t != "" {
		tail = ". " + t + "."
	}
	var all []string
	for _, slot := range c.Slots {
		all = append(all, spoken(slot))
	}
	d := head + strings.Join(all, "; ") + tail
	if utf8.RuneCountInString(d) <= longest || len(all) <= 2 {
		return d
	}
	d = head + s.say("Đầu: ", "First: ") + all[0] + s.say("; cuối: ", "; last: ") + all[len(all)-1]
	if best := best(c); best >= 0 {
		d += s.say("; cao nhất: ", "; highest: ") + all[best]
	}
	return d + tail + s.say(" Đầy đủ trong bảng bên dưới.", " All figures are in the table below.")
}

func spoken(slot Slot) string {
	what := slot.Gap
	if slot.Mark != Gap {
		what = slot.Text
		if slot.Second != "" {
			what += ", " + slot.Second
		}
	}
	if slot.AimText != "" {
		what += ", " + slot.AimText
	}
	return withSub(slot) + ": " + what
}

// best is the slot of the highest value, on a ladder of the smallest number; -1 without any.
func best(c *Chart) int {
	found := -1
	for n, slot := range c.Slots {
		if slot.Mark == Gap {
			continue
		}
		if found < 0 || slot.Value != c.Slots[found].Value && slot.Value < c.Slots[found].Value == c.Axis.Down {
			found = n
		}
	}
	return found
}

func (s *subject) targets(c *Chart) string {
	var all []string
	for _, t := range c.Targets {
		if t.Label != "" {
			all = append(all, t.Label)
		}
	}
	if c.Statement != "" {
		all = append(all, c.Statement)
	}
	said := strings.Join(all, "; ")
	if c.Kind == Ladder && len(c.Targets) > 0 {
		return s.say("Mục tiêu: ", "Target: ") + said
	}
	return said
}

// tip is the text of a slot's tooltip: lines, such as when, how much and the target, then the source.
func (s *subject) tip(o *derive.Observation, lines ...string) string {
	if o != nil {
		if by := o.Source.Publisher.In(s.Lang); by != "" {
			lines = append(lines, s.say("Nguồn: ", "Source: ")+by)
		}
	}
	return strings.Join(slices.DeleteFunc(lines, func(l string) bool { return l == "" }), "\n")
}

// aimed is the target's line of a tooltip; empty without a target.
func (s *subject) aimed(target string) string {
	if target == "" || target == "—" {
		return ""
	}
	return s.say("Mục tiêu ", "Target ") + target
}
