package catalog

import (
	"fmt"
	"io"
	"strings"

	"minhbach/generator/internal/export"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
)

// letter is a text for people in one language, in Markdown that reads as well in a plain editor.
type letter struct {
	lang plan.Lang
	text strings.Builder
}

// pick chooses the text of the language.
func (l *letter) pick(vi, en string) string { return plan.Text{VI: vi, EN: en}.In(l.lang) }

func (l *letter) heading(vi, en string) { l.text.WriteString("\n## " + l.pick(vi, en) + "\n\n") }

// say writes a paragraph; an empty one is left out.
func (l *letter) say(text string) {
	if text != "" {
		l.text.WriteString(oneLine(text) + "\n\n")
	}
}

func (l *letter) item(text string) { l.text.WriteString("- " + oneLine(text) + "\n") }

// code writes a line as it is typed.
func (l *letter) code(line string) { l.text.WriteString("    " + line + "\n") }

// oneLine is a text without line ends, which would begin another paragraph, heading or item.
func oneLine(text string) string { return strings.Join(strings.Fields(valid(text)), " ") }

// bytes is the last of a letter: one line end at its end, and never two empty lines.
func (l *letter) bytes() []byte {
	text := l.text.String()
	for strings.Contains(text, "\n\n\n") {
		text = strings.ReplaceAll(text, "\n\n\n", "\n\n")
	}
	return []byte(strings.TrimRight(text, "\n") + "\n")
}

// Readme writes README.vi.md or README.en.md, for those who have the files without the site.
func Readme(w io.Writer, c export.Colophon, words export.Words, products []export.Product, language plan.Lang) error {
	l := &letter{lang: language}
	l.text.WriteString("# " + oneLine(c.Title.In(language)) + "\n\n")
	l.say(c.Description.In(language))
	l.say(stop(c.Notice).In(language))
	l.say(stop(c.Sample).In(language))
	l.asOf(c)
	l.whose(c)
	l.files(words, products)
	l.heading("Cách viết các bảng", "How the tables are written")
	for _, t := range c.Conventions {
		l.item(t.In(language))
	}
	l.reuse(c)
	l.checksums(products)
	l.errors(c)
	_, err := w.Write(l.bytes())
	return err
}

func (l *letter) asOf(c export.Colophon) {
	l.heading("Dữ liệu tính đến lúc nào", "As of when")
	for _, p := range c.Plans {
		text := p.Title.In(l.lang)
		if known := asOf(p); !known.Empty() {
			text += ". " + stop(known).In(l.lang)
		}
		if p.Released.Known() {
			text += l.pick(" Công bố ngày ", " Released on ") + lang.Date(l.lang, p.Released) + "."
		}
		l.item(text)
	}
	if c.BaseURL != "" {
		l.text.WriteString("\n")
		l.say(l.pick("Bản mới nhất: ", "The newest edition: ") + c.BaseURL)
	}
}

func (l *letter) whose(c export.Colophon) {
	l.heading("Dữ liệu của ai", "Whose data these are")
	l.item(l.pick("Bên công bố: ", "Publisher: ") + c.Publisher.In(l.lang))
	if !c.Maker.Empty() && c.Maker != c.Publisher {
		l.item(l.pick("Bên lập dữ liệu: ", "Made by: ") + c.Maker.In(l.lang))
	}
	for _, p := range c.Plans {
		if p.Decision.Number != "" {
			l.item(l.pick("Văn bản gốc: ", "Original document: ") + p.Decision.Number + ", " + p.Issuer.In(l.lang))
		}
	}
}

// files lists each table with its files, then what holds all tables. An archive is not listed: this text lies in it.
func (l *letter) files(words export.Words, products []export.Product) {
	l.heading("Có những gì", "What is inside")
	l.say(l.pick("Mỗi bảng có một tệp CSV và một tệp JSON cùng nội dung. Nghĩa của từng cột nằm ở bảng codebook, nghĩa của từng mã ở bảng codes; "+
		"datapackage.json và csv-metadata.json nói cùng những điều ấy cho máy đọc.",
		"Each table is there as CSV, and as JSON with the same content. The table codebook says what every column means and the table codes what every code means; "+
			"datapackage.json and csv-metadata.json say the same to programs."))
	var tables []string
	files := map[string][]string{}
	for _, p := range products {
		name := ""
		if p.Table != nil {
			name = p.Table.Name
		}
		if _, known := files[name]; !known && name != "" {
			tables = append(tables, name)
		}
		if p.Format != "ZIP" {
			files[name] = append(files[name], fmt.Sprintf("%s (%s)", p.Path, l.size(p.Bytes)))
		}
	}
	for _, t := range tables {
		l.item(t + ": " + words.Holds(t).In(l.lang))
		l.text.WriteString("  " + strings.Join(files[t], ", ") + "\n")
	}
	if len(files[""]) > 0 {
		l.item(l.pick("Mọi bảng trong một tệp: ", "All tables in one file: ") + strings.Join(files[""], ", "))
	}
}

func (l *letter) size(bytes int64) string {
	n := lang.Int(l.lang, int(bytes))
	return n + l.pick(" byte", lang.Plural(int(bytes), " byte", " bytes"))
}

func (l *letter) reuse(c export.Colophon) {
	l.heading("Dùng lại và trích dẫn", "Reuse and citation")
	if c.Licence != nil {
		l.say(l.pick("Dữ liệu được dùng lại theo giấy phép ", "The data may be reused under ") + licenceLine(c.Licence, l.lang) + ".")
	} else {
		l.say(stop(c.NoLicence).In(l.lang))
	}
	if !c.Citation.Empty() {
		l.say(l.pick("Khi trích dẫn, ghi: ", "Cite as: ") + c.Citation.In(l.lang))
	}
	l.say(l.pick("LICENCE.txt, CITATION.cff và citation.bib nói lại điều này.", "LICENCE.txt, CITATION.cff and citation.bib say so again."))
}

// licenceLine is a licence's name and address.
func licenceLine(licence *plan.Licence, l plan.Lang) string {
	line := licence.Name.In(l)
	if line == "" {
		line = licence.ID
	}
	if licence.URL != "" {
		line += " (" + licence.URL + ")"
	}
	return line
}

func (l *letter) checksums(products []export.Product) {
	csv := tables(products, "CSV")
	if len(csv) == 0 {
		return
	}
	l.heading("Kiểm tra tệp", "Checking the files")
	l.say(l.pick("manifest.json ghi kích thước và mã SHA-256 của từng tệp. Tính mã của một tệp rồi so với mã ở đó; khác nhau nghĩa là tệp đã bị sửa hoặc chưa tải hết.",
		"manifest.json holds the size and the SHA-256 checksum of each file. Work out the checksum of a file and compare; if they differ, the file was changed or did not arrive whole."))
	l.code("Linux:   sha256sum " + csv[0].Path)
	l.code("macOS:   shasum -a 256 " + csv[0].Path)
	l.code(`Windows: certutil -hashfile ` + strings.ReplaceAll(csv[0].Path, "/", `\`) + " SHA256")
}

func (l *letter) errors(c export.Colophon) {
	to := strings.TrimPrefix(c.Feedback, "mailto:")
	if to == "" {
		to = c.Email
	}
	if to == "" {
		to = c.URL
	}
	if to == "" {
		return
	}
	l.heading("Báo lỗi", "Reporting an error")
	l.say(l.pick("Xin nêu tên tệp, dòng và nguồn đúng. Gửi về: ", "Please name the file, the row and the right source. Write to: ") + to)
}

// Licence writes LICENCE.txt: the licence's name, id and address in both languages, or that none is named.
func Licence(w io.Writer, c export.Colophon) error {
	text := &strings.Builder{}
	for n, l := range both {
		if n > 0 {
			text.WriteString("\n")
		}
		text.WriteString(oneLine(c.Title.In(l)) + "\n")
		if c.Licence == nil {
			text.WriteString(oneLine(stop(c.NoLicence).In(l)) + "\n")
			continue
		}
		a := plan.Text{VI: "Giấy phép của dữ liệu: ", EN: "Licence of the data: "}
		text.WriteString(oneLine(a.In(l)+licenceLine(&plan.Licence{ID: c.Licence.ID, Name: c.Licence.Name}, l)) + "\n")
	}
	if c.Licence != nil {
		for _, line := range []string{c.Licence.ID, c.Licence.URL} {
			if line != "" {
				text.WriteString("\n" + oneLine(line))
			}
		}
		text.WriteString("\n")
	}
	_, err := io.WriteString(w, text.String())
	return err
}
