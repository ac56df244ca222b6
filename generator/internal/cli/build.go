package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"minhbach/generator/internal/check"
	"minhbach/generator/internal/content"
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/ledger"
	"minhbach/generator/internal/memory"
	"minhbach/generator/internal/output"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/publish"
	"minhbach/generator/internal/site"
	"minhbach/layouts"
	"minhbach/static"
)

// build makes the site from the content folder.
func build(_ context.Context, c *call) error {
	for _, asked := range [][2]string{{"--profile", c.profile}, {"--memory-profile", c.memory}, {"--trace", c.trace}} {
		if option, file := asked[0], asked[1]; file != "" {
			if err := c.apart(file, option); err != nil {
				return err
			}
		}
	}
	return c.watched(c.build)
}

func (c *call) build() error {
	watch := &stopwatch{last: time.Now()}
	memory.Starting()
	inputs := c.inputs()
	if done, err := c.unchanged(inputs.Whole()); done {
		return err
	}
	memory.Reading(inputs.Size().All, inputs.Size().Longest)
	caches := c.caches()
	c.texts, c.trees = inputs.FS(c.content), inputs.Trees(caches)
	e, err := c.judged(watch, nothing)
	if errors.Is(err, errContent) && !c.json {
		c.say("Trang không được dựng lại; bản cũ còn nguyên", "The site was not built; the old one is as it was")
	}
	if err != nil {
		return err
	}
	inputs.Keep(c.trees, caches)
	c.texts, c.trees = nil, nil // there is no second reading: a large plan has better use for the memory
	s, worlds := e.site, e.worlds
	state := inputs.State(s)
	memory.Making()
	if len(site.Stamps(worlds)) == 0 {
		return &failure{exitContent, text{
			"chưa có kỳ báo cáo nào được công bố; trang không được dựng (thêm released: vào một tệp trong snapshots/)",
			"no reporting period is released; the site was not built (add released: to a file of snapshots/)"}}
	}
	if c.asOf != "" {
		if worlds, err = asOf(s, worlds, c.asOf); err != nil {
			return err
		}
	}
	m, err := c.publish(s, worlds, watch, leaving{state, c.keptNote(e.problems)})
	if err != nil {
		return err
	}
	c.say("Trang gồm %d tệp nằm ở %s", "The site of %d files is in %s", len(m.Files)+1, c.out)
	if c.timing {
		watch.print(c)
	}
	return nil
}

// examined is a content folder as it was read, checked and judged.
type examined struct {
	site     *plan.Site
	worlds   []*derive.World // nil while the content has errors
	places   *content.Places
	problems []diag.Diagnostic
	drafts   []string // the periods that are shown as if they were released; of serve
}

// publish makes the site and puts it in place of the one before.
func (c *call) publish(s *plan.Site, worlds []*derive.World, watch *stopwatch, leave leaving) (output.Manifest, error) {
	if c.baseURL != "" {
		s.Settings.BaseURL = c.baseURL
	}
	none := output.Manifest{}
	assets, err := c.bundle()
	if err != nil {
		return none, err
	}
	files, err := site.Files(s, worlds, c.layoutFiles(), assets)
	if err != nil {
		return none, err
	}
	digest, err := content.Digest(os.DirFS(c.content))
	if err != nil {
		return none, err
	}
	watch.lap("chuẩn bị", "prepare")
	m, err := publish.Site(c.out, files, publish.Options{Content: c.content, ContentSHA256: digest, Plans: site.Stamps(worlds),
		State: leave.state, Note: leave.note, Progress: c.progress, Spent: watch.spent})
	c.clear()
	if err != nil {
		return none, c.publishing(err)
	}
	watch.lap("ghi trang", "write")
	return m, nil
}

// examine reads, checks and judges the content; advise adds the verb's own advice.
func (c *call) examine(watch *stopwatch, advise func(*plan.Site) []diag.Diagnostic) (*examined, error) {
	folder := c.texts
	if folder == nil {
		folder = os.DirFS(c.content)
	}
	reading := content.Read(folder, c.trees)
	watch.lap("đọc", "read")
	s, places, found := reading.Check()
	s.Recorded = ledger.Recorded(os.DirFS(c.content))
	found.Add(advise(s)...)
	watch.lap("kiểm tra", "check")
	var worlds []*derive.World
	if !found.Failed() {
		worlds = site.Judge(s)
		watch.lap("đánh giá", "judge")
		changed, err := ledger.Problems(os.DirFS(c.content), s, func() ([]string, error) { return site.Addresses(s, worlds, layouts.FS) }, places.At)
		if err != nil {
			return nil, err
		}
		found.Add(changed...)
		watch.lap("sổ công bố", "check ledger")
	}
	var drafts []string
	if c.drafts && worlds != nil {
		drafts = withDrafts(s)
		worlds = site.Judge(s)
	}
	found.Add(site.Problems(s, worlds)...)
	watch.lap("phần văn bản", "check prose")
	return &examined{s, worlds, places, under(c.content, found.Sorted()), drafts}, nil
}

// load is judged, for verbs that need no more than the content.
func (c *call) load(watch *stopwatch, advise func(*plan.Site) []diag.Diagnostic) (*plan.Site, []*derive.World, error) {
	e, err := c.judged(watch, advise)
	if err != nil {
		return nil, nil, err
	}
	return e.site, e.worlds, nil
}

// judged examines the content and prints its problems; an error among them ends the verb.
func (c *call) judged(watch *stopwatch, advise func(*plan.Site) []diag.Diagnostic) (*examined, error) {
	e, err := c.examine(watch, advise)
	if err != nil {
		return nil, err
	}
	e.problems = slices.DeleteFunc(append(e.problems, c.layoutProblems(e.site, e.worlds)...), c.refusedLater(e.site))
	if err := c.report(e.problems); err != nil {
		return nil, err
	}
	if c.parity {
		c.printParity(check.Parity(e.site), e.places)
	}
	if n := errorsAmong(e.problems); n > 0 {
		c.count(n)
		return nil, errContent
	}
	return e, nil
}

// refusedLater tells the warning that the period to be released is a draft: it is refused, in other words.
func (c *call) refusedLater(s *plan.Site) func(diag.Diagnostic) bool {
	file := ""
	if p, err := c.chosen(s); err == nil && c.releasing != "" {
		file = filepath.ToSlash(filepath.Join(c.content, "plans", p.ID, "snapshots", string(c.releasing)+".yaml"))
	}
	return func(d diag.Diagnostic) bool { return d.Rule == "draft" && d.File == file }
}

// layoutProblems are those of the layouts that replace the program's.
func (c *call) layoutProblems(s *plan.Site, worlds []*derive.World) []diag.Diagnostic {
	if c.layouts == "" {
		return nil
	}
	return under(c.layouts, site.LayoutProblems(s, worlds, os.DirFS(c.layouts)))
}

// under places problems in a folder.
func under(folder string, problems []diag.Diagnostic) []diag.Diagnostic {
	for n := range problems {
		problems[n].File = filepath.ToSlash(filepath.Join(folder, problems[n].File))
	}
	return problems
}

func errorsAmong(problems []diag.Diagnostic) int {
	n := 0
	for _, d := range problems {
		if d.Severity == diag.Error {
			n++
		}
	}
	return n
}

// count ends a list of problems with the number of errors.
func (c *call) count(n int) {
	if c.json {
		return
	}
	if n == 1 {
		c.say("1 lỗi", "1 error")
		return
	}
	c.say("%d lỗi", "%d errors", n)
}

func nothing(*plan.Site) []diag.Diagnostic { return nil }

// address warns of a site without the address at which it will stand: it has no canonical addresses.
func address(s *plan.Site) []diag.Diagnostic {
	if s.Settings.BaseURL != "" {
		return nil
	}
	return []diag.Diagnostic{{File: "site.yaml", Severity: diag.Warning, Rule: "base-url",
		Message: diag.Say("chưa có base_url nên trang không có địa chỉ chuẩn", "there is no base_url, so pages have no canonical address"),
		Hint:    diag.Say("khi biết địa chỉ, ghi base_url: https://… hoặc dựng với --base-url", "when the address is known, write base_url: https://… or build with --base-url")}}
}

func (c *call) bundle() (*static.Assets, error) {
	if c.assets == "" {
		return static.Bundle()
	}
	assets, err := static.BundleOf(os.DirFS(c.assets))
	if err != nil {
		return nil, wrong("--static: %q không phải thư mục dist đã đóng gói, hoặc thiếu tệp (chạy \"make static\" rồi chỉ tới static/dist)", "--static: %q is not a bundled dist folder, or lacks a file (run \"make static\" and point to static/dist)", c.assets)
	}
	return assets, nil
}

// layoutFiles are the program's own layouts, file by file replaced by those of --layouts.
func (c *call) layoutFiles() fs.FS {
	if c.layouts == "" {
		return layouts.FS
	}
	return layouts.Over(os.DirFS(c.layouts))
}

// publishing turns the refusals of the publish room into failures in both languages.
func (c *call) publishing(err error) error {
	var foreign *publish.ForeignError
	var failed *publish.Failure
	switch {
	case errors.As(err, &foreign):
		return wrong("%q không do chương trình này tạo ra và sẽ mất (chuyển đi chỗ khác, hoặc chọn thư mục khác bằng --out)", "%q is foreign to this program and would be lost (move it elsewhere, or choose another folder with --out)", foreign.Path)
	case errors.Is(err, publish.ErrContent):
		return wrong("thư mục kết quả %q phải tách khỏi thư mục nội dung (chọn thư mục khác bằng --out)", "the output %q must be apart from the content (choose another folder with --out)", c.out)
	case errors.Is(err, publish.ErrLocked):
		return machine("một lần dựng khác của thư mục %q đang chạy (chờ xong rồi chạy lại)", "another build of %q is running (wait for it, then build again)", c.out)
	case errors.As(err, &failed):
		return failedAt(failed)
	case errors.Is(err, fs.ErrPermission):
		return machine("không có quyền ghi vào %q (chọn thư mục khác bằng --out)", "there is no permission to write to %q (choose another folder with --out)", c.out)
	}
	return err
}

func machine(vi, en string, args ...any) error {
	return &failure{exitMachine, text{fmt.Sprintf(vi, args...), fmt.Sprintf(en, args...)}}
}
