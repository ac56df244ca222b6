package export

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/output"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// source is what the tables are made from: the site, and its plans as judged, in the order of their ids.
type source struct {
	site   *plan.Site
	worlds []*derive.World
}

func newSource(s *plan.Site, worlds []*derive.World) source {
	sorted := slices.SortedFunc(slices.Values(worlds), func(a, b *derive.World) int { return cmp.Compare(a.Plan.ID, b.Plan.ID) })
	return source{s, sorted}
}

// Tables are all tables of the open data, in the order of the codebook.
func Tables(s *plan.Site, worlds []*derive.World) []Table {
	d := newSource(s, worlds)
	return []Table{
		d.plans(), d.areas(), d.agencies(), d.periods(), d.indicators(), d.targets(), d.observations(), d.statuses(),
		d.tasks(), d.milestones(), d.taskReports(), d.relatedDocuments(), d.statedTotals(), d.revisions(), d.compliance(),
	}
}

// Files are the tables under data/, and their cuts under data/<plan>/: an indicator's observations, an
// agency's statuses and task reports, a period's statuses.
func Files(s *plan.Site, worlds []*derive.World) []output.File {
	var files []output.File
	for _, t := range Tables(s, worlds) {
		files = append(files, t.files("data/"+t.Name)...)
	}
	for _, w := range worlds {
		files = append(files, cuts(s, w)...)
	}
	return files
}

func cuts(s *plan.Site, w *derive.World) []output.File {
	var files []output.File
	root := "data/" + w.Plan.ID + "/"
	for _, i := range w.Plan.Indicators {
		if i.Measured() {
			files = append(files, observationsOf(w, i).files(root+"indicators/"+string(i.ID))...)
		}
	}
	for _, a := range s.Agencies {
		files = append(files, statusesOf(w, monitoredOrExecuted(w.Plan, a.ID)).files(root+"agencies/"+string(a.ID))...)
		files = append(files, taskReportsOf([]*derive.World{w}, ledOrCoordinated(a.ID)).files(root+"agencies/"+string(a.ID)+"-tasks")...)
	}
	for _, a := range w.Periods {
		files = append(files, statusesOfPeriod(w, a).files(root+"periods/"+string(a.Period.ID))...)
	}
	return files
}

func monitoredOrExecuted(p *plan.Plan, id plan.AgencyID) func(*derive.IndicatorResult) bool {
	return func(r *derive.IndicatorResult) bool {
		monitoring, executing := p.Answering(r.Indicator)
		return slices.Contains(monitoring, id) || slices.Contains(executing, id)
	}
}

func ledOrCoordinated(id plan.AgencyID) func(*derive.TaskResult) bool {
	return func(r *derive.TaskResult) bool {
		return slices.Contains(r.Task.Lead, id) || slices.Contains(r.Task.Coordinating, id)
	}
}

func (d source) plans() Table {
	return Table{"plans", columns("plan", "name_vi", "name_en", "decision", "issuer", "start:date", "end:date", "compiled_from", "looked:date", "pace", "licence"),
		func(yield func([]string) bool) {
			licence := ""
			if l := d.site.Settings.Licence; l != nil {
				licence = l.ID
			}
			for _, w := range d.worlds {
				p := w.Plan
				if !yield([]string{p.ID, p.Title.VI, p.Title.EN, p.Decision.Number, p.Issuer.VI, p.Start.String(), p.End.String(),
					string(p.CompiledFrom), p.Looked.String(), string(p.Pace), licence}) {
					return
				}
			}
		}}
}

func (d source) areas() Table {
	return Table{"areas", columns("plan", "area", "name_vi", "name_en"), func(yield func([]string) bool) {
		for _, w := range d.worlds {
			for _, a := range w.Plan.Areas {
				if !yield([]string{w.Plan.ID, string(a.ID), a.Name.VI, a.Name.EN}) {
					return
				}
			}
		}
	}}
}

func (d source) agencies() Table {
	return Table{"agencies", columns("agency", "name_vi", "name_en", "level", "valid_from:date", "valid_to:date", "successor"),
		func(yield func([]string) bool) {
			for _, a := range d.site.Agencies {
				if !yield([]string{string(a.ID), a.Name.VI, a.Name.EN, string(a.Level), a.ValidFrom.String(), a.ValidTo.String(), string(a.Successor)}) {
					return
				}
			}
		}}
}

func (d source) periods() Table {
	return Table{"periods", columns("plan", "period", "name_vi", "name_en", "period_start:date", "period_end:date", "cumulative:boolean", "cutoff:date",
		"due:date", "released:date", "status", "kind", "deadlines_until:date"),
		func(yield func([]string) bool) {
			for _, w := range d.worlds {
				for _, q := range w.Plan.Periods {
					if !yield(periodRow(w.Plan, q)) {
						return
					}
				}
			}
		}}
}

func periodRow(p *plan.Plan, q plan.Period) []string {
	released, status := "", ""
	for _, s := range p.Snapshots {
		if s.Period == q.ID {
			released, status = s.Released.String(), string(s.Status)
		}
	}
	return []string{p.ID, string(q.ID), q.Name.VI, q.Name.EN, q.Start.String(), q.End.String(), strconv.FormatBool(q.Cumulative), q.Cutoff.String(),
		q.Due.String(), released, status, string(q.Kind), q.Deadlines().String()}
}

// list joins ids as a cell.
func list[T ~string](ids []T) string {
	all := make([]string, len(ids))
	for n, id := range ids {
		all[n] = string(id)
	}
	return strings.Join(all, ";")
}

// both are the words of the two languages about a plan.
func both(p *plan.Plan) (vi, en wording.Words) {
	return wording.In(plan.VI, p), wording.In(plan.EN, p)
}
