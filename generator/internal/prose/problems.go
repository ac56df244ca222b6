package prose

import (
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// Problems collects what is wrong with every page of the site and every narrative. Worlds are those of the site's
// plans, in the same order; the pages of the site speak of the first, the newest.
func Problems(site *plan.Site, worlds []*derive.World) []diag.Diagnostic {
	var all []diag.Diagnostic
	collect := func(pages []plan.Page, world *derive.World) {
		for _, p := range pages {
			_, problems := Render(p, Data{p.Lang, site, world})
			all = append(all, problems...)
		}
	}
	for _, w := range worlds {
		collect(w.Plan.Narrative, w)
	}
	var newest *derive.World
	if len(worlds) > 0 {
		newest = worlds[0]
	}
	collect(site.Pages, newest)
	return all
}
