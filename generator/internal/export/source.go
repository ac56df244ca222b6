package export

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// Source is what the tables are made from: the site, and its plans as judged, in the order of their ids.
type Source struct {
	site *plan.Site
	all  []*judged
}

// From prepares the tables of a site.
func From(s *plan.Site, worlds []*derive.World) *Source {
	d := &Source{site: s}
	for _, w := range slices.SortedFunc(slices.Values(worlds), func(a, b *derive.World) int { return cmp.Compare(a.Plan.ID, b.Plan.ID) }) {
		d.all = append(d.all, newJudged(w))
	}
	return d
}

// judged is a plan as judged, with what its rows are found by. An agency's places are those of its rows among the
// measured indicators and among the tasks, which stand in the same order in every period.
type judged struct {
	*derive.World
	released   map[plan.PeriodID]*plan.Snapshot
	answering  map[plan.IndicatorID]answering
	gaps       map[plan.IndicatorID][]gap
	indicators map[plan.AgencyID][]int
	tasks      map[plan.AgencyID][]int
	said       *sync.Map // result to plan.Text
}

// answering are the agencies of an indicator.
type answering struct{ monitoring, executing []plan.AgencyID }

// gap is a declared gap with the snapshot that declares it.
type gap struct {
	plan.NotReported
	snapshot *plan.Snapshot
}

func newJudged(w *derive.World) *judged {
	j := &judged{
		World: w, released: map[plan.PeriodID]*plan.Snapshot{}, answering: map[plan.IndicatorID]answering{},
		gaps: map[plan.IndicatorID][]gap{}, indicators: map[plan.AgencyID][]int{}, tasks: map[plan.AgencyID][]int{}, said: &sync.Map{},
	}
	for _, s := range w.Plan.Snapshots {
		if !s.Released.Known() {
			continue
		}
		j.released[s.Period] = s
		for _, n := range s.NotReported {
			j.gaps[n.Indicator] = append(j.gaps[n.Indicator], gap{n, s})
		}
	}
	place := 0
	for _, i := range w.Plan.Indicators {
		monitoring, executing := w.Plan.Answering(i)
		j.answering[i.ID] = answering{monitoring, executing}
		if i.Measured() {
			at(j.indicators, place, monitoring, executing)
			place++
		}
	}
	for n, t := range w.Plan.Tasks {
		at(j.tasks, n, t.Lead, t.Coordinating)
	}
	return j
}

// at notes a place for every agency of two lists, once.
func at(places map[plan.AgencyID][]int, place int, lists ...[]plan.AgencyID) {
	for _, id := range slices.Concat(lists...) {
		if have := places[id]; len(have) == 0 || have[len(have)-1] != place {
			places[id] = append(have, place)
		}
	}
}

// snapshots are the released ones, in the order of the cut-offs.
func (j *judged) snapshots(yield func(*plan.Snapshot) bool) {
	for _, s := range j.Plan.Snapshots {
		if s.Released.Known() && !yield(s) {
			return
		}
	}
}

// explanation is why an indicator has its status, in both languages.
func (j *judged) explanation(r *derive.IndicatorResult) plan.Text {
	return j.once(r, func(w wording.Words) string { return w.Explanation(r) })
}

// taskExplanation is why a task has its verdict, in both languages.
func (j *judged) taskExplanation(r *derive.TaskResult) plan.Text {
	return j.once(r, func(w wording.Words) string { return w.TaskExplanation(r) })
}

// once words a result the first time it is asked for: its row stands in several files.
func (j *judged) once(result any, say func(wording.Words) string) plan.Text {
	if known, ok := j.said.Load(result); ok {
		return known.(plan.Text)
	}
	text := plan.Text{VI: say(wording.In(plan.VI, j.Plan)), EN: say(wording.In(plan.EN, j.Plan))}
	j.said.Store(result, text)
	return text
}

// list joins ids as a cell.
func list[T ~string](ids []T) string {
	if len(ids) == 1 {
		return string(ids[0])
	}
	all := make([]string, len(ids))
	for n, id := range ids {
		all[n] = string(id)
	}
	return strings.Join(all, ";")
}
