package content

import (
	"bytes"
	"io"
	"io/fs"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"minhbach/generator/internal/diag"
)

// largest is how big a file may be: ten times the largest snapshot of 3,000 indicators.
const largest = 8 << 20

// open reads a file and normalises it; ok is false when it cannot be used at all.
func (p *problems) open(fsys fs.FS) (text []byte, ok bool) {
	if text, _, ok = p.raw(fsys); !ok {
		return nil, false
	}
	return p.normal(text)
}

// raw reads a file, with plain line ends; the digest is nil where the file was not summed before.
func (p *problems) raw(fsys fs.FS) (text []byte, sum *digest, ok bool) {
	raw, sum, err := readOnce(fsys, p.path)
	switch {
	case err != nil:
		p.found, p.spoilt = append(p.found, unreadable(p.path, err)), []string{""}
	case len(raw) > largest:
		p.add(mark{}, "", "too-large", diag.Say("tệp lớn hơn %d MB", "the file is larger than %d MB", largest>>20),
			diag.Say("chia nhỏ, hoặc xem có nhầm tệp không", "split it, or check that it is the right file"))
	default:
		return plainEnds(raw), sum, true
	}
	return nil, nil, false
}

// normal composes a text, and reports what is not legible in it.
func (p *problems) normal(text []byte) ([]byte, bool) {
	if common(text) {
		return text, true
	}
	text = composed(text)
	return text, p.legible(text)
}

// readOnce is the text of a file as it was summed, or reads it.
func readOnce(fsys fs.FS, name string) (text []byte, sum *digest, err error) {
	if f, ok := fsys.(summed); ok {
		if text, sum, ok := f.text(name); ok {
			return text, sum, nil
		}
	}
	text, err = readPlain(fsys, name)
	return text, nil, err
}

// readPlain reads a regular file, and no more than one byte over the limit.
func readPlain(fsys fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrInvalid}
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	text := bytes.NewBuffer(make([]byte, 0, min(info.Size(), largest)+bytes.MinRead))
	_, err = text.ReadFrom(io.LimitReader(f, largest+1))
	return text.Bytes(), err
}

// normalise drops the byte-order mark, turns Windows line ends into plain ones, and composes letters and their marks.
// What is not UTF-8 stays as it is.
func normalise(raw []byte) []byte {
	text := plainEnds(raw)
	if common(text) {
		return text
	}
	return composed(text)
}

func plainEnds(raw []byte) []byte {
	text := bytes.TrimPrefix(raw, []byte("\ufeff"))
	if bytes.IndexByte(text, '\r') >= 0 {
		text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	}
	return text
}

func composed(text []byte) []byte {
	if utf8.Valid(text) && !norm.NFC.IsNormal(text) {
		text = norm.NFC.Bytes(text)
	}
	return text
}

// common tells a text of which nothing has to be looked at twice, as most are: Latin letters with their marks in one piece,
// digits, line ends and the signs of print. Its characters are legible and composed whatever stands beside them.
func common[T string | []byte](text T) bool {
	for n := 0; n < len(text); {
		switch c := text[n]; {
		case c >= ' ' && c < 0x7f || c == '\n' || c == '\t':
			n++
		case n+1 < len(text) && (c >= 0xc3 && c < 0xca && between(text[n+1], 0x80, 0xbf) || c == 0xca && between(text[n+1], 0x80, 0xaf)): // À to ʯ
			n += 2
		case n+2 < len(text) && c == 0xe1 && (text[n+1] == 0xba && between(text[n+2], 0xa0, 0xbf) || text[n+1] == 0xbb && between(text[n+2], 0x80, 0xbf)): // Ạ to ỿ
			n += 3
		case n+2 < len(text) && c == 0xe2 && text[n+1] == 0x80 && between(text[n+2], 0x90, 0xa7): // dashes, quotation marks, …
			n += 3
		default:
			return false
		}
	}
	return true
}

func between(c, from, to byte) bool { return from <= c && c <= to }

// legible reports the first invalid byte or forbidden character of a text.
func (p *problems) legible(text []byte) bool {
	at := mark{1, 1}
	if bytes.HasPrefix(text, []byte("\xff\xfe")) || bytes.HasPrefix(text, []byte("\xfe\xff")) {
		p.add(at, "", "encoding", diag.Say("tệp được lưu theo kiểu “Unicode” (UTF-16)", "the file was saved as “Unicode” (UTF-16)"),
			diag.Say("lưu tệp lại với bảng mã UTF-8", "save the file as UTF-8"))
		return false
	}
	for i, before := 0, rune(0); i < len(text); {
		if c := text[i]; c >= ' ' && c < 0x7f || c == '\n' || c == '\t' {
			i, before = i+1, rune(c)
			at = at.past(rune(c))
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size == 1 {
			p.add(at, "", "encoding",
				diag.Say("byte %#02x không thuộc văn bản UTF-8", "byte %#02x is not UTF-8 text", text[i]),
				diag.Say("lưu tệp lại với bảng mã UTF-8", "save the file as UTF-8"))
			return false
		}
		if forbidden(before, r) {
			p.add(at, "", "control-character", controlMessage(r), controlHint)
			return false
		}
		i, before = i+size, r
		at = at.past(r)
	}
	return true
}

// forbidden tells characters that cannot be seen and change how text is read or compared: controls, line separators of
// other systems, marks of direction, characters without width or ink; and those that stand for letters that were lost. The
// joiner is left where it makes one sign of two, as in 👨‍👩‍👧, and the mark of colour behind a sign, as in ✔️.
func forbidden(before, r rune) bool {
	switch {
	case r == '\n' || r == '\t' || r >= ' ' && r < 0x7f || r >= 'À' && r < 'ʰ' || r >= 'Ạ' && r <= 'ỿ': // Latin letters, most of any text
		return false
	case r == joiner:
		return !unicode.In(before, unicode.So, unicode.Sk) && before != emojiStyle
	case r == emojiStyle:
		return !unicode.Is(unicode.So, before) && !strings.ContainsRune("‼⁉↔", before)
	}
	return r == blankBraille || unseen(r) ||
		unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

const (
	joiner       = '\u200d'
	emojiStyle   = '\ufe0f'
	blankBraille = '\u2800'
)

// unseen tells characters that no font has: the replacement for what could not be read, and private ones, such as the
// bullets of word processors.
func unseen(r rune) bool { return r == utf8.RuneError || unicode.Is(unicode.Co, r) }

func controlMessage(r rune) diag.Text {
	if unseen(r) {
		return diag.Say("ký tự không có hình (U+%04X), ở chỗ một chữ đã mất", "a character without a shape (U+%04X), where a letter was lost", r)
	}
	return diag.Say("ký tự điều khiển không nhìn thấy được (U+%04X)", "an invisible control character (U+%04X)", r)
}

var controlHint = diag.Say("xóa ký tự này; thường là do dán từ chương trình khác", "delete it; it often comes with text pasted from another program")
