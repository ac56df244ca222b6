package page

import (
	"html/template"

	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// SourceView is a source with what it says, in its own language.
type SourceView struct {
	Link
	Lang                             plan.Lang
	Publisher, Published, Confidence string
	Quotes                           []string
	Note                             template.HTML
}

// source finds a source in any snapshot of the plan that is released.
func (s *scope) source(id plan.SourceID) (plan.Source, bool) {
	for _, snapshot := range s.world.Plan.Snapshots {
		if source, ok := snapshot.Sources[id]; ok && snapshot.Released.Known() {
			return source, true
		}
	}
	return plan.Source{}, false
}

// sources collects sources in the order in which they are first met; each keeps its quotations once.
type sources struct {
	list []SourceView
	at   map[string]int
}

func (s *scope) addSource(c *sources, source plan.Source, quote string) {
	key := source.URL + source.Title
	n, ok := c.at[key]
	if !ok {
		if c.at == nil {
			c.at = map[string]int{}
		}
		n = len(c.list)
		c.at[key] = n
		c.list = append(c.list, s.sourceView(source))
	}
	if quote == "" {
		return
	}
	for _, q := range c.list[n].Quotes {
		if q == quote {
			return
		}
	}
	c.list[n].Quotes = append(c.list[n].Quotes, quote)
}

func (s *scope) sourceView(source plan.Source) SourceView {
	v := SourceView{Link: Link{source.Title, source.URL}, Lang: source.TitleLang, Publisher: source.Publisher.In(s.lang),
		Confidence: wording.Confidence(s.lang, source.Confidence), Published: s.say("source.undated"), Note: s.html(source.Note)}
	if v.Lang == "" {
		v.Lang = plan.VI
	}
	if source.Published.Known() {
		v.Published = s.say("source.published", s.date(source.Published.Date))
	}
	return v
}

// indicatorSources are the sources of all figures of an indicator, judged and context.
func (s *scope) indicatorSources(i *plan.Indicator) []SourceView {
	var c sources
	for _, o := range s.world.Observations(i.ID, s.now.Period.Cutoff) {
		if source, ok := s.source(o.Observation.Source); ok { // its own day of publication, not the figure's
			s.addSource(&c, source, o.Quote)
		}
	}
	return c.list
}
