package content

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// TestCommon: a text that is not looked at twice is UTF-8, composed and legible, whatever its characters stand beside.
func TestCommon(t *testing.T) {
	count := 0
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if text := string(r); common(text) {
			count++
			if r == utf8.RuneError || forbidden(0, r) || forbidden(joiner, r) || !norm.NFC.IsNormalString(text) || !norm.NFC.PropertiesString(text).BoundaryBefore() {
				t.Errorf("%U is taken for common", r)
			}
		}
	}
	if count < 600 || !common("Tỷ lệ hồ sơ “trước hạn” – 95%, đạt…\n") {
		t.Errorf("%d characters are common", count)
	}
	for first := range 256 {
		for second := range 256 {
			for _, third := range []byte{0, ' ', 0x7f, 0x80, 0x9f, 0xa0, 0xbf, 0xc3, 0xff} {
				if text := string([]byte{byte(first), byte(second), third}); !utf8.ValidString(text) && common(text) {
					t.Errorf("%+q is taken for common", text)
				}
				if text := string([]byte{byte(first), byte(second)}); !utf8.ValidString(text) && common(text) {
					t.Errorf("%+q is taken for common", text)
				}
			}
		}
	}
}

// TestIDs: ids are those of the patterns.
func TestIDs(t *testing.T) {
	form := regexp.MustCompile(`^[a-z0-9]([a-z0-9_-]|\.[a-z0-9])*$`)
	names := regexp.MustCompile(`^(index|(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?)$`)
	pieces := []string{"a", "z", "0", "9", "-", "_", ".", "..", "index", "con", "nul", "com", "lpt", "com1", "A", "đ", "\n", " ", "/", strings.Repeat("x", 49)}
	r := rand.New(rand.NewPCG(1, 2))
	for range 100_000 {
		var b strings.Builder
		for range r.IntN(5) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		s := b.String()
		if got, want := reserved(s), names.MatchString(s); got != want {
			t.Fatalf("%q is reserved: %v, want %v", s, got, want)
		}
		if got, want := isID(s), form.MatchString(s) && !names.MatchString(s) && len(s) <= 100; got != want {
			t.Fatalf("%q is an id: %v, want %v", s, got, want)
		}
	}
}
