package content

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// badTime reports a day or time that cannot be read, or does not exist.
func (d *decoder) badTime(n *yaml.Node, k valueKind) {
	hint := nouns[k].example
	switch iso, exists, ok := isoDay(n.Value); {
	case ok && exists:
		hint = writeHint(iso)
	case ok:
		d.wrong(n, "no-such-day", diag.Say("không có ngày “%s”", "there is no day “%s”", clip(n.Value)), lastDayHint(iso))
		return
	case k == moment && isoQuarter(n.Value) != "":
		hint = writeHint(isoQuarter(n.Value))
	}
	d.wrong(n, "not-a-time", diag.Text{
		VI: fmt.Sprintf("“%s” không phải là %s viết đúng cách", clip(n.Value), nouns[k].name.VI),
		EN: fmt.Sprintf("“%s” is not %s as it should be written", clip(n.Value), nouns[k].name.EN),
	}, hint)
}

var (
	yearFirst = regexp.MustCompile(`^([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})$`)
	dayFirst  = regexp.MustCompile(`^([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})$`)
	quarter   = regexp.MustCompile(`(?i)^(?:([0-9]{4})-?)?(?:q|quý |quý)(iv|i{1,3}|[1-4])(?:[-/]([0-9]{4}))?$`)
)

// isoDay turns the ways in which days are written into YYYY-MM-DD, and tells whether there is such a day.
func isoDay(s string) (iso string, exists, ok bool) {
	var y, m, d string
	if p := yearFirst.FindStringSubmatch(s); p != nil {
		y, m, d = p[1], p[2], p[3]
	} else if p := dayFirst.FindStringSubmatch(s); p != nil {
		y, m, d = p[3], p[2], p[1]
	} else {
		return "", false, false
	}
	iso = fmt.Sprintf("%s-%02s-%02s", y, m, d)
	_, err := plan.ParseDate(iso)
	return iso, err == nil, true
}

// lastDayHint names the last day of the month of a day that does not exist.
func lastDayHint(iso string) diag.Text {
	for day := 31; day > 27; day-- {
		last := iso[:len(iso)-2] + strconv.Itoa(day)
		if _, err := plan.ParseDate(last); err == nil {
			return diag.Say("viết YYYY-MM-DD; ngày cuối tháng đó là %s", "write YYYY-MM-DD; the last day of that month is %s", last)
		}
	}
	return nouns[day].example
}

// isoQuarter turns the ways in which quarters are written into 2030-Q3; empty when it is none.
func isoQuarter(s string) string {
	p := quarter.FindStringSubmatch(s)
	if p == nil || (p[1] == "") == (p[3] == "") {
		return ""
	}
	q := map[string]string{"I": "1", "II": "2", "III": "3", "IV": "4"}[strings.ToUpper(p[2])]
	if q == "" {
		q = p[2]
	}
	return p[1] + p[3] + "-Q" + q
}
