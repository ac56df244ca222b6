package calendar_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"minhbach/generator/internal/calendar"
)

func written(t *testing.T, c calendar.Calendar) string {
	t.Helper()
	var b strings.Builder
	if err := c.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func event(summary string) calendar.Event {
	return calendar.Event{UID: "u1", Day: "2030-12-31", Stamp: "2030-04-10", Summary: summary, Description: "a\nb", Category: "Hạn", URL: "https://example.org/a,b;c"}
}

func TestDocument(t *testing.T) {
	got := written(t, calendar.Calendar{Lang: "vi", Name: "Lịch", Description: "Mô tả", Events: []calendar.Event{event("Hạn 1")}})
	want := strings.Join([]string{
		"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Minh Bach//Calendar//VI", "CALSCALE:GREGORIAN", "NAME;LANGUAGE=vi:Lịch", "X-WR-CALNAME:Lịch",
		"DESCRIPTION;LANGUAGE=vi:Mô tả",
		"BEGIN:VEVENT", "UID:u1", "DTSTAMP:20300410T000000Z", "LAST-MODIFIED:20300410T000000Z", "DTSTART;VALUE=DATE:20301231", "DTEND;VALUE=DATE:20310101",
		"TRANSP:TRANSPARENT", "SUMMARY;LANGUAGE=vi:Hạn 1", `DESCRIPTION:a\nb`, "CATEGORIES;LANGUAGE=vi:Hạn", "URL:https://example.org/a,b;c", "END:VEVENT",
		"END:VCALENDAR", ""}, "\r\n")
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestEscaping(t *testing.T) {
	for text, want := range map[string]string{
		`a, b; c\d: "e"`: `a\, b\; c\\d: "e"`,
		"one\ntwo":       `one\ntwo`,
		"one\r\ntwo":     `one\ntwo`,
		"one\rtwo":       "one\ufffdtwo",
		"a\tb\x00\x7f":   "a\tb\ufffd\ufffd",
		"half \xe1\xba":  "half \ufffd\ufffd",
		`\n`:             `\\n`,
	} {
		got := written(t, calendar.Calendar{Lang: "vi", Events: []calendar.Event{event(text)}})
		if !strings.Contains(got, "\r\nSUMMARY;LANGUAGE=vi:"+want+"\r\n") {
			t.Errorf("%q gives\n%s", text, got)
		}
	}
}

// TestFolding: whatever the length and the letters, no line is longer than 75 octets, none ends within a letter, and
// unfolded the text is whole.
func TestFolding(t *testing.T) {
	for n := range 200 {
		for _, letter := range []string{"x", "ễ", "😀", "đx"} {
			text := strings.Repeat("a", n%4) + strings.Repeat(letter, n)
			got := written(t, calendar.Calendar{Lang: "vi", Events: []calendar.Event{event(text)}})
			for line := range strings.SplitSeq(strings.TrimSuffix(got, "\r\n"), "\r\n") {
				if len(line) > 75 || !utf8.ValidString(line) || strings.TrimSpace(line) == "" {
					t.Fatalf("%d of %s: the line %q of %d octets", n, letter, line, len(line))
				}
			}
			if !strings.Contains(strings.ReplaceAll(got, "\r\n ", ""), "\r\nSUMMARY;LANGUAGE=vi:"+text+"\r\n") {
				t.Fatalf("%d of %s: not whole in\n%s", n, letter, got)
			}
		}
	}
	full := written(t, calendar.Calendar{Lang: "vi", Events: []calendar.Event{event(strings.Repeat("x", 75-len("SUMMARY;LANGUAGE=vi:")))}})
	if strings.Contains(full, "\r\n ") {
		t.Error("a line of 75 octets is folded")
	}
}

func TestNoDay(t *testing.T) {
	for _, e := range []calendar.Event{{Day: "2030-02-30", Stamp: "2030-04-10"}, {Day: "2030-02-28"}} {
		c := calendar.Calendar{Events: []calendar.Event{e}}
		if err := c.Write(&strings.Builder{}); err == nil {
			t.Errorf("%+v was written", e)
		}
	}
}
