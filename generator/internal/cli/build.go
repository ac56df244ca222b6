package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"minhbach/generator/internal/content"
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/ledger"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/publish"
	"minhbach/generator/internal/site"
	"minhbach/layouts"
	"minhbach/static"
)

// build makes the site from the content folder.
func build(_ context.Context, c *call) error {
	watch := &stopwatch{last: time.Now()}
	s, worlds, err := c.load(watch)
	if err != nil {
		return err
	}
	if c.asOf != "" {
		if worlds, err = asOf(s, c.asOf); err != nil {
			return err
		}
	}
	if c.baseURL != "" {
		s.Settings.BaseURL = c.baseURL
	}
	assets, err := c.bundle()
	if err != nil {
		return err
	}
	files, err := site.Files(s, worlds, c.layoutFiles(), assets)
	if err != nil {
		return err
	}
	digest, err := content.Digest(os.DirFS(c.content))
	if err != nil {
		return err
	}
	watch.lap("prepare")
	m, err := publish.Site(c.out, files, publish.Options{Content: c.content, ContentSHA256: digest, Plans: stamps(worlds), Progress: c.progress})
	c.clear()
	if err != nil {
		return publishing(err)
	}
	watch.lap("write")
	c.say("Trang gồm %d tệp nằm ở %s", "The site of %d files is in %s", len(m.Files)+1, c.out)
	if c.timing {
		watch.print(c)
	}
	return nil
}

// load reads, checks and judges the content; its problems are printed, and an error among them ends the verb.
func (c *call) load(watch *stopwatch) (*plan.Site, []*derive.World, error) {
	s, places, found := content.Load(os.DirFS(c.content))
	watch.lap("read and check")
	var worlds []*derive.World
	if !found.Failed() {
		worlds = site.Judge(s)
		watch.lap("judge")
		found.Add(site.Problems(s, worlds)...)
		watch.lap("check prose")
		changed, err := ledger.Problems(os.DirFS(c.content), s, func() ([]string, error) { return site.Addresses(s, worlds, c.layoutFiles()) }, places.At)
		if err != nil {
			return nil, nil, err
		}
		found.Add(changed...)
		watch.lap("check ledger")
	}
	problems := found.Sorted()
	for n := range problems {
		problems[n].File = filepath.ToSlash(filepath.Join(c.content, problems[n].File))
	}
	if err := c.report(problems); err != nil {
		return nil, nil, err
	}
	if found.Failed() {
		c.summary(problems)
		return nil, nil, errContent
	}
	return s, worlds, nil
}

// summary ends a list of problems with their number.
func (c *call) summary(problems []diag.Diagnostic) {
	if c.json {
		return
	}
	n := 0
	for _, d := range problems {
		if d.Severity == diag.Error {
			n++
		}
	}
	noun := "errors"
	if n == 1 {
		noun = "error"
	}
	c.say("%[1]d lỗi; trang không được dựng lại", "%[1]d %[2]s; the site was not built", n, noun)
}

// checkContent checks the content and writes nothing.
func checkContent(_ context.Context, c *call) error {
	s, _, err := c.load(&stopwatch{last: time.Now()})
	if err != nil {
		return err
	}
	if !c.json {
		c.say("Không có lỗi: %d kế hoạch", "There are no problems: plans checked: %d", len(s.Plans))
	}
	return nil
}

func (c *call) bundle() (*static.Assets, error) {
	if c.assets != "" {
		return static.BundleOf(os.DirFS(c.assets))
	}
	return static.Bundle()
}

// layoutFiles are the program's own layouts, file by file replaced by those of --layouts.
func (c *call) layoutFiles() fs.FS {
	if c.layouts == "" {
		return layouts.FS
	}
	return layouts.Over(os.DirFS(c.layouts))
}

// stamps says as of when each plan is shown.
func stamps(worlds []*derive.World) []publish.Stamp {
	var all []publish.Stamp
	for _, w := range worlds {
		if a := w.Newest(); a != nil {
			all = append(all, publish.Stamp{Plan: w.Plan.ID, Period: string(a.Period.ID), Cutoff: a.Period.Cutoff.String()})
		}
	}
	return all
}

// publishing turns the refusals of the publish room into wrong calls, in both languages.
func publishing(err error) error {
	switch {
	case errors.Is(err, publish.ErrForeign):
		return wrong("thư mục kết quả đã có tệp khác mà chương trình không tạo ra: %v (chọn thư mục khác bằng --out)", "the output folder holds foreign files: %v (choose another with --out)", err)
	case errors.Is(err, publish.ErrContent):
		return wrong("thư mục kết quả phải tách khỏi thư mục nội dung: %v (chọn thư mục khác bằng --out)", "the output must be apart from the content: %v (choose another folder with --out)", err)
	case errors.Is(err, publish.ErrLocked):
		return &failure{exitMachine, text{
			fmt.Sprintf("một lần dựng khác đang chạy: %v (chờ xong rồi chạy lại)", err),
			fmt.Sprintf("another build is running: %v (wait for it, then build again)", err)}}
	}
	return err
}

// stopwatch measures the stages of a build.
type stopwatch struct {
	last   time.Time
	stages []stage
}

type stage struct {
	name string
	took time.Duration
}

func (w *stopwatch) lap(name string) {
	now := time.Now()
	w.stages = append(w.stages, stage{name, now.Sub(w.last)})
	w.last = now
}

func (w *stopwatch) print(c *call) {
	for _, s := range w.stages {
		fmt.Fprintf(c.env.Stderr, "%-16s %8.1f ms\n", s.name, float64(s.took.Microseconds())/1000)
	}
}
