package content_test

import (
	"io/fs"
	"reflect"
	"slices"
	"testing"

	"minhbach/generator/internal/content"
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/trees"
)

// load reads a folder as Load does, and holds that nothing is otherwise when it is read from the trees that were kept of it.
func load(t *testing.T, fsys fs.FS) (*plan.Site, *diag.List) {
	t.Helper()
	site, _, list := content.Load(fsys)
	kept := trees.New()
	for _, how := range []string{"first", "second"} {
		again, _, found := content.Read(fsys, kept).Check()
		if !slices.Equal(list.Sorted(), found.Sorted()) {
			t.Errorf("read a %s time, with trees kept, found\n%v\nwithout\n%v", how, found.Sorted(), list.Sorted())
		}
		if !reflect.DeepEqual(site, again) {
			t.Errorf("read a %s time, with trees kept, the content is another", how)
		}
	}
	return site, list
}
