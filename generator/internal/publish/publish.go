// Package publish puts a site in place of the one before it.
//
// The files are written one at a time on each core into a staging folder beside the old site; only path, size and
// digest stay in memory. When all are there, with manifest.json last, the staging folder and the old site are exchanged
// in one step and the old one is removed. A process killed at any moment leaves the old site whole or the new one, and
// at most a staging folder that the next build clears away.
//
// A folder that is not ours (not empty and without the dot file .generated) is never touched. The output folder may
// not lie inside the content folder, equal it or hold it. A lock beside the output folder, which dies with the process,
// keeps two builds apart.
package publish

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"minhbach/generator/internal/output"
)

// marker is the dot file of a folder that this program made.
const marker = ".generated"

const markerText = "This folder is generated: everything in it but this file is made by \"make site\" and replaced as a whole at each build.\n"

// Options of a publication.
type Options struct {
	Content       string // the content folder, which the output must keep away from
	ContentSHA256 string
	Plans         []Stamp
	Progress      func(done, total int) // may be nil; called from one goroutine at a time
}

// The ways in which a call is wrong; each is wrapped with the folder that it is about.
var (
	ErrForeign = errors.New("the folder is not empty and was not made by this program")
	ErrContent = errors.New("the folder lies inside, equals or holds the content folder")
	ErrLocked  = errors.New("another build of this folder is running")
)

// Site publishes the files as the folder out.
func Site(out string, files []output.File, o Options) (Manifest, error) {
	out, err := filepath.Abs(out)
	if err != nil {
		return Manifest{}, err
	}
	if err := checkPlace(out, o.Content); err != nil {
		return Manifest{}, fmt.Errorf("%s: %w", out, err)
	}
	if err := checkPaths(files); err != nil {
		return Manifest{}, err
	}
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		return Manifest{}, err
	}
	unlock, err := lock(beside(out, "lock"))
	if err != nil {
		return Manifest{}, fmt.Errorf("%s: %w", out, err)
	}
	defer unlock()
	stage := beside(out, "stage")
	if err := errors.Join(restore(out), os.RemoveAll(stage)); err != nil {
		return Manifest{}, err
	}
	m, err := write(stage, files, o)
	if err == nil {
		err = exchange(stage, out)
	}
	return m, errors.Join(err, os.RemoveAll(stage))
}

// beside is a hidden neighbour of the output folder, on the same file system.
func beside(out, what string) string {
	return filepath.Join(filepath.Dir(out), "."+filepath.Base(out)+".minhbach-"+what)
}

// write fills the staging folder and leaves it complete, manifest and all.
func write(stage string, files []output.File, o Options) (Manifest, error) {
	if err := makeFolders(stage, files); err != nil {
		return Manifest{}, err
	}
	entries := make([]Entry, len(files))
	errs := make([]error, len(files))
	var next, done atomic.Int64
	var failed atomic.Bool
	var wg sync.WaitGroup
	var progress sync.Mutex
	for range min(runtime.GOMAXPROCS(0), max(len(files), 1)) {
		wg.Go(func() {
			for n := next.Add(1) - 1; n < int64(len(files)) && !failed.Load(); n = next.Add(1) - 1 {
				if entries[n], errs[n] = writeFile(stage, files[n]); errs[n] != nil {
					failed.Store(true)
				}
				if count := int(done.Add(1)); o.Progress != nil {
					progress.Lock()
					o.Progress(count, len(files))
					progress.Unlock()
				}
			}
		})
	}
	wg.Wait()
	if err := errors.Join(errs...); err != nil {
		return Manifest{}, err
	}
	m := newManifest(entries, o)
	if err := os.WriteFile(filepath.Join(stage, marker), []byte(markerText), 0o644); err != nil {
		return m, err
	}
	return m, m.write(filepath.Join(stage, ManifestName))
}

func makeFolders(stage string, files []output.File) error {
	made := map[string]bool{}
	for _, f := range files {
		dir := filepath.Join(stage, filepath.Dir(filepath.FromSlash(f.Path)))
		if !made[dir] {
			if err := os.MkdirAll(dir, 0o755); err != nil {
				return err
			}
			made[dir] = true
		}
	}
	return os.MkdirAll(stage, 0o755)
}

// checkPaths refuses paths that leave the folder, and two that some file systems would take for one.
func checkPaths(files []output.File) error {
	seen := map[string]string{}
	for _, f := range files {
		if !filepath.IsLocal(filepath.FromSlash(f.Path)) || strings.Contains(f.Path, "\\") || strings.HasPrefix(filepath.Base(f.Path), ".") {
			return fmt.Errorf("%q is not a path inside the site", f.Path)
		}
		key := strings.ToLower(f.Path)
		if before, twice := seen[key]; twice {
			return fmt.Errorf("%q and %q would be one file", before, f.Path)
		}
		seen[key] = f.Path
	}
	return nil
}

// checkPlace refuses an output folder that is not ours or that touches the content.
func checkPlace(out, content string) error {
	if content != "" {
		c, err := filepath.Abs(content)
		if err != nil {
			return err
		}
		if a, b := real(out), real(c); within(a, b) || within(b, a) {
			return ErrContent
		}
	}
	entries, err := os.ReadDir(out)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if _, err := os.Lstat(filepath.Join(out, marker)); len(entries) > 0 && err != nil {
		return ErrForeign
	}
	return nil
}

// real follows the links in the part of a path that exists.
func real(path string) string {
	if p, err := filepath.EvalSymlinks(path); err == nil {
		return p
	}
	if dir := filepath.Dir(path); dir != path {
		return filepath.Join(real(dir), filepath.Base(path))
	}
	return path
}

func within(path, dir string) bool {
	rel, err := filepath.Rel(dir, path)
	return err == nil && (rel == "." || rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator)))
}
