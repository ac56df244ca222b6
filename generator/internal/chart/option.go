package chart

import (
	"encoding/json"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// Option makes the ECharts option of a chart, as JSON that is safe inside a script element. Colours are the strings
// "var(--data)" and so on, to which the page's script gives values; every text is ready, no function formats any.
//
// There are two horizontal axes: one of categories, with the labels, for the figures; a hidden one that counts the
// categories from 0, for lines and areas from the edge of one slot to that of another.
func Option(c Chart) ([]byte, error) {
	if c.Kind == Bars {
		return partsOption(c)
	}
	o := newInteractive(&c)
	_, lines := o.wrapped(Narrow)
	shell := charts.NewLine()
	shell.SetGlobalOptions(
		charts.WithAnimation(false),
		charts.WithTooltipOpts(opts.Tooltip{Show: opts.Bool(true), Trigger: "item", BackgroundColor: inPage.bg2, BorderColor: inPage.rule2}),
		charts.WithAriaOpts(&opts.Aria{Enabled: opts.Bool(true), Label: &opts.AriaLabel{Description: c.Description}}),
		charts.WithGridOpts(o.grid(lines)),
		charts.WithXAxisOpts(opts.XAxis{Type: "category",
			AxisTick: &opts.AxisTick{Show: opts.Bool(false)},
			AxisLine: &opts.AxisLine{OnZero: opts.Bool(false), LineStyle: &opts.LineStyle{Color: inPage.rule2}}}),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Min: c.Axis.Min, Max: c.Axis.Max, Inverse: opts.Bool(c.Axis.Down), Show: opts.Bool(false)}),
	)
	shell.SetXAxis(o.labels)
	shell.ExtendXAxis(opts.XAxis{Type: "value", Min: 0, Max: len(o.labels), Show: opts.Bool(false)})
	layers := []layer{o.ground(), o.figures(), o.edges()}
	if c.Kind == Columns {
		layers = append(layers, o.values(layers[1]))
	}
	if superseded, any := o.superseded(); any {
		layers = append(layers, superseded)
	}
	for _, l := range layers {
		shell.MultiSeries = append(shell.MultiSeries, l.SingleSeries)
	}
	shell.Validate()
	option := o.finish(shell.JSON(), layers)
	option["media"] = o.widths()
	if axes, ok := option["xAxis"].([]opts.XAxis); ok {
		labels := labelAxis{XAxis: axes[0]}
		labels.AxisLabel.Color, labels.AxisLabel.FontSize, labels.AxisLabel.LineHeight = inPage.ink, labelSize, lineHeight
		labels.AxisLabel.Interval = o.every
		option["xAxis"] = []any{labels, axes[1]}
	}
	return json.Marshal(option)
}

// layer is a series with what go-echarts has no fields for: its place in the stack, and that of its lines and areas.
type layer struct {
	charts.SingleSeries
	Z         int    `json:"z"`
	Silent    bool   `json:"silent"`
	MarkLine  *marks `json:"markLine,omitempty"`
	MarkArea  *marks `json:"markArea,omitempty"`
	MinHeight int    `json:"barMinHeight,omitempty"`  // of bars: that of a value of zero
	All       bool   `json:"showAllSymbol,omitempty"` // of points: in a crowd too, where ECharts would leave out those without a label
}

// rich is the tooltip drawn as a picture: as HTML it would need style attributes, which the page does not allow.
type rich struct {
	opts.Tooltip
	RenderMode string         `json:"renderMode"`
	Confine    bool           `json:"confine"`
	TextStyle  opts.TextStyle `json:"textStyle"`
}

// labelAxis is the axis of the labels. Their line height is given: measured, it depends on a letter that few of the
// readers' fonts have.
type labelAxis struct {
	opts.XAxis
	AxisLabel struct {
		Interval   int    `json:"interval"` // 0 shows all
		Color      string `json:"color"`
		FontSize   int    `json:"fontSize"`
		LineHeight int    `json:"lineHeight"`
	} `json:"axisLabel"`
}

// finish takes out what the site does not use and adds what go-echarts has no field for.
func (o *interactive) finish(option map[string]any, layers []layer) map[string]any {
	for _, unused := range []string{"title", "legend", "toolbox"} {
		delete(option, unused)
	}
	option["color"] = []string{inPage.data}
	option["series"] = layers
	if t, ok := option["tooltip"].(opts.Tooltip); ok {
		option["tooltip"] = rich{t, "richText", true, opts.TextStyle{Color: inPage.ink, FontSize: 13, LineHeight: 19}}
	}
	return option
}

// ready makes a text that ECharts shows as it is: braces and bars are marks of its own.
func ready(s string) string { return marksOfECharts.Replace(s) }

var marksOfECharts = strings.NewReplacer("{", "(", "}", ")", "|", "/")
