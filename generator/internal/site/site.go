// Package site puts together all that a site consists of: the pages, the charts beside them, the data and the assets,
// as a list of files that are made one at a time. It judges the plans, says what is wrong with the prose, and takes
// the white space out of the pages.
package site

import (
	"io/fs"
	"path"
	"slices"
	"sync"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/diag"
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
	known := sync.OnceValue(func() map[string]bool { return known(s, worlds) })
	return prose.Problems(s, worlds, func(from plan.Page, of *plan.Plan, to string) bool {
		at := page.SitePath(from.Lang, from.Slug)
		if of != nil {
			at = page.NarrativePath(from.Lang, of, from.Slug)
		}
		all := known()
		return all == nil || all[path.Join(path.Dir(at), to)]
	})
}

// known are the addresses to which a text may lead; nil where they cannot be told.
func known(s *plan.Site, worlds []*derive.World) map[string]bool {
	addresses, err := Addresses(s, worlds, layouts.FS)
	if err != nil {
		return nil
	}
	all := map[string]bool{page.ManifestPath: true}
	for _, a := range addresses {
		all[a] = true
	}
	return all
}

// Addresses lists the addresses of the site that others may have noted: all of Files but the assets, whose names change
// with what is in them, and the preview pictures, which only their pages name.
func Addresses(s *plan.Site, worlds []*derive.World, layouts fs.FS) ([]string, error) {
	r, err := parsed(layouts)
	if err != nil {
		return nil, err
	}
	renderer, data := makers(s, worlds, r, page.Assets{})
	var all []string
	for _, f := range slices.Concat(renderer.Pages(s, worlds), data.files(), releases(s)) {
		if !page.IsPreview(f.Path) {
			all = append(all, f.Path)
		}
	}
	return all, nil
}

// Files lists the files of the site. Layouts that cannot be read or parsed are an error with file and line.
func Files(s *plan.Site, worlds []*derive.World, layouts fs.FS, assets *static.Assets) ([]output.File, error) {
	css, picture := style(assets.Style, s.Settings.Accent()), emblem(s.Emblem)
	r, err := parsed(layouts)
	if err != nil {
		return nil, err
	}
	renderer, data := makers(s, worlds, r, page.Assets{CSS: css.Name, App: assets.App.Name, Charts: assets.Charts.Name, Find: assets.Find.Name, Icon: assets.Icon.Name, Emblem: picture.Name})
	pages := renderer.Pages(s, worlds)
	files := slices.Concat(data.inTurn(), pages, forRobots(s.Settings.BaseURL, pages), releases(s))
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

// makers are the room of the pages, told of the data, and the data.
func makers(s *plan.Site, worlds []*derive.World, r *page.Renderer, assets page.Assets) (*page.Renderer, *openData) {
	r = r.With(assets)
	d := newOpenData(s, worlds, r)
	r.Data = d.told()
	return r, d
}

func asset(a static.Asset) output.File {
	f := output.Of(page.AssetPath(a.Name), a.Body)
	f.Rows = []string{} // of no figure
	return f
}
