package chart

import (
	"strconv"
	"strings"

	"github.com/go-echarts/go-echarts/v2/opts"
)

// interactive is a chart laid out for ECharts.
type interactive struct {
	*Chart
	labels []string // of the categories of a narrow chart; an empty one keeps apart what does not judge
	lines  int      // of the longest of them
	at     []int    // the category of each slot
	every  int      // how many labels are left out after each that is shown
}

func newInteractive(c *Chart) *interactive {
	if c.Kind == Tiles {
		c.Axis = Axis{Min: 0, Max: 2}
	}
	o := &interactive{Chart: c}
	for n := range c.Slots {
		if n > 0 && c.Slots[n].Apart != c.Slots[n-1].Apart {
			o.at = append(o.at, o.at[n-1]+2)
		} else {
			o.at = append(o.at, len(o.at)+o.skipped())
		}
	}
	if slot := (float64(Narrow) - 40) / float64(o.categories()); slot < crowd {
		o.every = int(84 / slot)
	}
	o.labels, o.lines = o.wrapped(Narrow)
	return o
}

// skipped is the number of categories without a slot so far.
func (o *interactive) skipped() int {
	if n := len(o.at); n > 0 {
		return o.at[n-1] + 1 - n
	}
	return 0
}

func (o *interactive) categories() int { return max(len(o.at)+o.skipped(), 1) }

// wrapped is the labels of the categories for a width, and the lines of the longest.
func (o *interactive) wrapped(size Size) (labels []string, most int) {
	labels = make([]string, o.categories())
	room := max((float64(size)-48)/float64(len(labels)), 16)*float64(o.every+1) - 3
	for n, slot := range o.Slots {
		var lines []string
		parts := []string{slot.Label, slot.Sub, slot.Gap}
		if o.Kind == Tiles {
			parts = []string{slot.Label, slot.Sub, slot.Text, slot.Second, slot.Gap}
		}
		wide := room
		if slot.Apart { // its neighbour is empty
			wide *= 1.5
		}
		for _, s := range parts {
			lines = append(lines, wrap(s, labelSize, false, wide)...)
		}
		labels[o.at[n]] = strings.Join(lines, "\n")
		if n%(o.every+1) == 0 {
			most = max(most, len(lines))
		}
	}
	return labels, most
}

// Sizes of the labels under the plot, in pixels.
const (
	labelSize  = 12
	lineHeight = 16
)

// grid is the margins, fixed: there is no measuring of text that the drawing could follow.
func (o *interactive) grid(lines int) opts.Grid {
	left := 0.0
	for _, t := range o.Axis.Ticks {
		left = max(left, width(t.Label, labelSize, false))
	}
	px := func(v float64) string { return strconv.Itoa(int(v)) }
	return opts.Grid{Left: px(min(left, 140) + 14), Right: "16", Top: "44", Bottom: px(float64(lines*lineHeight) + 14)}
}

// widths gives the labels of the narrow and of the wide chart; ECharts changes from one to the other.
func (o *interactive) widths() []any {
	at := func(labels []string, most int) map[string]any {
		return map[string]any{"xAxis": []any{map[string]any{"data": labels}}, "grid": []any{o.grid(most)}}
	}
	return []any{
		map[string]any{"query": map[string]any{"maxWidth": 600}, "option": at(o.labels, o.lines)},
		map[string]any{"option": at(o.wrapped(Wide))},
	}
}
