package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// corpus writes one invented plan: n indicators, a fifth as many tasks, so many quarters, in areas of the reform.
type corpus struct {
	r       *rand.Rand
	dir     string
	n       int
	periods int
	parts   int // into which each figure is broken down
	err     error
}

const areas, agencies = 7, 24

// generate writes a content folder; dir must not exist yet, or be empty.
func generate(dir string, n, periods, parts int) error {
	c := &corpus{r: rand.New(rand.NewPCG(uint64(n), uint64(periods))), dir: dir, n: n, periods: periods, parts: parts}
	c.write("site.yaml", "name: {vi: Số liệu giả lập, en: Synthetic data}\npublisher: {vi: Bài đo tốc độ, en: Speed measurement}\nlicence: {id: CC0-1.0, name: {vi: CC0 1.0, en: CC0 1.0}, url: \"https://creativecommons.org/publicdomain/zero/1.0/\"}\n")
	c.agencies()
	c.plan()
	c.printed()
	for i := range n {
		c.indicator(i)
	}
	for t := range c.tasks() {
		c.task(t)
	}
	for p := range periods {
		c.snapshot(p)
	}
	for a := range areas {
		c.narrative(a)
	}
	return c.err
}

func (c *corpus) tasks() int { return c.n / 5 }

func (c *corpus) write(name, text string) {
	path := filepath.Join(c.dir, filepath.FromSlash(name))
	if c.err == nil {
		c.err = os.MkdirAll(filepath.Dir(path), 0o755)
	}
	if c.err == nil {
		c.err = os.WriteFile(path, []byte(text), 0o644)
	}
}

func (c *corpus) agencies() {
	var b strings.Builder
	b.WriteString("agencies:\n")
	for i := range agencies {
		fmt.Fprintf(&b, "  - {id: co-quan-%d, name: {vi: Cơ quan giả lập số %d, en: Synthetic agency %d}, level: province}\n", i, i, i)
	}
	c.write("agencies.yaml", b.String())
}

func (c *corpus) plan() {
	var b strings.Builder
	fmt.Fprintf(&b, "title: {vi: Kế hoạch giả lập, en: Synthetic plan}\nshort: {vi: Kế hoạch giả lập, en: Synthetic plan}\nplace: {vi: Nơi giả lập, en: Synthetic place}\n")
	fmt.Fprintf(&b, "decision: {number: 1/GL, date: 2029-12-31}\nissuer: {vi: Cơ quan giả lập, en: Synthetic body}\nstart: 2030-01-01\nend: %s\n", c.cutoff(c.periods-1))
	fmt.Fprintf(&b, "annexes:\n  indicators: {name: {vi: Phụ lục 1, en: Annex 1}, rows: %d}\n  tasks: {name: {vi: Phụ lục 2, en: Annex 2}, rows: %d}\nareas:\n", c.n, c.tasks())
	for a := range areas {
		fmt.Fprintf(&b, "  - {id: a%d, number: \"%d\", name: {vi: Lĩnh vực giả lập %d, en: Synthetic area %d}}\n", a, a, a, a)
	}
	for d := range c.parts {
		if d == 0 {
			b.WriteString("breakdowns:\n")
		}
		fmt.Fprintf(&b, "  - {id: xa-%d, dimension: {vi: Xã, en: Commune}, name: {vi: Xã giả lập %d, en: Synthetic commune %d}}\n", d, d, d)
	}
	b.WriteString("periods:\n")
	for p := range c.periods {
		fmt.Fprintf(&b, "  - {id: %s, name: {vi: \"Quý %d/%d\", en: Q%d %d}, kind: report, cumulative: true, cutoff: %s, due: %s}\n",
			period(p), p%4+1, 2030+p/4, p%4+1, 2030+p/4, c.cutoff(p), c.cutoff(p))
	}
	c.write("plans/2030/plan.yaml", b.String())
}

func period(p int) string { return fmt.Sprintf("%d-q%d", 2030+p/4, p%4+1) }

func (c *corpus) cutoff(p int) string {
	return fmt.Sprintf("%d-%s", 2030+p/4, []string{"03-31", "06-30", "09-30", "12-31"}[p%4])
}

func (c *corpus) printed() {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Write([]string{"annex", "id", "number", "name", "target_or_product", "time", "monitoring_or_lead", "executing_or_coordinating"})
	for i := range c.n {
		w.Write([]string{"indicators", fmt.Sprintf("i%d", i), fmt.Sprint(i), name(i), fmt.Sprintf("%d%%", target(i)), "", "Cơ quan giả lập", "Các cơ quan giả lập"})
	}
	for t := range c.tasks() {
		w.Write([]string{"tasks", fmt.Sprintf("t%d", t), fmt.Sprint(t), "Nhiệm vụ: " + name(t), "Kế hoạch", "Quý II", "Cơ quan giả lập", ""})
	}
	w.Flush()
	c.write("plans/2030/printed.csv", b.String())
}

func name(i int) string {
	return fmt.Sprintf("Tỷ lệ hồ sơ thủ tục hành chính thuộc nhóm giả lập số %d được tiếp nhận, giải quyết và trả kết quả trên môi trường mạng đúng thời hạn quy định", i)
}

func target(i int) int { return 40 + i*7%60 }

func (c *corpus) indicator(i int) {
	c.write(fmt.Sprintf("plans/2030/indicators/i%d.yaml", i), fmt.Sprintf(`level: indicator
area: a%d
name: {vi: "%s", en: "Share of applications of synthetic group %d received, settled and answered online within the time allowed"}
short: {vi: Hồ sơ trực tuyến nhóm %d, en: Online applications group %d}
meaning: {vi: "Trong 100 hồ sơ giả lập, bao nhiêu hồ sơ được giải quyết trực tuyến đúng hạn.", en: "Of every 100 synthetic applications, how many are settled online in time."}
clause: Phụ lục 1
value: percent
direction: up
measure: cumulative
monitoring: [co-quan-%d]
executing: [co-quan-%d]
targets:
  - {id: t1, kind: at_least, value: %d, reference: 2030..%d, due: %s, valid_from: 2029-12-31, set_by: 1/GL}
`, i*areas/c.n, name(i), i, i, i, i%agencies, (i+5)%agencies, target(i), 2030+(c.periods-1)/4, c.cutoff(c.periods-1)))
}

func (c *corpus) task(t int) {
	c.write(fmt.Sprintf("plans/2030/tasks/t%d.yaml", t), fmt.Sprintf(`level: task
area: a%d
name: {vi: "Nhiệm vụ: %s", en: "Task %d: a synthetic plan for the group"}
short: {vi: Nhiệm vụ giả lập %d, en: Synthetic task %d}
product: {vi: Kế hoạch, en: A plan}
clause: Phụ lục 2
lead: [co-quan-%d]
milestones:
  - {id: m1, due: 2030-06-30}
`, t*areas/max(c.tasks(), 1), name(t), t, t, t, t%agencies))
}

func (c *corpus) snapshot(p int) {
	var b strings.Builder
	fmt.Fprintf(&b, "cutoff: %s\nstatus: sample\nreleased: %s\nsources:\n  bao-cao: {title: Báo cáo giả lập, publisher: {vi: Cơ quan giả lập, en: Synthetic body}, url: \"https://example.org/\", published: %s, confidence: primary}\nobservations:\n", c.cutoff(p), c.cutoff(p), c.cutoff(p))
	for i := range c.n {
		if c.r.IntN(20) == 0 {
			continue
		}
		done := 200 + c.r.IntN(700) + p*10
		fmt.Fprintf(&b, "  - {indicator: i%d, reference: %s, measure: cumulative, value: %.1f, numerator: %d, denominator: 1000, comparable: full, source: bao-cao, note: {vi: Số liệu giả lập của bài đo., en: Synthetic figure of the measurement.}}\n",
			i, c.cutoff(p), float64(done)/10, done)
		for d := range c.parts {
			done := c.r.IntN(1000)
			fmt.Fprintf(&b, "  - {indicator: i%d, reference: %s, breakdown: xa-%d, value: %.1f, comparable: full, source: bao-cao}\n", i, c.cutoff(p), d, float64(done)/10)
		}
	}
	b.WriteString("task_reports:\n")
	for t := range c.tasks() {
		fmt.Fprintf(&b, "  - {task: t%d, state: in_progress, source: bao-cao}\n", t)
	}
	c.write("plans/2030/snapshots/"+period(p)+".yaml", b.String())
}

func (c *corpus) narrative(a int) {
	c.write(fmt.Sprintf("plans/2030/narrative/linh-vuc-%d.vi.md", a), fmt.Sprintf("---\ntitle: Lĩnh vực giả lập %d\norder: %d\nabout: \"Mục %d\"\n---\n%s\n", a, a+1, a, strings.Repeat("Đoạn văn giả lập dùng để đo tốc độ, không nói về nơi nào có thật.\n\n", 5)))
	c.write(fmt.Sprintf("plans/2030/narrative/linh-vuc-%d.en.md", a), fmt.Sprintf("---\ntitle: Synthetic area %d\norder: %d\nabout: \"Section %d\"\n---\n%s\n", a, a+1, a, strings.Repeat("A synthetic paragraph for measuring speed; it speaks of no real place.\n\n", 5)))
}
