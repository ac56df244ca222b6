package cli

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"minhbach/generator/internal/content"
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/ledger"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/publish"
	"minhbach/generator/internal/site"
	"minhbach/layouts"
)

// release checks the content, shows what changed since the release before, asks, builds the site, packs it for the
// portal and records the release; the line of the ledger is the last thing that is written.
func release(_ context.Context, c *call) error {
	if err := c.toRelease(); err != nil {
		return err
	}
	unlock, err := c.lockContent()
	if err != nil {
		return err
	}
	defer unlock()
	if err := inTurn(ledger.Undo(c.content)); err != nil {
		return err
	}
	folder := os.DirFS(c.content)
	seen, err := content.Digest(folder)
	if err != nil {
		return err
	}
	watch := &stopwatch{last: time.Now()}
	c.releasing = plan.PeriodID(c.words[0])
	s, worlds, err := c.load(watch, nothing)
	if err != nil {
		return err
	}
	frozen, snapshot, err := c.review(s, worlds, seen)
	if err != nil {
		return err
	}
	if err := c.confirm(frozen, snapshot); err != nil {
		return err
	}
	now, err := content.Digest(folder)
	if err != nil {
		return err
	}
	if now != seen || !frozen.Current(folder) {
		return &failure{exitContent, text{"nội dung đã bị sửa trong khi xem lại; chưa công bố gì (chạy lại lệnh này)", "the content was changed during the review; nothing was released (run this again)"}}
	}
	return c.write(s, worlds, frozen, snapshot, watch)
}

// toRelease looks at the call itself.
func (c *call) toRelease() error {
	c.by = norm.NFC.String(strings.TrimSpace(c.by)) // as the names of the content
	if c.packed == "" {
		c.packed = filepath.Clean(c.out) + "-" + c.words[0] + ".zip"
	}
	switch _, err := plan.ParseDate(c.day); {
	case c.day != "" && err != nil:
		return wrong("--date %q không phải một ngày (viết như 2030-04-10)", "--date %q is not a day (write it as 2030-04-10)", c.day)
	case c.json:
		return wrong("lệnh release không dùng cùng --json (chạy minhbach check --json trước)", "release does not go with --json (run minhbach check --json before)")
	case !strings.HasSuffix(strings.ToLower(c.packed), ".zip"):
		return wrong("--zip %q phải kết thúc bằng .zip", "--zip %q must end in .zip", c.packed)
	case !publish.Apart(c.packed, c.content, c.out):
		return wrong("tệp zip %q phải nằm ngoài thư mục nội dung và thư mục kết quả (chọn chỗ khác bằng --zip)", "the zip %q must lie outside the content and the output (choose another place with --zip)", c.packed)
	case !isFolder(filepath.Dir(c.packed)):
		return wrong("không có thư mục để ghi tệp zip %q (sửa --zip)", "there is no folder for the zip %q (correct --zip)", c.packed)
	}
	return nil
}

// prepare makes the files of the release, once everything is known to be right.
func (c *call) prepare(s *plan.Site, worlds []*derive.World, p *plan.Plan, x *plan.Snapshot, digest string) (ledger.Frozen, error) {
	addresses, err := site.Addresses(s, worlds, layouts.FS)
	if err != nil {
		return ledger.Frozen{}, err
	}
	return ledger.Release(os.DirFS(c.content), s, ledger.Notice{Plan: p.ID, Period: x.Period, Date: x.Released, Content: digest, Addresses: addresses, By: c.by})
}

// write builds the site with the release in it, packs it, and records the release.
func (c *call) write(s *plan.Site, worlds []*derive.World, frozen ledger.Frozen, x *plan.Snapshot, watch *stopwatch) error {
	s.Recorded = frozen.Recorded(s.Recorded)
	m, err := c.publish(s, worlds, watch, leaving{})
	if err != nil {
		return err
	}
	if m.ContentSHA256 != frozen.Line.Content {
		return &failure{exitContent, text{"nội dung bị sửa trong khi dựng trang; chưa công bố gì (chạy lại lệnh này)", "the content was changed while the site was built; nothing was released (run this again)"}}
	}
	if err := publish.Pack(c.out, c.packed, m, x.Released.Time()); err != nil {
		return machine("không ghi được tệp zip của trang, chưa công bố gì (đóng tệp đó nếu đang mở, rồi chạy lại): %[1]s", "the zip of the site could not be written, and nothing was released (close it if it is open, then run this again): %[2]s", system(err).vi, system(err).en)
	}
	if err := inTurn(frozen.Steps(c.content)); err != nil {
		return machine("chưa ghi được vào sổ công bố, nội dung còn nguyên vẹn (chạy lại lệnh này): %[1]s", "the release is not recorded, and the content is whole (run this again): %[2]s", system(err).vi, system(err).en)
	}
	c.say("Đã công bố kỳ “%s” của kế hoạch %s, ngày %s", "Period “%s” of plan %s is released, as of %s", x.Period, frozen.Line.Plan, lang.Date(plan.Lang(c.lang), x.Released))
	c.say("Trang gồm %d tệp nằm ở %s; tệp zip để đưa lên cổng: %s, mã kiểm tra ở %[3]s.sha256", "The site of %d files is in %s; the zip for the portal: %s, its checksum in %[3]s.sha256", len(m.Files)+1, c.out, c.packed)
	c.say("Lưu cả thư mục %s vào kho, kể cả ledger/ và releases/", "Keep the whole of %s, ledger/ and releases/ too", c.content)
	return nil
}

func inTurn(steps []func() error) error {
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}
