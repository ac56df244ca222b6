package content

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io/fs"

	"golang.org/x/text/unicode/norm"

	"minhbach/generator/internal/diag"
)

// Digest is the content_sha256 of a folder, in hex: over every file that Load reads, by path, its path, its length and
// its normalised bytes (a PNG's as they are), so that a checkout on another system agrees and a stray file changes nothing.
func Digest(fsys fs.FS) (string, error) {
	sum := sha256.New()
	for _, f := range survey(fsys, &diag.List{}) {
		raw, err := fs.ReadFile(fsys, f.path)
		if err != nil {
			return "", fmt.Errorf("digest of the content: %w", err)
		}
		if f.kind != emblem || isSVG(f.path) {
			raw = normalise(raw)
		}
		for _, part := range [][]byte{[]byte(norm.NFC.String(f.path)), raw} {
			sum.Write(binary.BigEndian.AppendUint64(nil, uint64(len(part))))
			sum.Write(part)
		}
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}
