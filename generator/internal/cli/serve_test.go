package cli_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"minhbach/generator/internal/cli"
)

// spoken is what a verb that runs says while it runs.
type spoken struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *spoken) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

// waitFor waits until what has been said behind the line of the last form holds a form, and gives its first group.
func (s *spoken) waitFor(t *testing.T, form string) string {
	t.Helper()
	for began := time.Now(); time.Since(began) < 10*time.Second; time.Sleep(5 * time.Millisecond) {
		s.mu.Lock()
		m := regexp.MustCompile(`(?s:.*?)` + form + `[^\n]*\n?`).FindStringSubmatch(s.b.String())
		if m != nil {
			s.b.Next(len(m[0])) // what is said behind it may be waited for next
		}
		s.mu.Unlock()
		if m != nil {
			return m[len(m)-1]
		}
	}
	t.Fatalf("%s was not said, but\n%s", form, s.all())
	return ""
}

// all is what has been said since something was waited for.
func (s *spoken) all() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

// runs starts a verb on a copy of the small plan; stop ends it and gives its exit code.
func runs(t *testing.T, terminal bool, args ...string) (content string, says *spoken, stop func() int) {
	t.Helper()
	content = filepath.Join(t.TempDir(), "Nội dung")
	if err := os.CopyFS(content, os.DirFS("testdata/small")); err != nil {
		t.Fatal(err)
	}
	says = &spoken{}
	ctx, cancel := context.WithCancel(context.Background())
	code := make(chan int, 1)
	env := cli.Env{Stdout: says, Stderr: says, Terminal: terminal, Getenv: func(string) string { return "en" }}
	go func() { code <- cli.Main(ctx, append(args, "--content", content), env) }()
	stop = sync.OnceValue(func() int {
		cancel()
		select {
		case c := <-code:
			return c
		case <-time.After(10 * time.Second):
			t.Error("it does not end")
			return -1
		}
	})
	t.Cleanup(func() { stop() })
	return content, says, stop
}

func change(t *testing.T, file, from, to string) {
	t.Helper()
	body, err := os.ReadFile(file)
	if err != nil || !strings.Contains(string(body), from) {
		t.Fatal(file, "does not hold", from, err)
	}
	if err := os.WriteFile(file, []byte(strings.Replace(string(body), from, to, 1)), 0o644); err != nil {
		t.Fatal(err)
	}
}

func page(t *testing.T, address string) string {
	t.Helper()
	a, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Body.Close()
	body, err := io.ReadAll(a.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

// TestServe: a change is shown, an error is said and leaves the site as it was, a draft is shown as such, and the end is a
// clean one.
func TestServe(t *testing.T) {
	content, says, stop := runs(t, false, "serve", "--port", "0")
	base := says.waitFor(t, `The site is at (http://127\.0\.0\.1:[0-9]+/)`)
	says.waitFor(t, `The site is new \([0-9]+ ms\)`)
	address := base + "en/2030/indicators/1.1.html"
	if !strings.Contains(page(t, address), "42.79%") {
		t.Error("the figure is not on its page")
	}
	q1 := filepath.Join(content, "plans", "2030", "snapshots", "q1.yaml")
	change(t, q1, "42.79", "43.5")
	says.waitFor(t, `The site is new`)
	if !strings.Contains(page(t, address), "43.5%") {
		t.Error("the change is not shown")
	}
	change(t, q1, "43.5", "43,5")
	says.waitFor(t, `(?s)q1\.yaml:7:[0-9]+: error: .*1 error`)
	if !strings.Contains(page(t, address), "43.5%") {
		t.Error("an error took the last good site away")
	}
	change(t, q1, "43,5", "44.5")
	says.waitFor(t, `The site is new`)
	q1Text, err := os.ReadFile("testdata/small/plans/2030/snapshots/q1.yaml")
	if err != nil {
		t.Fatal(err)
	}
	figures, _, _ := strings.Cut(string(q1Text), "task_reports")
	fy := strings.NewReplacer("2030-03-31", "2030-12-31", "released: 2030-04-10\n", "", "reference: 2030-03-14", "reference: 2030-12-14", "42.79", "61.2").Replace(figures)
	if err := os.WriteFile(filepath.Join(filepath.Dir(q1), "fy.yaml"), []byte(fy), 0o644); err != nil {
		t.Fatal(err)
	}
	says.waitFor(t, `The site is new`)
	change(t, filepath.Join(content, "plans", "2030", "narrative", "muc-tieu.en.md"), "@q1", "@fy")
	says.waitFor(t, `The site is new`)
	for _, address := range []string{address, base + "en/2030/plan/muc-tieu.html"} {
		if !strings.Contains(page(t, address), "61.2%") {
			t.Error("the draft is not shown at", address)
		}
	}
	if !strings.Contains(page(t, base+"manifest.json"), `"path": "en/index.html"`) {
		t.Error("the manifest is not there")
	}
	if code := stop(); code != 0 {
		t.Errorf("it ended with %d", code)
	}
}

// TestServeLayouts: a broken layout is said with its place, and leaves the site as it was.
func TestServeLayouts(t *testing.T) {
	own := t.TempDir()
	_, says, _ := runs(t, false, "serve", "--port", "0", "--layouts", own)
	base := says.waitFor(t, `The site is at (http://[0-9.:]+/)`)
	says.waitFor(t, `The site is new`)
	foot := filepath.Join(own, "foot.html")
	if err := os.WriteFile(foot, []byte("</main>{{.Nothing}}</body></html>"), 0o644); err != nil {
		t.Fatal(err)
	}
	says.waitFor(t, `The site is new`)
	if body := page(t, base+"en/index.html"); strings.Contains(body, "</main>") {
		t.Error("half a page was sent")
	}
	says.waitFor(t, `foot\.html:1:[0-9]+: error`)
	if err := os.WriteFile(foot, []byte("</main>{{if}}"), 0o644); err != nil {
		t.Fatal(err)
	}
	says.waitFor(t, `foot\.html:1:?[0-9]*: error`)
	if err := os.WriteFile(foot, []byte("</main><p>Our foot</p></body></html>"), 0o644); err != nil {
		t.Fatal(err)
	}
	says.waitFor(t, `The site is new`)
	if !strings.Contains(page(t, base+"en/index.html"), "Our foot") {
		t.Error("the layout is not used")
	}
}

// TestPortInUse: the port of another program is left to it, and the message says what to do.
func TestPortInUse(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	port := l.Addr().(*net.TCPAddr).Port
	_, says, stop := runs(t, false, "serve", "--port", fmt.Sprint(port))
	says.waitFor(t, fmt.Sprintf(`minhbach: 127\.0\.0\.1:%d cannot be opened .*--port %d`, port, port+1))
	if code := stop(); code != 3 {
		t.Errorf("it ended with %d", code)
	}
}
