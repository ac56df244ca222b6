package main

import (
	"fmt"
	"math"
	"strings"
)

// goal is a figure that a build must stay below, and one that it should.
type goal struct {
	what      string
	must, aim float64
	unit      string // none of a ratio
	measured  float64
}

// measured is what one run found: the peers, and our own program beside them.
type measured struct {
	peers     comparison
	unchanged float64 // user seconds of a build after which nothing had changed, over the cold one
	shipped   []cost
	large     []cost           // 10,000 indicators
	whole     map[int]wholeRun // by the number of indicators
}

// wholeRun is our whole site, with all products, from the content of the peers.
type wholeRun struct {
	pages int
	costs []cost
}

func (m *measured) goals() []goal {
	p := m.peers
	cold := func(peer string, size int) []cost { return p.of(peer, size).Cold }
	largest := func(peer string) float64 { return highest(cold(peer, 3000), peakMB) }
	return []goal{
		{"300 indicators with drawn charts / Hugo without", 0.6, 0.4, "", paired(cold(ours, 300), cold(hugo, 300))},
		{"the same / Hugo with ECharts drawn in node", 0.07, 0.05, "", paired(cold(ours, 300), cold(hugoSSR, 300))},
		{"30 indicators / Hugo", 0.5, 0.3, "", paired(cold(ours, 30), cold(hugo, 30))},
		{"3,000 indicators / Hugo", 0.7, 0.45, "", paired(cold(ours, 3000), cold(hugo, 3000))},
		{"3,000 over 300, our own", 7, 6.3, "", paired(cold(ours, 3000), cold(ours, 300))},
		{"300, rebuilt after one changed observation / own cold build", 0.2, 0.1, "", paired(p.of(ours, 300).Rebuild, cold(ours, 300))},
		{"300, nothing changed / own cold build", 0.1, 0.03, "", m.unchanged},
		{"peak memory at 3,000 / Hugo", 0.35, 0.3, "", largest(ours) / largest(hugo)},
		{"the shipped site with all products, cold", 1, 0.6, " CPU s", middle(m.shipped, cpuSeconds)},
		{"10,000 indicators × 8 periods with all products, cold", 60, 30, " CPU s", middle(m.large, cpuSeconds)},
		{"the same, peak memory", 1000, 600, " MB", highest(m.large, peakMB)},
	}
}

// met says which of the two figures was reached.
func (g goal) met() string {
	switch {
	case math.IsNaN(g.measured):
		return "not measured"
	case g.measured <= g.aim:
		return "aim"
	case g.measured <= g.must:
		return "must"
	}
	return "**no**"
}

// table writes the goals, and then what every generator cost, as Markdown.
func (m *measured) table(head string) string {
	var b strings.Builder
	b.WriteString(head + "\n\n| what | must | aim | measured | met |\n|---|---:|---:|---:|---|\n")
	for _, g := range m.goals() {
		fmt.Fprintf(&b, "| %s | %g%s | %g%s | %s%s | %s |\n", g.what, g.must, g.unit, g.aim, g.unit, figure(g.measured), g.unit, g.met())
	}
	b.WriteString("\n| indicators | generator | pages | user s | × Hugo | CPU s | CPU ms a page | peak MB | rebuild user s |\n|---:|---|---:|---:|---:|---:|---:|---:|---:|\n")
	for _, size := range m.peers.sizes() {
		base := m.peers.of(hugo, size).Cold
		for _, r := range m.peers {
			if r.Size == size {
				row(&b, size, strings.TrimSpace(r.Title+" "+r.Version), r.Site.Pages, r.Cold, figure(paired(r.Cold, base)), figure(middle(r.Rebuild, userSeconds)))
			}
		}
		if w, ok := m.whole[size]; ok {
			row(&b, size, "Minh Bạch, the whole site with all products", w.pages, w.costs, "", "")
		}
	}
	return b.String()
}

func row(b *strings.Builder, size int, name string, pages int, costs []cost, ratio, rebuild string) {
	cpu := middle(costs, cpuSeconds)
	fmt.Fprintf(b, "| %s | %s | %s | %s | %s | %s | %s | %.0f | %s |\n", grouped(size), name, grouped(pages), figure(middle(costs, userSeconds)), ratio,
		figure(cpu), figure(1000*cpu/float64(pages)), highest(costs, peakMB), rebuild)
}

// figure has three digits that count, and no more than tell something.
func figure(v float64) string {
	switch {
	case math.IsNaN(v):
		return "–"
	case v < 0.1:
		return fmt.Sprintf("%.3f", v)
	case v < 10:
		return fmt.Sprintf("%.2f", v)
	case v < 100:
		return fmt.Sprintf("%.1f", v)
	}
	return fmt.Sprintf("%.0f", v)
}

func grouped(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", grouped(n/1000), n%1000)
}
