package page_test

import (
	"encoding/xml"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"minhbach/generator/internal/content"
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/page"
	"minhbach/generator/internal/plan"
)

// atom is what a feed reader sees of a feed.
type atom struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  string      `xml:"author>name"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID      string   `xml:"id"`
	Title   string   `xml:"title"`
	Updated string   `xml:"updated"`
	Summary string   `xml:"summary"`
	Link    atomLink `xml:"link"`
}

// feeds reads the feeds among the files of a site.
func feeds(t *testing.T, all map[string]string) map[string]atom {
	t.Helper()
	found := map[string]atom{}
	for name, body := range all {
		if path.Ext(name) != ".xml" {
			continue
		}
		var a atom
		if err := xml.Unmarshal([]byte(body), &a); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		found[name] = a
	}
	return found
}

// contents loads the shipped content, or that of the demonstration, two plans that report on themselves.
func contents(t *testing.T, folder string) (*plan.Site, []*derive.World) {
	t.Helper()
	site, _, problems := content.Load(os.DirFS(folder))
	if problems.Failed() {
		t.Fatalf("%s has errors", folder)
	}
	return site, derive.JudgeAll(site.Plans)
}

var folders = []string{"../../../content", "../../demo/content"}

// TestFeeds: of the shipped and the demonstration's content, with a base address and without: every feed has what Atom
// asks for, every link leads to a page and an anchor that are there, entries stand once, the newest first.
func TestFeeds(t *testing.T) {
	for _, folder := range folders {
		for _, base := range []string{"", "https://example.org/reform/"} {
			site, worlds := contents(t, folder)
			site.Settings.BaseURL = base
			all := render(t, pages(t, site, worlds))
			read := feeds(t, all)
			if want := 2 + 2*len(worlds)*len(site.Agencies); len(read) != want {
				t.Errorf("%s: %d feeds, want %d", folder, len(read), want)
			}
			for name, a := range read {
				soundFeed(t, name, base, a, all)
			}
		}
	}
}

func soundFeed(t *testing.T, name, base string, a atom, all map[string]string) {
	t.Helper()
	if a.Lang != name[:2] || a.ID == "" || a.Title == "" || a.Author == "" || len(a.Updated) != len("2030-01-01T00:00:00Z") {
		t.Errorf("%s lacks what Atom asks for: %+v", name, a)
	}
	if selves := slices.Contains(a.Links, atomLink{"self", base + name}); selves != (base != "") {
		t.Errorf("%s names itself: %v", name, selves)
	}
	there := func(href string) {
		to, anchor, _ := strings.Cut(strings.TrimPrefix(href, base), "#")
		if base == "" {
			to = path.Join(path.Dir(name), to)
		}
		if !strings.HasPrefix(href, base) || all[to] == "" || anchor != "" && !strings.Contains(all[to], `id="`+anchor+`"`) {
			t.Errorf("%s leads to %s", name, href)
		}
	}
	for _, l := range a.Links {
		there(l.Href)
	}
	ids, before := map[string]bool{a.ID: true}, a.Updated
	for _, e := range a.Entries {
		there(e.Link.Href)
		if ids[e.ID] || e.ID == "" || e.Title == "" || e.Summary == "" || e.Updated > before {
			t.Errorf("%s: entry %+v", name, e)
		}
		ids[e.ID], before = true, e.Updated
	}
}

// TestFeedIDs: ids do not change with the base address, differ between the languages and the feeds, and an entry has
// the same one in the feed of the language and in those of the bodies that answer for its row.
func TestFeedIDs(t *testing.T) {
	for _, folder := range folders {
		site, worlds := contents(t, folder)
		without := feeds(t, render(t, pages(t, site, worlds)))
		site.Settings.BaseURL = "https://example.org/"
		with := feeds(t, render(t, pages(t, site, worlds)))
		of := map[string]string{} // the language of an entry, the name of a feed, by id
		for name, a := range without {
			if a.ID != with[name].ID || of[a.ID] != "" {
				t.Errorf("%s: id %s, with a base address %s, also of %q", name, a.ID, with[name].ID, of[a.ID])
			}
			of[a.ID] = name
			whole := without[page.FeedPath(plan.Lang(a.Lang))]
			for n, e := range a.Entries {
				if e.ID != with[name].Entries[n].ID || of[e.ID] != "" && of[e.ID] != a.Lang {
					t.Errorf("%s: entry %s, with a base address %s, also of %q", name, e.ID, with[name].Entries[n].ID, of[e.ID])
				}
				of[e.ID] = a.Lang
				if !slices.ContainsFunc(whole.Entries, func(o atomEntry) bool { return o.ID == e.ID && o.Title == e.Title }) {
					t.Errorf("%s: %q is not in the feed of the language", name, e.Title)
				}
			}
		}
	}
}
