package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"
)

// replace puts the staged site in the place of the old one, whose folder is looked at once more.
func (p place) replace() error {
	if _, err := p.dots(); err != nil {
		return err
	}
	if _, err := os.Lstat(p.out); errors.Is(err, fs.ErrNotExist) {
		return rename(p.stage, p.out)
	}
	return p.exchange()
}

// exchangeByRenaming moves the old site aside and the new one into its place, and the old one back if that fails.
func (p place) exchangeByRenaming() error {
	if err := rename(p.out, p.old); err != nil {
		return inUse(p.out, err)
	}
	if err := rename(p.stage, p.out); err != nil {
		return errors.Join(inUse(p.out, err), rename(p.old, p.out))
	}
	return nil
}

func inUse(out string, err error) error {
	return &Failure{Exchange, out, err}
}

// rename tries for two seconds on Windows, where a virus scanner may hold a file for a moment.
func rename(from, to string) error {
	err := os.Rename(from, to)
	for n := 0; err != nil && runtime.GOOS == "windows" && n < 20; n++ {
		time.Sleep(100 * time.Millisecond)
		err = os.Rename(from, to)
	}
	return err
}

// tidy clears away what a killed build left: it puts back an old site that was moved aside, and removes what else is
// recognisably ours.
func (p place) tidy() error {
	if _, err := os.Lstat(p.out); errors.Is(err, fs.ErrNotExist) && leftover(p.old) {
		if err := rename(p.old, p.out); err != nil {
			return err
		}
	}
	for _, dir := range []string{p.stage, p.old} {
		if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
			continue
		}
		err := discard(dir)
		if errors.Is(err, ErrForeign) {
			return &Failure{InTheWay, dir, err}
		}
		if err != nil {
			return &Failure{Leftover, dir, err}
		}
	}
	return nil
}

// leftover tells a real folder, not a link, that is ours or empty.
func leftover(dir string) bool {
	info, err := os.Lstat(dir)
	if err != nil || !info.IsDir() {
		return false
	}
	entries, err := os.ReadDir(dir)
	return err == nil && ours(entries)
}

// discard removes a folder of ours, its marker last; any other is left alone.
func discard(dir string) error {
	if !leftover(dir) {
		return ErrForeign
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.Name() != marker {
			if err := os.RemoveAll(filepath.Join(dir, e.Name())); err != nil {
				return err
			}
		}
	}
	return os.RemoveAll(dir)
}
