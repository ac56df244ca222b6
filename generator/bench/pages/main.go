// Command pages builds the part of a site that the peers of the benchmark build too: pages CONTENT OUT CACHES.
//
// Reading, checks, judging, pages, charts and publication are the program's own, whole; only the list of files is
// shorter: the homes, areas, narrative and indicators in both languages, a CSV an indicator, and one CSV of everything
// in the columns that the benchmark compares with its corpus. What our site has beyond that is built by the program
// itself, and measured by the command bench.
package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"minhbach/generator/internal/content"
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/memory"
	"minhbach/generator/internal/output"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/publish"
	"minhbach/generator/internal/rebuild"
	"minhbach/generator/internal/site"
	"minhbach/layouts"
	"minhbach/static"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("pages: ")
	if len(os.Args) != 4 {
		log.Fatal("usage: pages CONTENT OUT CACHES")
	}
	out := os.Args[2]
	for _, name := range links(out) {
		_ = os.Remove(name) // else the build finds what it did not make
	}
	if err := build(os.Args[1], out, os.Args[3]); err != nil {
		log.Fatal(err)
	}
	for _, name := range links(out) {
		if err := os.Symlink("indicators", name); err != nil {
			log.Fatal(err)
		}
	}
}

func build(from, out, caches string) error {
	memory.Starting()
	inputs := rebuild.Of(from)
	if _, _, ok := publish.Unchanged(out, from, inputs.Whole()); ok {
		return nil
	}
	memory.Reading(inputs.Size().All, inputs.Size().Longest)
	kept := inputs.Trees(caches)
	s, _, found := content.Read(inputs.FS(from), kept).Check()
	if found.Failed() {
		return problems(found.Sorted())
	}
	inputs.Keep(kept, caches)
	worlds := site.Judge(s)
	found.Add(site.Problems(s, worlds)...)
	if found.Failed() {
		return problems(found.Sorted())
	}
	state := inputs.State(s)
	memory.Making()
	assets, err := static.Bundle()
	if err != nil {
		return err
	}
	all, err := site.Files(s, worlds, layouts.FS, assets)
	if err != nil {
		return err
	}
	files := slices.DeleteFunc(all, func(f output.File) bool { return !shared(f.Path) })
	for _, w := range worlds {
		files = append(files, output.File{Path: "data/" + w.Plan.ID + ".csv", Write: func(to io.Writer) error { return everything(to, w) }})
	}
	_, err = publish.Site(out, files, publish.Options{Content: from, Plans: site.Stamps(worlds), State: state})
	return err
}

// links lead to the pages of indicators in English by the Vietnamese name of their folder too: the benchmark looks for them by
// one pattern for both languages.
func links(out string) []string {
	names, _ := filepath.Glob(filepath.Join(out, "en", "*", "indicators")) // the pattern is a good one
	for n, folder := range names {
		names[n] = filepath.Join(filepath.Dir(folder), "chi-tieu")
	}
	return names
}

func problems(all []diag.Diagnostic) error {
	var each []error
	for _, d := range all {
		if d.Severity == diag.Error {
			each = append(each, fmt.Errorf("%s:%d:%d: %s", d.File, d.Line, d.Col, d.Message.EN))
		}
	}
	return errors.Join(each...)
}

// folders are those of the kinds of files that the peers have too, below the language and the plan.
var folders = map[string]bool{
	"linh-vuc": true, "areas": true, "ke-hoach": true, "plan": true, "chi-tieu": true, "indicators": true,
}

// shared tells the files that the peers have too.
func shared(name string) bool {
	parts := strings.Split(name, "/")
	last := parts[len(parts)-1]
	switch {
	case parts[0] == "assets":
		return len(parts) == 2
	case parts[0] == "data":
		return len(parts) == 4 && parts[2] == "indicators" && path.Ext(last) == ".csv"
	case len(parts[0]) != 2:
		return false
	case len(parts) < 4:
		return last == "index.html"
	}
	return len(parts) == 4 && path.Ext(last) == ".html" && folders[parts[2]]
}

// everything is each indicator in each period in the corpus's order, with its value or with what was said of its gap.
func everything(to io.Writer, w *derive.World) error {
	c := csv.NewWriter(to)
	_ = c.Write([]string{"indicator", "period", "value", "numerator", "denominator", "note_vi", "note_en"}) // Error gives it
	for _, a := range w.Periods {
		period := string(a.Period.ID)
		for _, o := range a.Snapshot.Observations {
			_ = c.Write([]string{string(o.Indicator), period, o.Value.String(), o.Numerator.String(), o.Denominator.String(), o.Note.In(plan.VI), o.Note.In(plan.EN)})
		}
		for _, gap := range a.Snapshot.NotReported {
			_ = c.Write([]string{string(gap.Indicator), period, "", "", "", gap.Reason.In(plan.VI), gap.Reason.In(plan.EN)})
		}
	}
	c.Flush()
	return c.Error()
}
