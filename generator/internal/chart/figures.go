package chart

import (
	"slices"

	"github.com/go-echarts/go-echarts/v2/opts"
)

// item is a figure of the interactive chart; the value of a gap is "-".
type item struct {
	Value      any        `json:"value"`
	Symbol     string     `json:"symbol,omitempty"`
	SymbolSize float64    `json:"symbolSize,omitempty"`
	ItemStyle  *itemStyle `json:"itemStyle,omitempty"`
	Label      *itemLabel `json:"label,omitempty"`
	Tooltip    *tip       `json:"tooltip,omitempty"`
}

type tip struct {
	Formatter string `json:"formatter"`
}

// itemStyle adds stripes, for sample figures, and the dashed edge of what is not known.
type itemStyle struct {
	opts.ItemStyle
	BorderType string `json:"borderType,omitempty"`
	Decal      *decal `json:"decal,omitempty"`
}

type decal struct {
	Symbol     string  `json:"symbol"`
	Color      string  `json:"color"`
	DashArrayX []int   `json:"dashArrayX"`
	DashArrayY []int   `json:"dashArrayY"`
	Rotation   float64 `json:"rotation"`
}

// striped is the pattern of sample figures.
var striped = decal{"rect", inPage.data, []int{1, 0}, []int{2, 4}, 0.785}

// itemLabel adds the halo and a shift.
type itemLabel struct {
	opts.Label
	Offset          [2]int `json:"offset"`
	TextBorderColor string `json:"textBorderColor,omitempty"`
	TextBorderWidth int    `json:"textBorderWidth"`
}

// figures is the series of the figures: columns, or points without a line, which edges draws.
func (o *interactive) figures() layer {
	items := make([]item, len(o.labels))
	for n := range items {
		items[n].Value = "-"
	}
	for n, slot := range o.Slots {
		switch {
		case o.Kind == Tiles:
			items[o.at[n]] = o.tile(slot)
		case slot.Mark != Gap:
			items[o.at[n]] = o.item(n, slot)
		}
	}
	if o.Kind == Columns {
		return layer{Type: "bar", BarWidth: "56%", BarMaxWidth: "76", Data: items, Z: 2, MinHeight: stub}
	}
	return points(items)
}

// points is a series of points without a line between them; edges draws the lines.
func points(items []item) layer {
	return layer{Type: "line", Data: items, LineStyle: &opts.LineStyle{Width: 0.01, Opacity: opts.Float(0)}, Z: 5, All: true}
}

func (o *interactive) item(n int, slot Slot) item {
	position, shift := o.beside(n, slot)
	i := item{Value: slot.Value, ItemStyle: style(slot), Tooltip: &tip{ready(slot.Tip)}}
	if slot.Provisional && o.every > 0 { // the edge must leave something of a thin column
		i.ItemStyle.BorderWidth = 0.5
	}
	if slot.Strong || o.every == 0 {
		i.Label = &itemLabel{Label: opts.Label{Show: opts.Bool(true), Position: position, Formatter: ready(slot.Text), Color: inPage.ink, FontSize: labelSize},
			Offset: [2]int{0, shift}, TextBorderColor: inPage.bg, TextBorderWidth: 4}
		if slot.Strong {
			i.Label.FontWeight, i.Label.FontSize = "bold", 15
		}
	}
	if o.Kind != Columns {
		i.Symbol, i.SymbolSize = "circle", 11
		if slot.Strong {
			i.SymbolSize = 14
		}
	}
	return i
}

// values is the labels of columns, over the targets' lines, which lie over the columns.
func (o *interactive) values(figures layer) layer {
	items := slices.Clone(figures.Data)
	for n := range items {
		if i := &items[n]; i.Label != nil {
			i.Symbol, i.SymbolSize, i.ItemStyle, i.Tooltip = "circle", 1, &itemStyle{ItemStyle: opts.ItemStyle{Color: "transparent"}}, nil
			figures.Data[n].Label = nil
		} else {
			items[n] = item{Value: "-"}
		}
	}
	l := points(items)
	l.Silent = true
	return l
}

// superseded is the points of the values that were corrected, hollow; false without any.
func (o *interactive) superseded() (l layer, any bool) {
	items := make([]item, len(o.labels))
	for n := range items {
		items[n].Value = "-"
	}
	for n, slot := range o.Slots {
		if slot.Was != nil {
			any = true
			items[o.at[n]] = item{Value: slot.Was.Value, Symbol: "circle", SymbolSize: 2 * wasRadius,
				ItemStyle: &itemStyle{ItemStyle: opts.ItemStyle{Color: inPage.bg, BorderColor: inPage.data, BorderWidth: 2}}}
		}
	}
	return points(items), any
}

// beside is where the figure is written: over a column or the point of the plan's year; other points of a ladder have
// it at the right, under the line to the next where that rises, else over it.
func (o *interactive) beside(n int, slot Slot) (position string, shift int) {
	switch {
	case o.Kind == Columns && slot.Value < 0:
		return "bottom", 0
	case o.Kind == Tiers:
		return "right", 0
	case o.Kind == Columns || o.Kind == Lines || slot.Strong:
		return "top", 0
	}
	for _, l := range o.Links {
		if l.From == n && o.Slots[l.To].Value < slot.Value {
			return "right", 10
		}
	}
	return "right", -10
}

// tile is a slot of what exists or not, known or not.
func (o *interactive) tile(slot Slot) item {
	sign, ink := map[Mark]string{Yes: "✓", No: "○", Gap: "–"}[slot.Mark], inPage.data
	if slot.Mark == Yes && !slot.Apart {
		ink = inPage.bg
	}
	i := item{Value: 1, Symbol: "rect", SymbolSize: tile, ItemStyle: style(slot), Tooltip: &tip{ready(slot.Tip)}}
	i.Label = &itemLabel{Label: opts.Label{Show: opts.Bool(true), Position: "inside", Formatter: sign, Color: ink, FontSize: 24}}
	return i
}

func style(slot Slot) *itemStyle {
	hollow := opts.ItemStyle{Color: inPage.bg, BorderColor: inPage.data, BorderWidth: 2}
	switch {
	case slot.Mark == Gap:
		return &itemStyle{ItemStyle: opts.ItemStyle{Color: inPage.bg, BorderColor: inPage.rule2, BorderWidth: 2}, BorderType: "dashed"}
	case slot.Sample && (slot.Mark == Bar || slot.Mark == Outline):
		return &itemStyle{ItemStyle: hollow, Decal: &striped}
	case slot.Provisional && (slot.Mark == Bar || slot.Mark == Outline):
		return &itemStyle{ItemStyle: opts.ItemStyle{Color: inPage.data, BorderColor: inPage.bg, BorderWidth: 2}, BorderType: "dashed"}
	case slot.Sample || slot.Mark == Outline || slot.Mark == Hollow || slot.Mark == No || slot.Apart:
		return &itemStyle{ItemStyle: hollow}
	}
	return &itemStyle{ItemStyle: opts.ItemStyle{Color: inPage.data}}
}
