package feed_test

import (
	"encoding/xml"
	"regexp"
	"strings"
	"testing"

	"minhbach/generator/internal/feed"
)

// TestWriteHoldsWhateverTheTextsAre: markup, quotes and marks of direction come back as they were; what XML cannot hold
// becomes the replacement character.
func TestWriteHoldsWhateverTheTextsAre(t *testing.T) {
	text := "A <b>\"typing\"</b> 'error' & more ]]> \u200f\u0000\u000b\ufffe\xff"
	f := feed.Feed{Lang: "vi", ID: "urn:x", Title: text, Author: text, Links: []feed.Link{feed.Page("a.html?\"<&>")},
		Entries: []feed.Entry{{ID: "urn:y", Title: text, Summary: text, Link: feed.Page("b.html")}}}
	var b strings.Builder
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	var back feed.Feed
	if err := xml.Unmarshal([]byte(b.String()), &back); err != nil {
		t.Fatal(err)
	}
	want := "A <b>\"typing\"</b> 'error' & more ]]> \u200f\ufffd\ufffd\ufffd\ufffd"
	if back.Title != want || back.Author != want || back.Entries[0].Title != want || back.Entries[0].Summary != want {
		t.Errorf("%q came back as %q", text, back.Title)
	}
	if back.Links[0].Href != "a.html?\"<&>" {
		t.Errorf("a link came back as %q", back.Links[0].Href)
	}
}

// TestID holds what was published: another id would make every reader show every entry again.
func TestID(t *testing.T) {
	const want = "urn:uuid:0a73dce9-8255-5fb7-be67-b63a24ac28e5"
	if id := feed.ID("en", "period", "2030-q1"); id != want {
		t.Errorf("ID is %s, want %s", id, want)
	}
	if feed.ID("a", "b") == feed.ID("ab") || feed.ID("a", "", "b") == feed.ID("a", "b", "") {
		t.Error("two names have the same id")
	}
	if form := regexp.MustCompile(`^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`); !form.MatchString(feed.ID("x")) {
		t.Errorf("%s is not a name-based UUID", feed.ID("x"))
	}
}
