package publish

import (
	"bufio"
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"
	"slices"

	"minhbach/generator/internal/output"
)

// ManifestName is the file that lists all others, sorted by path, without itself and dot files.
const ManifestName = "manifest.json"

// Manifest tells what a site consists of and which content it was made from.
type Manifest struct {
	Format        int     `json:"format"`
	Plans         []Stamp `json:"plans"`
	ContentSHA256 string  `json:"content_sha256"`
	Files         []Entry `json:"files"`
}

// Stamp says as of when a plan is shown.
type Stamp struct {
	Plan   string `json:"plan"`
	Period string `json:"period"`
	Cutoff string `json:"cutoff"`
}

// Entry is one file of the site.
type Entry struct {
	Path   string `json:"path"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

func newManifest(entries []Entry, o Options) Manifest {
	slices.SortFunc(entries, func(a, b Entry) int { return cmp.Compare(a.Path, b.Path) })
	plans := o.Plans
	if plans == nil {
		plans = []Stamp{}
	}
	return Manifest{1, plans, o.ContentSHA256, entries}
}

func (m Manifest) write(path string) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(m); err != nil {
		return err
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}

// writeFile writes one file of the staging folder and measures it on the way.
func writeFile(stage string, f output.File) (Entry, error) {
	file, err := os.Create(filepath.Join(stage, filepath.FromSlash(f.Path)))
	if err != nil {
		return Entry{}, err
	}
	m := &measure{hash: sha256.New()}
	w := bufio.NewWriterSize(io.MultiWriter(file, m), 64<<10)
	if err = f.Write(w); err == nil {
		err = w.Flush()
	}
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return Entry{}, fmt.Errorf("%s: %w", f.Path, err)
	}
	return Entry{f.Path, m.bytes, hex.EncodeToString(m.hash.Sum(nil))}, nil
}

// measure counts and digests what passes.
type measure struct {
	hash  hash.Hash
	bytes int64
}

// Write implements io.Writer.
func (m *measure) Write(p []byte) (int, error) {
	m.bytes += int64(len(p))
	return m.hash.Write(p)
}
