package intake

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// A workbook is read part by part and cell by cell, because we need to know of a cell what libraries make equal: a number or
// a text that looks like one, a formula, a percentage. And a row whose number is a million, or a cell in the last
// column, takes no memory here.

// parts is a workbook as a zip: its parts, and how much more of them may be unpacked.
type parts struct {
	files map[string]*zip.File
	left  int64
}

// read unpacks a part; what its header says about its size is not believed.
func (p *parts) read(name string) ([]byte, error) {
	f := p.files[strings.TrimPrefix(name, "/")]
	if f == nil {
		return nil, errNoWorkbook
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	text, err := io.ReadAll(io.LimitReader(r, p.left+1))
	if p.left -= int64(len(text)); p.left < 0 {
		return nil, errTooLarge
	}
	return text, err
}

// parse reads a part as XML.
func (p *parts) parse(name string, into any) error {
	text, err := p.read(name)
	if err != nil {
		return err
	}
	return xml.Unmarshal(text, into)
}

// relations are the parts that a part names, by id.
type relations struct {
	All []struct {
		ID     string `xml:"Id,attr"`
		Type   string `xml:"Type,attr"`
		Target string `xml:"Target,attr"`
	} `xml:"Relationship"`
}

// from are the relations of a part, as paths; those of the workbook itself have no name.
func (p *parts) from(name string) (relations, error) {
	var r relations
	list := "_rels/.rels"
	if name != "" {
		list = path.Join(path.Dir(name), "_rels", path.Base(name)+".rels")
	}
	err := p.parse(list, &r)
	for n := range r.All {
		if t := r.All[n].Target; !strings.HasPrefix(t, "/") {
			r.All[n].Target = path.Join(path.Dir(name), t)
		}
	}
	return r, err
}

// ofType is the part of a kind; empty where there is none.
func (r relations) ofType(kind string) string {
	for _, x := range r.All {
		if path.Base(x.Type) == kind {
			return x.Target
		}
	}
	return ""
}

// workbook reads all sheets of a workbook.
func workbook(f File) ([]*grid, error) {
	z, err := zip.NewReader(bytes.NewReader(f.Bytes), int64(len(f.Bytes)))
	if err != nil {
		return nil, err
	}
	p := &parts{map[string]*zip.File{}, largestText}
	for _, part := range z.File {
		p.files[part.Name] = part
	}
	root, err := p.from("")
	if err != nil {
		return nil, err
	}
	main := root.ofType("officeDocument")
	var book struct {
		Properties struct {
			Mac string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"id,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := p.parse(main, &book); err != nil {
		return nil, err
	}
	related, err := p.from(main)
	if err != nil {
		return nil, err
	}
	s := &sheets{parts: p, file: f.Name}
	if err := s.prepare(related); err != nil {
		return nil, err
	}
	var all []*grid
	for _, sheet := range book.Sheets {
		for _, x := range related.All {
			if x.ID != sheet.ID || path.Base(x.Type) != "worksheet" {
				continue
			}
			g, err := s.read(sheet.Name, x.Target)
			if err != nil {
				return nil, err
			}
			if g.dayZero = dayZero; book.Properties.Mac == "1" || book.Properties.Mac == "true" {
				g.dayZero = dayZeroMac
			}
			all = append(all, g)
		}
	}
	return all, s.beyond.err()
}

// sheets reads sheets with the texts and number formats that they share.
type sheets struct {
	*parts
	file    string
	texts   []rich
	formats []format // by style
	beyond  outside
}

// format is how a number is shown, as far as it tells what was typed.
type format struct{ percent, day bool }

var spoken = regexp.MustCompile(`"[^"]*"|\\.|\[[^\]]*\]`) // what a format shows as it is, and its conditions

// formatOf reads the code of a format.
func formatOf(code string) format {
	code = strings.ToLower(spoken.ReplaceAllString(code, ""))
	return format{strings.Contains(code, "%"), code != "general" && strings.ContainsAny(code, "dmyhs")}
}

// known are the formats that every program knows by number.
func known(id int) format {
	return format{id == 9 || id == 10, id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58}
}

// rich is a text in one piece or in several.
type rich struct {
	Text   string   `xml:"t"`
	Pieces []string `xml:"r>t"`
}

var escaped = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

func (r rich) String() string {
	text := r.Text + strings.Join(r.Pieces, "")
	return escaped.ReplaceAllStringFunc(text, func(e string) string {
		code, _ := strconv.ParseUint(e[2:6], 16, 32)
		return string(rune(code))
	})
}

// prepare reads the shared texts and formats; a workbook may have neither.
func (s *sheets) prepare(related relations) error {
	if name := related.ofType("sharedStrings"); name != "" {
		var all struct {
			Texts []rich `xml:"si"`
		}
		if err := s.parse(name, &all); err != nil {
			return err
		}
		s.texts = all.Texts
	}
	name := related.ofType("styles")
	if name == "" {
		return nil
	}
	var all struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Styles []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := s.parse(name, &all); err != nil {
		return err
	}
	own := map[int]format{}
	for _, f := range all.Formats {
		own[f.ID] = formatOf(f.Code)
	}
	for _, x := range all.Styles {
		f, there := own[x.Format]
		if !there {
			f = known(x.Format)
		}
		s.formats = append(s.formats, f)
	}
	return nil
}

// written is a cell as XML has it.
type written struct {
	Name    string    `xml:"r,attr"`
	Type    string    `xml:"t,attr"`
	Style   int       `xml:"s,attr"`
	Formula *struct{} `xml:"f"`
	Value   string    `xml:"v"`
	Inline  rich      `xml:"is"`
}

// read reads the cells of a sheet that are not empty.
func (s *sheets) read(name, part string) (*grid, error) {
	text, err := s.parts.read(part)
	if err != nil {
		return nil, err
	}
	g := &grid{file: s.file, sheet: name}
	for d := xml.NewDecoder(bytes.NewReader(text)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return g, nil
		} else if err != nil {
			return nil, err
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "c" {
			var w written
			if err := d.DecodeElement(&w, &start); err != nil {
				return nil, err
			}
			if err := s.add(g, w); err != nil {
				return nil, err
			}
		}
	}
}

// add adds a cell to its record.
func (s *sheets) add(g *grid, w written) error {
	c, filled, err := s.cell(w)
	if err != nil || !filled {
		return err
	}
	column, row, err := excelize.CellNameToCoordinates(w.Name)
	if err != nil {
		return errNoWorkbook
	}
	if column > mostColumns || row > mostRows {
		if len(s.beyond) < mostOutside {
			s.beyond = append(s.beyond, place{s.file, g.sheet + "!" + w.Name, row, column})
		}
		return nil
	}
	if n := len(g.records); n == 0 || g.records[n-1].index != row {
		if n == mostRows {
			return errTooLarge
		}
		g.records = append(g.records, record{row, map[int]cell{}})
	}
	g.records[len(g.records)-1].fields[column] = c
	return nil
}

// cell is what XML says of a cell; filled is false for an empty one.
func (s *sheets) cell(w written) (c cell, filled bool, err error) {
	c = cell{kind: textual, text: w.Value}
	switch w.Type {
	case "s":
		n, err := strconv.Atoi(w.Value)
		if err != nil || n < 0 || n >= len(s.texts) {
			return c, false, errNoWorkbook
		}
		c.text = s.texts[n].String()
	case "inlineStr":
		c.text = w.Inline.String()
	case "b":
		c.kind = boolean
	case "e":
		c.kind = mistaken
	case "", "n":
		c.kind = numeric
		if w.Style >= 0 && w.Style < len(s.formats) {
			c.format = s.formats[w.Style]
		}
	}
	if w.Formula != nil {
		c.kind = formula
	}
	return c, w.Formula != nil || strings.TrimSpace(c.text) != "", nil
}
