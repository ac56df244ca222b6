package publish

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/binary"
	"io"
	"slices"
)

// A zip says everything twice: before each file, and in the directory at its end. A program that reads it from its
// beginning sees the one, ours and most others the other, and what lies before, between and behind is seen by neither. So
// a copy is believed only where both say the same and nothing else is in the file.

// Sizes and signatures of APPNOTE.TXT 6.3.10.
const (
	localSize, endSize             = 30, 22
	localMark, directoryMark       = "PK\x03\x04", "PK\x01\x02"
	endMark, descriptorMark        = "PK\x05\x06", "PK\x07\x08"
	hasDescriptor                  = 8
	inZip64, manyEntries     int64 = 0xffffffff, 0xffff
)

// laidOut walks through a zip from its first byte, file after file, and tells of what is another there than in the
// directory, by path, and of bytes that belong to nothing, without one.
func laidOut(r io.ReaderAt, size int64, files []*zip.File, each func(path string, bad Kind)) {
	b := &layout{r: r}
	starts := map[*zip.File]int64{}
	for _, f := range files {
		start, err := f.DataOffset()
		if err != nil {
			each("", Foreign)
			return
		}
		starts[f] = start
	}
	at := int64(0)
	for _, f := range slices.SortedStableFunc(slices.Values(files), func(a, b *zip.File) int { return cmp.Compare(starts[a], starts[b]) }) {
		head := b.read(at, localSize)
		name, extra := int64(binary.LittleEndian.Uint16(head[26:])), int64(binary.LittleEndian.Uint16(head[28:]))
		if !bytes.HasPrefix(head, []byte(localMark)) || starts[f] != at+localSize+name+extra {
			each("", Foreign)
			return
		}
		if string(b.read(at+localSize, name)) != f.Name || !sameHead(head, f) {
			each(f.Name, OtherHead)
		}
		at = starts[f] + int64(f.CompressedSize64)
		if binary.LittleEndian.Uint16(head[6:])&hasDescriptor != 0 {
			at = b.afterDescriptor(at)
		}
	}
	if !b.ends(at, size) {
		each("", Foreign)
	}
}

// sameHead tells whether what stands before a file is what the directory says of it. Where a descriptor follows on the
// file, checksum and sizes stand there.
func sameHead(head []byte, f *zip.File) bool {
	word := func(n int) int64 { return int64(binary.LittleEndian.Uint32(head[n:])) }
	size := func(n int, want uint64) bool { return word(n) == inZip64 || word(n) == int64(want) }
	return binary.LittleEndian.Uint16(head[8:]) == f.Method && (binary.LittleEndian.Uint16(head[6:])&hasDescriptor != 0 ||
		word(14) == int64(f.CRC32) && size(18, f.CompressedSize64) && size(22, f.UncompressedSize64))
}

// layout reads the bytes of a zip; zeros where there are none.
type layout struct{ r io.ReaderAt }

func (b *layout) read(at, n int64) []byte {
	bytes := make([]byte, n)
	if at >= 0 {
		_, _ = b.r.ReadAt(bytes, at)
	}
	return bytes
}

func (b *layout) marked(at int64, marks ...string) bool {
	return slices.Contains(marks, string(b.read(at, 4)))
}

// afterDescriptor is where a descriptor ends: it has a checksum and two sizes of four or eight bytes, with a mark before
// them or without.
func (b *layout) afterDescriptor(at int64) int64 {
	mark := int64(0)
	if b.marked(at, descriptorMark) {
		mark = 4
	}
	for _, n := range []int64{12, 20} {
		if b.marked(at+mark+n, localMark, directoryMark) {
			return at + mark + n
		}
	}
	return at
}

// ends tells whether the directory begins at a place and the file ends with it, without a comment. Of a directory that is
// described at more length (Zip64), no more is asked than where it begins.
func (b *layout) ends(at, size int64) bool {
	end := b.read(size-endSize, endSize)
	word := func(n int) int64 { return int64(binary.LittleEndian.Uint32(end[n:])) }
	many := int64(binary.LittleEndian.Uint16(end[10:])) == manyEntries || word(12) == inZip64 || word(16) == inZip64
	return bytes.HasPrefix(end, []byte(endMark)) && b.marked(at, directoryMark) && (many || word(16) == at && at+word(12) == size-endSize)
}
