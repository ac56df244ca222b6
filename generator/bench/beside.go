package main

import (
	"errors"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// besidePeers measures what the run of the peers left open, in their folders, and writes the goals and the growth.
func besidePeers(o options) error {
	peers, err := readComparison(o.peers)
	if err != nil {
		return err
	}
	if wrong := peers.problems(); len(wrong) > 0 {
		return errors.New("what was built is not what the corpus says, so its cost says nothing:\n" + strings.Join(wrong, "\n"))
	}
	m := &measured{peers: peers, whole: map[int]wholeRun{}}
	if err := m.own(o); err != nil {
		return err
	}
	text := m.table(head(peers))
	fmt.Print(text)
	if o.growth != "" {
		if err := os.WriteFile(o.growth, m.growth(), 0o644); err != nil {
			return err
		}
	}
	if o.readme != "" {
		return between(o.readme, text)
	}
	return nil
}

// head says what was run, and on what.
func head(peers comparison) string {
	var sizes []string
	for _, n := range peers.sizes() {
		sizes = append(sizes, fmt.Sprintf("%s (%d)", grouped(n), len(peers.of(ours, n).Cold)))
	}
	return fmt.Sprintf("`make bench-peers` beside Hugo %s, on %d cores with %s; indicators, and in brackets interleaved rounds: %s.\n"+
		"Ratios are of user seconds, round by round, their median; the runner found in every output what the corpus says.",
		peers.of(hugo, peers.sizes()[0]).Version, runtime.NumCPU(), runtime.Version(), strings.Join(sizes, ", "))
}

// own measures our program where the peers have nothing to compare, the largest last.
func (m *measured) own(o options) error {
	temp, err := os.MkdirTemp("", "minhbach-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	out := filepath.Join(temp, "public")
	if m.shipped, _, err = cold(o.rounds, ".html", out, o.program, o.content); err != nil {
		return err
	}
	for _, size := range m.peers.sizes() {
		if err := m.atSize(o, temp, size); err != nil {
			return err
		}
	}
	log.Print("10,000 indicators")
	content := filepath.Join(temp, "large")
	if err := generate(content, 10_000, o.periods, 0); err != nil {
		return err
	}
	m.large, _, err = cold(1, ".html", out, o.program, content)
	return err
}

// atSize builds the content of the peers whole and, at 300, what the peers have too, twice.
func (m *measured) atSize(o options, temp string, size int) error {
	log.Printf("the whole site at %d", size)
	tools, content, out := filepath.Join(o.work, ours, "tools"), filepath.Join(temp, fmt.Sprint(size)), filepath.Join(temp, "public")
	if said, err := exec.Command(filepath.Join(tools, "convert"), filepath.Join(o.work, fmt.Sprintf("corpus-%d", size)), content).CombinedOutput(); err != nil {
		return fmt.Errorf("convert: %w: %s", err, said)
	}
	defer os.RemoveAll(content)
	rounds := o.rounds
	if size > 3000 {
		rounds = 1
	}
	var w wholeRun
	var err error
	if w.costs, w.pages, err = cold(rounds, ".html", out, o.program, content); err != nil {
		return err
	}
	m.whole[size] = w
	if size == 300 {
		m.unchanged, err = unchanged(o.rounds, filepath.Join(tools, "pages"), content, out)
	}
	return err
}

// unchanged builds cold, then over what it built, and gives the median of the ratios.
func unchanged(rounds int, program, content, out string) (float64, error) {
	var first, again []cost
	for range rounds {
		for _, into := range []*[]cost{&first, &again} {
			c, err := build(program, caches(out), content, out, caches(out))
			if err != nil {
				return 0, err
			}
			*into = append(*into, c)
		}
		if err := remove(out); err != nil {
			return 0, err
		}
	}
	return paired(again, first), nil
}

const marker, endMarker = "<!-- bench-peers -->\n", "<!-- /bench-peers -->\n"

// between puts a text between the markers of a document.
func between(file, text string) error {
	b, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	before, rest, begins := strings.Cut(string(b), marker)
	_, after, ends := strings.Cut(rest, endMarker)
	if !begins || !ends {
		return fmt.Errorf("%s lacks the markers %s and %s", file, strings.TrimSpace(marker), strings.TrimSpace(endMarker))
	}
	return os.WriteFile(file, []byte(before+marker+text+endMarker+after), 0o644)
}
