package check

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// formulas are texts that a spreadsheet would work out, as printed and anywhere, and texts that it would not.
var formulas = map[string]struct{ printed, free int }{
	"": {0, 0}, "35%": {0, 0}, "a; b": {0, 0}, "a – =": {0, 0}, "a - b": {0, 0},
	"-": {0, 1}, "- Sở Nội vụ": {0, 1}, "- 35% trở lên": {0, 1}, "+ Trung tâm (cấp huyện)": {0, 1}, " - Sở": {0, 1}, "- a;\n- b": {0, 1},
	"- UBND (cấp xã)": {0, 1}, "- UBND (2 xã); - Thanh tra (3)": {0, 1}, "- Ban (UBND)": {0, 1}, "- Sở A; - Sở B": {0, 1}, "- a;-": {0, 1}, "- SUM (A1; B1)": {1, 1},
	"- Họp Ban 4 (lần 1)": {0, 1}, "- Quý I - Quý II": {0, 1},
	"=1+1": {1, 1}, "@SUM(A1)": {1, 1}, "-1+1": {1, 1}, "+cmd|' /C calc'!A0": {1, 1}, "＝1+1": {1, 1}, "＠SUM": {1, 1}, " =1+1": {1, 1}, "\u00a0=1+1": {1, 1},
	"\t=1+1": {1, 1}, "a;=1+1": {1, 1}, "a\n@SUM(A1)": {1, 1}, "-Sở": {1, 1},
	"- cmd|' /C calc'!A0": {1, 1}, "- 2+3": {1, 1}, "- 100%": {1, 1}, "- HYPERLINK(\"a\")": {1, 1},
	"- HYPERLINK (\"https://example.org\")": {1, 1}, "- HYPERLINK (…": {1, 1}, "- WEBSERVICE (…": {1, 1}, "- INDIRECT (…": {1, 1}, "- hyperlink  (a)": {1, 1},
	"- SUM (A1)": {1, 1}, "- @SUM (A1)": {1, 1}, "- =A1": {1, 1}, "- A1": {1, 1}, "- $A$1": {1, 1}, "+ A1*B2": {1, 1}, "- A1:B2": {1, 1}, "- \"a\"&A1": {1, 1}, "- RAND ()": {1, 1},
	"- 2 + INFO (\"system\")": {1, 1}, "- ABS (MAX (A1))": {1, 1}, "- ＨＹＰＥＲＬＩＮＫ（\"a\"）": {1, 1}, "- a;=1+1": {1, 1}, "- a; - 2+3": {1, 1}, "- 2+3; a": {1, 1},
	"a;+1+cmd|x!A0": {1, 1}, "a;-2+3": {1, 1}, "a; - A1": {1, 1}, "a\n+SUM(A1)": {1, 1}, "a;－2+3": {1, 1}, "a; b; -HYPERLINK (\"x\"; \"y\")": {1, 1}, "a;-@A1": {1, 1},
	"Hà Nội; -5%": {0, 0}, "Hà Nội; - 5,5%; +3": {0, 0}, "gồm:\n- Sở A\n- UBND (cấp xã)": {0, 0}, "a; +84 256 3822 294": {0, 0}, "a; -Sở B (mới)": {0, 0}, "a; - ": {0, 0},
	"a; - 35% trở lên": {0, 0}, "a;\n-": {0, 0}, "a|b!": {0, 0}, "HYPERLINK(a)": {0, 0},
}

func TestFormulas(t *testing.T) {
	for text, want := range formulas {
		printed, free := &planReview{review: &review{}}, &review{}
		printed.printedCell("", &step{key: "name"}, text)
		free.noFormula("", &step{key: "name"}, text)
		if len(printed.found) != want.printed {
			t.Errorf("%q, printed: found %v", text, printed.found)
		}
		if len(free.found) != want.free {
			t.Errorf("%q: found %v", text, free.found)
		}
	}
}

// TestSignBehind: what is passed over has no sign that the patterns find.
func TestSignBehind(t *testing.T) {
	pieces := []string{";", "\t", "\n", " ", "\u00a0", "\r", "\f", "\v", "=", "@", "+", "-", "＝", "－", "a", "1", "đ", "\ufffd"}
	r := rand.New(rand.NewPCG(5, 6))
	for range 50_000 {
		var b strings.Builder
		for range r.IntN(7) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		if text := b.String(); !signBehind(text) && (inside.MatchString(text) || signed.MatchString(text)) {
			t.Fatalf("%q is passed over", text)
		}
	}
}
