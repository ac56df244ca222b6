package cli_test

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"minhbach/generator/internal/cli"
	"minhbach/generator/internal/guard"
)

// TestConfirmation: a release asks for the id of the period, and writes nothing unless it is typed, and unless the
// content is still the one that was reviewed.
func TestConfirmation(t *testing.T) {
	for name, c := range map[string]struct {
		typed  string
		before func(content string)
		code   int
		said   string
	}{
		"the id":               {"q1\n", nil, 0, "is released"},
		"as Windows types it":  {" q1\r\n", nil, 0, "is released"},
		"without an end":       {"q1", nil, 0, "is released"},
		"something else":       {"yes\n", nil, 2, `nothing was released: "yes" was typed`},
		"nothing":              {"", nil, 2, "nothing was released"},
		"a file was edited":    {"q1\n", func(content string) { edit(t, filepath.Join(content, "site.yaml"), "Test office", "Text office") }, 1, "was changed during the review"},
		"a ledger came":        {"q1\n", func(content string) { put(t, filepath.Join(content, "ledger", "2030.jsonl"), "{}\n") }, 1, "was changed during the review"},
		"a list came":          {"q1\n", func(content string) { put(t, filepath.Join(content, "ledger", "addresses.txt"), "x\n") }, 1, "was changed during the review"},
		"a stray file came in": {"q1\n", func(content string) { put(t, filepath.Join(content, "a.tmp"), "x\n") }, 0, "is released"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			content := filepath.Join(dir, "nội dung")
			if err := os.CopyFS(content, os.DirFS("testdata/small")); err != nil {
				t.Fatal(err)
			}
			before := func() {
				if c.before != nil {
					c.before(content)
				}
			}
			var stdout, stderr bytes.Buffer
			code := cli.Main(context.Background(), []string{"release", "q1", "--content", content, "--out", filepath.Join(dir, "public")},
				cli.Env{Stdout: &stdout, Stderr: &stderr, Getenv: func(string) string { return "en" }, Stdin: typing{strings.NewReader(c.typed), before}, Asks: true})
			if code != c.code || !strings.Contains(stderr.String(), c.said) {
				t.Errorf("exit %d, want %d: %s", code, c.code, stderr.String())
			}
			_, released := os.Stat(filepath.Join(content, "releases", "2030", "q1.zip"))
			_, built := os.Stat(filepath.Join(dir, "public"))
			if (released == nil) != (code == 0) || (built == nil) != (code == 0) {
				t.Errorf("exit %d, release: %v, site: %v", code, released, built)
			}
		})
	}
}

// TestTwoAtOnce: while another holds the lock of the content, nothing is released.
func TestTwoAtOnce(t *testing.T) {
	content := filepath.Join(t.TempDir(), "content")
	if err := os.CopyFS(content, os.DirFS("testdata/small")); err != nil {
		t.Fatal(err)
	}
	unlock, err := guard.Lock(filepath.Join(content, ".minhbach-lock"))
	if err != nil {
		t.Fatal(err)
	}
	defer unlock()
	var stderr bytes.Buffer
	code := cli.Main(context.Background(), []string{"release", "q1", "--yes", "--content", content, "--out", content + "-out"},
		cli.Env{Stdout: io.Discard, Stderr: &stderr, Getenv: func(string) string { return "en" }})
	if code != 3 || !strings.Contains(stderr.String(), "another command is writing to") {
		t.Errorf("exit %d: %s", code, stderr.String())
	}
}

func edit(t *testing.T, path, old, new string) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(text), old) {
		t.Fatal(err, path)
	}
	put(t, path, strings.Replace(string(text), old, new, 1))
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestReleasedByAnother holds that a name is the same whether its accents are typed apart or not.
func TestReleasedByAnother(t *testing.T) {
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS("testdata/small")); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(folder, "plans/2030/snapshots/q1.yaml")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, append(text, "signed_off: {by: Lê Văn Tám, on: 2030-04-09}\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	env := cli.Env{Stdout: &said, Stderr: &said, Getenv: func(string) string { return "en" }}
	code := cli.Main(context.Background(), []string{"release", "q1", "--by", norm.NFD.String("Lê Văn Tám"), "--content", folder, "--out", filepath.Join(t.TempDir(), "public")}, env)
	if code != 2 || !strings.Contains(said.String(), "signed this period off") {
		t.Errorf("%d, %s", code, said.String())
	}
}
