package cli

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/guard"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/report"
)

// makeReport writes the report of a period as a Word document or as Markdown.
func makeReport(_ context.Context, c *call) error {
	if c.json {
		return wrong("lệnh report không dùng cùng --json (số liệu dạng JSON có trong data/ của trang)", "report does not go with --json (data/ of the site has the figures as JSON)")
	}
	if err := c.reportPlace(); err != nil {
		return err
	}
	s, _, err := c.load(&stopwatch{last: time.Now()}, nothing)
	if err != nil {
		return err
	}
	p, err := c.chosen(s)
	if err != nil {
		return err
	}
	made, err := c.reportOf(s, p, plan.PeriodID(c.words[0]))
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if c.format == "markdown" {
		err = made.Markdown(&b)
	} else {
		err = made.Word(&b)
	}
	if err != nil {
		return err
	}
	return c.save(b.Bytes())
}

// reportOf judges the plan as of a period; a draft as if it were released on its cut-off.
func (c *call) reportOf(s *plan.Site, p *plan.Plan, id plan.PeriodID) (report.Report, error) {
	x, err := snapshotOf(p, id)
	if err != nil {
		return report.Report{}, err
	}
	draft := !x.Released.Known()
	for n := range p.Snapshots {
		if draft && p.Snapshots[n] == x {
			s, p = withReleased(s, p, n)
			break
		}
	}
	l := plan.VI
	if c.english {
		l = plan.EN
	}
	for _, w := range derive.JudgeAsOf(s.Plans, x.Cutoff) {
		if a := w.Period(id); w.Plan.ID == p.ID && a != nil {
			return report.Of(s, w, a, l, draft), nil
		}
	}
	return report.Report{}, wrong("kỳ %q là mốc so sánh, không có báo cáo", "period %q is a baseline and has no report", id)
}

// reportEndings are how the name of a report may end.
var reportEndings = map[string][]string{"docx": {".docx"}, "markdown": {".md", ".txt"}}

// reportPlace settles where the report goes: where --out says; without it a Word document goes into the working folder,
// Markdown to standard output.
func (c *call) reportPlace() error {
	if c.out == "" {
		if c.format != "markdown" {
			c.out = "bao-cao-" + c.words[0] + ".docx"
		}
		return nil
	}
	endings := reportEndings[c.format]
	switch {
	case isFolder(c.out) || !isFolder(filepath.Dir(c.out)):
		return wrong("không ghi được vào %q (--out nhận tên một tệp trong thư mục đã có)", "%q cannot be written (--out takes the name of a file in a folder that is there)", c.out)
	case !slices.Contains(endings, strings.ToLower(filepath.Ext(c.out))):
		return wrong("--out: báo cáo dạng %[2]s có tên kết thúc bằng %[3]s, không phải %[1]q (sửa --out hoặc --format)",
			"--out: a report of the form %[2]s has a name in %[4]s, not %[1]q (correct --out or --format)", c.out, c.format, strings.Join(endings, " hoặc "), strings.Join(endings, " or "))
	}
	return c.apart(c.out, "--out")
}

// save writes the report. A document that is there and is another one may be filled in already, and stays.
func (c *call) save(body []byte) error {
	if c.out == "" {
		_, err := c.env.Stdout.Write(body)
		return err
	}
	old, err := os.ReadFile(c.out)
	switch {
	case err == nil && !bytes.Equal(old, body):
		return wrong("%q đã có và khác báo cáo mới, có thể đã được điền (chuyển đi chỗ khác, hoặc chọn tên khác bằng --out)", "%q is there and differs from the new report; it may be filled in (move it elsewhere, or choose another name with --out)", c.out)
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return c.writing(err, c.out)
	}
	if err := guard.Replace(c.out, body).Do(); err != nil {
		if errors.Is(err, fs.ErrPermission) || errors.Is(err, os.ErrExist) {
			return machine("không ghi được %q; tệp cũ còn nguyên (đóng tệp trong Word rồi chạy lại)", "%q cannot be written; the old file is as it was (close it in Word, then run this again)", c.out)
		}
		return err
	}
	c.say("Đã ghi báo cáo vào %s; số, ngày, nơi nhận và chữ ký để trống", "The report is in %s; number, day, recipients and signature are left to fill in", c.out)
	return nil
}
