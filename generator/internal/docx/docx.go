// Package docx writes Word documents as Vietnamese offices write them: A4, Times New Roman 14, margins of 20 mm at top,
// bottom and right and 30 mm at the left, the number of the page in the middle of the top margin but not on the first.
//
// In comes a Document of sections with paragraphs and tables in named styles; out goes a zip of OOXML that Word and
// LibreOffice open. The same document gives the same bytes: there is no clock, and no part bears a day. Texts may hold
// anything; what XML cannot hold becomes a replacement character.
package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// Document is a whole document.
type Document struct {
	Title    string
	Lang     string // as xml:lang: vi-VN, en-GB
	Sections []Section
}

// Section is a part with pages of its own, numbered from 1.
type Section struct {
	Landscape bool
	Blocks    []Block
}

// Block is a Paragraph, a Line or a Table.
type Block interface{ write(b *bytes.Buffer) }

// Style is how a paragraph looks; the names are those that Word shows.
type Style string

// The styles; see styles.go.
const (
	Body       Style = "BodyText"
	Heading1   Style = "Heading1"
	Heading2   Style = "Heading2"
	Heading3   Style = "Heading3"
	Kind       Style = "Title"    // of the document: REPORT
	Subject    Style = "Subtitle" // what it is about
	Nation     Style = "Nation"   // small enough that the country's name stands on one line
	Centre     Style = "Centre"
	CentreBold Style = "CentreBold"
	Place      Style = "Place" // of issue, with the day
	Cell       Style = "TableText"
	CellCentre Style = "TableCentre"
	CellHead   Style = "TableHeading"
	CellGroup  Style = "TableGroup" // a row that heads others
	NoteHead   Style = "RecipientsHeading"
	Note       Style = "Recipients"
)

// Paragraph is a text in a style; a line end in it is a line end.
type Paragraph struct {
	Style Style
	Text  string
}

// Line is a rule, shorter than the column by so many millimetres on each side.
type Line struct{ Short int }

// Table has columns of so many millimetres; its first Head rows are repeated on each page. A plain one has no borders.
type Table struct {
	Caption string // what it holds, for those who hear it
	Widths  []int
	Head    int
	Plain   bool
	Rows    [][]Box
}

// Box is a cell; it may span several columns.
type Box struct {
	Span   int // 0 is 1
	Blocks []Block
}

// In is a cell with one paragraph.
func In(s Style, text string) Box { return Box{Blocks: []Block{Paragraph{s, text}}} }

// millimetre is in twentieths of a point.
func millimetre(n int) int { return (n*14400 + 127) / 254 }

func (p Paragraph) write(b *bytes.Buffer) {
	fmt.Fprintf(b, `<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr>`, p.Style)
	for n, line := range strings.Split(p.Text, "\n") {
		b.WriteString("<w:r>")
		if n > 0 {
			b.WriteString("<w:br/>")
		}
		b.WriteString(`<w:t xml:space="preserve">`)
		_ = xml.EscapeText(b, []byte(line)) // into memory
		b.WriteString("</w:t></w:r>")
	}
	b.WriteString("</w:p>")
}

func (l Line) write(b *bytes.Buffer) {
	short := millimetre(l.Short)
	fmt.Fprintf(b, `<w:p><w:pPr><w:pStyle w:val="Rule"/><w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr><w:ind w:left="%d" w:right="%d"/></w:pPr></w:p>`, short, short)
}

func (t Table) write(b *bytes.Buffer) {
	style, total := "TableGrid", 0
	if t.Plain {
		style = "TableNormal"
	}
	for _, w := range t.Widths {
		total += millimetre(w)
	}
	fmt.Fprintf(b, `<w:tbl><w:tblPr><w:tblStyle w:val="%s"/><w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/>`, style, total)
	if t.Caption != "" {
		b.WriteString(`<w:tblCaption w:val="`)
		_ = xml.EscapeText(b, []byte(t.Caption)) // into memory
		b.WriteString(`"/>`)
	}
	b.WriteString("</w:tblPr><w:tblGrid>")
	for _, w := range t.Widths {
		fmt.Fprintf(b, `<w:gridCol w:w="%d"/>`, millimetre(w))
	}
	b.WriteString("</w:tblGrid>")
	for n, row := range t.Rows {
		t.row(b, row, n < t.Head)
	}
	b.WriteString("</w:tbl>")
}

func (t Table) row(b *bytes.Buffer, row []Box, head bool) {
	b.WriteString("<w:tr><w:trPr><w:cantSplit/>")
	if head {
		b.WriteString("<w:tblHeader/>")
	}
	b.WriteString("</w:trPr>")
	at := 0
	for _, box := range row {
		span, width := max(box.Span, 1), 0
		for _, w := range t.Widths[at : at+span] {
			width += millimetre(w)
		}
		at += span
		fmt.Fprintf(b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, width)
		if span > 1 {
			fmt.Fprintf(b, `<w:gridSpan w:val="%d"/>`, span)
		}
		b.WriteString("</w:tcPr>")
		for _, block := range box.Blocks {
			block.write(b)
		}
		b.WriteString("</w:tc>")
	}
	b.WriteString("</w:tr>")
}

// Write writes the document.
func (d Document) Write(w io.Writer) error {
	z := zip.NewWriter(w)
	for _, part := range []struct{ name, text string }{
		{"[Content_Types].xml", contentTypes}, {"_rels/.rels", packageRelations}, {"docProps/core.xml", d.core()},
		{"word/document.xml", d.body()}, {"word/_rels/document.xml.rels", documentRelations}, {"word/styles.xml", d.styles()},
		{"word/settings.xml", settings}, {"word/header.xml", header},
	} {
		to, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate})
		if err != nil {
			return err
		}
		if _, err := io.WriteString(to, part.text); err != nil {
			return err
		}
	}
	return z.Close()
}

// body is the main part. The properties of a section stand in its last paragraph, those of the last at the end.
func (d Document) body() string {
	var b bytes.Buffer
	b.WriteString(declaration + `<w:document ` + names + `><w:body>`)
	for n, s := range d.Sections {
		for _, block := range s.Blocks {
			block.write(&b)
		}
		if n < len(d.Sections)-1 {
			b.WriteString(`<w:p><w:pPr><w:pStyle w:val="Rule"/>` + s.properties() + "</w:pPr></w:p>")
		} else { // a table may not be the last
			b.WriteString(`<w:p><w:pPr><w:pStyle w:val="Rule"/></w:pPr></w:p>` + s.properties())
		}
	}
	b.WriteString("</w:body></w:document>")
	return b.String()
}

func (s Section) properties() string {
	width, height, turned := millimetre(210), millimetre(297), ""
	if s.Landscape {
		width, height, turned = height, width, ` w:orient="landscape"`
	}
	return fmt.Sprintf(`<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:type w:val="nextPage"/><w:pgSz w:w="%d" w:h="%d"%s/>`+
		`<w:pgMar w:top="%[4]d" w:right="%[4]d" w:bottom="%[4]d" w:left="%d" w:header="%d" w:footer="%[6]d" w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>`,
		width, height, turned, millimetre(20), millimetre(30), millimetre(10))
}

func (d Document) core() string {
	var title bytes.Buffer
	_ = xml.EscapeText(&title, []byte(d.Title)) // into memory
	return declaration + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>` +
		title.String() + `</dc:title><dc:language>` + d.Lang + `</dc:language></cp:coreProperties>`
}
