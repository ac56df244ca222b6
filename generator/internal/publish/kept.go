package publish

import (
	"encoding/json"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"minhbach/generator/internal/output"
)

// State is all that a site is made from, as digests. Equal states make equal sites; where the states differ in the figures
// of some rows only, the files of all other rows are equal.
type State struct {
	Maker   string            `json:"maker"`   // the program and its settings
	Content string            `json:"content"` // the whole content folder
	Rest    string            `json:"rest"`    // all but the figures of rows
	Rows    map[string]string `json:"rows"`    // the figures of each row and its kin, by output.File.Row
}

// keptName is the dot file in which a site keeps what it was made from, for the next build. It may be deleted, and so may
// any other file of the site: what is not there, or not as it was written, is made again.
const keptName = ".kept.json"

// kept is what the dot file holds.
type kept struct {
	State
	Manifest string          `json:"manifest"` // the digest of manifest.json, which has those of all other files
	Note     json.RawMessage `json:"note,omitempty"`
}

// earlier is the old site, as far as it is as it was written.
type earlier struct {
	kept
	manifest output.Manifest
	entries  map[string]output.Entry
}

// earlier reads what the old site kept; nil when it kept nothing that can be used.
func (p place) earlier() *earlier {
	var e earlier
	record, err := os.ReadFile(filepath.Join(p.out, keptName))
	if err != nil || json.Unmarshal(record, &e.kept) != nil {
		return nil
	}
	text, err := os.ReadFile(filepath.Join(p.out, output.ManifestName))
	if err != nil || digest(text) != e.Manifest || json.Unmarshal(text, &e.manifest) != nil {
		return nil
	}
	e.entries = make(map[string]output.Entry, len(e.manifest.Files))
	for _, f := range e.manifest.Files {
		e.entries[f.Path] = f
	}
	return &e
}

func digest(text []byte) string {
	m := output.NewMeter()
	_, _ = m.Write(text) // a digest takes everything
	return m.Entry("").SHA256
}

// same tells whether a file of a site of that state is as in the old site. Where nothing is known, it is not.
func (e *earlier) same(f output.File, now State) bool {
	switch {
	case e == nil || now.Maker == "" || e.Maker != now.Maker:
		return false
	case e.Content == now.Content:
		return true
	}
	figures, known := now.Rows[f.Row]
	return f.Row != "" && known && e.Rest == now.Rest && e.Rows[f.Row] == figures
}

// take gives a file of the old site a second name in the new one. ok is false when the old file is not as it was written,
// or the file system has no second names.
func (w *writer) take(from string, want output.Entry) (ok bool) {
	old := filepath.Join(from, filepath.FromSlash(want.Path))
	return w.intact(old, want) && os.Link(old, filepath.Join(w.stage, filepath.FromSlash(want.Path))) == nil
}

// intact tells whether a file is as its entry says, and as everyone may read it.
func (w *writer) intact(name string, want output.Entry) bool {
	info, err := os.Lstat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() != want.Bytes || info.Mode().Perm()&0o444 != 0o444 {
		return false
	}
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	w.meter.Reset()
	_, err = io.CopyBuffer(w.meter, struct{ io.Reader }{f}, w.room) // a file alone would bring room of its own
	return err == nil && w.meter.Entry(want.Path) == want
}

// Unchanged tells whether the site in a folder is whole and was made by that maker from that content, and gives the note
// that was left with it: a build would change no byte.
func Unchanged(out, content string, now State) (m output.Manifest, note json.RawMessage, ok bool) {
	p, err := find(out, content)
	if err != nil {
		return m, nil, false
	}
	e := p.earlier()
	if e == nil || now.Maker == "" || e.Maker != now.Maker || e.Content != now.Content {
		return m, nil, false
	}
	if _, err := p.dots(); err != nil || p.strangers() != nil {
		return m, nil, false
	}
	err = onAllCores(len(e.manifest.Files), "", func(w *writer, n int) error {
		if f := e.manifest.Files[n]; !w.intact(filepath.Join(p.out, filepath.FromSlash(f.Path)), f) {
			return fs.ErrInvalid
		}
		return nil
	})
	return e.manifest, e.Note, err == nil
}
