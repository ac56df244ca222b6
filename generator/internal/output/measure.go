package output

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
)

// Meter measures what is written to it.
type Meter struct {
	bytes int64
	sum   hash.Hash
}

// NewMeter gives one that has seen nothing.
func NewMeter() *Meter { return &Meter{sum: sha256.New()} }

// Reset forgets what was written.
func (m *Meter) Reset() {
	m.bytes = 0
	m.sum.Reset()
}

// Write implements io.Writer.
func (m *Meter) Write(b []byte) (int, error) {
	m.bytes += int64(len(b))
	return m.sum.Write(b)
}

// Entry is what was written, as a file of that path.
func (m *Meter) Entry(path string) Entry {
	return Entry{path, m.bytes, hex.EncodeToString(m.sum.Sum(nil))}
}

// Measure writes a file to nowhere.
func (f File) Measure() (Entry, error) {
	m := NewMeter()
	err := f.Write(m)
	return m.Entry(f.Path), err
}

// Of is a file of bytes.
func Of(path string, body []byte) File {
	return File{Path: path, Write: func(w io.Writer) error { _, err := w.Write(body); return err }}
}
