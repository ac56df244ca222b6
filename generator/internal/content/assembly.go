package content

import (
	"cmp"
	"slices"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// assembly puts what was read together: rows into printed order, plans and snapshots into theirs.
type assembly struct {
	site   plan.Site
	drafts []*draft // by id
	have   map[kind]bool
	found  *diag.List
	spoilt map[string][]string // by file; see covered
}

// draft is a plan whose parts are still being collected.
type draft struct {
	*plan.Plan
	sheet   bool
	printed *printed
}

func (a *assembly) add(r *reading) {
	a.have[r.kind] = true
	switch v := r.value.(type) {
	case *plan.Settings:
		a.site.Settings = *v
	case *registry:
		a.site.Agencies = v.Agencies
	case *plan.Emblem:
		a.site.Emblem = v
	case *plan.Page:
		if r.kind == page {
			a.site.Pages = append(a.site.Pages, *v)
		} else {
			d := a.draft(r.plan)
			d.Narrative = append(d.Narrative, *v)
		}
	default:
		a.draft(r.plan).add(r)
	}
}

// draft finds a plan's draft, or begins one; readings come by path, so that of one plan come together.
func (a *assembly) draft(id string) *draft {
	for _, d := range a.drafts {
		if d.ID == id {
			return d
		}
	}
	d := &draft{Plan: &plan.Plan{ID: id}}
	a.drafts = append(a.drafts, d)
	return d
}

func (d *draft) add(r *reading) {
	switch v := r.value.(type) {
	case *plan.Plan:
		v.Indicators, v.Tasks, v.Snapshots, v.Narrative = d.Indicators, d.Tasks, d.Snapshots, d.Narrative
		d.Plan, d.sheet = v, true
	case *printed:
		d.printed = v
	case *plan.Indicator:
		d.Indicators = append(d.Indicators, v)
	case *plan.Task:
		d.Tasks = append(d.Tasks, v)
	case *plan.Snapshot:
		d.Snapshots = append(d.Snapshots, v)
	}
}

func (a *assembly) finish() *plan.Site {
	a.absent(a.have[settings], "site.yaml")
	a.absent(a.have[agencies], "agencies.yaml")
	a.absent(len(a.drafts) > 0, "plans")
	for _, d := range a.drafts {
		a.absent(d.sheet, "plans/"+d.ID+"/plan.yaml")
		a.absent(d.printed != nil, "plans/"+d.ID+"/printed.csv")
		if d.printed != nil {
			a.found.Add(d.join(a.spoilt["plans/"+d.ID+"/plan.yaml"])...)
		}
		d.order()
		a.site.Plans = append(a.site.Plans, d.Plan)
	}
	slices.SortFunc(a.site.Plans, func(p, q *plan.Plan) int {
		return cmp.Or(q.End.Compare(p.End), cmp.Compare(q.ID, p.ID))
	})
	orderPages(a.site.Pages)
	return &a.site
}

func (a *assembly) absent(there bool, name string) {
	if !there {
		a.spoilt[name] = []string{""}
		a.found.Add(diag.Diagnostic{File: name, Severity: diag.Error, Rule: "missing-file",
			Message: diag.Say("thiếu %s", "%s is missing", name),
			Hint:    diag.Say("thêm vào thư mục nội dung", "add it to the content folder")})
	}
}

func (d *draft) order() {
	slices.SortFunc(d.Snapshots, func(s, t *plan.Snapshot) int {
		return cmp.Or(s.Cutoff.Compare(t.Cutoff), cmp.Compare(s.Period, t.Period))
	})
	orderPages(d.Narrative)
}

func orderPages(pages []plan.Page) {
	slices.SortFunc(pages, func(p, q plan.Page) int {
		return cmp.Or(cmp.Compare(p.Order, q.Order), cmp.Compare(p.Slug, q.Slug), slices.Index(plan.Langs, p.Lang)-slices.Index(plan.Langs, q.Lang))
	})
}
