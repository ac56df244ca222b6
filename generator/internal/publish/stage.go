package publish

import (
	"encoding/json"
	"errors"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"minhbach/generator/internal/output"
)

// write fills the staging folder and leaves it complete, manifest and all. It stops at the first file that fails.
func (p place) write(files []output.File, old *inventory, o Options) (output.Manifest, error) {
	all, err := p.writeAll(files, old, o)
	if err != nil {
		return output.Manifest{}, &Failure{Writing, p.out, err}
	}
	m, checks := newManifest(all, o)
	text, err := m.JSON()
	if err == nil {
		err = save(filepath.Join(p.stage, output.ManifestName), text)
	}
	if err == nil && o.State.Maker != "" {
		text, err = json.Marshal(kept{o.State, digest(text), checks, o.Note})
		if err == nil {
			err = save(filepath.Join(p.stage, keptName), text)
		}
	}
	return m, err
}

func (p place) writeAll(files []output.File, old *inventory, o Options) ([]written, error) {
	if err := p.prepare(files); err != nil {
		return nil, err
	}
	all := make([]written, len(files))
	var before *earlier
	if k, ok := p.kept(o.State.Maker); ok {
		before = k.earlier(old)
	}
	count := counter{total: len(files), progress: o.Progress}
	err := onAllCores(len(files), p.stage, func(w *writer, n int) (err error) {
		defer count.one()
		if before.same(files[n], o.State) {
			if f, listed := before.files[files[n].Path]; listed && w.take(p.out, f) {
				all[n] = f
				return nil
			}
		}
		all[n], err = w.file(files[n])
		if o.Spent != nil {
			o.Spent(files[n].Path, w.took-w.kept, w.kept)
		}
		return err
	})
	return all, err
}

// onAllCores does so many things, each core with a writer of its own, and stops at the first that fails.
func onAllCores(total int, stage string, do func(w *writer, n int) error) error {
	errs := make([]error, total)
	var next atomic.Int64
	var failed atomic.Bool
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), total) {
		workers.Go(func() {
			w := newWriter(stage)
			for n := next.Add(1) - 1; n < int64(total) && !failed.Load(); n = next.Add(1) - 1 {
				if errs[n] = do(w, int(n)); errs[n] != nil {
					failed.Store(true)
					return
				}
			}
		})
	}
	workers.Wait()
	return errors.Join(errs...)
}

// prepare makes the staging folder: the marker, what is carried over, and all folders.
func (p place) prepare(files []output.File) error {
	if err := folder(p.stage); err != nil {
		return err
	}
	dots, err := p.dots()
	if err != nil {
		return err
	}
	if err := save(filepath.Join(p.stage, marker), []byte(markerText)); err != nil {
		return err
	}
	for _, name := range dots {
		if name == keptName {
			continue
		}
		body, err := os.ReadFile(filepath.Join(p.out, name))
		if err != nil {
			return err
		}
		if err := save(filepath.Join(p.stage, name), body); err != nil {
			return err
		}
	}
	for _, dir := range foldersOf(files) {
		if err := folder(filepath.Join(p.stage, filepath.FromSlash(dir))); err != nil {
			return err
		}
	}
	return nil
}

// foldersOf lists the folders of some files, outer ones first.
func foldersOf(files []output.File) []string {
	known := map[string]bool{".": true}
	var all []string
	for _, f := range files {
		for dir := path.Dir(f.Path); !known[dir]; dir = path.Dir(dir) {
			known[dir] = true
			all = append(all, dir)
		}
	}
	slices.Sort(all)
	return all
}

func folder(name string) error {
	if err := os.Mkdir(name, 0o755); err != nil {
		return err
	}
	return os.Chmod(name, 0o755)
}

func save(name string, body []byte) error {
	if err := os.WriteFile(name, body, 0o644); err != nil {
		return err
	}
	return os.Chmod(name, 0o644)
}
