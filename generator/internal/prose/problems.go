package prose

import (
	"strings"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// There tells whether a relative link of a page leads to a file of the site; the plan is that of a narrative, nil for a
// page of the site.
type There func(from plan.Page, of *plan.Plan, to string) bool

// Problems collects what is wrong with every page of the site and every narrative. Worlds are those of the site's
// plans, in the same order; without them, because the content has other problems, references are resolved as far as
// their names go. The pages of the site speak of the first plan, the newest. Without there, links to neighbours are
// taken as they are.
func Problems(site *plan.Site, worlds []*derive.World, there There) []diag.Diagnostic {
	var all []diag.Diagnostic
	for n, p := range site.Plans {
		all = append(all, problemsOf(p.Narrative, p, resolver(site, worlds, n), there)...)
	}
	return append(all, problemsOf(site.Pages, nil, resolver(site, worlds, 0), there)...)
}

func problemsOf(pages []plan.Page, of *plan.Plan, resolve func(plan.Lang) Resolver, there There) []diag.Diagnostic {
	var all []diag.Diagnostic
	for _, p := range pages {
		if !strings.ContainsAny(p.Body, "{<[") { // no reference, no HTML, no link and no picture
			continue
		}
		var exists func(string) bool
		if there != nil {
			exists = func(to string) bool { return there(p, of, to) }
		}
		_, problems := read(p, []byte(p.Body), resolve(p.Lang), exists)
		all = append(all, problems...)
	}
	return all
}

func resolver(site *plan.Site, worlds []*derive.World, n int) func(plan.Lang) Resolver {
	return func(l plan.Lang) Resolver {
		switch {
		case n < len(worlds):
			return Data{l, site, worlds[n]}
		case n < len(site.Plans):
			return Names{site.Plans[n]}
		}
		return Data{Lang: l, Site: site}
	}
}
