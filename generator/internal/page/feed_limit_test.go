package page

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/feed"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/trial"
	"minhbach/layouts"
)

// TestFeedLimit: of more news than a feed holds the oldest are left out, in whatever order they come.
func TestFeedLimit(t *testing.T) {
	r, err := New(layouts.FS, Assets{})
	if err != nil {
		t.Fatal(err)
	}
	site := &plan.Site{Plans: []*plan.Plan{trial.Plan("2030", nil)}}
	s := r.scope(site, derive.JudgeAll(site.Plans), plan.EN)
	var all []news
	for n := range feedLimit + 1 {
		day := plan.Date{Year: 2030, Month: int8(1 + n/28), Day: int8(1 + n%28)}
		all = append(all, news{Entry: feed.Entry{ID: fmt.Sprint(n), Title: day.String(), Updated: feed.Day(day.String())}})
	}
	var b bytes.Buffer
	if err := s.writeFeed(&b, feed.Feed{}, "en/feed.xml", "en/index.html", all); err != nil {
		t.Fatal(err)
	}
	body := b.String()
	if n := strings.Count(body, "<entry>"); n != feedLimit {
		t.Errorf("%d entries, want %d", n, feedLimit)
	}
	if strings.Contains(body, "<title>2030-01-01<") || !strings.Contains(body, "<title>2030-01-02<") {
		t.Error("it is not the oldest that was left out")
	}
	if newest := all[0].Updated; !strings.Contains(body, "<updated>"+newest+"</updated>\n <author>") {
		t.Errorf("the feed was not updated at %s", newest)
	}
}
