package serve_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"minhbach/generator/internal/output"
	"minhbach/generator/internal/serve"
)

const strict = `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-abc'; img-src 'self'"><title>T</title></head><body>`

// running is a preview at work, on a port of its own.
func running(t *testing.T, at string) (*serve.Preview, string) {
	t.Helper()
	p := serve.New("vi", func(err error) serve.Note {
		return serve.Note{Title: "hỏng", Items: []string{err.Error()}, Grave: true}
	})
	l, err := net.Listen("tcp", at)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- p.Serve(ctx, l) }()
	t.Cleanup(func() {
		stop()
		select {
		case err := <-ended:
			if err != nil {
				t.Error(err)
			}
		case <-time.After(5 * time.Second):
			t.Error("the server does not end")
		}
	})
	_, port, _ := net.SplitHostPort(l.Addr().String())
	return p, "http://127.0.0.1:" + port
}

type answer struct {
	code       int
	kind, body string
}

func get(t *testing.T, address string, change ...func(*http.Request)) answer {
	t.Helper()
	r, err := http.NewRequest(http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range change {
		c(r)
	}
	a, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Body.Close()
	body, err := io.ReadAll(a.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer{a.StatusCode, a.Header.Get("Content-Type"), string(body)}
}

func site(body string) []output.File {
	return []output.File{output.Of("index.html", []byte(strict+body)), output.Of("vi/index.html", []byte(strict+body)), output.Of("404.html", []byte(strict+"không có")),
		output.Of("data/a.csv", []byte("a\r\n")), output.Of("assets/x.js", []byte("1")), output.Of("bare.html", []byte("bare")),
		{Path: "broken.html", Write: func(w io.Writer) error { _, _ = io.WriteString(w, "half"); return errors.New("mẫu hỏng") }}}
}

// TestServe: files come as they are, pages with the script and let it in, and what is not there as the site's own page.
func TestServe(t *testing.T) {
	p, base := running(t, "127.0.0.1:0")
	if a := get(t, base+"/vi/index.html"); a.code != 503 || !strings.Contains(a.body, "/.preview/preview.js") {
		t.Errorf("before there is a site: %v", a)
	}
	p.Show(site("một"), serve.Note{})
	for _, c := range []struct {
		path, kind, body string
		code             int
	}{
		{"/", "text/html; charset=utf-8", "<body>một", 200},
		{"/vi/", "text/html; charset=utf-8", "<body>một", 200},
		{"/vi/index.html?q=1", "text/html; charset=utf-8", ` defer></script></head><body>một`, 200},
		{"/vi/index.html", "text/html; charset=utf-8", `content="default-src 'none'; style-src 'sha256-abc' 'self'; img-src 'self'; script-src 'self'; connect-src 'self'"`, 200},
		{"/bare.html", "text/html; charset=utf-8", `bare<script src="/.preview/preview.js"`, 200},
		{"/none.html", "text/html; charset=utf-8", "<body>không có", 404},
		{"/../../etc/passwd", "text/html; charset=utf-8", "<body>không có", 404},
		{"/data/a.csv", "text/csv; charset=utf-8", "a\r\n", 200},
		{"/assets/x.js", "text/javascript; charset=utf-8", "1", 200},
		{"/.preview/preview.css", "text/css; charset=utf-8", "section", 200},
		{"/.preview/serve.go", "application/octet-stream", "", 404},
		{"/broken.html", "text/html; charset=utf-8", "<title>hỏng</title>", 500},
	} {
		a := get(t, base+c.path)
		if a.code != c.code || a.kind != c.kind || !strings.Contains(a.body, c.body) || strings.Contains(a.body, "half") {
			t.Errorf("%s: %+v", c.path, a)
		}
	}
	if a := get(t, base+"/data/a.csv"); a.body != "a\r\n" {
		t.Errorf("a file was changed: %q", a.body)
	}
}

// TestGuard: on the loopback only who asks for the loopback is answered, and nobody writes.
func TestGuard(t *testing.T) {
	p, base := running(t, "127.0.0.1:0")
	p.Show(site("một"), serve.Note{})
	as := func(host string) func(*http.Request) { return func(r *http.Request) { r.Host = host } }
	for host, code := range map[string]int{"localhost:8000": 200, "127.0.0.1": 200, "[::1]:8000": 200, "evil.example": 421, "evil.example:8000": 421, "127.0.0.1.evil.example": 421} {
		if a := get(t, base+"/vi/index.html", as(host)); a.code != code {
			t.Errorf("%s: %d", host, a.code)
		}
	}
	if a := get(t, base+"/", func(r *http.Request) { r.Method = http.MethodPost }); a.code != http.StatusMethodNotAllowed {
		t.Errorf("POST: %d", a.code)
	}
	open, address := running(t, "0.0.0.0:0")
	open.Show(site("một"), serve.Note{})
	if a := get(t, address+"/", as("van-phong.example:8000")); a.code != 200 {
		t.Errorf("a server for all refuses one: %d", a.code)
	}
}

// TestEvents: whoever listens is told what is shown now, and at every change whether it is another site.
func TestEvents(t *testing.T) {
	p, base := running(t, "127.0.0.1:0")
	p.Show(site("một"), serve.Note{Title: "nháp"})
	a, err := http.Get(base + "/.preview/events")
	if err != nil {
		t.Fatal(err)
	}
	defer a.Body.Close()
	lines := bufio.NewScanner(a.Body)
	next := func() (n serve.Note) {
		t.Helper()
		for lines.Scan() {
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				if err := json.Unmarshal([]byte(data), &n); err != nil {
					t.Fatal(err)
				}
				return n
			}
		}
		t.Fatal("the server says nothing more")
		return n
	}
	first := next()
	if first.Title != "nháp" || !strings.Contains(get(t, base+"/").body, `data-site="`+first.Site+`"`) {
		t.Errorf("%+v, and the page is of another site", first)
	}
	p.Keep(serve.Note{Title: "lỗi", Items: []string{"a <b>"}, Grave: true})
	if n := next(); n.Site != first.Site || n.Title != "lỗi" || n.Items[0] != "a <b>" {
		t.Errorf("with errors: %+v", n)
	}
	if !strings.Contains(get(t, base+"/").body, "một") {
		t.Error("with errors the last good site is gone")
	}
	p.Show(site("hai"), serve.Note{})
	if n := next(); n.Site == first.Site || n.Title != "" {
		t.Errorf("mended: %+v", n)
	}
	if !strings.Contains(get(t, base+"/").body, "hai") {
		t.Error("the new site is not shown")
	}
}
