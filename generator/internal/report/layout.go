package report

import (
	"io"
	"slices"
	"strings"

	"minhbach/generator/internal/docx"
	"minhbach/generator/internal/plan"
)

// Word writes the report as a Word document.
func (r Report) Word(w io.Writer) error {
	d := docx.Document{Title: r.Kind + ": " + r.Subject, Lang: "vi-VN", Sections: []docx.Section{{Blocks: slices.Concat(r.head(), r.body(), r.foot())}}}
	if r.Lang == plan.EN {
		d.Lang = "en-GB"
	}
	for _, a := range r.Appendices {
		d.Sections = append(d.Sections, docx.Section{Landscape: true, Blocks: a.blocks()})
	}
	return d.Write(w)
}

// head is the letterhead: the issuing body and the number on the left, motto and place on the right, then the title.
func (r Report) head() []docx.Block {
	left := []docx.Block{docx.Paragraph{Style: docx.Nation, Text: strings.ToUpper(r.Issuer)}, docx.Line{Short: 20}, docx.Paragraph{Style: docx.Centre, Text: r.Number}}
	right := []docx.Block{docx.Paragraph{Style: docx.Nation, Text: strings.ToUpper(r.Nation)}, docx.Paragraph{Style: docx.CentreBold, Text: r.Motto},
		docx.Line{Short: 18}, docx.Paragraph{Style: docx.Place, Text: r.Place}}
	if r.Draft != "" {
		left = append(left, docx.Paragraph{Style: docx.CentreBold, Text: r.Draft})
	}
	blocks := []docx.Block{docx.Table{Widths: []int{64, 96}, Plain: true, Rows: [][]docx.Box{{{Blocks: left}, {Blocks: right}}}},
		docx.Paragraph{Style: docx.Kind, Text: strings.ToUpper(r.Kind)}, docx.Paragraph{Style: docx.Subject, Text: r.Subject}, docx.Line{Short: 55}}
	if r.Caution != "" {
		blocks = append(blocks, docx.Paragraph{Style: docx.Place, Text: "(" + r.Caution + ")"})
	}
	return append(blocks, docx.Paragraph{Style: docx.Kind}, docx.Paragraph{Style: docx.Centre, Text: r.To}, docx.Paragraph{Style: docx.Centre})
}

func (r Report) body() []docx.Block {
	var all []docx.Block
	add := func(style docx.Style, texts ...string) {
		for _, t := range texts {
			all = append(all, docx.Paragraph{Style: style, Text: t})
		}
	}
	add(docx.Body, r.Opening...)
	for _, c := range r.Chapters {
		add(docx.Heading1, strings.ToUpper(c.Heading))
		add(docx.Body, c.Text...)
		for _, p := range c.Parts {
			add(docx.Heading2, p.Heading)
			for _, l := range p.Lists {
				add(docx.Heading3, l.Lead)
				for _, item := range l.Items {
					add(docx.Body, "- "+item)
				}
			}
			add(docx.Body, p.Text...)
		}
	}
	add(docx.Body, r.Closing)
	return all
}

// foot has the recipients on the left and the signature on the right, on one page.
func (r Report) foot() []docx.Block {
	left := []docx.Block{docx.Paragraph{Style: docx.NoteHead, Text: r.Recipients[0]}}
	for _, t := range r.Recipients[1:] {
		left = append(left, docx.Paragraph{Style: docx.Note, Text: t})
	}
	right := []docx.Block{docx.Paragraph{Style: docx.CentreBold, Text: strings.ToUpper(r.Signature[0])}, docx.Paragraph{Style: docx.Centre, Text: "\n\n" + r.Signature[1] + "\n\n"},
		docx.Paragraph{Style: docx.CentreBold, Text: r.Signature[2]}}
	return []docx.Block{docx.Table{Widths: []int{75, 85}, Plain: true, Rows: [][]docx.Box{{{Blocks: left}, {Blocks: right}}}}}
}

func (a Appendix) blocks() []docx.Block {
	t := docx.Table{Caption: a.Title, Widths: a.Widths, Head: 1}
	var head []docx.Box
	for _, name := range a.Head {
		head = append(head, docx.In(docx.CellHead, name))
	}
	t.Rows = append(t.Rows, head)
	for _, row := range a.Rows {
		t.Rows = append(t.Rows, row.boxes(len(a.Widths)))
	}
	return []docx.Block{docx.Paragraph{Style: docx.Kind, Text: a.Number}, docx.Paragraph{Style: docx.Subject, Text: strings.ToUpper(a.Title)},
		docx.Paragraph{Style: docx.Place, Text: a.To}, docx.Line{Short: 105}, docx.Paragraph{Style: docx.Centre}, t}
}

func (r Row) boxes(columns int) []docx.Box {
	first, rest := docx.CellCentre, docx.Cell
	if r.Heads {
		first, rest = docx.CellHead, docx.CellGroup
	}
	boxes := []docx.Box{docx.In(first, r.Cells[0])}
	for _, text := range r.Cells[1:] {
		boxes = append(boxes, docx.In(rest, text))
	}
	if missing := columns - len(r.Cells); missing > 0 {
		boxes[len(boxes)-1].Span = missing + 1
	}
	return boxes
}
