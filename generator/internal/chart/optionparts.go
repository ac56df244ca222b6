package chart

import (
	"strings"

	"github.com/go-echarts/go-echarts/v2/opts"
)

// partsOption is the option of a chart of parts: the categories run down the side, and a hidden axis beside them counts
// them from 0, for the ticks of the targets.
func partsOption(c *Chart, option map[string]any) {
	o := &interactive{Chart: c}
	option["series"] = []layer{o.partGround(), o.partBars(), o.partEdges()}
	option["grid"] = []any{o.partsGrid(Narrow)}
	option["xAxis"] = []axis{{Type: "value", Min: c.Axis.Min, Max: c.Axis.Max}}
	parts := categories(o.partLabels(Narrow), 0)
	parts.Inverse = true
	option["yAxis"] = []axis{parts, {Type: "value", Inverse: true, Min: 0, Max: len(c.Slots)}}
	option["media"] = []any{
		map[string]any{"query": map[string]any{"maxWidth": 600}, "option": o.partsAt(Narrow)},
		map[string]any{"option": o.partsAt(Wide)},
	}
}

func (o *interactive) partsAt(size Size) map[string]any {
	return map[string]any{"yAxis": []any{map[string]any{"data": o.partLabels(size)}}, "grid": []any{o.partsGrid(size)}}
}

// side is the room for the names at the side.
func side(size Size) float64 { return 0.36 * float64(size) }

func (o *interactive) partsGrid(size Size) map[string]any {
	return map[string]any{"left": int(side(size)) + 8, "right": 56, "top": 12, "bottom": 28}
}

// partLabels are the names, with the word of what is not known.
func (o *interactive) partLabels(size Size) []string {
	labels := make([]string, len(o.Slots))
	for n, slot := range o.Slots {
		lines := wrap(slot.Label, labelSize, false, side(size)-4)
		labels[n] = strings.Join(append(lines, wrap(slot.Gap, labelSize, false, side(size)-4)...), "\n")
	}
	return labels
}

func (o *interactive) partBars() layer {
	items := make([]item, len(o.Slots))
	for n, slot := range o.Slots {
		if items[n].Value = "-"; slot.Mark == Gap {
			continue
		}
		position := "right"
		if slot.Value < 0 {
			position = "left"
		}
		items[n] = item{Value: slot.Value, ItemStyle: style(slot), Tooltip: &tip{ready(slot.Tip)},
			Label: &itemLabel{Label: opts.Label{Show: opts.Bool(true), Position: position, Formatter: ready(slot.Text), Color: inPage.ink, FontSize: labelSize},
				TextBorderColor: inPage.bg, TextBorderWidth: 4}}
	}
	return layer{Type: "bar", BarWidth: "56%", BarMaxWidth: "24", Data: items, Z: 2, MinHeight: stub}
}

// acrossParts carries lines over the axis that counts the parts.
func acrossParts(lines *marks) layer {
	return layer{Type: "line", YAxisIndex: 1, Data: []item{}, Z: lines.Z, Silent: true, MarkLine: lines}
}

// partGround is the lines of the axis, with their labels at the foot.
func (o *interactive) partGround() layer {
	lines := &marks{Silent: true, Z: 1, Symbol: "none", Data: [][]mark{}}
	for _, t := range o.Axis.Ticks {
		lines.line(t.At, 0, t.At, float64(len(o.Slots)), inPage.rule, 1, "solid", labelled(t.Label, "end", inPage.ink2))
	}
	return acrossParts(lines)
}

// partEdges is the tick of each part's target over its ground.
func (o *interactive) partEdges() layer {
	lines := &marks{Silent: true, Z: 3, Symbol: "none", Data: [][]mark{}}
	for n, slot := range o.Slots {
		if slot.Aim != nil {
			top, foot := float64(n)+0.2, float64(n)+0.8
			lines.line(*slot.Aim, top, *slot.Aim, foot, inPage.bg, 7, "solid", unlabelled)
			lines.line(*slot.Aim, top, *slot.Aim, foot, inPage.ink, 3, "solid", unlabelled)
		}
	}
	return acrossParts(lines)
}
