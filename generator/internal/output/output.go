// Package output names what passes from the rooms that make files to those that publish or pack them.
package output

import (
	"bytes"
	"encoding/json"
	"io"
)

// File is one file of the site. Write may run on any core, at any time and more than once, and always gives the same
// bytes.
type File struct {
	Path  string // from the site's root, with slashes
	Write func(io.Writer) error

	// Rows name those whose figures, with those of their kin, the file is made of: a change of other figures leaves it as it
	// is. Nil for a file of all rows, empty for one of no figure. See plan.RowID.
	Rows []string
}

// ManifestName is the file that lists all others, sorted by path, without itself and dot files.
const ManifestName = "manifest.json"

// Manifest tells what a site or an archive consists of, and what it is about.
type Manifest struct {
	Format        int     `json:"format"`
	Plans         []Stamp `json:"plans"`
	Released      string  `json:"released,omitempty"`       // the day of a release that is kept as it was
	ContentSHA256 string  `json:"content_sha256,omitempty"` // of a site
	Files         []Entry `json:"files"`
}

// Stamp says as of when a plan is shown.
type Stamp struct {
	Plan   string `json:"plan"`
	Period string `json:"period"`
	Cutoff string `json:"cutoff"`
}

// Entry is one file.
type Entry struct {
	Path   string `json:"path"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// JSON is the manifest as a file, an entry a few lines.
func (m Manifest) JSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	err := e.Encode(m)
	return b.Bytes(), err
}
