package chart

import (
	"bytes"
	"maps"
	"strings"
	"sync"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/segmentio/encoding/json"
)

// Option makes the ECharts option of a chart, as JSON that is safe inside a script element. Colours are the strings
// "var(--data)" and so on, to which the page's script gives values; every text is ready, no function formats any.
//
// There are two horizontal axes: one of categories, with the labels, for the figures; a hidden one that counts the
// categories from 0, for lines and areas from the edge of one slot to that of another.
func Option(c Chart) (string, error) {
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	err := json.NewEncoder(b).Encode(optionOf(&c))
	return strings.TrimSuffix(b.String(), "\n"), err
}

func optionOf(c *Chart) map[string]any {
	option := maps.Clone(common())
	option["aria"] = opts.Aria{Enabled: opts.Bool(true), Label: &opts.AriaLabel{Description: c.Description}}
	if c.Kind == Bars {
		partsOption(c, option)
	} else {
		slotsOption(c, option)
	}
	return option
}

// buffers are those of options that are done; they keep their room.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// common is what the options of all charts share, of go-echarts without what the site does not use.
var common = sync.OnceValue(func() map[string]any {
	shell := charts.NewLine()
	shell.SetGlobalOptions(charts.WithAnimation(false))
	shell.Validate()
	option := shell.JSON()
	for _, unused := range []string{"title", "legend", "toolbox"} {
		delete(option, unused)
	}
	option["color"] = []string{inPage.data}
	option["tooltip"] = rich{
		opts.Tooltip{Show: opts.Bool(true), Trigger: "item", BackgroundColor: inPage.bg2, BorderColor: inPage.rule2},
		"richText", true, opts.TextStyle{Color: inPage.ink, FontSize: 13, LineHeight: 19},
	}
	return option
})

// rich is the tooltip drawn as a picture: as HTML it would need style attributes, which the page does not allow.
type rich struct {
	opts.Tooltip
	RenderMode string         `json:"renderMode"`
	Confine    bool           `json:"confine"`
	TextStyle  opts.TextStyle `json:"textStyle"`
}

// slotsOption is the option of a chart whose slots stand side by side.
func slotsOption(c *Chart, option map[string]any) {
	o := newInteractive(c)
	series := []layer{o.ground(), o.figures(), o.edges()}
	if c.Kind == Columns {
		series = append(series, o.values(series[1]))
	}
	if superseded, any := o.superseded(); any {
		series = append(series, superseded)
	}
	option["series"] = series
	option["grid"] = []opts.Grid{o.grid(o.lines)}
	option["xAxis"] = []axis{
		categories(o.labels, o.every),
		{Type: "value", Min: 0, Max: len(o.labels)},
	}
	option["yAxis"] = []axis{{Type: "value", Min: c.Axis.Min, Max: c.Axis.Max, Inverse: c.Axis.Down}}
	option["media"] = o.widths()
}

// axis is an axis with ready labels; the line height of those is given: measured, it depends on a letter that few of the
// readers' fonts have.
type axis struct {
	Type     string         `json:"type"`
	Inverse  bool           `json:"inverse,omitempty"`
	Show     bool           `json:"show"`
	Min      any            `json:"min,omitempty"`
	Max      any            `json:"max,omitempty"`
	Data     []string       `json:"data,omitempty"`
	AxisTick *opts.AxisTick `json:"axisTick,omitempty"`
	AxisLine *opts.AxisLine `json:"axisLine,omitempty"`
	Label    *axisLabel     `json:"axisLabel,omitempty"`
}

type axisLabel struct {
	Interval   int    `json:"interval"` // how many are left out after each that is shown
	Color      string `json:"color"`
	FontSize   int    `json:"fontSize"`
	LineHeight int    `json:"lineHeight"`
}

// categories is the axis of the labels.
func categories(labels []string, interval int) axis {
	return axis{Type: "category", Show: true, Data: labels,
		AxisTick: &opts.AxisTick{Show: opts.Bool(false)},
		AxisLine: &opts.AxisLine{OnZero: opts.Bool(false), LineStyle: &opts.LineStyle{Color: inPage.rule2}},
		Label:    &axisLabel{interval, inPage.ink, labelSize, lineHeight}}
}

// layer is a series: what is used of that of go-echarts, and what it has no fields for: its place in the stack, and that
// of its lines and areas.
type layer struct {
	Type        string          `json:"type"`
	XAxisIndex  int             `json:"xAxisIndex,omitempty"`
	YAxisIndex  int             `json:"yAxisIndex,omitempty"`
	BarWidth    string          `json:"barWidth,omitempty"`
	BarMaxWidth string          `json:"barMaxWidth,omitempty"`
	Data        []item          `json:"data"`
	LineStyle   *opts.LineStyle `json:"lineStyle,omitempty"`
	Z           int             `json:"z"`
	Silent      bool            `json:"silent"`
	MarkLine    *marks          `json:"markLine,omitempty"`
	MarkArea    *marks          `json:"markArea,omitempty"`
	MinHeight   int             `json:"barMinHeight,omitempty"`  // of bars: that of a value of zero
	All         bool            `json:"showAllSymbol,omitempty"` // of points: in a crowd too, where ECharts would leave out those without a label
}

// ready makes a text that ECharts shows as it is: braces and bars are marks of its own.
func ready(s string) string { return marksOfECharts.Replace(s) }

var marksOfECharts = strings.NewReplacer("{", "(", "}", ")", "|", "/")
