package check

import (
	"slices"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// taken are the addresses that the program itself makes beside the pages of the site, in both languages, and the
// English names that it gives to pages.
var taken = []string{"index", "404", "du-lieu", "phuong-phap", "tim-kiem", "dia-chi", "data", "methodology", "search", "addresses",
	"about", "accessibility", "glossary"}

// pageSlugs: no page takes the address of another.
func pageSlugs(r *review) {
	for _, p := range r.site.Pages {
		if slices.Contains(taken, p.Slug) {
			r.fail(p.File, "", "page-address",
				diag.Say("địa chỉ “%s” đã dành cho một trang khác", "the address “%s” belongs to another page", p.Slug),
				diag.Say("đổi tên tệp", "rename the file"))
		}
	}
}

// expected are the pages that readers of a public site look for.
var expected = []string{"gioi-thieu", "tiep-can", "thuat-ngu"}

// expectedPages: a site says what it is, how accessible it is and what its words mean.
func expectedPages(r *review) {
	if len(r.site.Plans) == 0 {
		return
	}
	for _, slug := range expected {
		if !slices.ContainsFunc(r.site.Pages, func(p plan.Page) bool { return p.Slug == slug }) {
			r.warn("pages/"+slug+".vi.md", "", "missing-page",
				diag.Say("thiếu trang “%s”", "the page “%s” is missing", slug),
				diag.Say("thêm pages/%s.vi.md và .en.md", "add pages/%s.vi.md and .en.md", slug))
		}
	}
}

// released: there is something to publish, and nothing of a plan is left out unawares.
func released(r *review) {
	var none []*plan.Plan
	for _, p := range r.site.Plans {
		if len(p.Periods) > 0 && !reports(p) { // one without periods could not be read
			none = append(none, p)
		}
	}
	if len(none) > 0 && len(none) == len(r.site.Plans) {
		r.warn(planFile(none[0]), "", "nothing-released",
			diag.Say("chưa kế hoạch nào có kỳ báo cáo đã công bố, nên không có gì để đưa lên trang", "no plan has a released reporting period, so there is nothing to publish"),
			diag.Say("thêm released: YYYY-MM-DD vào một tệp trong snapshots/", "add released: YYYY-MM-DD to a file of snapshots/"))
		return
	}
	for _, p := range none {
		r.warn(planFile(p), "", "nothing-released",
			diag.Say("kế hoạch này chưa có kỳ báo cáo nào được công bố, nên không có trong trang và tệp dữ liệu nào", "no reporting period of this plan is released, so it is in no page and no data file"),
			diag.Say("khi công bố, thêm released: YYYY-MM-DD vào một tệp trong snapshots/", "to publish it, add released: YYYY-MM-DD to a file of snapshots/"))
	}
}

// reports tells whether a reporting period of a plan is released.
func reports(p *plan.Plan) bool {
	for _, s := range p.Snapshots {
		for _, period := range p.Periods {
			if s.Period == period.ID && period.Kind != plan.Baseline && s.Released.Known() {
				return true
			}
		}
	}
	return false
}

// other is the version of a page in the other language; nil without one.
func other(pages []plan.Page, of *plan.Page) *plan.Page {
	for n := range pages {
		if p := &pages[n]; p.Slug == of.Slug && p.Lang == of.Lang.Other() {
			return p
		}
	}
	return nil
}

// pairs: each page is there in both languages.
func (r *review) pairs(pages []plan.Page) {
	for n := range pages {
		switch p := &pages[n]; {
		case other(pages, p) != nil:
		case p.Lang == plan.VI:
			r.english(p.File, "",
				diag.Say("trang này thiếu bản tiếng Anh", "this page has no English version"),
				diag.Say("thêm tệp %s.en.md cạnh tệp này", "add the file %s.en.md beside this one", p.Slug))
		default:
			r.fail(p.File, "", "missing-language",
				diag.Say("trang này thiếu bản tiếng Việt", "this page has no Vietnamese version"),
				diag.Say("thêm tệp %s.vi.md cạnh tệp này", "add the file %s.vi.md beside this one", p.Slug))
		}
	}
}
