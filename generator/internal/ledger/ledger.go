// Package ledger remembers what was released, and refuses to forget it.
//
// In the content folder:
//
//	ledger/<plan>.jsonl           one line a release: Line; prev is the SHA-256 of the line before, in hex
//	ledger/addresses.txt          every address ever published, one a line, new ones at the end
//	releases/<plan>/<period>.zip  the tables of that release, data/<table>.csv, and manifest.json
//
// The digests of the lines hold the chain, the zips and the addresses; the zips hold the rows, so that what was changed
// can be named by file and row. Problems makes the tables anew as of each released period, with today's content, and
// compares: only where a digest differs is a zip opened and gone through row by row.
//
// Refused, each with its place and what to do: a ledger that is broken, or missing while zips exist; a zip that is
// missing, changed or not in the ledger; a snapshot, figure or report that is gone; a released value or state that is
// another; a status or verdict that is another although no figure came to it and no definition change declares it; an
// agency that answers for another row in a plan that reports on itself, undeclared; another day of release, or another
// person who signed off; an address that is gone. New figures in a released snapshot are not refused: they may come to
// light late, and nothing released is lost. Names, texts, notes and sources may be bettered.
//
// The site publishes the zips as they are, with their manifests, and the lines of all plans one plan after the other
// (Recorded), so that whoever has a copy can verify each chain (Verify).
//
// Release makes the files that a release adds, and Frozen writes them, in steps of which any may be the last that a
// process takes: until the line is in the ledger there was no release, and ledger/pending.json tells what lies there of
// it. Problems warns of such a leftover, and Undo takes it away.
package ledger

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"minhbach/generator/internal/diag"
)

// Line is one release of a plan.
type Line struct {
	Seq       int               `json:"seq"`
	Plan      string            `json:"plan"`
	Period    string            `json:"period"`
	Date      string            `json:"date"`
	Prev      string            `json:"prev"` // empty for the first
	Content   string            `json:"content_sha256"`
	Zip       string            `json:"zip_sha256"`
	Addresses string            `json:"addresses_sha256"`
	Tables    map[string]string `json:"tables"` // name to SHA-256 of its CSV
	SignedOff *SignOff          `json:"signed_off,omitempty"`
	By        string            `json:"by,omitempty"` // who released it
}

// SignOff is the second person who signed off what the digests of the line are of, and the day.
type SignOff struct {
	By string `json:"by"`
	On string `json:"on"`
}

// Broken is a line that does not follow on the one before, or is none.
type Broken struct {
	Line int // counted from 1
	Why  diag.Text
}

func (b *Broken) Error() string { return fmt.Sprintf("line %d: %s", b.Line, b.Why.EN) }

// Read reads the ledger of a plan and verifies its chain. The error is a *Broken.
func Read(plan string, file []byte) ([]Line, error) {
	var lines []Line
	c := chain{plan: plan}
	for n, text := range bytes.Split(bytes.TrimSuffix(file, []byte("\n")), []byte("\n")) {
		l, why := c.next(bytes.TrimSuffix(text, []byte("\r")))
		if why != nil {
			return lines, &Broken{n + 1, *why}
		}
		lines = append(lines, l)
	}
	return lines, nil
}

// chain is how far the lines of a plan have come.
type chain struct {
	plan string
	seq  int
	prev string
}

// next takes the next line, or says why it is none.
func (c *chain) next(text []byte) (l Line, why *diag.Text) {
	l, err := parse(text)
	switch {
	case err != nil:
		return l, &noLine
	case l.Plan == "" || l.Plan != c.plan:
		return l, because("plan là %[1]q", "plan is %[1]q", l.Plan)
	case l.Seq != c.seq+1:
		return l, because("seq là %[1]d", "seq is %[1]d", l.Seq)
	case l.Prev != c.prev:
		return l, because("prev không phải mã băm của dòng trước", "prev is not the digest of the line before")
	}
	c.seq, c.prev = l.Seq, Digest(text)
	return l, nil
}

var noLine = diag.Say("không phải một dòng của sổ công bố", "not a line of a ledger")

func because(vi, en string, args ...any) *diag.Text {
	text := diag.Say(vi, en, args...)
	return &text
}

func parse(text []byte) (l Line, err error) {
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	return l, d.Decode(&l)
}

// ErrReleased: what was released once is revised by corrections in a later snapshot.
var ErrReleased = errors.New("this period was released before")

// Append adds a line to a ledger, with its number and the digest of the line before. The error is a *Broken or
// ErrReleased.
func Append(file []byte, l Line) ([]byte, error) {
	l.Seq, l.Prev = 1, ""
	if len(file) > 0 {
		lines, err := Read(l.Plan, file)
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(lines, func(before Line) bool { return before.Period == l.Period }) {
			return nil, ErrReleased
		}
		all := bytes.Split(bytes.TrimSuffix(file, []byte("\n")), []byte("\n"))
		l.Seq, l.Prev = len(lines)+1, Digest(bytes.TrimSuffix(all[len(all)-1], []byte("\r")))
	}
	text, err := json.Marshal(l)
	if err != nil {
		return nil, err
	}
	return append(bytes.Clone(file), append(text, '\n')...), nil
}

// Digest is a SHA-256 in hex.
func Digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}
