package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/signal"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/output"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/serve"
	"minhbach/generator/internal/site"
	"minhbach/generator/internal/trees"
	"minhbach/generator/internal/watch"
	"minhbach/static"
)

// serveSite shows the site in the browser, anew at each change of the content, until it is stopped.
func serveSite(ctx context.Context, c *call) error {
	assets, err := c.bundle()
	if err != nil {
		return err
	}
	if c.port > 65535 {
		return wrong("--port nhận số từ 0 đến 65535, không nhận %d", "--port takes a number from 0 to 65535, not %d", c.port)
	}
	at := net.JoinHostPort(c.host, strconv.Itoa(int(c.port)))
	l, err := net.Listen("tcp", at)
	if err != nil {
		return machine("không mở được %[1]s (%[2]v); nếu một chương trình khác đang dùng cổng này thì chọn cổng khác, ví dụ --port %[3]d",
			"%[1]s cannot be opened (%[2]v); if another program is using the port, choose another, for example --port %[3]d", at, cause(err), c.port+1)
	}
	c.drafts = true
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	p := serve.New(c.lang, c.explain)
	ended := make(chan error, 1)
	go func() { ended <- p.Serve(ctx, l) }()
	c.say("Xem tại http://%s/ (dừng bằng Ctrl-C)", "The site is at http://%s/ (stop with Ctrl-C)", l.Addr())
	if err := c.follow(ctx, p, assets); err != nil {
		return err
	}
	return <-ended
}

// cause is the innermost error, which says what the system has to say.
func cause(err error) error {
	if inner := errors.Unwrap(err); inner != nil {
		return cause(inner)
	}
	return err
}

// follow renews the preview at each change, until the context ends.
func (c *call) follow(ctx context.Context, p *serve.Preview, assets *static.Assets) error {
	files := watch.Of(c.content, c.layouts)
	c.trees = trees.New()
	for {
		if err := c.renew(p, assets); err != nil {
			return err
		}
		if files.Changed(ctx) != nil {
			return nil
		}
	}
}

// renew reads the content and shows its site; while it has errors the last good site stays.
func (c *call) renew(p *serve.Preview, assets *static.Assets) error {
	began := time.Now()
	e, err := c.examine(&stopwatch{last: began}, nothing)
	if err != nil {
		return err
	}
	if err := c.report(e.problems); err != nil {
		return err
	}
	if n := errorsAmong(e.problems); n > 0 {
		c.count(n)
		p.Keep(c.grave(e.problems))
		return nil
	}
	stamps := site.Stamps(e.worlds)
	if len(stamps) == 0 {
		p.Keep(c.note("Chưa có kỳ báo cáo nào (tạo tệp đầu tiên bằng minhbach new)", "There is no reporting period yet (make the first file with minhbach new)", true))
		return nil
	}
	files, err := site.Files(e.site, e.worlds, c.layoutFiles(), assets)
	if err != nil {
		p.Keep(c.explain(err))
		return nil
	}
	p.Show(append(files, listing(files, stamps)), c.preview(e.drafts))
	c.say("Trang đã mới (%d ms)", "The site is new (%d ms)", time.Since(began).Milliseconds())
	return nil
}

// withDrafts lets drafts count as if they were released, in what the narrative says of them too, and names them.
func withDrafts(s *plan.Site) []string {
	var names []string
	for n, p := range s.Plans {
		for _, x := range p.Snapshots {
			if !x.Released.Known() {
				names = append(names, p.ID+"/"+string(x.Period))
			}
		}
		s.Plans[n] = p.Previewed()
	}
	return names
}

func (c *call) note(vi, en string, grave bool, items ...string) serve.Note {
	return serve.Note{Title: text{vi, en}.in(c.lang), Items: items, Close: text{"Đóng", "Close"}.in(c.lang), Grave: grave}
}

// preview says that the site shows what is not released; nothing where there is no such thing.
func (c *call) preview(drafts []string) serve.Note {
	if len(drafts) == 0 {
		return serve.Note{}
	}
	all := strings.Join(drafts, ", ")
	return c.note("Bản xem trước, có cả kỳ chưa công bố: "+all, "A preview that shows drafts too: "+all, false)
}

// grave lists the errors.
func (c *call) grave(problems []diag.Diagnostic) serve.Note {
	var items []string
	for _, d := range problems {
		if d.Severity == diag.Error {
			items = append(items, d.Format(c.lang))
		}
	}
	return c.note("Nội dung có lỗi; sửa xong thì trang mới hiện ra", "The content has errors; the new page shows once they are mended", true, items...)
}

// explain says why a page could not be made, on the terminal too.
func (c *call) explain(err error) serve.Note {
	problems := site.Flaws(err)
	if len(problems) > 0 {
		folder := c.layouts
		if folder == "" {
			folder = "layouts"
		}
		problems = under(folder, problems)
		if failed := c.report(problems); failed != nil {
			return c.note(failed.Error(), failed.Error(), true)
		}
		return c.grave(problems)
	}
	fmt.Fprintf(c.env.Stderr, "minhbach: %s: %v\n", text{"không làm được trang này", "this page cannot be made"}.in(c.lang), err)
	return c.note("Không làm được trang này", "This page cannot be made", true, err.Error())
}

// listing is the manifest of files that are not written, measured when it is asked for.
func listing(files []output.File, plans []output.Stamp) output.File {
	return output.File{Path: output.ManifestName, Write: func(w io.Writer) error {
		m := output.Manifest{Format: 1, Plans: plans}
		for _, f := range files {
			entry, err := f.Measure()
			if err != nil {
				return err
			}
			m.Files = append(m.Files, entry)
		}
		slices.SortFunc(m.Files, func(a, b output.Entry) int { return cmp.Compare(a.Path, b.Path) })
		body, err := m.JSON()
		if err != nil {
			return err
		}
		_, err = w.Write(body)
		return err
	}}
}
