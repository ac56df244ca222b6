package cli

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
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

// save writes the report where --out says; without it a Word document goes into the working folder, Markdown to standard
// output.
func (c *call) save(body []byte) error {
	name := c.out
	if name == "" && c.format == "markdown" {
		_, err := c.env.Stdout.Write(body)
		return err
	}
	if name == "" {
		name = "bao-cao-" + c.words[0] + ".docx"
	}
	if isFolder(name) || !isFolder(filepath.Dir(name)) {
		return wrong("không ghi được vào %q (--out nhận tên một tệp trong thư mục đã có)", "%q cannot be written (--out takes the name of a file in a folder that is there)", name)
	}
	if err := guard.Replace(name, body).Do(); err != nil {
		if errors.Is(err, fs.ErrPermission) || errors.Is(err, os.ErrExist) {
			return machine("không ghi được %q; tệp cũ còn nguyên (đóng tệp trong Word rồi chạy lại)", "%q cannot be written; the old file is as it was (close it in Word, then run this again)", name)
		}
		return err
	}
	c.say("Đã ghi báo cáo vào %s; số, ngày, nơi nhận và chữ ký để trống", "The report is in %s; number, day, recipients and signature are left to fill in", name)
	return nil
}
