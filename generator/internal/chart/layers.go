package chart

import (
	"strings"

	"github.com/go-echarts/go-echarts/v2/opts"
)

// marks is a markLine or a markArea.
type marks struct {
	Silent bool     `json:"silent"`
	Z      int      `json:"z"` // over what it lies
	Symbol string   `json:"symbol,omitempty"`
	Data   [][]mark `json:"data"`
}

// mark is an end of a line or a corner of an area, in categories and values; the first holds the style too.
type mark struct {
	Coord     [2]float64      `json:"coord"`
	LineStyle *opts.LineStyle `json:"lineStyle,omitempty"`
	ItemStyle *opts.ItemStyle `json:"itemStyle,omitempty"`
	Label     *markLabel      `json:"label,omitempty"`
}

// markLabel is the label of a line or an area; Distance is that from the line's end and from the line.
type markLabel struct {
	opts.Label
	TextBorderColor string `json:"textBorderColor,omitempty"`
	TextBorderWidth int    `json:"textBorderWidth,omitempty"`
	Distance        any    `json:"distance"` // of a line two numbers, of an area one
}

func labelled(text, position, colour string) *markLabel {
	return &markLabel{Label: opts.Label{Show: opts.Bool(text != ""), Formatter: ready(text), Position: position, Color: colour, FontSize: labelSize, LineHeight: lineHeight}, Distance: [2]int{5, 5}}
}

var unlabelled = &markLabel{Label: opts.Label{Show: opts.Bool(false)}}

func (m *marks) line(x0, y0, x1, y1 float64, colour string, width float32, dash string, label *markLabel) {
	style := &opts.LineStyle{Color: colour, Width: width, Type: dash}
	m.Data = append(m.Data, []mark{{Coord: [2]float64{x0, y0}, LineStyle: style, Label: label}, {Coord: [2]float64{x1, y1}}})
}

// carrier is a series without figures of its own that carries lines and areas over the counting axis.
func carrier(z int, lines, areas *marks) layer {
	return layer{Type: "line", XAxisIndex: 1, Data: []item{}, Z: z, Silent: true, MarkLine: lines, MarkArea: areas}
}

// ground is what lies under the figures: the lines of the axis with their labels, the ladders, the zone.
func (o *interactive) ground() layer {
	lines := &marks{Silent: true, Z: 1, Symbol: "none", Data: [][]mark{}}
	for _, t := range o.Axis.Ticks {
		colour := inPage.rule
		if o.Kind == Tiers {
			colour = "transparent"
		}
		lines.line(0, t.At, float64(len(o.labels)), t.At, colour, 1, "solid", labelled(t.Label, "start", inPage.ink2))
	}
	for n, slot := range o.Slots {
		x := float64(o.at[n]) + 0.5
		if slot.Mark == Gap && (o.Kind == Ladder || o.Kind == Tiers) {
			lines.line(x, o.Axis.Min, x, o.Axis.Max, inPage.rule2, 1.5, "dotted", unlabelled)
		} else if o.Kind == Ladder {
			lines.line(x, o.foot(n), x, o.last(slot), inPage.rule2, 2, "solid", unlabelled)
		}
	}
	areas := &marks{Silent: true, Data: [][]mark{}}
	if z := o.Zone; z != nil && z.From >= 0 && z.Low < z.High {
		word := labelled(z.Word, "insideTop", inPage.ink2)
		word.Distance = 5
		if z.High-z.Low < 0.15*(o.Axis.Max-o.Axis.Min) {
			word = unlabelled
		}
		areas.Data = append(areas.Data, []mark{
			{Coord: [2]float64{float64(o.at[z.From]), z.Low}, ItemStyle: &opts.ItemStyle{Color: inPage.zone}, Label: word},
			{Coord: [2]float64{float64(o.at[z.To] + 1), z.High}}})
	}
	return carrier(1, lines, areas)
}

// foot is where a ladder begins to be seen: under the zone of the plan's year.
func (o *interactive) foot(n int) float64 {
	if z := o.Zone; z != nil && z.To == n {
		return min(z.High, o.last(o.Slots[n])) // a place to beat may lie beyond the last
	}
	return 1
}

// last is where a ladder ends: at its last place, or where the axis does when that is not known.
func (o *interactive) last(slot Slot) float64 {
	if slot.Last > 0 {
		return slot.Last
	}
	return o.Axis.Max
}

// edges is what lies over columns and under points: the breaks, the links, and each target's line over its ground.
func (o *interactive) edges() layer {
	lines := &marks{Silent: true, Z: 3, Symbol: "none", Data: [][]mark{}}
	for _, b := range o.Breaks {
		x := float64(o.at[b.Before])
		lines.line(x, o.Axis.Min, x, o.Axis.Max, inPage.rule2, 1.5, "dotted", unlabelled)
	}
	for _, l := range o.Links {
		width, dash := float32(2), "solid"
		if l.Dotted {
			width, dash = 1.5, "dotted"
		}
		lines.line(float64(o.at[l.From])+0.5, o.Slots[l.From].Value, float64(o.at[l.To])+0.5, o.Slots[l.To].Value, inPage.data, width, dash, unlabelled)
	}
	for n, slot := range o.Slots {
		if slot.Was != nil {
			x := float64(o.at[n]) + 0.5
			lines.line(x, slot.Was.Value, x, slot.Value, inPage.ink2, 1.5, "solid", unlabelled)
		}
	}
	for _, t := range o.Targets {
		if t.From < 0 {
			continue
		}
		x0, x1 := float64(o.at[t.From]), float64(o.at[t.To]+1)
		if o.Kind == Ladder {
			x0 += 0.5
		}
		label := o.name(t)
		lines.line(x0, t.At, x1, t.At, inPage.bg, 5, "solid", unlabelled)
		lines.line(x0, t.At, x1, t.At, inPage.ink, 2, "dashed", label)
	}
	return carrier(3, lines, nil)
}

// name is the label of a target's line: over the end at which no figure stands, else over the figures.
func (o *interactive) name(t Line) *markLabel {
	if o.Kind == Tiers {
		return unlabelled
	}
	lines := wrap(t.Label, labelSize, true, 0.7*float64(Narrow))
	l := labelled(strings.Join(lines, "\n"), "insideEndTop", inPage.ink)
	l.FontWeight, l.TextBorderColor, l.TextBorderWidth = "bold", inPage.bg, 4
	if (o.Kind == Columns || o.Kind == Lines) && o.Slots[t.To].Mark != Gap {
		if l.Position = "insideStartTop"; o.Slots[t.From].Mark != Gap {
			l.Distance = [2]int{5, 22}
		}
	}
	return l
}
