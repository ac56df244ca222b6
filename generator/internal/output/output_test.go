package output_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"math/rand/v2"
	"testing"

	"minhbach/generator/internal/output"
)

// TestKept: what was written in pieces of any length comes back whole, and more than once.
func TestKept(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var k output.Kept
	var want bytes.Buffer
	for range 200 {
		b := make([]byte, r.IntN(100_000))
		for n := range b {
			b[n] = byte(r.Uint32())
		}
		want.Write(b)
		if n, err := k.Write(b); n != len(b) || err != nil {
			t.Fatal(n, err)
		}
	}
	for range 2 {
		var got bytes.Buffer
		if err := k.Copy(&got); err != nil || !bytes.Equal(got.Bytes(), want.Bytes()) {
			t.Fatalf("%v, %d bytes, want %d", err, got.Len(), want.Len())
		}
	}
}

// TestMeasure: a file is measured by what it writes, however it writes it.
func TestMeasure(t *testing.T) {
	f := output.File{Path: "a/b.txt", Write: func(w io.Writer) error {
		for _, s := range []string{"mot", "", "hai"} {
			if _, err := io.WriteString(w, s); err != nil {
				return err
			}
		}
		return nil
	}}
	sum := sha256.Sum256([]byte("mothai"))
	if e, err := f.Measure(); err != nil || e != (output.Entry{Path: "a/b.txt", Bytes: 6, SHA256: hex.EncodeToString(sum[:])}) {
		t.Error(e, err)
	}
}
