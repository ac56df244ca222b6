package page

import (
	"io"
	"slices"
	"strings"
	"sync"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/feed"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// feedLimit is how many entries a feed holds at most: a reader that asks once a month misses nothing, and the file stays
// small whatever the plan.
const feedLimit = 200

// news is something new: a period that was released, a row that changed its status, a value that was revised. Its link
// is from the root of the site. A released period is about no single row.
type news struct {
	feed.Entry
	row rowID
}

// feedPages are the feed of the language and, for each plan, one for each body of the registry.
func feedPages(s *scope) []Page {
	if s.world == nil {
		return nil
	}
	var pages []Page
	var all []func() []news
	for _, w := range s.worlds {
		of := s.about(w)
		told, given := sync.OnceValue(of.news), of.roles()
		all = append(all, told)
		for n := range s.site.Agencies {
			a := &s.site.Agencies[n]
			pages = append(pages, of.agencyFeed(a, given[a.ID], told))
		}
	}
	path := FeedPath(s.lang)
	return append(pages, Page{Path: path, Write: func(w io.Writer) error {
		var entries []news
		for _, told := range all {
			entries = append(entries, told()...)
		}
		f := feed.Feed{ID: feed.ID(string(s.lang), "site", s.site.Settings.Publisher.VI), Title: s.feedTitle(),
			Subtitle: s.say("feed.subtitle", s.number(feedLimit))}
		return s.writeFeed(w, f, path, ChangesPath(s.lang, s.world.Plan), entries)
	}})
}

// agencyFeed is the feed of what is new of the rows that a body answers for.
func (s *scope) agencyFeed(a *plan.Agency, given *roles, told func() []news) Page {
	path := AgencyFeedPath(s.lang, s.world.Plan, a.ID)
	return Page{Path: path, Write: func(w io.Writer) error {
		rows := given.rows()
		entries := slices.DeleteFunc(slices.Clone(told()), func(n news) bool { return !rows[n.row] })
		f := feed.Feed{ID: s.newsID("agency", string(a.ID)), Title: s.agencyFeedTitle(a), Subtitle: s.say("feed.subtitle.agency", s.number(feedLimit))}
		return s.writeFeed(w, f, path, AgencyPath(s.lang, s.world.Plan, a.ID), entries)
	}}
}

// rows are the rows in any role.
func (r *roles) rows() map[rowID]bool {
	all := map[rowID]bool{}
	for _, i := range slices.Concat(r.monitors, r.executes) {
		all[rowID{indicator: i.Indicator.ID}] = true
	}
	for _, t := range slices.Concat(r.leads, r.coordinates) {
		all[rowID{task: t.Task.ID}] = true
	}
	return all
}

func (s *scope) feedTitle() string { return s.say("feed.title", s.site.Settings.Name.In(s.lang)) }

func (s *scope) agencyFeedTitle(a *plan.Agency) string {
	return s.say("feed.title", a.Name.In(s.lang)) + " – " + s.world.Plan.Short.In(s.lang)
}

// writeFeed completes a feed with what all feeds say, and writes its newest entries. Addresses are absolute where the
// site knows its own, and relative to the feed otherwise.
func (s *scope) writeFeed(w io.Writer, f feed.Feed, path, about string, all []news) error {
	f.Lang, f.Author = string(s.lang), s.site.Settings.Publisher.In(s.lang)
	f.Subtitle = s.publisherLine() + " " + f.Subtitle
	if l := s.site.Settings.Licence; l != nil {
		f.Rights = l.Name.In(s.lang) + ", " + l.URL
	}
	f.Links = []feed.Link{feed.Page(s.absolute(path, about))}
	if s.site.Settings.BaseURL != "" {
		f.Links = append(f.Links, feed.Self(s.absolute(path, path)))
	}
	f.Updated = feed.Day(s.now.Snapshot.Released.String()) // of a feed without entries
	slices.SortStableFunc(all, func(a, b news) int { return strings.Compare(b.Updated, a.Updated) })
	for n, told := range all[:min(len(all), feedLimit)] {
		if n == 0 {
			f.Updated = told.Updated
		}
		told.Link = feed.Page(s.absolute(path, told.Link.Href))
		f.Entries = append(f.Entries, told.Entry)
	}
	return f.Write(w)
}

// newsID is the id of something of the plan, in the language. The plan is known by its decision and its folder, so that
// no two sites give the same id to different things.
func (s *scope) newsID(name ...string) string {
	p := s.world.Plan
	return feed.ID(slices.Concat([]string{string(s.lang), p.Decision.Number, p.Decision.Date.String(), p.ID}, name)...)
}

// news is all that is new of the plan: the newest period first, and within it the release, the rows that changed their
// status, worst first, and the values that were revised.
func (s *scope) news() []news {
	var all []news
	for _, period := range slices.Backward(s.world.Plan.Periods) {
		snapshot := s.released(period.ID)
		if snapshot == nil {
			continue
		}
		all = append(all, s.releaseNews(period, snapshot))
		if a := s.world.Period(period.ID); a != nil {
			for _, row := range s.changes(&Frame{}, a).Rows {
				all = append(all, s.changeNews(period, snapshot, row))
			}
		}
		for _, r := range s.world.Revisions() {
			if r.Release == period.ID {
				all = append(all, s.revisionNews(&r))
			}
		}
	}
	return all
}

func (s *scope) releaseNews(period plan.Period, snapshot *plan.Snapshot) news {
	e := feed.Entry{ID: s.newsID("period", string(period.ID)), Updated: feed.Day(snapshot.Released.String()),
		Title:   s.sampled(snapshot.Status == plan.Sample, s.say("feed.released", s.words.Period(period), s.world.Plan.Short.In(s.lang))),
		Link:    feed.Page(PeriodPath(s.lang, s.world.Plan, period.ID)),
		Summary: s.say("feed.baseline", s.date(period.Cutoff))}
	if a := s.world.Period(period.ID); a != nil {
		e.Summary = strings.TrimSpace(s.words.Summary(a) + " " + s.words.TaskSummary(a))
	}
	return news{Entry: e}
}

func (s *scope) changeNews(period plan.Period, snapshot *plan.Snapshot, row ChangeRow) news {
	id := s.newsID("status", string(period.ID), string(row.id.indicator), string(row.id.task))
	title := s.say("feed.changed", row.Text, row.BeforeWord, row.NowWord)
	return news{feed.Entry{ID: id, Updated: feed.Day(snapshot.Released.String()), Link: feed.Page(row.Href),
		Title:   s.sampled(row.Before.Sample || row.Now.Sample, title),
		Summary: s.words.Period(period) + ", " + s.say("period.until", s.date(period.Cutoff)) + ". " + row.Answer + "."}, row.id}
}

func (s *scope) revisionNews(r *derive.Revision) news {
	id := s.newsID("revision", string(r.Release), string(r.Indicator), string(r.Task), r.Milestone, string(r.Period), r.Reference.String(),
		string(r.Breakdown), string(r.Measure), string(r.Field), string(r.From), string(r.To))
	row, of := s.revisionRow(r), s.rowLink(&Frame{}, r.Indicator, r.Task)
	title := s.say("feed.withdrawn", of.Text, row.Field, row.Period, row.From)
	if !r.Withdraws() {
		title = s.say("feed.revised", of.Text, row.Field, row.Period, row.From, row.To)
	}
	summary := wording.Upper(row.When) + ". " + s.say("revisions.reason") + " " + r.Reason.In(s.lang)
	return news{feed.Entry{ID: id, Updated: feed.Day(r.Revised.String()), Link: feed.Page(of.Href),
		Title: s.sampled(s.sampleRevised(r), title), Summary: summary}, rowID{r.Indicator, r.Task}}
}

// sampleRevised tells whether the value that was revised is a sample.
func (s *scope) sampleRevised(r *derive.Revision) bool {
	snapshot := s.released(r.Period)
	return snapshot != nil && (snapshot.Status == plan.Sample || slices.ContainsFunc(snapshot.Observations, func(o plan.Observation) bool {
		return o.Indicator == r.Indicator && o.DataStatus == plan.Sample
	}))
}
