package content

import (
	"io/fs"
	"runtime"
	"slices"
	"sync"

	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/trees"
)

// reading is a file and what was read from it. The value is there even when the file is broken.
type reading struct {
	file
	problems
	value any
}

// registry is agencies.yaml.
type registry struct {
	Agencies []plan.Agency `yaml:"agencies"`
}

// readAll reads the files on all cores and keeps their order. It begins with the last: the snapshots, which take longest,
// stand near the end.
func readAll(kept *trees.Trees, fsys fs.FS, files []file) []*reading {
	reads := make([]*reading, len(files))
	next := make(chan int)
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), max(len(files), 1)) {
		workers.Go(func() {
			from := &trees.Reader{Trees: kept}
			for n := range next {
				reads[n] = read(from, fsys, files[n])
			}
		})
	}
	for n := range slices.Backward(files) {
		next <- n
	}
	close(next)
	workers.Wait()
	return reads
}

func read(from *trees.Reader, fsys fs.FS, f file) *reading {
	r := &reading{file: f, problems: problems{path: f.path}, value: blank(f)}
	switch v := r.value.(type) {
	case *plan.Emblem:
		r.emblem(fsys, v)
	case *printed:
		if text, ok := r.open(fsys); ok {
			r.rows(text, v)
		}
	case *plan.Page:
		if text, ok := r.open(fsys); ok {
			r.markdown(from, text, v, f.kind == narrative)
		}
	default:
		if text, sum, ok := r.raw(fsys); ok {
			r.yaml(from, text, sum, 0, v)
		}
	}
	return r
}

// blank is an empty value of the kind that a file holds, with what its path says.
func blank(f file) any {
	switch f.kind {
	case settings:
		return &plan.Settings{}
	case agencies:
		return &registry{}
	case planSheet:
		return &plan.Plan{ID: f.plan}
	case printedRows:
		return &printed{}
	case indicator:
		return &plan.Indicator{ID: plan.IndicatorID(f.name)}
	case task:
		return &plan.Task{ID: plan.TaskID(f.name)}
	case snapshot:
		return &plan.Snapshot{Period: plan.PeriodID(f.name)}
	case emblem:
		return &plan.Emblem{File: f.path}
	}
	return &plan.Page{File: f.path, Slug: f.name, Lang: f.lang}
}
