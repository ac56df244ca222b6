package prose

import (
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// Problems collects what is wrong with every page of the site and every narrative. Worlds are those of the site's
// plans, in the same order; without them, because the content has other problems, references are resolved as far as
// their names go. The pages of the site speak of the first plan, the newest.
func Problems(site *plan.Site, worlds []*derive.World) []diag.Diagnostic {
	var all []diag.Diagnostic
	for n, p := range site.Plans {
		all = append(all, problemsOf(p.Narrative, site, worlds, n)...)
	}
	return append(all, problemsOf(site.Pages, site, worlds, 0)...)
}

func problemsOf(pages []plan.Page, site *plan.Site, worlds []*derive.World, n int) []diag.Diagnostic {
	var all []diag.Diagnostic
	for _, p := range pages {
		_, problems := Render(p, resolver(p.Lang, site, worlds, n))
		all = append(all, problems...)
	}
	return all
}

func resolver(l plan.Lang, site *plan.Site, worlds []*derive.World, n int) Resolver {
	switch {
	case n < len(worlds):
		return Data{l, site, worlds[n]}
	case n < len(site.Plans):
		return Names{site.Plans[n]}
	}
	return Data{Lang: l, Site: site}
}
