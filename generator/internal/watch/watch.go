// Package watch tells when the files of some folders change. It looks again and again at size and time of each, which
// works alike on every system, on network shares, and with editors that save by renaming; a thousand files take some
// eight milliseconds. Dot files and dot folders, which are not read as content, are left out.
package watch

import (
	"context"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Files are those of some folders as they were when they were last looked at.
type Files struct {
	folders []string
	seen    map[string]stamp
}

// stamp is how a file is recognised as unchanged; its zero value stands for one that cannot be looked at.
type stamp struct {
	size int64
	time time.Time
}

const (
	often   = 100 * time.Millisecond // how often is looked
	share   = 10                     // looking takes at most a tenth of the time
	settled = 20 * time.Millisecond  // a program that writes in several steps is waited for
	longest = time.Second            // but not for ever
)

// Of looks at the files of the folders; empty names are none.
func Of(folders ...string) *Files {
	f := &Files{}
	for _, folder := range folders {
		if folder != "" {
			f.folders = append(f.folders, folder)
		}
	}
	f.seen = f.look()
	return f
}

// Changed waits until something is other than when it was last looked at, and has stayed so for a moment. Its error is
// that of a context that ended.
func (f *Files) Changed(ctx context.Context) error {
	for {
		began := time.Now()
		now := f.look()
		if !maps.Equal(now, f.seen) {
			f.seen = now
			return f.settle(ctx)
		}
		if err := pause(ctx, max(often, share*time.Since(began))); err != nil {
			return err
		}
	}
}

func (f *Files) settle(ctx context.Context) error {
	for began := time.Now(); time.Since(began) < longest; {
		if err := pause(ctx, settled); err != nil {
			return err
		}
		now := f.look()
		if maps.Equal(now, f.seen) {
			return nil
		}
		f.seen = now
	}
	return nil
}

func pause(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}

func (f *Files) look() map[string]stamp {
	now := map[string]stamp{}
	for _, folder := range f.folders {
		if behind, err := filepath.EvalSymlinks(folder); err == nil { // a link to a folder is read as the folder
			folder = behind
		}
		_ = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			switch {
			case path != folder && strings.HasPrefix(filepath.Base(path), "."):
				return skipped(d)
			case err != nil || !d.IsDir():
				now[path] = stampOf(path)
			}
			return nil
		})
	}
	return now
}

func skipped(d fs.DirEntry) error {
	if d != nil && d.IsDir() {
		return fs.SkipDir
	}
	return nil
}

func stampOf(path string) stamp {
	info, err := os.Stat(path)
	if err != nil {
		return stamp{}
	}
	return stamp{info.Size(), info.ModTime()}
}
