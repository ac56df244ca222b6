package check

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"minhbach/generator/internal/plan"
)

// caught are texts with one number each; the ▸ stands where it must be found to begin.
var caught = map[personalKind][]string{
	identityNumber: {
		"CCCD ▸052201003456",
		"số ▸001203012345.",
		"(▸096099123456)",
		"số ▸052 201 003 456",
		"số ▸0522 0100 3456 cấp năm 2021",
		"số ▸052\u00a02\u00a001\u00a0003456",
		"số ▸052\u202f201\u202f003\u202f456",
		"số▸ 052201003456, cấp ngày 12/5/2021",
		"CMND ▸211234567",
		"CMND: ▸211234567, cấp ngày 01/02/2010",
		"“▸211234567”",
		"CMND ▸211234567-Công an tỉnh",
		"bà A (▸052301003456) và ông B",
		"Nguyễn Văn A\n▸211234567\nđã nhận",
		"identity card ▸211234567.",
		"CCCD ▸052.201.003.456",
		"▸052-201-003-456",
		"số ▸052.2.01.003456",
		"CCCD▸052201003456",
		"CCCD.▸052201003456",
		"CMND số ▸211234567 hộ khẩu tại huyện A",
		"CMND ▸211234567 người ký",
		"chứng minh nhân dân ▸211234567 hồ sơ",
		"CMND của ông Nguyễn Văn A: ▸211234567 người nộp",
		"CMND ▸211 234 567",
		"CMND: ▸211.234.567 đồng",
		"CMND ▸211-234-567, 12/5/2021",
		"số căn cước công dân ▸052 201 003 456 đồng",
		"ông Nguyễn Văn A ▸211234567 đã nhận",
		"Nguyễn Văn A ▸211234567 giao nộp",
		"bà B ▸211234567 giao nộp",
		"số ▸211234567 giao nộp",
		"▸211234567 cấp ngày 01/02/2010",
		"▸211234567 giao nộp, đã đối chiếu CMND",
		"mã định danh ▸052201003456",
	},
	telephone: {
		"gọi ▸0905123456",
		"gọi ▸0905 123 456",
		"gọi ▸0905.123.456",
		"gọi ▸0905-123-456.",
		"gọi ▸0905\u00a0123\u00a0456",
		"gọi ▸090 512 34 56",
		"gọi ▸090 5123456",
		"gọi ▸09051 23456",
		"gọi +▸84905123456",
		"gọi +▸84 905 123 456",
		"gọi (+▸84) 905.123.456",
		"gọi +▸84 (0)905 123 456",
		"gọi (▸84) 905 123 456",
		"gọi ▸84905123456",
		"gọi ▸0084 905 123 456",
		"Zalo:▸0385123456",
		"ĐT: ▸0705123456 – anh A",
		"điện thoại ▸0835 123 456, 24/7",
		"24/7 ▸0905 123 456",
		"(▸0256) 3822 294",
		"▸0256 3822294",
		"▸0256.3822.294",
		"▸0256-3 822 294",
		"▸024 3825 1234",
		"▸02838251234",
		"+▸84 256 3822 294",
		"(+▸84-256) 3822 294",
		"máy lẻ: ▸0256 3822 294",
		"ĐT.▸0905123456",
		"SĐT▸0905123456",
		"Tel.▸0256.3822.294",
		"đt▸0905123456",
		"▸09.05.12.34.56",
		"ĐT: ▸09 05 12 34 56",
		"▸0905/123/456",
		"▸0256/3822/294.",
	},
}

// passed are texts with numbers that are nobody's.
var passed = []string{
	"105/VPUBND-TTHC",
	"số 211234567/QĐ-UBND",
	"Quyết định số 0905123456/QĐ",
	"1.234.567.890",
	"211.234.567 đồng",
	"211 234 567 đồng",
	"500000000 đồng",
	"123456789 VND",
	"VND 123456789",
	"$123456789",
	"123456789 người",
	"123456789%",
	"84905123456 đồng",
	"84 905 123 456",
	"84.905.123.456",
	"1 012 345 678 901 đồng",
	"0.123456789",
	"12,123456789",
	"123456789.5",
	"42.123456789",
	"999999999999999",
	"123456789012",
	"097201003456",
	"000123456789",
	"26/6/2023 và 30-9-2023",
	"26.6.2023",
	"05.08.2023 12 giờ",
	"05-08-2023 – 09-08-2023",
	"2021-2025, 2026-2030",
	"2020 2021 2022 2023 2024",
	"01 02 03 04 05 06",
	"03 05 07 09 11",
	"01 02 03 04 2023",
	"001 2 3 4 05678",
	"0351 2 2 3 12",
	"7.03 6.97 6.23 8.14 7.42 6.41 7.62 7.13 6.21 7.35 68.32 11",
	"000.00.01.H08-230612-0001",
	"H08-030612-0001",
	"d165721ef5b79e96a1f9daa013612eef57d31734",
	"ISSN 0866-7365",
	"ISBN 978-604-56-7890-1",
	"tổng đài 1022, 113, 19001234, 18001234",
	"{{value:211234567@2030}}",
	"https://example.org/0905123456/052201003456",
	"www.example.org/211234567",
	"12:30 - 13:45, 08.30-11.30",
	"0,5 – 0,9 điểm",
	"13°46′00.123456789″",
	"123456789 giao dịch",
	"Có 123456789 văn bản",
	"tổng số 123456789 lượt truy cập",
	"tổng số 123456789 giao dịch",
	"mã 031234567890",
	"mã hồ sơ 031234567890",
	"mã 123456789",
	"cấp căn cước công dân cho 123456789 người",
	"cấp thẻ căn cước cho 211.234.567 người",
	"chứng minh hiệu quả: 211234567 đồng",
	"05/08/2023 và 0905/2023/12",
	"số 0905/123/456/QĐ",
	"01/02/2023 03/04/2023 05/06/2023",
	"05.08.23.09",
	"05-08-23-09-30",
	"012.345",
	"192.168.100.200",
	"VPĐT.0905123456/QĐ",
	"H08.0905123456",
}

func TestCaught(t *testing.T) {
	for kind, texts := range caught {
		for _, text := range texts {
			before, after, _ := strings.Cut(text, "▸")
			found := numbersIn([]rune(before + after))
			if len(found) != 1 || found[0].kind != kind {
				t.Errorf("%q: found %v", text, found)
				continue
			}
			if begins := []rune(before + after)[:found[0].from]; strings.TrimRight(string(begins), " ") != strings.TrimRight(before, " ") {
				t.Errorf("%q: found behind %q", text, string(begins))
			}
		}
	}
}

func TestPassed(t *testing.T) {
	for _, text := range passed {
		if found := publicContacts(&plan.Settings{}).tracesIn(text); len(found) > 0 {
			t.Errorf("%q: found %v", text, found)
		}
	}
}

// TestWritten: digits of another width, and in pages what Markdown leaves of the marks, are read as they will be seen.
func TestWritten(t *testing.T) {
	c := publicContacts(&plan.Settings{})
	for _, text := range []string{"gọi ０９０５１２３４５６", "a＠gmail.com", "gọi ０９０５ 123 456"} {
		if found := c.tracesIn(text); len(found) != 1 {
			t.Errorf("%q: found %v", text, found)
		}
	}
	for text, line := range map[string]int{
		"gọi 0905\n123 456 nhé": 1, "a\n\n> gọi 0905 123\n> 456": 3, "gọi 0905**123**456": 1, "gọi *0905* 123 `456`": 1, "gọi 0905\\.123\\.456": 1, "gọi 0905&#46;123&#x2e;456": 1,
		"a nguyen.van.a&#64;gmail.com": 1, "a\nnguyen.van.a&commat;gmail.com": 2, "[x](mailto:nguyen.van.a%40gmail.com)": 1, "[x](mailto:a@b.example%2Ecom)": 1,
		"[x](tel:0905%20123%20456)": 1, "a\nnguyen.van.a＠gmail.com": 2, "gọi ０９０５123456": 1, "<a_b@gmail.com>": 1, "a\n\n_0905123456_": 3, "CCCD **052201003456**": 1, "x\n052201\n003456": 2,
	} {
		r := &review{public: c}
		r.personalInPage(&plan.Page{Body: text, Line: 1})
		if len(r.found) != 1 || r.found[0].Line != line {
			t.Errorf("%q: found %v", text, r.found)
		}
	}
	for _, text := range []string{"0905\n\n123 456", "2021\n- 2022\n- 2023", "| 0905 |\n| 123456 |", "năm 2020\n0905", "0256\n1. 3822294", "5%40 và a%40", "&amp; 123 &#49;"} {
		r := &review{public: c}
		r.personalInPage(&plan.Page{Body: text, Line: 1})
		if len(r.found) != 0 {
			t.Errorf("%q: found %v", text, r.found)
		}
	}
}

// TestNothingMissed: what is passed over without a search has nothing to find, however it is written.
func TestNothingMissed(t *testing.T) {
	pieces := []string{"0905", "123", "456", "0", "84", "+84", "052", "201", "003456", " ", " ", "\u00a0", "\u3000", ".", "-", "–", "/", "(", ")", "\n", "> ", "*", "**", "_", "`", "~", "\\",
		"&#46;", "&nbsp;", "&#48;", "&commat;", "%30", "%40", "tel:", "mailto:", "a", "đ", "CCCD ", "sđt ", "@", "＠", "０", "𝟎", ",", ";", ":", "|", "gmail.com", "https://"}
	c, searched := publicContacts(&plan.Settings{}), 0
	r := rand.New(rand.NewPCG(3, 4))
	for range 100_000 {
		var b strings.Builder
		for range 2 + r.IntN(8) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		text, read := b.String(), readingOf(b.String())
		page, found := &review{public: c}, c.searched(read.text.String())
		page.personalInPage(&plan.Page{Body: text, Line: 1})
		if len(page.found) != len(found) || len(c.tracesIn(text)) != len(c.searched(text)) {
			t.Fatalf("%q: found %v in a page, %v in a text; want %v and %v", text, page.found, c.tracesIn(text), found, c.searched(text))
		}
		searched += min(len(found), 1)
	}
	if searched < 1000 {
		t.Errorf("only %d texts had something to find", searched)
	}
	for r := rune(0x80); r < 0xf000; r++ {
		if text := string(r); folded(text) != text {
			t.Errorf("%q is read as another sign", r)
		}
	}
}

// TestGroups: however a telephone number is grouped it is found, and however an amount is grouped it is not.
func TestGroups(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		sep := []string{" ", ".", "-", "\u00a0", "\u202f", " - "}[r.IntN(6)]
		digits := fmt.Sprintf("0%d%08d", []int{3, 5, 7, 8, 9}[r.IntN(5)], r.IntN(1e8))
		cut := [][]int{{4, 7}, {3, 6}, {4, 6, 8}, {3, 7}, {5}, {}}[r.IntN(6)]
		if found := numbersIn([]rune("gọi " + grouped(digits, sep, cut) + ", gặp A")); len(found) != 1 || found[0].kind != telephone || found[0].digits != digits {
			t.Errorf("%s in %q: found %v", digits, grouped(digits, sep, cut), found)
		}
		amount := fmt.Sprint(1 + r.Int64N(1e15))
		var thousands []int
		for at := len(amount) % 3; at < len(amount); at += 3 {
			if at > 0 {
				thousands = append(thousands, at)
			}
		}
		text := "chi " + grouped(amount, []string{".", " ", "\u00a0", ""}[r.IntN(4)], thousands) + " đồng"
		if found := numbersIn([]rune(text)); len(found) > 0 {
			t.Errorf("%q: found %v", text, found)
		}
	}
}

func grouped(digits, sep string, cut []int) string {
	for _, at := range slices.Backward(cut) {
		digits = digits[:at] + sep + digits[at:]
	}
	return digits
}

// TestTwo: each of several numbers of a text is found, and none of its web addresses.
func TestTwo(t *testing.T) {
	text := "Gặp A 0905 123 456 hoặc B 0905 654 321; CCCD 052201003456 (https://example.org/0905123456), a@gmail.com"
	if found := publicContacts(&plan.Settings{}).tracesIn(text); len(found) != 4 {
		t.Errorf("found %v", found)
	}
}

func TestMail(t *testing.T) {
	c := publicContacts(&plan.Settings{
		BaseURL: "https://www.tinh.example/ke-hoach/", Feedback: "mailto:gop-y@so.example?subject=a",
		PublicContacts: []string{"Duong-Day-Nong@vd.example", "1022", "0256 3822 294", "+84 905 123 456"},
		Contact:        &plan.Contact{Email: "phong.mot@gmail.com", Phone: "(0256) 3 811 811", URL: "https://van-phong.example/lien-he"},
	})
	for text, want := range map[string]int{
		"vp@binhlam.gov.vn": 0, "vp@gov.vn": 0, "a@tinh.example": 0, "a@b.tinh.example": 0, "a@so.example": 0, "a@van-phong.example": 0,
		"duong-day-nong@vd.example": 0, "phong.mot@gmail.com": 0, "Phong.Mot@GMAIL.com": 0, "x": 0, "@nhom và a@b": 0,
		"https://example.org/@ten/bai": 0, "0256.3822294": 0, "+84 256 3822 294": 0, "0905123456": 0, "0256 3811811": 0, "1022": 0,
		"khac@vd.example": 1, "phong.hai@gmail.com": 1, "a@yahoo.com.vn": 1, "a@evilgov.vn": 1, "a@xtinh.example": 1, "mailto:a@outlook.com": 1,
		"nguyễn.a@hotmail.com.": 1, "[thư](mailto:a@khac.example)": 1, "0905 123 457": 1, "a@gmail.com b@gmail.com": 2,
	} {
		if found := c.tracesIn(text); len(found) != want {
			t.Errorf("%q: found %v, want %d", text, found, want)
		}
	}
}

// TestHidden: no message tells more of a number than its last two digits.
func TestHidden(t *testing.T) {
	for _, texts := range caught {
		for _, text := range texts {
			for _, found := range publicContacts(&plan.Settings{}).tracesIn(strings.Replace(text, "▸", "", 1)) {
				if said := digitsOf(found.message.VI + found.message.EN); len(said) > 4 {
					t.Errorf("%q: the message says %s", text, said)
				}
			}
		}
	}
}
