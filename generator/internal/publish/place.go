package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// marker is the dot file of a folder that this program made. It is the first that a staging folder gets and the last
// that a folder loses, so that what a killed build leaves can be told as ours.
const marker = ".generated"

const markerText = "This folder is generated: everything in it but this file is made by \"make site\" and replaced as a whole at each build.\n"

// place is an output folder, free of links, with its hidden neighbours on the same file system.
type place struct{ out, stage, old, lock string }

// find refuses a folder that touches the content, by its name or through links.
func find(out, content string) (place, error) {
	named, err := filepath.Abs(out)
	if err != nil {
		return place{}, err
	}
	out = real(named)
	if info, err := os.Lstat(out); err == nil && !info.IsDir() {
		return place{}, &ForeignError{out}
	}
	if content != "" {
		c, err := filepath.Abs(content)
		if err != nil {
			return place{}, err
		}
		if within(named, c) || within(out, c) || within(c, out) || within(real(c), out) {
			return place{}, fmt.Errorf("%s: %w", named, ErrContent)
		}
	}
	beside := func(what string) string {
		return filepath.Join(filepath.Dir(out), "."+filepath.Base(out)+".minhbach-"+what)
	}
	return place{out, beside("stage"), beside("old"), beside("lock")}, nil
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

// Inside tells whether a path is a folder or lies in it, wherever links lead. Neither need be there yet.
func Inside(path, folder string) bool {
	p, err := filepath.Abs(path)
	if err != nil {
		return true // nobody knows
	}
	f, err := filepath.Abs(folder)
	if err != nil {
		return true
	}
	p, f = real(p), real(f)
	below, err := filepath.Rel(f, p)
	return err == nil && filepath.IsLocal(below) || within(p, f)
}

// within tells whether a path is a folder or lies in it. Folders are compared as the file system knows them, since
// letters may differ where it does not tell capitals apart.
func within(path, dir string) bool {
	want, err := os.Stat(dir)
	if err != nil {
		return false
	}
	for {
		if info, err := os.Stat(path); err == nil && os.SameFile(info, want) {
			return true
		}
		up := filepath.Dir(path)
		if up == path {
			return false
		}
		path = up
	}
}

// dots lists the dot files of the old site; none when there is no site yet. A folder that is not ours is refused.
func (p place) dots() ([]string, error) {
	entries, err := os.ReadDir(p.out)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if !ours(entries) {
		return nil, &ForeignError{p.out}
	}
	var names []string
	for _, e := range entries {
		switch {
		case !strings.HasPrefix(e.Name(), "."):
		case !e.Type().IsRegular():
			return nil, &ForeignError{filepath.Join(p.out, e.Name())}
		default:
			names = append(names, e.Name())
		}
	}
	return names, nil
}

// ours tells a folder that this program made, or that is empty, by what is in it.
func ours(entries []fs.DirEntry) bool {
	for _, e := range entries {
		if e.Name() == marker {
			return e.Type().IsRegular()
		}
	}
	return len(entries) == 0
}

// IsSite tells whether a folder was made by this program as a site.
func IsSite(path string) bool {
	info, err := os.Lstat(filepath.Join(path, marker))
	return err == nil && info.Mode().IsRegular()
}
