package intake

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"minhbach/generator/internal/plan"
)

// Excel counts days from the last but one of 1899, and believes in a 29 February 1900; an old one of a Mac from 1904.
var (
	dayZero    = plan.Date{Year: 1899, Month: 12, Day: 30}
	dayZeroMac = plan.Date{Year: 1904, Month: 1, Day: 1}
	firstDay   = plan.Date{Year: 1900, Month: 3, Day: 1}
)

// serial is a day as Excel counts it.
func serial(d plan.Date) int { return d.DaysSince(dayZero) }

func slashed(d plan.Date) string { return fmt.Sprintf("%02d/%02d/%04d", d.Day, d.Month, d.Year) }

var (
	yearFirst = regexp.MustCompile(`^([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})$`)
	dayFirst  = regexp.MustCompile(`^(?:ngày )?([0-9]{1,2})(?:[-/.]| tháng )([0-9]{1,2})(?:[-/.]| năm )([0-9]{4})$`)
	midnight  = regexp.MustCompile(`[ t]0{1,2}:00(:00(\.0+)?)?$`)
)

// typedDay reads a day as people type it: 26/6/2031, 26-06-2031, 2031-06-26, ngày 26 tháng 6 năm 2031.
func typedDay(text string) (plan.Date, bool) {
	text = midnight.ReplaceAllString(plainly(text), "")
	var y, m, d string
	if p := yearFirst.FindStringSubmatch(text); p != nil {
		y, m, d = p[1], p[2], p[3]
	} else if p := dayFirst.FindStringSubmatch(text); p != nil {
		y, m, d = p[3], p[2], p[1]
	}
	day, err := plan.ParseDate(fmt.Sprintf("%s-%02s-%02s", y, m, d))
	return day, err == nil
}

// countedDay reads a day as a spreadsheet counts it; a time of the day is nobody's.
func countedDay(text string, from plan.Date) (plan.Date, bool) {
	n, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	if err != nil || n != math.Trunc(n) || n < float64(serial(firstDay)) || n > 2_958_465 {
		return plan.Date{}, false
	}
	return plan.DateOf(from.Time().AddDate(0, 0, int(n))), true
}

// countedTime is a day as people write it, with the time of the day where there is one; the text itself where it is no day.
func countedTime(text string, from plan.Date) string {
	n, err := strconv.ParseFloat(text, 64)
	day, ok := countedDay(strconv.FormatFloat(math.Trunc(n), 'f', 0, 64), from)
	if err != nil || !ok {
		return text
	}
	if minutes := int(math.Round((n - math.Trunc(n)) * 24 * 60)); minutes > 0 {
		return fmt.Sprintf("%s %02d:%02d", slashed(day), minutes/60, minutes%60)
	}
	return slashed(day)
}
