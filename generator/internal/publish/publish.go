// Package publish puts a site in place of the one before it, and tells whether a copy of one is whole (OpenCopy).
//
// The files are written one at a time on each core into a staging folder beside the old site; only path, size and
// digest stay in memory. When all are there, with manifest.json last, the staging folder and the old site are exchanged
// in one step and the old one is removed. A process killed at any moment leaves the old site whole or the new one, and
// at most a folder beside it that the next build clears away. Where the system has no exchange, the old site is moved
// aside first; a process killed in between leaves it there whole, and the next build puts it back before anything else.
//
// A site keeps in a dot file what it was made from (State). The next one takes over what would come out the same as a second
// name of the old file, once that file's check sum is found right; where nothing would change, Unchanged says so.
//
// A folder that is not ours (not empty and without the dot file .generated) is never touched; nor is one of ours into
// which somebody has put a file of his own, and a neighbour that only
// has the name of our staging folder is not either. Dot files of the old site are carried over, .generated among them;
// a dot folder, such as .git, is refused, because a build would lose it. The output folder may not lie inside the
// content folder, equal it or hold it, whatever links lead there; a link to the output folder stays a link. A lock
// beside the output folder, which dies with the process, keeps two builds apart.
//
// Files are readable for everyone whatever the umask, so that a server of another user can serve them. Nothing is
// forced onto the disk: after a power cut, build again.
package publish

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"minhbach/generator/internal/guard"
	"minhbach/generator/internal/output"
)

// Options of a publication.
type Options struct {
	Content       string // the content folder, which the output must keep away from
	ContentSHA256 string
	Plans         []output.Stamp
	State         State                                       // what the files are made from; without a maker nothing is kept
	Note          json.RawMessage                             // left with the state for Unchanged
	Progress      func(done, total int)                       // may be nil; called from one goroutine at a time, at most once a hundredth
	Spent         func(path string, made, kept time.Duration) // may be nil; called on every core: the time to make a file, and to measure and keep it
}

// The ways in which a call is wrong; each is wrapped with the path that it is about.
var (
	ErrForeign = errors.New("not made by this program")
	ErrContent = errors.New("the folder lies inside, equals or holds the content folder")
	ErrLocked  = guard.ErrLocked
)

// Site publishes the files as the folder out. After an error the old site is as it was.
func Site(out string, files []output.File, o Options) (output.Manifest, error) {
	if err := checkPaths(files); err != nil {
		return output.Manifest{}, err
	}
	p, err := find(out, o.Content)
	if err != nil {
		return output.Manifest{}, err
	}
	if _, err := p.dots(); err != nil {
		return output.Manifest{}, err
	}
	old, err := p.inventory()
	if err != nil {
		return output.Manifest{}, err
	}
	if err := p.strangers(old); err != nil {
		return output.Manifest{}, err
	}
	if err := os.MkdirAll(filepath.Dir(p.out), 0o755); err != nil {
		return output.Manifest{}, err
	}
	unlock, err := guard.Lock(p.lock)
	if errors.Is(err, ErrLocked) {
		return output.Manifest{}, fmt.Errorf("%s: %w", p.out, err)
	} else if err != nil {
		return output.Manifest{}, &Failure{Beside, p.out, err}
	}
	defer unlock()
	return p.publish(files, old, o)
}

// publish does the work of Site under the lock. What cannot be removed at its end is in nobody's way, and is removed by
// the next build.
func (p place) publish(files []output.File, old *inventory, o Options) (output.Manifest, error) {
	if err := p.tidy(); err != nil {
		return output.Manifest{}, err
	}
	defer discard(p.stage) // the old site, or what was staged of the new one
	m, err := p.write(files, old, o)
	if err != nil {
		return output.Manifest{}, err
	}
	if err := p.replace(); err != nil {
		return output.Manifest{}, err // an old site that could not be moved back stays aside for the next build
	}
	_ = discard(p.old)
	return m, nil
}
