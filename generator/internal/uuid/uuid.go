// Package uuid makes ids that stay the same wherever and whenever they are made.
package uuid

import (
	"crypto/sha1"
	"fmt"
	"io"
	"strings"
)

// namespace is that of the names from which ids are made; it never changes.
var namespace = [16]byte{0x9b, 0x1c, 0x52, 0x0e, 0x6f, 0x0d, 0x4d, 0x5a, 0x8e, 0x3b, 0x27, 0xa4, 0x61, 0xc9, 0x0f, 0x73}

// Of is the name-based UUID (RFC 9562, version 5) of a name: parts in order, none of which may ever change.
func Of(name ...string) string {
	h := sha1.New()
	h.Write(namespace[:])
	io.WriteString(h, strings.Join(name, "\n"))
	id := h.Sum(nil)[:16]
	id[6] = id[6]&0x0f | 0x50
	id[8] = id[8]&0x3f | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:])
}
