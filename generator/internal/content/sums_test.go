package content

import (
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"sync"
	"testing"
	"testing/fstest"
)

// counting counts how often each file is opened.
type counting struct {
	fs.FS
	mu     sync.Mutex
	opened map[string]int
}

func (c *counting) Open(name string) (fs.File, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.opened[name]++
	return c.FS.Open(name)
}

func (c *counting) Stat(name string) (fs.FileInfo, error)      { return fs.Stat(c.FS, name) }
func (c *counting) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(c.FS, name) }

// TestReadOnce: a folder that was summed is read from what was summed, and says the same.
func TestReadOnce(t *testing.T) {
	for _, folder := range []string{"../../../content", "../../demo/content", "../../demo/testplans/open-government", "../../demo/testplans/sdg"} {
		disk := &counting{FS: os.DirFS(folder), opened: map[string]int{}}
		sums, err := Sum(disk)
		if err != nil {
			t.Fatal(err)
		}
		got, _, gotFound := Read(sums.FS(), nil).Check()
		want, _, wantFound := Load(os.DirFS(folder))
		if !reflect.DeepEqual(got, want) || !slices.Equal(gotFound.Sorted(), wantFound.Sorted()) {
			t.Errorf("%s is another when it was summed before", folder)
		}
		for name, times := range disk.opened {
			if times > 1 && classify(name).kind != stray {
				t.Errorf("%s was opened %d times", name, times)
			}
		}
	}
}

// TestReadAsSummed: what changes between the sum and the reading is not seen, and so belongs to the next sum.
func TestReadAsSummed(t *testing.T) {
	fsys := fstest.MapFS{}
	if err := fs.WalkDir(os.DirFS("../../../content"), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			text, _ := fs.ReadFile(os.DirFS("../../../content"), name)
			fsys[name] = &fstest.MapFile{Data: text, Mode: 0o644}
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	sums, err := Sum(fsys)
	if err != nil {
		t.Fatal(err)
	}
	before, _, _ := Load(fsys)
	for name, f := range fsys {
		if ok, _ := filepath.Match("plans/*/snapshots/*.yaml", name); ok {
			f.Data = []byte("broken: [")
		}
	}
	after, _, found := Read(sums.FS(), nil).Check()
	if found.Failed() || !reflect.DeepEqual(before, after) {
		t.Error("a file that was changed after the sum was read as it is now")
	}
	if _, _, ok := sums.Rows(after); !ok {
		t.Error("the rows of a site that was read from the sum are not known")
	}
	if now, err := Sum(fsys); err != nil || now.All() == sums.All() {
		t.Error("a file that was changed after the sum is not in the next", err)
	}
}
