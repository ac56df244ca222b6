package watch_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"minhbach/generator/internal/watch"
)

// TestChanged: whatever an editor does to a file is noticed, and what does not concern the content is not.
func TestChanged(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "Nội dung")
	at := func(name string) string { return filepath.Join(folder, name) }
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	write := func(name, text string) error { return os.WriteFile(at(name), []byte(text), 0o644) }
	must(os.MkdirAll(at("plans/a"), 0o755))
	must(write("site.yaml", "một"))
	must(write("plans/a/plan.yaml", "hai"))
	link := filepath.Join(t.TempDir(), "link")
	must(os.Symlink(folder, link))
	files := watch.Of(link, "")
	changed := func(within time.Duration) bool {
		ctx, stop := context.WithTimeout(context.Background(), within)
		defer stop()
		err := files.Changed(ctx)
		if err != nil && !errors.Is(err, context.DeadlineExceeded) {
			t.Fatal(err)
		}
		return err == nil
	}
	for _, c := range []struct {
		what string
		do   func() error
		want bool
	}{
		{"nothing", func() error { return nil }, false},
		{"a file of another length", func() error { return write("site.yaml", "một, hai") }, true},
		{"a file of the same length, later", func() error {
			later := time.Now().Add(time.Hour)
			return errors.Join(write("site.yaml", "hai, một"), os.Chtimes(at("site.yaml"), later, later))
		}, true},
		{"a file saved by renaming", func() error {
			return errors.Join(write("site.tmp", "ba"), os.Rename(at("site.tmp"), at("site.yaml")))
		}, true},
		{"a file in a new folder", func() error {
			return errors.Join(os.MkdirAll(at("plans/b/tasks"), 0o755), write("plans/b/tasks/1.yaml", ""))
		}, true},
		{"a file that is gone", func() error { return os.Remove(at("plans/a/plan.yaml")) }, true},
		{"an editor's own file", func() error { return write(".site.yaml.swp", "x") }, false},
		{"a file in a dot folder", func() error { return errors.Join(os.Mkdir(at(".git"), 0o755), write(".git/index", "x")) }, false},
		{"the folder that is gone", func() error { return os.RemoveAll(folder) }, true},
		{"the folder that is back", func() error { return errors.Join(os.Mkdir(folder, 0o755), write("site.yaml", "x")) }, true},
	} {
		must(c.do())
		within := 300 * time.Millisecond
		if c.want {
			within = 5 * time.Second
		}
		if got := changed(within); got != c.want {
			t.Errorf("%s: %v", c.what, got)
		}
	}
}
