package main

import (
	"bytes"
	"fmt"
	"math"
	"slices"
)

// line is what one generator cost at each size.
type line struct {
	name, what, class string
	sizes             []int
	seconds           []float64
}

// The chart's frame: both axes are logarithmic, so equal growth is an equal slope.
const (
	chartWidth, chartHeight               = 760, 440
	chartLeft, chartTop, chartR, chartLow = 64, 56, 230, 52
)

const chartHead = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 440" font-family="system-ui, sans-serif" font-size="13" role="img" aria-label="User seconds of a cold build over the number of indicators">
<style>
.ground { fill: #fff } text { fill: #24292f } .rule { stroke: #d0d7de } polyline, circle { fill: none; stroke-width: 2 }
.a, .b { stroke: #0b5fae } .c, .d { stroke: #8a4b00 } polyline.b { stroke-dasharray: 6 4 } polyline.d { stroke-dasharray: 2 4 }
@media (prefers-color-scheme: dark) { .ground { fill: #0d1117 } text { fill: #e6edf3 } .rule { stroke: #3d444d } .a, .b { stroke: #6cb6ff } .c, .d { stroke: #e0a458 } }
</style>
<rect class="ground" width="760" height="440"/>
<text x="16" y="24" font-size="15" font-weight="600">User seconds of a cold build, by the number of indicators</text>
<text x="16" y="42">Both axes are logarithmic; each number is a median of its rounds.</text>
`

// lines are the generators of the comparison, and our whole site.
func (m *measured) lines() []line {
	all := []line{{name: "Minh Bạch, the peers’ pages", what: "charts drawn", class: "a"}, {name: "Minh Bạch, whole site", what: "all products", class: "b"},
		{name: "Hugo", what: "no chart drawn", class: "c"}, {name: "Hugo + ECharts in node", what: "charts drawn", class: "d"}}
	for _, size := range m.peers.sizes() {
		for n, costs := range [][]cost{m.peers.of(ours, size).Cold, m.whole[size].costs, m.peers.of(hugo, size).Cold, m.peers.of(hugoSSR, size).Cold} {
			if len(costs) > 0 {
				all[n].sizes, all[n].seconds = append(all[n].sizes, size), append(all[n].seconds, middle(costs, userSeconds))
			}
		}
	}
	return slices.DeleteFunc(all, func(l line) bool { return len(l.sizes) == 0 })
}

// growth draws the lines as an SVG that stands on light and dark grounds.
func (m *measured) growth() []byte {
	lines, sizes := m.lines(), m.peers.sizes()
	low, high := math.Inf(1), math.Inf(-1)
	for _, l := range lines {
		low, high = min(low, slices.Min(l.seconds)), max(high, slices.Max(l.seconds))
	}
	across := scale(float64(sizes[0]), float64(sizes[len(sizes)-1]), chartLeft, chartWidth-chartR)
	up := scale(low*0.7, high*1.4, chartHeight-chartLow, chartTop)
	var b bytes.Buffer
	b.WriteString(chartHead)
	for e := math.Ceil(math.Log10(low * 0.7)); e <= math.Log10(high*1.4); e++ {
		y := up(math.Pow(10, e))
		fmt.Fprintf(&b, "<path class=\"rule\" d=\"M%d %.1fH%d\"/><text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%g s</text>\n", chartLeft, y, chartWidth-chartR, chartLeft-8, y+4, math.Pow(10, e))
	}
	for _, size := range sizes {
		fmt.Fprintf(&b, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>\n", across(float64(size)), chartHeight-chartLow+20, grouped(size))
	}
	fmt.Fprintf(&b, "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">indicators</text>\n", (chartLeft+chartWidth-chartR)/2, chartHeight-chartLow+40)
	slices.SortFunc(lines, func(a, b line) int { return int(1000 * (up(a.last()) - up(b.last()))) })
	below := 0.0
	for _, l := range lines {
		fmt.Fprintf(&b, "<polyline class=%q points=\"", l.class)
		for n, size := range l.sizes {
			fmt.Fprintf(&b, "%.1f,%.1f ", across(float64(size)), up(l.seconds[n]))
		}
		b.WriteString("\"/>\n")
		for n, size := range l.sizes {
			fmt.Fprintf(&b, "<circle class=%q cx=\"%.1f\" cy=\"%.1f\" r=\"3\"/>\n", l.class, across(float64(size)), up(l.seconds[n]))
		}
		x, said := across(float64(l.sizes[len(l.sizes)-1])), fmt.Sprintf("%s, %s s", l.what, figure(l.last()))
		if x < chartWidth-chartR { // it ends among the others, so its label stands above it
			fmt.Fprintf(&b, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%s, %s</text>\n", x+8, up(l.last())-14, l.name, said)
			continue
		}
		below = max(up(l.last())+4, below+36) // labels do not stand upon each other
		fmt.Fprintf(&b, "<text x=\"%.1f\" y=\"%.1f\">%s<tspan x=\"%.1f\" dy=\"16\">%s</tspan></text>\n", x+12, below, l.name, x+12, said)
	}
	b.WriteString("</svg>\n")
	return b.Bytes()
}

func (l line) last() float64 { return l.seconds[len(l.seconds)-1] }

// scale maps a logarithmic range onto a stretch of the drawing.
func scale(from, to, begin, end float64) func(float64) float64 {
	width := math.Log(to) - math.Log(from)
	if width == 0 {
		width = 1
	}
	return func(v float64) float64 { return begin + (math.Log(v)-math.Log(from))/width*(end-begin) }
}
