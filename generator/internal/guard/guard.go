// Package guard keeps files of people from harm: a lock that dies with the process, so that two programs do not write
// over each other, and a replacement that is there whole or not at all.
package guard

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrLocked says that another process holds the lock.
var ErrLocked = errors.New("another process is at work here")

// Replacement puts a text in the place of a file. Whoever is killed between two of its steps, or within one, leaves the old
// file or the new one.
type Replacement struct {
	path, aside string
	text        []byte
}

// Replace prepares the replacement of a file, which need not be there yet. The new text waits beside it in a dot file of
// a fixed name, so that what a killed process left is written over by the next.
func Replace(path string, text []byte) Replacement {
	return Replacement{path, filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".new"), text}
}

// Steps are what is done one after the other.
func (r Replacement) Steps() []func() error { return []func() error{r.write, r.swap} }

// Do takes all steps; after an error the old file is as it was.
func (r Replacement) Do() error {
	for _, step := range r.Steps() {
		if err := step(); err != nil {
			_ = os.Remove(r.aside)
			return err
		}
	}
	return nil
}

// write writes the text beside the file, down to the disk, with the file's own permissions.
func (r Replacement) write() (err error) {
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(r.path); err == nil {
		mode = info.Mode().Perm()
	}
	f, err := os.OpenFile(r.aside, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, mode)
	if err != nil {
		return err
	}
	_, err = f.Write(r.text)
	return errors.Join(err, f.Sync(), f.Close())
}

func (r Replacement) swap() error { return os.Rename(r.aside, r.path) }
