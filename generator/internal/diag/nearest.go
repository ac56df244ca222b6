package diag

import (
	"strings"
	"unicode/utf8"
)

// Nearest is the name that was probably meant by a misspelt word: the first of those with the fewest letters to
// change, insert, drop or swap, if these are at most a third of the word. Empty when none is near.
func Nearest(word string, names []string) string {
	w := []rune(strings.ToLower(word))
	best, limit := "", max(1, len(w)/3)+1
	if len(w) > 64 {
		return ""
	}
	for _, name := range names {
		if n := utf8.RuneCountInString(name); n == 0 || n > len(w)+limit || len(w) > n+limit {
			continue
		}
		if d := distance(w, []rune(strings.ToLower(name))); d < limit {
			best, limit = name, d
		}
	}
	return best
}

// distance counts the letters to change, insert, drop or swap between a and b (optimal string alignment).
func distance(a, b []rune) int {
	var before []int
	last := make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i, x := range a {
		row := make([]int, len(b)+1)
		row[0] = i + 1
		for j, y := range b {
			cost := 1
			if x == y {
				cost = 0
			}
			row[j+1] = min(last[j+1]+1, row[j]+1, last[j]+cost)
			if i > 0 && j > 0 && x == b[j-1] && a[i-1] == y {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}
