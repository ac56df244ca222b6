package ledger

import (
	"bytes"

	"minhbach/generator/internal/plan"
)

// Follows tells whether recorded releases go on from a published ledger: of each plan, its lines are the first of ours.
// Otherwise it gives the first line, counted from 1, that is not.
func Follows(ours []plan.Recorded, published []byte) (bad int) {
	lines := map[string][][]byte{}
	for _, r := range ours {
		lines[r.Plan] = append(lines[r.Plan], bytes.TrimSpace(r.Line))
	}
	n := 0
	for text := range bytes.Lines(published) {
		n++
		text = bytes.TrimSpace(text)
		l, err := parse(text)
		of := lines[l.Plan]
		if err != nil || len(of) == 0 || !bytes.Equal(of[0], text) {
			return n
		}
		lines[l.Plan] = of[1:]
	}
	return 0
}
