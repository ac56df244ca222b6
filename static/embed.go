// Package static holds the scripts, the stylesheet and the icon of the site, bundled into dist/ by `make static` and
// built into the program. Only dist/README.txt is committed: a program built before `make static` compiles, and Bundle
// says what to do.
package static

import (
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
)

//go:embed dist
var dist embed.FS

// Assets are the bundled files, under the names that the site publishes.
type Assets struct {
	App     Asset // the small script of the pages with a chart
	Charts  Asset // ECharts, loaded when a reader asks
	Find    Asset // the script of the lists and of the search page
	Style   Asset // the stylesheet
	Icon    Asset // the mark of the site, an SVG
	Licence Asset // of what Charts contains
}

// Asset is one file.
type Asset struct {
	Kind   string `json:"kind"`
	Name   string `json:"name"`
	Bytes  int    `json:"bytes"`
	SHA256 string `json:"sha256"`
	Body   []byte `json:"-"`
}

// ErrNotBundled says that the program was built before its scripts were.
var ErrNotBundled = errors.New(`the chart scripts are not in this program (run "make static", then build again)`)

// Bundle reads the bundled files that are built into the program.
func Bundle() (*Assets, error) {
	files, err := fs.Sub(dist, "dist")
	if err != nil {
		return nil, err
	}
	return BundleOf(files)
}

// BundleOf reads the bundled files of a folder.
func BundleOf(dist fs.FS) (*Assets, error) {
	manifest, err := fs.ReadFile(dist, "manifest.json")
	if err != nil {
		return nil, ErrNotBundled
	}
	var files []Asset
	if err := json.Unmarshal(manifest, &files); err != nil {
		return nil, fmt.Errorf("manifest.json: %w", err)
	}
	a := &Assets{}
	places := map[string]*Asset{"app": &a.App, "charts": &a.Charts, "find": &a.Find, "site": &a.Style, "icon": &a.Icon, "licence": &a.Licence}
	for _, f := range files {
		place := places[f.Kind]
		if place == nil {
			return nil, fmt.Errorf("manifest.json: unknown kind %q", f.Kind)
		}
		if f.Body, err = fs.ReadFile(dist, f.Name); err != nil {
			return nil, ErrNotBundled
		}
		*place = f
		delete(places, f.Kind)
	}
	if len(places) > 0 {
		return nil, ErrNotBundled
	}
	return a, nil
}
