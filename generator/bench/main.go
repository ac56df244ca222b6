// Command bench measures what a build costs: CPU seconds (user and system) and peak memory of the real program, for
// the shipped content and for generated content of several sizes, each built cold into an empty folder.
//
//	go run ./generator/bench -program ./minhbach -content content -sizes 30,300,3000
//
// The generated content is invented by a seeded generator and says so; the same size gives the same bytes. The
// figures are medians of the rounds; growth is the ratio of CPU seconds between neighbouring sizes of the same run.
//
// With -peers it reads what run-peers measured, measures beside it what only our program has, and prints which of the
// goals are met ("make bench-peers").
package main

import (
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// options are what the command was asked.
type options struct {
	program, content, sizes, generate string
	periods, rounds, parts            int
	peers, work, readme, growth       string
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("bench: ")
	var o options
	flag.StringVar(&o.program, "program", "./minhbach", "the program to measure")
	flag.StringVar(&o.content, "content", "content", "the shipped content")
	flag.StringVar(&o.sizes, "sizes", "30,300,3000", "numbers of indicators of the generated content")
	flag.IntVar(&o.periods, "periods", 8, "periods of the generated content")
	flag.IntVar(&o.rounds, "rounds", 3, "builds of each; the median is printed")
	flag.IntVar(&o.parts, "breakdowns", 0, "parts into which each figure of the content of -generate is broken down")
	flag.StringVar(&o.generate, "generate", "", "write the generated content of the first size into this folder and stop")
	flag.StringVar(&o.peers, "peers", "", "files that run-peers wrote with --json, with commas: print the goals beside what was reached, and stop")
	flag.StringVar(&o.work, "work", "", "the folder in which run-peers worked")
	flag.StringVar(&o.readme, "readme", "", "with -peers: a document that takes the tables between its markers")
	flag.StringVar(&o.growth, "growth", "", "with -peers: a file for the chart of growth")
	flag.Parse()
	if err := o.run(); err != nil {
		log.Fatal(err)
	}
}

func (o options) run() error {
	var ns []int
	for _, s := range strings.Split(o.sizes, ",") {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 {
			return fmt.Errorf("-sizes: %q is not a number of indicators", s)
		}
		ns = append(ns, n)
	}
	if o.generate != "" {
		return generate(o.generate, ns[0], o.periods, o.parts)
	}
	var err error
	if o.program, err = filepath.Abs(o.program); err != nil {
		return err
	}
	if o.peers != "" {
		return besidePeers(o)
	}
	work, err := os.MkdirTemp("", "minhbach-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	fmt.Println("| content | files | CPU s | peak MB | CPU s over the size before | rounds |")
	fmt.Println("|---|---:|---:|---:|---:|---:|")
	if _, err := o.row("the shipped plan", o.content, work, 0); err != nil {
		return err
	}
	before := 0.0
	for _, n := range ns {
		dir := filepath.Join(work, fmt.Sprintf("content-%d", n))
		if err := generate(dir, n, o.periods, 0); err != nil {
			return err
		}
		name := fmt.Sprintf("generated, %d indicators × %d periods", n, o.periods)
		if before, err = o.row(name, dir, work, before); err != nil {
			return err
		}
	}
	return o.observations(work)
}

// observations builds content of more than 100,000 figures: 250 indicators, 8 periods, 53 parts and the whole.
func (o options) observations(work string) error {
	dir := filepath.Join(work, "content-observations")
	const n, periods, parts = 250, 8, 53
	if err := generate(dir, n, periods, parts); err != nil {
		return err
	}
	_, err := o.row("generated, more than 100,000 observations with all products (goal: 20 CPU s, 600 MB)", dir, work, 0)
	return err
}

// row builds a content folder so many times and prints the medians.
func (o options) row(name, content, work string, before float64) (float64, error) {
	costs, files, err := cold(o.rounds, "", filepath.Join(work, "public"), o.program, content)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", name, err)
	}
	cpu, growth := middle(costs, cpuSeconds), ""
	if before > 0 {
		growth = fmt.Sprintf("%.1f", cpu/before)
	}
	fmt.Printf("| %s | %d | %.2f | %.0f | %s | %d |\n", name, files, cpu, middle(costs, peakMB), growth, o.rounds)
	return cpu, nil
}

// cold builds a content folder into an empty one, with nothing kept, so many times, and counts the files whose names end so.
func cold(rounds int, ending, out, program, content string) (costs []cost, files int, err error) {
	for range rounds {
		c, err := build(program, caches(out), "build", "--quiet", "--content", content, "--out", out)
		if err != nil {
			return nil, 0, err
		}
		costs = append(costs, c)
		if files, err = count(out, ending); err != nil {
			return nil, 0, err
		}
		if err := remove(out); err != nil {
			return nil, 0, err
		}
	}
	return costs, files, nil
}

// caches is the folder in which the builds into a folder may keep things.
func caches(out string) string { return out + ".caches" }

// remove takes away what was built, and what was kept.
func remove(out string) error { return errors.Join(os.RemoveAll(out), os.RemoveAll(caches(out))) }

func build(program, caches string, args ...string) (cost, error) {
	syscall.Sync() // what the build before left to write would be counted here
	cmd := exec.Command(program, args...)
	cmd.Env = append(os.Environ(), "XDG_CACHE_HOME="+caches)
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return cost{}, err
	}
	s := cmd.ProcessState
	usage, ok := s.SysUsage().(*syscall.Rusage)
	if !ok {
		return cost{}, fmt.Errorf("this system does not report a process's memory")
	}
	return cost{(s.UserTime() + s.SystemTime()).Seconds(), s.UserTime().Seconds(), usage.Maxrss * 1024}, nil
}

func count(dir, ending string) (int, error) {
	n := 0
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasSuffix(name, ending) {
			n++
		}
		return err
	})
	return n, err
}
