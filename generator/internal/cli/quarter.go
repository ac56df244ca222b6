package cli

import (
	"flag"
	"slices"
	"strings"

	"minhbach/generator/internal/difference"
	"minhbach/generator/internal/plan"
)

// quarter is what the verbs of the quarter's work are asked for: diff, report and release.
type quarter struct {
	format               string
	by, packed, previous string // of a release
	releasing            plan.PeriodID
	english              bool // of a report
}

// words are what a verb takes beside its flags, and the forms of its result.
type words struct {
	count int
	told  text
	forms []string // the first is the usual one
}

// asked says what each of these verbs takes.
var asked = map[string]words{
	"diff":    {2, text{"hai kỳ hoặc hai bản công bố, bản trước trước (ví dụ: minhbach diff 2030-q1 2030-h1)", "two periods or releases, the older first (for example: minhbach diff 2030-q1 2030-h1)"}, difference.Formats},
	"report":  {1, text{"mã của một kỳ (ví dụ: minhbach report 2030-h1)", "the id of a period (for example: minhbach report 2030-h1)"}, []string{"docx", "markdown"}},
	"release": {1, text{"mã của một kỳ (ví dụ: minhbach release 2030-h1)", "the id of a period (for example: minhbach release 2030-h1)"}, nil},
}

func (c *call) quarterFlags(verb string, f *flag.FlagSet) {
	q := &c.quarter
	if _, ok := asked[verb]; !ok {
		return
	}
	f.StringVar(&c.planID, "plan", "", "")
	if formats := asked[verb].forms; formats != nil {
		f.StringVar(&q.format, "format", formats[0], "")
	}
	if verb == "report" {
		f.StringVar(&c.out, "out", "", "")
		f.BoolVar(&q.english, "english", false, "")
	}
	if verb == "release" {
		f.StringVar(&c.out, "out", "public", "")
		f.StringVar(&c.baseURL, "base-url", "", "")
		f.StringVar(&c.assets, "static", "", "")
		f.StringVar(&c.day, "date", "", "")
		f.StringVar(&q.by, "by", "", "")
		f.StringVar(&q.packed, "zip", "", "")
		f.StringVar(&q.previous, "previous", "", "")
		f.BoolVar(&c.yes, "yes", false, "")
	}
}

// askedFor takes the words of a verb.
func (c *call) askedFor(a words, words []string) error {
	if c.words = words; len(words) != a.count {
		return &failure{exitCall, text{"lệnh này nhận " + a.told.vi, "this command takes " + a.told.en}}
	}
	if a.forms != nil && !slices.Contains(a.forms, c.format) {
		return wrong("--format nhận %[2]s, không nhận %[1]q", "--format takes %[2]s, not %[1]q", c.format, strings.Join(a.forms, ", "))
	}
	return c.validate()
}

// chosen is the plan that --plan names; without one the newest.
func (c *call) chosen(s *plan.Site) (*plan.Plan, error) {
	var ids []string
	for _, p := range s.Plans {
		if p.ID == c.planID || c.planID == "" {
			return p, nil
		}
		ids = append(ids, p.ID)
	}
	return nil, wrong("không có kế hoạch %q (các kế hoạch: %s)", "there is no plan %q (the plans are: %s)", c.planID, strings.Join(ids, ", "))
}
