package page

import (
	"io"
	"slices"
	"strings"

	"minhbach/generator/internal/calendar"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/uuid"
	"minhbach/generator/internal/wording"
)

// calendarPages are the one calendar of all plans, made with the Vietnamese pages: its events are headed in Vietnamese
// and explained in both languages.
func calendarPages(s *scope) []Page {
	if s.lang != plan.VI || s.world == nil {
		return nil
	}
	return []Page{{Path: CalendarPath, Write: s.writeCalendar}}
}

func (s *scope) writeCalendar(w io.Writer) error {
	d := dates{vi: s, en: s.in(plan.EN), told: s.lastRelease(), results: map[string]bool{}}
	c := calendar.Calendar{Lang: string(s.lang), Name: s.say("calendar.name", s.site.Settings.Name.In(s.lang)),
		Description: s.publisherLine() + s.licenceLine() + " " + s.say("calendar.about")}
	for n := range slices.Backward(s.worlds) { // an older plan first, so that a plan that is added takes no event from it
		of := d
		of.vi, of.en = d.vi.about(d.vi.worlds[n]), d.en.about(d.en.worlds[n])
		c.Events = append(c.Events, slices.Concat(of.periods(), of.publishers(), of.deadlines())...)
	}
	slices.SortStableFunc(c.Events, func(a, b calendar.Event) int { return strings.Compare(a.Day, b.Day) })
	return c.Write(w)
}

// lastRelease is the newest day on which the site released anything.
func (s *scope) lastRelease() plan.Date {
	var last plan.Date
	for _, w := range s.worlds {
		for _, a := range w.Plan.Snapshots {
			if a.Released.After(last) {
				last = a.Released
			}
		}
	}
	return last
}

// dates collects what happens on which day in a plan, in both languages.
type dates struct {
	vi, en  *scope
	told    plan.Date       // when the site last released anything
	results map[string]bool // of outside publishers, which several plans may await
}

// event has an id made of what it is about and not of its day, so that a day that is moved moves the event in the
// calendars of readers.
func (d dates) event(day plan.Date, kind, category, page string, row []string, say func(*scope) (summary, about string)) calendar.Event {
	p := d.vi.world.Plan
	id := slices.Concat([]string{p.Decision.Number, p.Decision.Date.String(), p.ID, kind}, row)
	summary, about := say(d.vi)
	_, english := say(d.en)
	e := calendar.Event{UID: uuid.Of(id...), Day: day.String(), Stamp: d.told.String(), Summary: summary,
		Description: about + "\n" + english, Category: category}
	if d.vi.site.Settings.BaseURL != "" {
		e.URL = d.vi.absolute(CalendarPath, page)
	}
	return e
}

// periods are the days on which reports are due, and those on which the site released a period. A baseline is not
// reported on.
func (d dates) periods() []calendar.Event {
	var all []calendar.Event
	p := d.vi.world.Plan
	for _, period := range p.Periods {
		snapshot, page, row := d.vi.released(period.ID), PeriodsPath(d.vi.lang, p), []string{string(period.ID)}
		if snapshot != nil {
			page = PeriodPath(d.vi.lang, p, period.ID)
		}
		if period.Due.Known() && period.Kind != plan.Baseline {
			all = append(all, d.event(period.Due, "report", d.vi.say("calendar.report.kind"), page, row, func(s *scope) (string, string) {
				name := s.words.Period(period)
				return s.say("calendar.report", name, p.Short.In(s.lang)), s.say("calendar.report.about", name, p.Title.In(s.lang), s.date(period.Cutoff))
			}))
		}
		if snapshot != nil {
			all = append(all, d.event(snapshot.Released, "release", d.vi.say("calendar.release.kind"), page, row, func(s *scope) (string, string) {
				name := s.words.Period(period)
				return s.say("feed.released", name, p.Short.In(s.lang)), s.say("calendar.release.about", name, p.Title.In(s.lang), s.date(period.Cutoff))
			}))
		}
	}
	return all
}

// publishers are the days on which results of outside publishers came out, or are expected.
func (d dates) publishers() []calendar.Event {
	var all []calendar.Event
	p := d.vi.world.Plan
	for n := range p.Publishers {
		publisher := &p.Publishers[n]
		for _, r := range publisher.Releases {
			once := strings.Join([]string{publisher.Name.VI, r.Reference.String(), r.Date.String()}, "\n")
			if d.results[once] {
				continue
			}
			d.results[once] = true
			row := []string{string(publisher.ID), r.Reference.String()}
			all = append(all, d.event(r.Date, "result", d.vi.say("calendar.result.kind"), d.awaiting(publisher.ID), row, func(s *scope) (string, string) {
				return s.result(publisher, r, r.Date.After(d.told))
			}))
		}
	}
	return all
}

func (s *scope) result(by *plan.Publisher, r plan.Release, expected bool) (summary, about string) {
	name, of := by.Name.In(s.lang), lang.Reference(s.lang, r.Reference)
	summary, about = s.say("calendar.result", name, of), s.say("calendar.result.about", name, of)
	if expected {
		summary, about = s.say("calendar.result.expected", name, of), s.say("calendar.result.expected.about", name, of)
	}
	if r.URL != "" {
		about += " " + s.say("calendar.source", r.URL)
	}
	return summary, about
}

// awaiting is the page of the first indicator that a publisher judges; of a publisher that judges none, the plan's.
func (d dates) awaiting(id plan.PublisherID) string {
	p := d.vi.world.Plan
	for _, i := range p.Indicators {
		if i.Publisher == id && i.Measured() {
			return IndicatorPath(d.vi.lang, p, i.ID)
		}
	}
	return PlanPath(d.vi.lang, p)
}

// deadlines are those of all parts of all tasks, as the newest decision set them. They say when something is due, never
// whether it was done, but they do say what is due no more: an event that vanished would explain nothing.
func (d dates) deadlines() []calendar.Event {
	var all []calendar.Event
	p := d.vi.world.Plan
	for _, t := range p.Tasks {
		for n := range t.Milestones {
			m := &t.Milestones[n]
			move := newestMove(m)
			due := m.Due
			if move != nil {
				due = move.Due
			}
			row := []string{string(t.ID), m.ID}
			all = append(all, d.event(due, "deadline", d.vi.say("calendar.deadline.kind"), TaskPath(d.vi.lang, p, t.ID), row, func(s *scope) (string, string) {
				return s.deadline(t, m, move)
			}))
		}
	}
	return all
}

// dropped is the state of a part of a task, or of the whole, that was cancelled or replaced as of the newest period;
// empty for every other.
func (s *scope) dropped(t *plan.Task, m *plan.Milestone) plan.TaskState {
	r := s.now.Task(t.ID)
	states := []plan.TaskState{r.State}
	for _, q := range r.Parts {
		if q.ID == m.ID {
			states = append(states, q.State)
		}
	}
	for _, state := range states {
		if state == plan.Cancelled || state == plan.Replaced {
			return state
		}
	}
	return ""
}

// newestMove is the last move of a deadline, from whatever day on it is valid; nil when the plan's own day stands.
func newestMove(m *plan.Milestone) *plan.Move {
	var last plan.Date
	for _, move := range m.Moved {
		if move.ValidFrom.After(last) {
			last = move.ValidFrom
		}
	}
	return m.MoveAt(last)
}

func (s *scope) deadline(t *plan.Task, m *plan.Milestone, move *plan.Move) (summary, about string) {
	short, name := t.Short.In(s.lang), t.Name.In(s.lang)
	if !m.Name.Empty() {
		short, name = short+" – "+m.Name.In(s.lang), name+" – "+m.Name.In(s.lang)
	}
	summary = s.say("calendar.deadline", string(t.ID), short, s.world.Plan.Short.In(s.lang))
	about = s.say("calendar.deadline.about", string(t.ID), s.world.Plan.Title.In(s.lang), name)
	if move != nil {
		about += " " + s.say("calendar.deadline.moved", s.date(m.Due), move.Document.Number, s.date(move.ValidFrom))
	}
	if state := s.dropped(t, m); state != "" {
		word := wording.State(s.lang, state)
		summary += " (" + word + ")"
		about += " " + s.say("calendar.deadline.dropped", s.date(s.now.Period.Cutoff), word)
	}
	return summary, about + " " + s.say("calendar.deadline.note")
}
