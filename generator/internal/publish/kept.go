package publish

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/segmentio/encoding/json"

	"minhbach/generator/internal/output"
)

// State is all that a site is made from, as digests. Equal states make equal sites; where the states differ in the figures
// of some rows only, the files of all other rows are equal.
type State struct {
	Maker   string            `json:"maker"`   // the program and its settings
	Content string            `json:"content"` // the whole content folder
	Rest    string            `json:"rest"`    // all but the figures of rows
	Rows    map[string]string `json:"rows"`    // the figures of each row and its kin, by the names of output.File.Rows
}

// keptName is the dot file in which a site keeps what it was made from, for the next build. It may be deleted, and so may
// any other file of the site: what is not there, or not as it was written, is made again.
const keptName = ".kept.json"

// kept is what the dot file holds.
type kept struct {
	State
	Manifest string          `json:"manifest"` // the digest of manifest.json, which has those of all other files
	Checks   []uint32        `json:"checks"`   // the check sums of the manifest's files, in its order
	Note     json.RawMessage `json:"note,omitempty"`
}

// earlier is the old site, as far as it is as it was written.
type earlier struct {
	kept
	files map[string]written
}

// kept reads what the old site was made from; ok is false when that is not known, or when another maker made it.
func (p place) kept(maker string) (k kept, ok bool) {
	record, err := os.ReadFile(filepath.Join(p.out, keptName))
	ok = err == nil && json.Unmarshal(record, &k) == nil && maker != "" && k.Maker == maker
	return k, ok
}

// earlier is the old site with its manifest; nil when that is not as it was written.
func (k kept) earlier(m *inventory) *earlier {
	if m == nil || digest(m.text) != k.Manifest || len(k.Checks) != len(m.Files) {
		return nil
	}
	e := &earlier{k, make(map[string]written, len(m.Files))}
	for n, f := range m.Files {
		e.files[f.Path] = written{f, k.Checks[n]}
	}
	return e
}

func digest(text []byte) string {
	m := output.NewMeter()
	_, _ = m.Write(text) // a digest takes everything
	return m.Entry("").SHA256
}

// same tells whether a file of a site of that state is as in the old site. Where nothing is known, it is not.
func (e *earlier) same(f output.File, now State) bool {
	switch {
	case e == nil:
		return false
	case e.Content == now.Content:
		return true
	}
	return f.Rows != nil && e.Rest == now.Rest && !slices.ContainsFunc(f.Rows, func(row string) bool {
		figures, known := now.Rows[row]
		return !known || e.Rows[row] != figures
	})
}

// take gives a file of the old site a second name in the new one. ok is false when the old file is not as it was written,
// or the file system has no second names.
func (w *writer) take(from string, want written) (ok bool) {
	old := filepath.Join(from, filepath.FromSlash(want.Path))
	return w.intact(old, want) && os.Link(old, filepath.Join(w.stage, filepath.FromSlash(want.Path))) == nil
}

// intact tells whether a file has the length and the check sum that it was written with, and is as everyone may read it.
func (w *writer) intact(name string, want written) bool {
	info, err := os.Lstat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() != want.Bytes || info.Mode().Perm()&0o444 != 0o444 {
		return false
	}
	check, ok := w.sum(name, info.Size())
	return ok && check == want.check
}

// Unchanged tells whether the site in a folder is whole and was made by that maker from that content, and gives the note
// that was left with it: a build would change no byte.
func Unchanged(out, content string, now State) (m output.Manifest, note json.RawMessage, ok bool) {
	p, err := find(out, content)
	if err != nil {
		return m, nil, false
	}
	k, ok := p.kept(now.Maker)
	if !ok || k.Content != now.Content {
		return m, nil, false
	}
	listed, err := p.inventory()
	e := k.earlier(listed)
	if err != nil || e == nil {
		return m, nil, false
	}
	if _, err := p.dots(); err != nil || p.strangers(listed) != nil {
		return m, nil, false
	}
	err = onAllCores(len(listed.Files), "", func(w *writer, n int) error {
		if f := listed.Files[n]; !w.intact(filepath.Join(p.out, filepath.FromSlash(f.Path)), e.files[f.Path]) {
			return fs.ErrInvalid
		}
		return nil
	})
	return listed.Manifest, e.Note, err == nil
}
