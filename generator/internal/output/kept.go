package output

import "io"

// Kept holds what was written to it, in pieces, so that a large file takes no more memory than it is long.
type Kept struct{ pieces [][]byte }

const piece = 1 << 20

// Write implements io.Writer.
func (k *Kept) Write(b []byte) (int, error) {
	written := len(b)
	for len(b) > 0 {
		last := len(k.pieces) - 1
		if last < 0 || len(k.pieces[last]) == cap(k.pieces[last]) {
			k.pieces = append(k.pieces, make([]byte, 0, min(piece, max(len(b), 64<<10))))
			last++
		}
		n := min(len(b), cap(k.pieces[last])-len(k.pieces[last]))
		k.pieces[last] = append(k.pieces[last], b[:n]...)
		b = b[n:]
	}
	return written, nil
}

// Copy writes all of it to w.
func (k *Kept) Copy(w io.Writer) error {
	for _, p := range k.pieces {
		if _, err := w.Write(p); err != nil {
			return err
		}
	}
	return nil
}
