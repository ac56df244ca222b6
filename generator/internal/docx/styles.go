package docx

import (
	"fmt"
	"strings"
)

const (
	declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	names       = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

	office       = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	contentTypes = declaration + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="` + office + `document.main+xml"/>` +
		`<Override PartName="/word/styles.xml" ContentType="` + office + `styles+xml"/>` +
		`<Override PartName="/word/settings.xml" ContentType="` + office + `settings+xml"/>` +
		`<Override PartName="/word/header.xml" ContentType="` + office + `header+xml"/>` +
		`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

	relations         = declaration + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	packageRelations  = relations + `<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>` + `<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`
	documentRelations = relations + `<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>` + `<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>` + `<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header.xml"/></Relationships>`

	// settings ask for the layout of Word 2013 and later.
	settings = declaration + `<w:settings ` + names + `><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

	header = declaration + `<w:hdr ` + names + `><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`
)

// look is a style of paragraphs: the size in points, the space before and after in points, and what else it has.
type look struct {
	id            Style
	name          string
	size          int
	before, after int
	align         string
	bold, italic  bool
	first         int // indent of the first line, in millimetres
	next          bool
	outline       int // 1 is the highest level; 0 is none
}

var looks = []look{
	{id: Body, name: "Body Text", size: 14, after: 6, align: "both", first: 10},
	{id: Heading1, name: "heading 1", size: 14, before: 6, after: 6, align: "left", bold: true, first: 10, next: true, outline: 1},
	{id: Heading2, name: "heading 2", size: 14, before: 6, after: 6, align: "left", bold: true, first: 10, next: true, outline: 2},
	{id: Heading3, name: "heading 3", size: 14, after: 6, align: "left", bold: true, italic: true, first: 10, next: true, outline: 3},
	{id: Kind, name: "Title", size: 14, before: 12, align: "center", bold: true, next: true},
	{id: Subject, name: "Subtitle", size: 14, align: "center", bold: true, next: true},
	{id: Nation, name: "Nation", size: 12, align: "center", bold: true},
	{id: Centre, name: "Centre", size: 13, align: "center"},
	{id: CentreBold, name: "Centre Bold", size: 13, align: "center", bold: true},
	{id: Place, name: "Place", size: 13, align: "center", italic: true},
	{id: Cell, name: "Table Text", size: 12, before: 2, after: 2, align: "left"},
	{id: CellCentre, name: "Table Centre", size: 12, before: 2, after: 2, align: "center"},
	{id: CellHead, name: "Table Heading", size: 12, before: 2, after: 2, align: "center", bold: true, next: true},
	{id: CellGroup, name: "Table Group", size: 12, before: 2, after: 2, align: "left", bold: true, next: true},
	{id: NoteHead, name: "Recipients Heading", size: 12, align: "left", bold: true, italic: true},
	{id: Note, name: "Recipients", size: 11, align: "left"},
	{id: "Rule", name: "Rule", size: 2, before: 3, after: 2, align: "center"},
	{id: "Header", name: "header", size: 13, align: "center"},
}

// styles is the part that all paragraphs refer to.
func (d Document) styles() string {
	var b strings.Builder
	b.WriteString(declaration + `<w:styles ` + names + `><w:docDefaults><w:rPrDefault><w:rPr>` +
		`<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>` +
		`<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="` + d.Lang + `"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>`)
	for _, l := range looks {
		l.write(&b)
	}
	const side = ` w:val="single" w:sz="4" w:space="0" w:color="000000"/>`
	b.WriteString(`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>` + margins + `</w:tblPr></w:style>` +
		`<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>` +
		`<w:top` + side + `<w:left` + side + `<w:bottom` + side + `<w:right` + side + `<w:insideH` + side + `<w:insideV` + side + `</w:tblBorders></w:tblPr></w:style></w:styles>`)
	return b.String()
}

const margins = `<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>`

func (l look) write(b *strings.Builder) {
	fmt.Fprintf(b, `<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>`, l.id, l.name)
	if l.next {
		b.WriteString("<w:keepNext/>")
	}
	line := ""
	if l.id == Body {
		line = ` w:line="276" w:lineRule="auto"` // one and a sixth
	}
	fmt.Fprintf(b, `<w:spacing w:before="%d" w:after="%d"%s/>`, l.before*20, l.after*20, line)
	if l.first > 0 {
		fmt.Fprintf(b, `<w:ind w:firstLine="%d"/>`, millimetre(l.first))
	}
	fmt.Fprintf(b, `<w:jc w:val="%s"/>`, l.align)
	if l.outline > 0 {
		fmt.Fprintf(b, `<w:outlineLvl w:val="%d"/>`, l.outline-1)
	}
	b.WriteString("</w:pPr><w:rPr>")
	if l.bold {
		b.WriteString("<w:b/><w:bCs/>")
	}
	if l.italic {
		b.WriteString("<w:i/><w:iCs/>")
	}
	fmt.Fprintf(b, `<w:sz w:val="%d"/><w:szCs w:val="%[1]d"/></w:rPr></w:style>`, l.size*2)
}
