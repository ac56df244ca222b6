package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/segmentio/encoding/json"

	"minhbach/generator/internal/output"
)

// ForeignError names a file or folder that stands in the place of the site and was not made by this program. It is an
// ErrForeign.
type ForeignError struct{ Path string }

// Error implements error.
func (e *ForeignError) Error() string { return e.Path + ": " + ErrForeign.Error() }

// Is tells that it is an ErrForeign.
func (e *ForeignError) Is(target error) bool { return target == ErrForeign }

// inventory is what the manifest of the old site lists, with its text.
type inventory struct {
	output.Manifest
	text []byte
}

// inventory reads the manifest of the old site; nil without one that can be read.
func (p place) inventory() (*inventory, error) {
	text, err := os.ReadFile(filepath.Join(p.out, output.ManifestName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	m := &inventory{text: text}
	if json.Unmarshal(text, &m.Manifest) != nil {
		return nil, nil
	}
	return m, nil
}

// strangers refuses a site into which somebody has put a file: what its manifest does not list would be lost with it.
// A site without a manifest tells nothing and is replaced.
func (p place) strangers(m *inventory) error {
	if m == nil {
		return nil
	}
	listed := make(map[string]bool, len(m.Files)+1)
	listed[output.ManifestName] = true
	for _, e := range m.Files {
		listed[e.Path] = true
	}
	return fs.WalkDir(os.DirFS(p.out), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || listed[name] || strings.HasPrefix(d.Name(), ".") {
			return err
		}
		return &ForeignError{filepath.Join(p.out, filepath.FromSlash(name))}
	})
}
