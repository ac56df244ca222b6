//go:build !unix

package publish

import (
	"hash/crc32"
	"os"
)

// sum is the check sum of so many bytes of a plain file.
func (w *writer) sum(name string, bytes int64) (check uint32, ok bool) {
	f, err := os.Open(name)
	if err != nil {
		return 0, false
	}
	defer f.Close()
	for left := bytes; left > 0; {
		n, err := f.Read(w.room)
		if err != nil {
			return 0, false
		}
		check = crc32.Update(check, castagnoli, w.room[:n])
		left -= int64(n)
	}
	return check, true
}
