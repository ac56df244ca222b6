package cli

import (
	"fmt"
	"os"
	"slices"

	"minhbach/generator/demo"
	"minhbach/generator/internal/content"
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// unwritten refuses to release for good what is there to be replaced: a snapshot of examples, and what the skeleton of init
// says in place of the real names and pages.
func (r reviewed) unwritten() []diag.Diagnostic {
	_, places, _ := content.Load(os.DirFS(r.content))
	skeleton, _, _ := content.Load(demo.Empty())
	var all []diag.Diagnostic
	if r.snapshot.Status == plan.Sample {
		all = append(all, r.fail("status", "example",
			diag.Say("số liệu kỳ “%s” còn ghi là ví dụ (status: sample)", "the figures of period “%s” are said to be an example (status: sample)", r.snapshot.Period),
			diag.Say("điền số liệu thật rồi ghi status: provisional hoặc final; chỉ xem thử thì dùng minhbach build", "put the real figures and write status: provisional or final; minhbach build shows an example")))
	}
	example := map[string]bool{}
	for _, n := range namesOf(skeleton, skeleton.Plans[0]) {
		example[n.name.VI], example[n.name.EN] = true, true
	}
	delete(example, "")
	for _, n := range namesOf(r.site, r.plan) {
		for _, l := range []plan.Lang{plan.VI, plan.EN} {
			if said := n.name.In(l); example[said] && (l == plan.VI || n.name.EN != "") {
				line, col := places.At(n.file, n.path+"."+string(l))
				all = append(all, r.example(n.file, line, col, diag.Say("chỗ này còn là lời mẫu “%s”", "this is still the example text “%s”", said)))
			}
		}
	}
	pages := map[string]bool{}
	for _, p := range pagesOf(skeleton, skeleton.Plans[0]) {
		pages[p.Body] = true
	}
	for _, p := range pagesOf(r.site, r.plan) {
		if pages[p.Body] {
			all = append(all, r.example(p.File, p.Line, 0, diag.Say("trang này còn là lời mẫu", "this page is still the example")))
		}
	}
	return all
}

// example is a text of the skeleton that still stands in the content.
func (r reviewed) example(file string, line, col int, message diag.Text) diag.Diagnostic {
	return under(r.content, []diag.Diagnostic{{File: file, Line: line, Col: col, Severity: diag.Error, Rule: "example", Message: message,
		Hint: diag.Say("viết lời thật trước khi công bố", "write the real one before the release")}})[0]
}

// name is a name that only the publisher knows, and where it stands.
type name struct {
	file, path string
	name       plan.Text
}

// namesOf are the names in the content by which a plan, its rows and those who answer for them are known.
func namesOf(s *plan.Site, p *plan.Plan) []name {
	folder := "plans/" + p.ID + "/"
	all := []name{{"site.yaml", "publisher", s.Settings.Publisher},
		{folder + "plan.yaml", "title", p.Title}, {folder + "plan.yaml", "place", p.Place}, {folder + "plan.yaml", "issuer", p.Issuer}}
	for n, a := range p.Areas {
		all = append(all, name{folder + "plan.yaml", fmt.Sprintf("areas[%d].name", n), a.Name})
	}
	for n, a := range s.Agencies {
		if a.Level != plan.Group {
			all = append(all, name{"agencies.yaml", fmt.Sprintf("agencies[%d].name", n), a.Name})
		}
	}
	for _, i := range p.Indicators {
		all = append(all, name{folder + "indicators/" + string(i.ID) + ".yaml", "name", i.Name})
	}
	for _, t := range p.Tasks {
		all = append(all, name{folder + "tasks/" + string(t.ID) + ".yaml", "name", t.Name})
	}
	return all
}

// glossary is the page whose terms may stay as they are.
const glossary = "thuat-ngu"

// pagesOf are the pages that everybody writes anew.
func pagesOf(s *plan.Site, p *plan.Plan) []plan.Page {
	var all []plan.Page
	for _, x := range slices.Concat(s.Pages, p.Narrative) {
		if x.Slug != glossary {
			all = append(all, x)
		}
	}
	return all
}
