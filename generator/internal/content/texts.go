package content

import "strings"

// texts keeps what is kept of the words of files: one behind the other in large pieces, and an id that files repeat in
// every entry once. Tens of thousands of small texts would be as many things to look at for the collector of garbage.
type texts struct {
	piece strings.Builder
	ids   map[string]string
}

// pieceSize is how many bytes are asked for at once.
const pieceSize = 64 << 10

func newTexts() *texts { return &texts{ids: map[string]string{}} }

// keep is the text, held apart from what it was read from.
func (t *texts) keep(text string) string {
	if t.piece.Cap()-t.piece.Len() < len(text) {
		t.piece = strings.Builder{}
		t.piece.Grow(max(pieceSize, len(text)))
	}
	from := t.piece.Len()
	t.piece.WriteString(text)
	return t.piece.String()[from:]
}

// once is an id as it was met first.
func (t *texts) once(id string) string {
	kept, met := t.ids[id]
	if !met {
		kept = t.keep(id)
		t.ids[kept] = kept
	}
	return kept
}
