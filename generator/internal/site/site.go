// Package site puts together all that a site consists of: the pages, the charts beside them, the data and the assets,
// as a list of files that are made one at a time. It judges the plans, says what is wrong with the prose, and takes
// the white space out of the pages.
package site

import (
	"io"
	"io/fs"
	"path"
	"slices"
	"sync"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/export"
	"minhbach/generator/internal/output"
	"minhbach/generator/internal/page"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/prose"
	"minhbach/generator/internal/raster"
	"minhbach/layouts"
	"minhbach/static"
)

// Judge judges every plan of the site, in its order.
func Judge(s *plan.Site) []*derive.World { return derive.JudgeAll(s.Plans) }

// Problems lists what is wrong with the prose of the site. Worlds are nil while the content has other problems.
func Problems(s *plan.Site, worlds []*derive.World) []diag.Diagnostic {
	if worlds == nil {
		return prose.Problems(s, nil, nil)
	}
	addresses, err := Addresses(s, worlds, layouts.FS)
	if err != nil {
		return prose.Problems(s, worlds, nil)
	}
	known := map[string]bool{page.ManifestPath: true}
	for _, a := range addresses {
		known[a] = true
	}
	return prose.Problems(s, worlds, func(from plan.Page, of *plan.Plan, to string) bool {
		at := page.SitePath(from.Lang, from.Slug)
		if of != nil {
			at = page.NarrativePath(from.Lang, of, from.Slug)
		}
		return known[path.Join(path.Dir(at), to)]
	})
}

// Addresses lists the addresses of the site that others may have noted: all of Files but the assets, whose names change
// with what is in them, and the preview pictures, which only their pages name.
func Addresses(s *plan.Site, worlds []*derive.World, layouts fs.FS) ([]string, error) {
	renderer, err := page.New(layouts, page.Assets{})
	if err != nil {
		return nil, err
	}
	var all []string
	for _, f := range slices.Concat(renderer.Pages(s, worlds), export.Files(s, worlds)) {
		if !page.IsPreview(f.Path) {
			all = append(all, f.Path)
		}
	}
	return all, nil
}

// Files lists the files of the site. Layouts that cannot be read or parsed are an error with file and line.
func Files(s *plan.Site, worlds []*derive.World, layouts fs.FS, assets *static.Assets) ([]output.File, error) {
	css, picture := style(assets.Style, s.Settings.Accent()), emblem(s.Emblem)
	renderer, err := renderer(s, worlds, layouts, page.Assets{CSS: css.Name, App: assets.App.Name, Charts: assets.Charts.Name, Find: assets.Find.Name, Icon: assets.Icon.Name, Emblem: picture.Name})
	if err != nil {
		return nil, err
	}
	var files []output.File
	pages := renderer.Pages(s, worlds)
	for _, f := range pages {
		files = append(files, minified(f))
	}
	files = append(files, forRobots(s.Settings.BaseURL, pages)...)
	files = append(files, export.Files(s, worlds)...)
	for _, a := range []static.Asset{css, assets.App, assets.Charts, assets.Find, assets.Icon, assets.Licence} {
		files = append(files, asset(a))
	}
	if s.Emblem != nil {
		files = append(files, asset(picture))
	}
	if s.Settings.Pictures {
		files = append(files, asset(static.Asset{Name: "liberation-LICENSE.txt", Body: raster.Licence}))
	}
	return files, nil
}

func renderer(s *plan.Site, worlds []*derive.World, layouts fs.FS, assets page.Assets) (*page.Renderer, error) {
	r, err := page.New(layouts, assets)
	if err != nil {
		return nil, err
	}
	for _, t := range export.Tables(s, worlds) {
		r.Tables = append(r.Tables, listed(t))
	}
	return r, nil
}

func asset(a static.Asset) output.File {
	return output.File{Path: page.AssetPath(a.Name), Write: func(w io.Writer) error { _, err := w.Write(a.Body); return err }}
}

// listed is a table as the data page lists it.
func listed(t export.Table) page.Table {
	columns := make([]page.Column, len(t.Columns))
	for n, c := range t.Columns {
		columns[n] = page.Column{Name: c.Name, Type: string(c.Type)}
	}
	return page.Table{Name: t.Name, Columns: columns, Rows: sync.OnceValue(func() int {
		rows := 0
		for range t.Rows {
			rows++
		}
		return rows
	})}
}
