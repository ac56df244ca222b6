package check

import (
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

func pagePairs(r *review) { r.pairs(r.site.Pages) }

func narrativePairs(pr *planReview) { pr.pairs(pr.plan.Narrative) }

// pairs: each page is there in both languages.
func (r *review) pairs(pages []plan.Page) {
	type page struct {
		slug string
		lang plan.Lang
	}
	have := map[page]bool{}
	for _, p := range pages {
		have[page{p.Slug, p.Lang}] = true
	}
	for _, p := range pages {
		switch {
		case have[page{p.Slug, p.Lang.Other()}]:
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
