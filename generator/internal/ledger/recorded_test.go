package ledger_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"minhbach/generator/internal/ledger"
)

func chainOf(t *testing.T, plan string, periods ...string) string {
	t.Helper()
	var file []byte
	for _, period := range periods {
		var err error
		if file, err = ledger.Append(file, ledger.Line{Plan: plan, Period: period, Date: "2030-04-10", Zip: plan + period}); err != nil {
			t.Fatal(err)
		}
	}
	return string(file)
}

// TestVerifyPublished: the lines of several plans in one file are one chain a plan; of a broken one the first bad line
// is named, and the others are read on.
func TestVerifyPublished(t *testing.T) {
	a, b := chainOf(t, "2030", "q1", "h1", "fy"), chainOf(t, "2031", "q1", "h1")
	second := strings.SplitAfter(a, "\n")[1]
	for name, c := range map[string]struct {
		file   string
		lines  int
		broken []int
	}{
		"both":                 {a + b, 5, nil},
		"nothing":              {"", 0, nil},
		"a line taken out":     {strings.Replace(a, second, "", 1) + b, 3, []int{2}},
		"no line":              {strings.Replace(a, second, "{}\n", 1) + b, 3, []int{2}},
		"both broken":          {strings.Replace(a, "q1", "q2", 1) + strings.Replace(b, "q1", "q2", 1), 2, []int{2, 5}},
		"not in order":         {b + a, 2, []int{3}},
		"a plan twice":         {a + b + a, 5, []int{6}},
		"a plan without id":    {chainOf(t, "", "q1"), 0, []int{1}},
		"a line without end":   {a + b[:len(b)-1], 5, nil},
		"an endless line":      {a + strings.Repeat("x", 2<<20), 3, []int{4}},
		"a plan's first gone":  {a + strings.SplitAfter(b, "\n")[1], 3, []int{4}},
		"an empty line within": {a + "\n" + b, 5, []int{4}},
	} {
		lines := 0
		broken, err := ledger.Verify(strings.NewReader(c.file), func(ledger.Line) { lines++ })
		var at []int
		for _, b := range broken {
			at = append(at, b.Line)
		}
		if err != nil || lines != c.lines || !slices.Equal(at, c.broken) {
			t.Errorf("%s: %d lines, broken at %v, %v; want %d, %v", name, lines, at, err, c.lines, c.broken)
		}
	}
}

// TestRecorded: by plan in the order of ids, not of file names, line by line as they stand.
func TestRecorded(t *testing.T) {
	a, b := chainOf(t, "2030", "q1", "h1"), chainOf(t, "2030-b", "q1")
	folder := fstest.MapFS{"ledger/2030.jsonl": {Data: []byte(strings.ReplaceAll(a, "\n", "\r\n"))}, "ledger/2030-b.jsonl": {Data: []byte(strings.TrimSuffix(b, "\n"))},
		"releases/2030/q1.zip": {Data: []byte("no zip")}}
	var lines, got string
	for _, r := range ledger.Recorded(folder) {
		lines += string(r.Line)
		got += fmt.Sprintf("%s/%s %s %s %q %q\n", r.Plan, r.Period, r.Date, r.SHA256, r.Zip, r.Manifest)
	}
	if lines != a+b {
		t.Errorf("the lines are\n%s\nwant\n%s", lines, a+b)
	}
	if want := "2030/q1 2030-04-10 2030q1 \"no zip\" \"\"\n2030/h1 2030-04-10 2030h1 \"\" \"\"\n2030-b/q1 2030-04-10 2030-bq1 \"\" \"\"\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	records, err := ledger.Records(folder)
	var of []string
	for _, r := range records {
		of = append(of, r.Plan+"/"+r.Period)
		if r.Zip != nil {
			t.Errorf("%s: a zip that is not the recorded one is taken for it", r.Period)
		}
	}
	if want := []string{"2030/q1", "2030/h1", "2030-b/q1"}; err != nil || !slices.Equal(of, want) {
		t.Errorf("the records are %v, %v; want %v", of, err, want)
	}
}
