package content_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"minhbach/generator/internal/content"
	"minhbach/generator/internal/plan"
)

const handmade = `# what the quarter brought
cutoff: 2030-03-31   # the day of the plan
status: final
observations:
  # asked by telephone
  - {indicator: "1.1", reference: 2030-03-14, value: 42.79, comparable: full, source: bc} # sure

  - indicator: "2"
    reference: 2030-03-14   # Thứ năm, ngày chốt
    comparable: full
    source: bc
    note:
      vi: 'Cơ quan nói "gần đủ"'
  # next quarter: 3

task_reports:
  - {task: "1", state: done, source: bc}
`

func set(key, value string, after ...string) content.Setting {
	return content.Setting{Key: key, Value: value, After: after}
}

// TestEditSnapshot holds that a change changes its own place and nothing around it, with either line end.
func TestEditSnapshot(t *testing.T) {
	entry := []content.Setting{set("indicator", `"3"`), set("value", "7")}
	for _, c := range []struct {
		name     string
		change   content.Change
		old, new string
	}{
		{"a value", content.Change{List: "observations", Index: 0, Set: []content.Setting{set("value", "43.5")}}, "value: 42.79,", "value: 43.5,"},
		{"an id in quotes", content.Change{List: "observations", Index: 1, Set: []content.Setting{set("indicator", `"2.2"`)}}, `- indicator: "2"`, `- indicator: "2.2"`},
		{"a key more in braces", content.Change{List: "observations", Index: 0, Set: []content.Setting{set("numerator", "9", "value", "nothing")}}, "42.79,", "42.79, numerator: 9,"},
		{"a key more on a line", content.Change{List: "observations", Index: 1, Set: []content.Setting{set("value", "9", "indicator", "reference")}}, "ngày chốt\n", "ngày chốt\n    value: 9\n"},
		{"two keys more", content.Change{List: "observations", Index: 1, Set: []content.Setting{set("value", "9", "reference"), set("numerator", "1", "reference", "value")}}, "ngày chốt\n", "ngày chốt\n    value: 9\n    numerator: 1\n"},
		{"a group that is there", content.Change{List: "observations", Index: 1, Set: []content.Setting{set("note.vi", `"Đủ"`)}}, `'Cơ quan nói "gần đủ"'`, `"Đủ"`},
		{"a key more in a group", content.Change{List: "observations", Index: 1, Set: []content.Setting{set("note.en", `"Nearly"`)}}, "đủ\"'\n", "đủ\"'\n      en: \"Nearly\"\n"},
		{"a group more", content.Change{List: "task_reports", Index: 0, Set: []content.Setting{set("note.vi", `"Đủ"`, "state")}}, "done,", `done, note: {vi: "Đủ"},`},
		{"an entry", content.Change{List: "observations", Index: content.NewEntry, Set: entry}, "đủ\"'\n", "đủ\"'\n  - {indicator: \"3\", value: 7}\n"},
		{"an entry at the end", content.Change{List: "task_reports", Index: content.NewEntry, Set: entry}, "state: done, source: bc}\n", "state: done, source: bc}\n  - {indicator: \"3\", value: 7}\n"},
		{"an entry less", content.Change{List: "observations", Index: 0, Drop: true}, "  - {indicator: \"1.1\", reference: 2030-03-14, value: 42.79, comparable: full, source: bc} # sure\n", ""},
		{"the last entry less", content.Change{List: "observations", Index: 1, Drop: true}, handmade[strings.Index(handmade, "  - indicator: \"2\""):strings.Index(handmade, "  # next quarter")], ""},
		{"a key less in braces", content.Change{List: "observations", Index: 0, Set: []content.Setting{set("value", "")}}, ", value: 42.79", ""},
		{"the last key less in braces", content.Change{List: "observations", Index: 0, Set: []content.Setting{set("source", "")}}, ", source: bc}", "}"},
		{"a key less on a line", content.Change{List: "observations", Index: 1, Set: []content.Setting{set("comparable", "")}}, "    comparable: full\n", ""},
		{"a key less that is not there", content.Change{List: "observations", Index: 1, Set: []content.Setting{set("value", "")}}, "", ""},
		{"a list less", content.Change{List: "task_reports", Index: 0, Drop: true}, "task_reports:\n  - {task: \"1\", state: done, source: bc}\n", ""},
		{"a list more", content.Change{List: "reports", Index: content.NewEntry, Set: entry}, "state: done, source: bc}\n", "state: done, source: bc}\nreports:\n  - {indicator: \"3\", value: 7}\n"},
	} {
		for _, ends := range []string{"\n", "\r\n"} {
			for _, mark := range []string{"", "\ufeff"} {
				as := func(s string) string { return strings.ReplaceAll(s, "\n", ends) }
				before := mark + as(handmade)
				after, err := content.EditSnapshot([]byte(before), []content.Change{c.change})
				if want := strings.Replace(before, as(c.old), as(c.new), 1); err != nil || string(after) != want {
					t.Errorf("%s: %v\n%s\nis not\n%s", c.name, err, after, want)
				}
			}
		}
	}
}

// TestEditSnapshotWithoutLineEnd holds where the last line is not ended.
func TestEditSnapshotWithoutLineEnd(t *testing.T) {
	for before, after := range map[string]string{
		"a: 1\nreports:\n  - {agency: x}": "a: 1\nreports:\n  - {agency: x}\n  - {agency: y}",
		"a: 1":                            "a: 1\nreports:\n  - {agency: y}\n",
		"a: 1\nreports: []\nb: 2\n":       "a: 1\nreports: \n  - {agency: y}\nb: 2\n",
		"reports:\n- agency: x\n# end":    "reports:\n- agency: x\n- agency: y\n# end",
	} {
		got, err := content.EditSnapshot([]byte(before), []content.Change{{List: "reports", Index: content.NewEntry, Set: []content.Setting{set("agency", "y")}}})
		if err != nil || string(got) != after {
			t.Errorf("%q: %q, %v", before, got, err)
		}
	}
}

// drafted is a snapshot in which sections wait as comments.
const drafted = `cutoff: 2030-12-31

## Where the figures come from.
#sources:
#  bc:
#    title: ""

## The figures.
#observations:
## 1.1. Filed online
#  - {indicator: "1.1", value: , source: bc}

## The reports.
#reports:
#  - {agency: x, received: }
`

// TestEditSnapshotDrafted holds that what is added to a section that waits as a comment goes into it, and no comment is lost.
func TestEditSnapshotDrafted(t *testing.T) {
	figure := content.Change{List: "observations", Index: content.NewEntry, Set: []content.Setting{set("indicator", `"1.1"`), set("value", "7")}}
	report := content.Change{List: "reports", Index: content.NewEntry, Set: []content.Setting{set("agency", "x")}}
	want := strings.NewReplacer(
		"#observations:", "observations:", "source: bc}\n", "source: bc}\n  - {indicator: \"1.1\", value: 7}\n",
		"#reports:", "reports:", "received: }\n", "received: }\n  - {agency: x}\n").Replace(drafted)
	for _, ends := range []string{"\n", "\r\n"} {
		as := func(s string) string { return strings.ReplaceAll(s, "\n", ends) }
		got, err := content.EditSnapshot([]byte(as(drafted)), []content.Change{report, figure})
		if err != nil || string(got) != as(want) {
			t.Errorf("%v\n%s\nis not\n%s", err, got, want)
		}
		source := plan.Source{Title: "T", Publisher: plan.Text{VI: "A", EN: "A"}, URL: "https://example.org/", Confidence: "primary"}
		sourced := string(content.AddSource([]byte(as(drafted)), "bc-1", source))
		head, tail, cut := strings.Cut(as(drafted), as("\n\n## The figures."))
		head = strings.Replace(head, "#sources:", "sources:", 1) + as("\n  bc-1:\n    title: \"T\"\n")
		if !cut || !strings.HasPrefix(sourced, head) || !strings.HasSuffix(sourced, as("\n\n## The figures.")+tail) {
			t.Errorf("a source:\n%s", sourced)
		}
	}
	// The line in the middle of something else is a remark.
	for _, before := range []string{"a:\n#reports:\n  - 1\nb: 2\n", "a: {\n#reports:\n  b: 1}\n"} {
		got, err := content.EditSnapshot([]byte(before), []content.Change{report})
		if err != nil || string(got) != before+"reports:\n  - {agency: x}\n" {
			t.Errorf("%q: %q, %v", before, got, err)
		}
	}
}

// TestEditSnapshotForm holds that entries are added in the form that their list has, and together in one form.
func TestEditSnapshotForm(t *testing.T) {
	entry := func(length int) content.Change {
		return content.Change{List: "observations", Index: content.NewEntry, Set: []content.Setting{set("indicator", "a"), set("source", strings.Repeat("x", length))}}
	}
	long := strings.Repeat("x", 120)
	brief, whole := "  - {indicator: a, source: x}\n", "  - indicator: a\n    source: x\n"
	briefly, wholly := strings.ReplaceAll(brief, ": x", ": "+long), strings.ReplaceAll(whole, ": x", ": "+long)
	for before, want := range map[string]string{"": whole + wholly, brief: brief + briefly, whole: whole + wholly, brief + whole: brief + wholly} {
		if before != "" {
			before = "observations:\n" + before
		}
		got, err := content.EditSnapshot([]byte("a: 1\n"+before), []content.Change{entry(1), entry(120)})
		if err != nil || !strings.HasSuffix(string(got), want) {
			t.Errorf("%s%v\n%s", before, err, got)
		}
	}
}

// TestEditSnapshotByHand holds that what cannot be changed surely is not changed at all.
func TestEditSnapshotByHand(t *testing.T) {
	value := content.Change{List: "observations", Index: 0, Set: []content.Setting{set("value", "1"), set("note.vi", `"x"`)}}
	for _, text := range []string{
		"{observations: [{value: 2}]}\n",
		"observations:\n  - value: &a 2\n    note: {vi: *a}\n",
		"observations:\n  - value: 2\n    note:\n      vi: >\n        a\n        b\n",
		"observations:\n  - value: 2\n    note: {vi: \"a\n        b\"}\n",
		"observations: {a: 1}\n",
		"observations:\n",
		": :",
	} {
		if got, err := content.EditSnapshot([]byte(text), []content.Change{value}); !errors.Is(err, content.ErrByHand) {
			t.Errorf("%q became %q, %v", text, got, err)
		}
	}
}

// TestEditSnapshotKeepsKeys holds that a key is not taken out where more than it would go.
func TestEditSnapshotKeepsKeys(t *testing.T) {
	change := content.Change{List: "observations", Index: 0, Set: []content.Setting{set("value", "")}}
	for _, text := range []string{"observations:\n  - value: 2\n    note: x\n", "observations:\n  - {value: 2, note: x}\n", "observations:\n  - a: 1\n    value: {b: 1}\n", "observations:\n  - a: 1\n    value:\n      2\n"} {
		if got, err := content.EditSnapshot([]byte(text), []content.Change{change}); !errors.Is(err, content.ErrByHand) {
			t.Errorf("%q became %q, %v", text, got, err)
		}
	}
}

// TestQuoted holds that every letter comes back as it was, in every place where a text may stand.
func TestQuoted(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !utf8.ValidRune(r) || r > 0x3000 && r < 0xd700 || r > 0xe100 && r < 0xf900 || r > 0x10100 && r < 0x10ff00 {
			continue // a letter among letters
		}
		text := "đ" + string(r) + "#: "
		quoted := plan.Quoted(text)
		for _, form := range []string{"a: %s\n", "- %s", "{a: {vi: %s}, b: 1}\n"} {
			var n yaml.Node
			if err := yaml.Unmarshal(fmt.Appendf(nil, form, quoted), &n); err != nil || !holds(&n, text) {
				t.Fatalf("%U: %s is read otherwise: %v", r, quoted, err)
			}
		}
	}
	if have := plan.Quoted("a \"b\" \\ c\n\td: ‘e’ #f \u2028 \x01 đ \x80"); have != `"a \"b\" \\ c\n\td: ‘e’ #f \u2028 \u0001 đ `+"\ufffd\"" {
		t.Error(have)
	}
}

// holds tells whether a text stands anywhere in a document.
func holds(n *yaml.Node, text string) bool {
	return n.Kind == yaml.ScalarNode && n.Value == text || slices.ContainsFunc(n.Content, func(c *yaml.Node) bool { return holds(c, text) })
}

// TestEditSnapshotInAnyOrder holds that new entries of all lists can be added one after another, in any order and any company,
// whether their sections are there, wait as comments or are nowhere.
func TestEditSnapshotInAnyOrder(t *testing.T) {
	lists := []string{"observations", "task_reports", "not_reported", "reports"}
	add := func(list string, n int) content.Change {
		return content.Change{List: list, Index: content.NewEntry, Set: []content.Setting{set("agency", fmt.Sprint("x", n))}}
	}
	starts := []string{"a: 1\n", "a: 1", drafted, strings.ReplaceAll(drafted, "\n", "\r\n"), strings.TrimSpace(drafted), "a: 1\nreports:\n  - {agency: x0}\n\n# end\n", "reports:\n- agency: x0", "a: 1\nnot_reported: []\n"}
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 1))
		text, want := starts[int(seed)%len(starts)], map[string]int{}
		if strings.Contains(text, "reports:\n-") || strings.Contains(text, "reports:\n  - {agency: x0") {
			want["reports"]++
		}
		for n := range 1 + r.IntN(5) {
			var changes []content.Change
			for m := range 1 + r.IntN(3) {
				list := lists[r.IntN(len(lists))]
				changes = append(changes, add(list, 10*n+m))
				want[list]++
			}
			after, err := content.EditSnapshot([]byte(text), changes)
			if err != nil {
				t.Fatalf("%d: %v cannot be added: %v\n%s", seed, changes, err, text)
			}
			text = string(after)
		}
		var have map[string]any
		if err := yaml.Unmarshal([]byte(text), &have); err != nil {
			t.Fatalf("%d: %v\n%s", seed, err, text)
		}
		for _, list := range lists {
			if entries, _ := have[list].([]any); len(entries) != want[list] {
				t.Errorf("%d: %d of %s, not %d\n%s", seed, len(entries), list, want[list], text)
			}
		}
	}
}

// TestEntryAt holds that a place is found in its entry and key, in either form of an entry.
func TestEntryAt(t *testing.T) {
	const text = "cutoff: 2030-03-31\nobservations:\n  - {indicator: \"1\", value: 2, note: {vi: \"a\"}}\n  - indicator: \"2\"\n    value: 3\ntask_reports:\n- task: \"1\"\n  document: {number: \"2\", date: 2030-01-01}\nstatus: final\n"
	for _, c := range []struct {
		line, col int
		want      string
	}{
		{1, 1, " 0 "}, {2, 1, " 0 "}, {3, 5, "observations 0 "}, {3, 17, "observations 0 indicator"}, {3, 29, "observations 0 value"}, {3, 43, "observations 0 note.vi"}, {3, 33, "observations 0 note"},
		{4, 5, "observations 1 "}, {4, 16, "observations 1 indicator"}, {5, 12, "observations 1 value"}, {7, 3, "task_reports 0 "}, {8, 3, "task_reports 0 document"}, {8, 23, "task_reports 0 document.number"}, {8, 34, "task_reports 0 document.date"},
		{9, 9, " 0 "}, {0, 0, " 0 "},
	} {
		list, index, key := content.EntryAt([]byte(text))(c.line, c.col)
		if have := fmt.Sprint(list, " ", index, " ", key); have != c.want {
			t.Errorf("%d:%d: %q, not %q", c.line, c.col, have, c.want)
		}
	}
	if list, _, _ := content.EntryAt([]byte(": :"))(1, 1); list != "" {
		t.Error(list)
	}
}
