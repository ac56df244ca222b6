// Command convert writes the corpus of the peers' benchmark as content of this program: convert CORPUS DIR.
//
// It takes what every peer shows: areas, agencies, periods, indicators with one target, observations with their notes,
// and the narrative of the areas. A figure that was not reported is declared with its reason. The tasks are left out.
package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"log"
	"math"
	"os"
	"path/filepath"
	"strings"

	"gopkg.in/yaml.v3"
)

type text map[string]string // by language

type named struct {
	ID          string
	Name, Label text
	Cutoff      string
}

type indicator struct {
	ID, Number, Area, Lead string
	Name, Definition, Unit text
	Baseline               *float64
	Target                 float64
	UpIsGood               bool `json:"up_is_good"`
}

type observation struct {
	Indicator, Period             string
	Value, Numerator, Denominator *float64
	Note                          text
}

type corpus struct {
	Title                    text
	Areas, Agencies, Periods []named
	Indicators               []indicator
	observations             map[string][]observation // by period
}

// entry is a mapping of YAML.
type entry map[string]any

const plan = "plans/2030/"

func main() {
	log.SetFlags(0)
	log.SetPrefix("convert: ")
	if len(os.Args) != 3 {
		log.Fatal("usage: convert CORPUS DIR")
	}
	c, err := read(os.Args[1])
	if err == nil {
		err = c.write(&folder{to: os.Args[2]}, os.Args[1])
	}
	if err != nil {
		log.Fatal(err)
	}
}

func read(dir string) (*corpus, error) {
	c := &corpus{observations: map[string][]observation{}}
	var all []observation
	for name, into := range map[string]any{"plan.json": c, "observations.json": &all} {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return nil, err
		}
		if err := json.Unmarshal(b, into); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	for _, o := range all {
		c.observations[o.Period] = append(c.observations[o.Period], o)
	}
	return c, nil
}

// folder is written file by file until one fails.
type folder struct {
	to  string
	err error
}

func (f *folder) file(name string, body []byte) {
	path := filepath.Join(f.to, filepath.FromSlash(name))
	if f.err == nil {
		f.err = os.MkdirAll(filepath.Dir(path), 0o755)
	}
	if f.err == nil {
		f.err = os.WriteFile(path, body, 0o644)
	}
}

func (f *folder) yaml(name string, v entry) {
	if f.err != nil {
		return
	}
	var body []byte
	if body, f.err = yaml.Marshal(v); f.err == nil {
		f.file(name, body)
	}
}

func (c *corpus) write(f *folder, from string) error {
	f.yaml("site.yaml", entry{"name": c.Title, "publisher": text{"vi": "Bài đo tốc độ", "en": "Speed measurement"}})
	var agencies []entry
	for _, a := range c.Agencies {
		agencies = append(agencies, entry{"id": a.ID, "name": a.Name, "level": "province"})
	}
	f.yaml("agencies.yaml", entry{"agencies": agencies})
	c.plan(f)
	c.printed(f)
	for _, i := range c.Indicators {
		c.indicator(f, i)
	}
	for _, p := range c.Periods {
		c.snapshot(f, p)
	}
	for n, a := range c.Areas {
		for _, lang := range []string{"vi", "en"} {
			if err := narrative(f, from, n, a, lang); err != nil {
				return err
			}
		}
	}
	return f.err
}

func (c *corpus) end() string { return c.Periods[len(c.Periods)-1].Cutoff }

func (c *corpus) plan(f *folder) {
	invented := text{"vi": "Nơi giả lập", "en": "Synthetic place"}
	var areas, periods []entry
	for n, a := range c.Areas {
		areas = append(areas, entry{"id": a.ID, "number": fmt.Sprint(n + 1), "name": a.Name})
	}
	for _, p := range c.Periods {
		periods = append(periods, entry{"id": p.ID, "name": p.Label, "kind": "report", "cumulative": true, "cutoff": day(p.Cutoff), "due": day(p.Cutoff)})
	}
	annex := func(vi, en string, rows int) entry { return entry{"name": text{"vi": vi, "en": en}, "rows": rows} }
	f.yaml(plan+"plan.yaml", entry{"title": c.Title, "short": c.Title, "place": invented, "issuer": invented,
		"decision": entry{"number": "1/GL", "date": day("2029-12-31")}, "start": day("2030-01-01"), "end": day(c.end()),
		"annexes": entry{"indicators": annex("Phụ lục 1", "Annex 1", len(c.Indicators)), "tasks": annex("Phụ lục 2", "Annex 2", 0)},
		"areas":   areas, "periods": periods})
}

// day is a date that YAML reads as one: not in quotes.
func day(s string) *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!timestamp", Value: s} }

func (c *corpus) printed(f *folder) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	rows := [][]string{{"annex", "id", "number", "name", "target_or_product", "time", "monitoring_or_lead", "executing_or_coordinating"}}
	for _, i := range c.Indicators {
		rows = append(rows, []string{"indicators", i.ID, i.Number, i.Name["vi"], fmt.Sprint(i.Target), "", c.agency(i.Lead), ""})
	}
	if err := w.WriteAll(rows); err != nil {
		f.err = err
	}
	f.file(plan+"printed.csv", b.Bytes())
}

func (c *corpus) agency(id string) string {
	for _, a := range c.Agencies {
		if a.ID == id {
			return a.Name["vi"]
		}
	}
	return ""
}

func (c *corpus) indicator(f *folder, i indicator) {
	target := entry{"id": "t1", "kind": "at_most", "value": i.Target, "reference": "2030.." + c.end()[:4], "due": day(c.end()),
		"valid_from": day("2029-12-31"), "set_by": "1/GL"}
	direction, value := "down", "number"
	if i.UpIsGood {
		direction, target["kind"] = "up", "at_least"
	}
	if i.Baseline != nil {
		target["baseline"] = entry{"reference": 2029, "value": *i.Baseline}
	}
	v := entry{"level": "indicator", "area": i.Area, "name": i.Name, "meaning": i.Definition, "clause": i.Number, "direction": direction, "measure": "level",
		"short":      text{"vi": "Chỉ tiêu " + i.Number, "en": "Indicator " + i.Number},
		"monitoring": []string{i.Lead}, "executing": []string{i.Lead}, "targets": []entry{target}}
	if i.Unit["en"] == "%" {
		value = "percent"
	} else {
		v["unit"] = i.Unit
	}
	v["value"] = value
	f.yaml(plan+"indicators/"+i.ID+".yaml", v)
}

func (c *corpus) snapshot(f *folder, p named) {
	var observed, missing []entry
	for _, o := range c.observations[p.ID] {
		if o.Value == nil {
			missing = append(missing, entry{"indicator": o.Indicator, "reason": o.Note})
			continue
		}
		v := entry{"indicator": o.Indicator, "reference": day(p.Cutoff), "value": *o.Value, "comparable": "full", "source": "report"}
		if o.agrees() {
			v["numerator"], v["denominator"] = *o.Numerator, *o.Denominator
		}
		if o.Note["vi"] != "" {
			v["note"] = o.Note
		}
		observed = append(observed, v)
	}
	f.yaml(plan+"snapshots/"+p.ID+".yaml", entry{"cutoff": day(p.Cutoff), "status": "sample", "released": day(p.Cutoff),
		"sources": entry{"report": entry{"title": "Báo cáo giả lập", "publisher": text{"vi": "Cơ quan giả lập", "en": "Synthetic body"},
			"url": "https://example.org/", "published": day(p.Cutoff), "confidence": "primary"}},
		"observations": observed, "not_reported": missing})
}

// agrees tells whether a figure has parts of which it is the share: the corpus changes a figure without them, which our
// checks would refuse.
func (o observation) agrees() bool {
	return o.Numerator != nil && math.Abs(100**o.Numerator / *o.Denominator - *o.Value) < 0.01
}

func narrative(f *folder, from string, n int, a named, lang string) error {
	body, err := os.ReadFile(filepath.Join(from, "narrative", a.ID+"."+lang+".md"))
	if err != nil {
		return err
	}
	_, rest, _ := strings.Cut(string(body), "\n") // the heading, which is the title here
	head, err := yaml.Marshal(entry{"title": a.Name[lang], "order": n + 1, "about": fmt.Sprint(n + 1)})
	if err != nil {
		return err
	}
	f.file(plan+"narrative/"+a.ID+"."+lang+".md", []byte("---\n"+string(head)+"---\n"+rest))
	return nil
}
