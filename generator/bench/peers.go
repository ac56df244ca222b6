package main

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
)

// The peers that the goals speak of, by the names of their folders.
const (
	hugo    = "hugo"
	hugoSSR = "hugo-ssr"
	ours    = "minhbach"
)

// cost is what one build took of the machine.
type cost struct {
	CPU  float64 `json:"cpu_s"`  // user and system seconds
	User float64 `json:"user_s"` // of these, user
	Peak int64   `json:"peak_bytes"`
}

func userSeconds(c cost) float64 { return c.User }
func cpuSeconds(c cost) float64  { return c.CPU }
func peakMB(c cost) float64      { return float64(c.Peak) / 1e6 }

// result is a peer at one size, as run-peers writes it.
type result struct {
	Peer, Title, Version string
	Size                 int `json:"indicators"`
	Cold, Rebuild        []cost
	Site                 struct {
		Pages    int
		Problems []string
	}
}

// comparison is all that one run of the peers measured.
type comparison []result

func readComparison(files string) (comparison, error) {
	var all comparison
	for _, name := range strings.Split(files, ",") {
		b, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		var some comparison
		if err := json.Unmarshal(b, &some); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, some...)
	}
	return all, nil
}

// problems lists what the runner found wrong with what was built.
func (c comparison) problems() []string {
	var all []string
	for _, r := range c {
		for _, p := range r.Site.Problems {
			all = append(all, fmt.Sprintf("%s at %d indicators: %s", r.Peer, r.Size, p))
		}
	}
	return all
}

// of is a peer at a size; empty where it was not measured.
func (c comparison) of(peer string, size int) result {
	for _, r := range c {
		if r.Peer == peer && r.Size == size {
			return r
		}
	}
	return result{}
}

func (c comparison) sizes() []int {
	var all []int
	for _, r := range c {
		if !slices.Contains(all, r.Size) {
			all = append(all, r.Size)
		}
	}
	slices.Sort(all)
	return all
}

// paired is the median of the ratios of user seconds, round by round, as run-peers takes them; NaN where there is none.
func paired(a, b []cost) float64 {
	var q []float64
	for n := range min(len(a), len(b)) {
		q = append(q, a[n].User/b[n].User)
	}
	return median(q)
}

// middle is the median of one measure; NaN where nothing was measured.
func middle(costs []cost, of func(cost) float64) float64 { return median(each(costs, of)) }

// highest is the largest of one measure; NaN where nothing was measured.
func highest(costs []cost, of func(cost) float64) float64 {
	if len(costs) == 0 {
		return math.NaN()
	}
	return slices.Max(each(costs, of))
}

func each(costs []cost, of func(cost) float64) []float64 {
	var v []float64
	for _, c := range costs {
		v = append(v, of(c))
	}
	return v
}

func median(v []float64) float64 {
	if len(v) == 0 {
		return math.NaN()
	}
	s := slices.Sorted(slices.Values(v))
	return s[len(s)/2]
}
