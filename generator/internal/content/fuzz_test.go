package content_test

import (
	"slices"
	"testing"
	"testing/fstest"
)

// FuzzLoad puts anything at all in the place of one file: whatever it is, there is an answer, the same one each time, with
// texts in both languages. (-fuzzminimizetime 10x keeps it from spending its time on small differences in scheduling.)
func FuzzLoad(f *testing.F) {
	whole := base(f)
	var names []string
	for name := range whole {
		names = append(names, name)
	}
	slices.Sort(names)
	for n, name := range names {
		f.Add(uint(n), whole[name].Data)
	}
	for _, text := range []string{"", "a: [", "- &a {b: *a}", "\ufeff? - 1\n: !!set {}", "---\n...\n---", "value: 42,79", "\"", "a,b\n\"c", "---\ntitle: x\n---"} {
		f.Add(uint(len(text)), []byte(text))
	}
	f.Fuzz(func(t *testing.T, which uint, data []byte) {
		site := base(t)
		site[names[which%uint(len(names))]] = &fstest.MapFile{Data: data}
		_, found := load(t, site)
		for _, d := range found.Sorted() {
			if d.Message.VI == "" || d.Message.EN == "" || d.Hint.VI == "" || d.Hint.EN == "" {
				t.Errorf("a text is missing: %+v", d)
			}
		}
	})
}
