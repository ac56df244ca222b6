package page

import (
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// Tally is summary, legend and filter in one: every status that the plan can reach, in reading order, even at 0, and
// last the whole; each entry leads to the list of its rows.
type Tally struct {
	Label string
	Cells []TallyCell
}

// TallyCell is an entry of a tally. Samples are counted apart and never added up with what is real.
type TallyCell struct {
	Tile                 Tile // none for the entry of the whole
	Count, Samples, Word string
	Note                 string // said under the word
	Href                 string
	Current              bool
}

// indicatorTally counts the indicators as of a period; current marks the status whose list the page is.
func (s *scope) indicatorTally(f *Frame, a *derive.AsOf, current derive.Status) Tally {
	p := s.world.Plan
	t := Tally{Label: s.say("tally.indicators")}
	count, samples, earlier := map[derive.Status]int{}, map[derive.Status]int{}, 0
	for _, r := range a.Indicators {
		if r.Status == derive.NoPublicFigure && r.Last != nil {
			earlier++
		}
		if r.Lowered == plan.Sample {
			f.Sample = true
			samples[r.Status]++
		} else {
			count[r.Status]++
		}
	}
	for _, status := range derive.Statuses(p) {
		t.Cells = append(t.Cells, TallyCell{
			Tile: Tile{Kind: statusKinds[status]}, Count: s.number(count[status]), Samples: s.samples(samples[status]),
			Word: wording.Status(s.lang, status), Href: s.link(f, StatusPath(s.lang, p, status)), Current: status == current,
		})
		if status == derive.NoPublicFigure && earlier > 0 {
			t.Cells[len(t.Cells)-1].Note = s.count("tally.earlier", earlier)
		}
	}
	return s.whole(f, t, len(a.Indicators), s.say("tally.all.indicators"), IndicatorsPath(s.lang, p))
}

// taskTally counts the numbered tasks as of a period; subtasks are said beside.
func (s *scope) taskTally(f *Frame, a *derive.AsOf, current derive.Verdict) Tally {
	p := s.world.Plan
	t := Tally{Label: s.say("tally.tasks")}
	count, samples, all := map[derive.Verdict]int{}, map[derive.Verdict]int{}, 0
	for _, r := range a.Tasks {
		switch {
		case r.Task.Level != plan.TaskLevel:
			continue
		case r.Lowered == plan.Sample:
			f.Sample = true
			samples[r.Verdict]++
		default:
			count[r.Verdict]++
		}
		all++
	}
	for _, v := range derive.Verdicts(p) {
		t.Cells = append(t.Cells, TallyCell{
			Tile: Tile{Kind: verdictKinds[v]}, Count: s.number(count[v]), Samples: s.samples(samples[v]),
			Word: wording.Verdict(s.lang, v), Href: s.link(f, VerdictPath(s.lang, p, v)), Current: v == current,
		})
	}
	return s.whole(f, t, all, s.say("tally.all.tasks"), TasksPath(s.lang, p))
}

func (s *scope) samples(n int) string {
	if n == 0 {
		return ""
	}
	return s.say("tally.samples", s.number(n))
}

func (s *scope) whole(f *Frame, t Tally, n int, word, path string) Tally {
	t.Cells = append(t.Cells, TallyCell{Count: s.number(n), Word: word, Href: s.link(f, path), Current: f.Path == path})
	return t
}
