package publish

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
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
	return save(path, b.Bytes())
}
