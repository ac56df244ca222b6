// Command bench measures what a build costs: CPU seconds (user and system) and peak memory of the real program, for
// the shipped content and for generated content of several sizes, each built cold into an empty folder.
//
//	go run ./generator/bench -program ./minhbach -content content -sizes 30,300,3000
//
// The generated content is invented by a seeded generator and says so; the same size gives the same bytes. The
// figures are medians of the rounds; growth is the ratio of CPU seconds between neighbouring sizes of the same run.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("bench: ")
	program := flag.String("program", "./minhbach", "the program to measure")
	content := flag.String("content", "content", "the shipped content")
	sizes := flag.String("sizes", "30,300,3000", "numbers of indicators of the generated content")
	periods := flag.Int("periods", 8, "periods of the generated content")
	rounds := flag.Int("rounds", 3, "builds of each; the median is printed")
	parts := flag.Int("breakdowns", 0, "parts into which each figure of the content of -generate is broken down")
	keep := flag.String("generate", "", "write the generated content of the first size into this folder and stop")
	flag.Parse()
	if err := run(*program, *content, *sizes, *periods, *parts, *rounds, *keep); err != nil {
		log.Fatal(err)
	}
}

func run(program, content, sizes string, periods, parts, rounds int, keep string) error {
	var ns []int
	for _, s := range strings.Split(sizes, ",") {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 {
			return fmt.Errorf("-sizes: %q is not a number of indicators", s)
		}
		ns = append(ns, n)
	}
	if keep != "" {
		return generate(keep, ns[0], periods, parts)
	}
	program, err := filepath.Abs(program)
	if err != nil {
		return err
	}
	work, err := os.MkdirTemp("", "minhbach-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	fmt.Println("| content | files | CPU s | peak MB | CPU s over the size before | rounds |")
	fmt.Println("|---|---:|---:|---:|---:|---:|")
	if _, err := row("the shipped plan", program, content, work, rounds, 0); err != nil {
		return err
	}
	before := 0.0
	for _, n := range ns {
		dir := filepath.Join(work, fmt.Sprintf("content-%d", n))
		if err := generate(dir, n, periods, 0); err != nil {
			return err
		}
		name := fmt.Sprintf("generated, %d indicators × %d periods", n, periods)
		if before, err = row(name, program, dir, work, rounds, before); err != nil {
			return err
		}
	}
	return observations(program, work, rounds)
}

// observations builds content of more than 100,000 figures: 250 indicators, 8 periods, 53 parts and the whole.
func observations(program, work string, rounds int) error {
	dir := filepath.Join(work, "content-observations")
	const n, periods, parts = 250, 8, 53
	if err := generate(dir, n, periods, parts); err != nil {
		return err
	}
	_, err := row("generated, more than 100,000 observations with all products (goal: 20 CPU s, 600 MB)", program, dir, work, rounds, 0)
	return err
}

// row builds a content folder so many times and prints the medians.
func row(name, program, content, work string, rounds int, before float64) (float64, error) {
	var cpu, peak []float64
	files := 0
	for range rounds {
		out := filepath.Join(work, "public")
		c, p, err := build(program, content, out)
		if err != nil {
			return 0, fmt.Errorf("%s: %w", name, err)
		}
		cpu, peak = append(cpu, c), append(peak, p)
		if files, err = count(out); err != nil {
			return 0, err
		}
		if err := os.RemoveAll(out); err != nil {
			return 0, err
		}
	}
	growth := ""
	if before > 0 {
		growth = fmt.Sprintf("%.1f", median(cpu)/before)
	}
	fmt.Printf("| %s | %d | %.2f | %.0f | %s | %d |\n", name, files, median(cpu), median(peak), growth, rounds)
	return median(cpu), nil
}

func build(program, content, out string) (cpu, peakMB float64, err error) {
	syscall.Sync() // what the build before left to write would be counted here
	cmd := exec.Command(program, "build", "--quiet", "--content", content, "--out", out)
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return 0, 0, err
	}
	s := cmd.ProcessState
	usage, ok := s.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0, 0, fmt.Errorf("this system does not report a process's memory")
	}
	return (s.UserTime() + s.SystemTime()).Seconds(), float64(usage.Maxrss) / 1024, nil
}

func count(dir string) (int, error) {
	n := 0
	err := filepath.WalkDir(dir, func(_ string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			n++
		}
		return err
	})
	return n, err
}

func median(v []float64) float64 {
	s := slices.Sorted(slices.Values(v))
	return s[len(s)/2]
}
