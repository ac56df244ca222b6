package export

import (
	"strconv"

	"minhbach/generator/internal/output"
	"minhbach/generator/internal/plan"
)

// Tables are all tables of the open data, in the order of the codebook.
func (d *Source) Tables() []Table {
	return []Table{
		d.plans(), d.areas(), d.agencies(), d.periods(), d.indicators(), d.tiers(), d.targets(), d.breakdowns(), d.sources(), d.observations(), d.statuses(),
		d.tasks(), d.milestones(), d.taskReports(), d.relatedDocuments(), d.statedTotals(), d.revisions(), d.definitionChanges(), d.compliance(),
	}
}

// Cuts are parts of the tables as files under data/<plan>/: an indicator's observations, an agency's statuses and task
// reports, a period's statuses.
func (d *Source) Cuts() []output.File {
	var files []output.File
	for _, j := range d.all {
		files = append(files, d.cuts(j)...)
	}
	return files
}

// cuts are the rows of each measured indicator, of each agency of the registry and of each judged period; an agency
// that answers for no row gets the headings alone.
func (d *Source) cuts(j *judged) []output.File {
	var files []output.File
	root := "data/" + j.Plan.ID + "/"
	for _, i := range j.Plan.Indicators {
		if i.Measured() {
			for _, f := range j.observationsOf(i).Files(root + "indicators/" + string(i.ID)) {
				f.Rows = []string{string(plan.IndicatorRow(j.Plan.ID, i.ID))}
				files = append(files, f)
			}
		}
	}
	for _, a := range d.site.Agencies {
		files = append(files, j.statusesOf(a.ID).Files(root+"agencies/"+string(a.ID))...)
		files = append(files, j.taskReportsOf(a.ID).Files(root+"agencies/"+string(a.ID)+"-tasks")...)
	}
	for _, a := range j.Periods {
		files = append(files, j.statusesAsOf(a).Files(root+"periods/"+string(a.Period.ID))...)
	}
	return files
}

func (d *Source) plans() Table {
	return table("plans", func(yield func([]string) bool) {
		licence := ""
		if l := d.site.Settings.Licence; l != nil {
			licence = l.ID
		}
		for _, j := range d.all {
			p := j.Plan
			if !yield([]string{p.ID, p.Title.VI, p.Title.EN, p.Decision.Number, p.Issuer.VI, p.Start.String(), p.End.String(),
				string(p.CompiledFrom), p.Looked.String(), string(p.Pace), licence, p.Short.VI, p.Short.EN, p.Place.VI, p.Place.EN, p.Issuer.EN,
				p.Decision.Date.String(), p.Decision.URL}) {
				return
			}
		}
	})
}

func (d *Source) areas() Table {
	return table("areas", func(yield func([]string) bool) {
		for _, j := range d.all {
			for _, a := range j.Plan.Areas {
				if !yield([]string{j.Plan.ID, string(a.ID), a.Name.VI, a.Name.EN, a.Number}) {
					return
				}
			}
		}
	})
}

func (d *Source) agencies() Table {
	return table("agencies", func(yield func([]string) bool) {
		for _, a := range d.site.Agencies {
			if !yield([]string{string(a.ID), a.Name.VI, a.Name.EN, string(a.Level), a.ValidFrom.String(), a.ValidTo.String(), string(a.Successor)}) {
				return
			}
		}
	})
}

func (d *Source) periods() Table {
	return table("periods", func(yield func([]string) bool) {
		for _, j := range d.all {
			for _, q := range j.Plan.Periods {
				if !yield(j.periodRow(q)) {
					return
				}
			}
		}
	})
}

func (j *judged) periodRow(q plan.Period) []string {
	released, status, looked := "", "", ""
	if s := j.released[q.ID]; s != nil {
		released, status, looked = s.Released.String(), string(s.Status), s.Looked.String()
	}
	return []string{j.Plan.ID, string(q.ID), q.Name.VI, q.Name.EN, q.Start.String(), q.End.String(), strconv.FormatBool(q.Cumulative), q.Cutoff.String(),
		q.Due.String(), released, status, string(q.Kind), q.Deadlines().String(), looked}
}
