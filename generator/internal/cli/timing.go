package cli

import (
	"fmt"
	"path"
	"sync"
	"time"
)

// stopwatch measures the stages of a build, and within the writing what each kind of file took.
type stopwatch struct {
	last   time.Time
	stages []stage

	mu    sync.Mutex
	kinds map[string]time.Duration
}

type stage struct {
	name text
	took time.Duration
}

func (w *stopwatch) lap(vi, en string) {
	now := time.Now()
	w.stages = append(w.stages, stage{text{vi, en}, now.Sub(w.last)})
	w.last = now
}

// The kinds of files, in the order in which they are printed, by how their names end; the last is what remains.
var fileKinds = []struct {
	name text
	ends []string
}{
	{text{"vẽ tệp biểu đồ", "draw charts and pictures"}, []string{".svg", ".png"}},
	{text{"dựng trang, biểu đồ trong trang", "render pages, charts in them"}, []string{".html"}},
	{text{"bảng dữ liệu", "tables"}, []string{".csv", ".json"}},
	{text{"tệp Excel", "Excel workbook"}, []string{".xlsx"}},
	{text{"cơ sở dữ liệu SQLite", "SQLite database"}, []string{".sqlite"}},
	{text{"nén tệp zip", "compress the zip"}, []string{".zip"}},
	{text{"tệp khác", "other files"}, nil},
}

// disk is the kind of what no file's making took.
const disk = ""

// spent counts the time of one file: that of making it to its kind, that of keeping it to the disk. It is called on every core.
func (w *stopwatch) spent(name string, made, kept time.Duration) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.kinds == nil {
		w.kinds = map[string]time.Duration{}
	}
	w.kinds[fileKind(name).en] += made
	w.kinds[disk] += kept
}

func fileKind(name string) text {
	for _, k := range fileKinds {
		for _, end := range k.ends {
			if path.Ext(name) == end {
				return k.name
			}
		}
	}
	return fileKinds[len(fileKinds)-1].name
}

func (w *stopwatch) print(c *call) {
	line := func(name text, took time.Duration) {
		fmt.Fprintf(c.env.Stderr, "%-36s %8.1f ms\n", name.in(c.lang), float64(took.Microseconds())/1000)
	}
	for _, s := range w.stages {
		line(s.name, s.took)
	}
	fmt.Fprintln(c.env.Stderr, text{"Trong bước cuối, cộng thời gian của mọi nhân:", "Of the last stage, summed over the cores:"}.in(c.lang))
	for _, k := range fileKinds {
		if took, there := w.kinds[k.name.en]; there {
			line(text{"  " + k.name.vi, "  " + k.name.en}, took)
		}
	}
	line(text{"  ghi đĩa, tính mã kiểm tra", "  write to the disk, digests"}, w.kinds[disk])
}
