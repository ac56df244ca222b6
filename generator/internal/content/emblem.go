package content

import (
	"bytes"
	"image/png"
	"io/fs"
	"path"
	"strings"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/trees"
)

// The bounds of an emblem: it is loaded by every page, and shown 30 pixels high on screens of two dots a pixel.
const (
	heaviestEmblem = 20 << 10
	lowestEmblem   = 60
	largestEmblem  = 2000 // a small file can hold a picture that fills the memory
)

// emblemName is the file that site.yaml names as the emblem; empty without one, and not known where that cannot be read.
// What is wrong with site.yaml is said where it is read for good.
func emblemName(fsys fs.FS) (name string, known bool) {
	if f, ok := fsys.(summed); ok {
		f.stays = true
		fsys = f
	}
	r := read(&trees.Reader{}, fsys, file{path: "site.yaml", kind: settings})
	return r.value.(*plan.Settings).EmblemFile(), !covered(r.spoilt, "theme.emblem")
}

// isPicture tells a file that might be an emblem.
func isPicture(name string) bool { return isSVG(name) || strings.EqualFold(path.Ext(name), ".png") }

func isSVG(name string) bool { return strings.EqualFold(path.Ext(name), ".svg") }

// emblem reads a picture that every page will show. A name with another ending is seen to where it is written, in
// site.yaml.
func (p *problems) emblem(fsys fs.FS, into *plan.Emblem) {
	if info, err := fs.Lstat(fsys, p.path); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		p.add(mark{}, "", "emblem", diag.Say("biểu trưng là một liên kết tới tệp khác", "the emblem is a link to another file"),
			diag.Say("chép chính tệp hình vào thư mục nội dung", "copy the picture itself into the content folder"))
		return
	}
	raw, err := readPlain(fsys, p.path)
	switch {
	case err != nil:
		p.found, p.spoilt = append(p.found, unreadable(p.path, err)), []string{""}
	case len(raw) > heaviestEmblem:
		p.add(mark{}, "", "emblem", diag.Say("biểu trưng nặng %d byte, nhiều nhất là %d", "the emblem has %d bytes, at most %d are allowed", len(raw), heaviestEmblem),
			diag.Say("làm nhẹ hình: trang nào cũng tải tệp này", "make it lighter: every page loads it"))
	case isSVG(p.path):
		into.Body = normalise(raw)
		if p.legible(into.Body) {
			p.svg(into)
		}
	case strings.EqualFold(path.Ext(p.path), ".png"):
		into.Body = raw
		p.png(into)
	}
}

func (p *problems) png(into *plan.Emblem) {
	picture, err := png.DecodeConfig(bytes.NewReader(into.Body))
	if err == nil && max(picture.Width, picture.Height) <= largestEmblem {
		_, err = png.Decode(bytes.NewReader(into.Body))
	}
	into.Width, into.Height = float64(picture.Width), float64(picture.Height)
	switch {
	case err != nil:
		p.add(mark{}, "", "emblem", diag.Say("tệp có đuôi .png nhưng không đọc được là hình PNG", "the file ends in .png but cannot be read as a PNG picture"),
			diag.Say("xuất lại hình dạng PNG, hoặc dùng tệp SVG", "export the picture as PNG again, or use an SVG"))
	case picture.Height < lowestEmblem || max(picture.Width, picture.Height) > largestEmblem:
		p.add(mark{}, "", "emblem",
			diag.Say("hình có %d × %d điểm ảnh; phải cao ít nhất %d, không cạnh nào quá %d", "the picture has %d × %d pixels; it must be at least %d high, and no side over %d", picture.Width, picture.Height, lowestEmblem, largestEmblem),
			diag.Say("xuất lại hình với cỡ khác, hoặc dùng tệp SVG: hình hiện cao 30 điểm, màn hình nét cần gấp đôi", "export it in another size, or use an SVG: it is shown 30 pixels high, and fine screens have twice as many"))
	}
}
