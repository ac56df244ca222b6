package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"regexp"
	"strings"
	"testing"
)

const hostile = "a & b < c > \"d\" 'e' ]]> \x00\x0b\ufffe\xff ỳ\nhai"

func sample() Document {
	return Document{Title: hostile, Lang: "vi-VN", Sections: []Section{
		{Blocks: []Block{Paragraph{Kind, "Báo cáo"}, Line{10}, Paragraph{Body, hostile}}},
		{Landscape: true, Blocks: []Block{Table{Caption: hostile, Widths: []int{20, 100, 50}, Head: 1,
			Rows: [][]Box{{In(CellHead, "Số"), In(CellHead, "Tên"), In(CellHead, "Kết quả")}, {In(CellCentre, "1"), {Span: 2, Blocks: []Block{Paragraph{CellGroup, "Nhóm"}}}}}}}},
	}}
}

// parts are the parts of a document by their names.
func parts(t *testing.T, d Document) map[string]string {
	t.Helper()
	var b bytes.Buffer
	if err := d.Write(&b); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all[f.Name] = string(text)
	}
	return all
}

// TestWellFormed: each part is XML whatever the texts hold, and what is referred to is there.
func TestWellFormed(t *testing.T) {
	all := parts(t, sample())
	for name, text := range all {
		d := xml.NewDecoder(strings.NewReader(text))
		for {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
	}
	for _, m := range regexp.MustCompile(`PartName="/([^"]+)"`).FindAllStringSubmatch(all["[Content_Types].xml"], -1) {
		if all[m[1]] == "" {
			t.Errorf("%s is declared and not there", m[1])
		}
	}
	if len(all) != 8 {
		t.Errorf("there are %d parts", len(all))
	}
	for _, m := range regexp.MustCompile(`<w:(?:pStyle|tblStyle) w:val="([^"]+)"`).FindAllStringSubmatch(all["word/document.xml"]+all["word/header.xml"], -1) {
		if !strings.Contains(all["word/styles.xml"], `w:styleId="`+m[1]+`"`) {
			t.Errorf("there is no style %s", m[1])
		}
	}
}

// TestLayout: A4 upright and turned, the margins, the font and its size, the table's repeated head and its widths.
func TestLayout(t *testing.T) {
	all := parts(t, sample())
	for _, want := range []string{
		`<w:pgSz w:w="11906" w:h="16838"/>`, `<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>`,
		`<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" `, `<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`,
		`<w:tcW w:w="8504" w:type="dxa"/><w:gridSpan w:val="2"/>`, `<w:br/>`, `a &amp; b &lt; c &gt;`,
	} {
		if !strings.Contains(all["word/document.xml"], want) {
			t.Errorf("there is no %s", want)
		}
	}
	if s := all["word/styles.xml"]; !strings.Contains(s, `w:ascii="Times New Roman"`) || !strings.Contains(s, `<w:sz w:val="28"/>`) {
		t.Error("the font is another")
	}
}

func TestSameBytes(t *testing.T) {
	var a, b bytes.Buffer
	if sample().Write(&a) != nil || sample().Write(&b) != nil || !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("the same document gives other bytes")
	}
}
