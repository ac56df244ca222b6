package check

import (
	"fmt"
	"io/fs"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"

	"minhbach/generator/internal/diag"
)

// emblemFile: the emblem is a picture of the content folder. What is in it was seen to when it was read.
func emblemFile(r *review) {
	name := r.site.Settings.EmblemFile()
	switch {
	case name == "":
	case !fs.ValidPath(name) || strings.Contains(name, `\`):
		r.fail(settingsFile, "theme.emblem", "emblem",
			diag.Say("“%s” không nằm trong thư mục nội dung", "“%s” does not lie in the content folder", name),
			diag.Say("đặt tệp cạnh site.yaml và chỉ viết tên tệp, ví dụ emblem.svg", "put the file beside site.yaml and write its name alone, such as emblem.svg"))
	case !slices.Contains([]string{".svg", ".png"}, strings.ToLower(path.Ext(name))):
		r.fail(settingsFile, "theme.emblem", "emblem",
			diag.Say("biểu trưng “%s” không phải tệp .svg hay .png", "the emblem “%s” is neither an .svg nor a .png", name),
			diag.Say("xuất hình dạng SVG hoặc PNG", "export the picture as SVG or PNG"))
	case r.site.Emblem == nil:
		r.fail(settingsFile, "theme.emblem", "emblem",
			diag.Say("trong thư mục nội dung không có tệp “%s”", "there is no file “%s” in the content folder", name),
			diag.Say("đặt tệp cạnh site.yaml, hoặc sửa tên", "put it beside site.yaml, or correct the name"))
	}
}

// enough is the contrast that small letters need (WCAG 2.2, 1.4.3); those of the masthead are small.
const enough = 4.5

// accent: white letters can be read on it.
func accent(r *review) {
	text := r.site.Settings.Accent()
	if text == "" {
		return
	}
	c, ok := hex(text)
	if !ok {
		r.fail(settingsFile, "theme.accent", "accent",
			diag.Say("“%s” không phải là một màu", "“%s” is not a colour", r.site.Settings.Theme.Accent),
			diag.Say("viết \"#rrggbb\" trong dấu ngoặc kép, ví dụ \"#24502b\"", "write \"#rrggbb\" in double quotes, such as \"#24502b\""))
		return
	}
	if have := c.onWhite(); have < enough {
		near := c.legible(enough)
		r.fail(settingsFile, "theme.accent", "accent",
			inBoth("chữ trắng trên nền %s chỉ có độ tương phản %s:1, cần ít nhất 4,5:1", "white letters on %s have a contrast of only %s:1, at least 4.5:1 is needed", c, have),
			inBoth("%s là màu gần nhất đạt yêu cầu, %s:1", "%s is the nearest that passes, %s:1", near, near.onWhite()))
	}
}

// inBoth says something of a colour and its contrast, with one decimal and never rounded up: a contrast that fails must
// not read as one that passes.
func inBoth(vi, en string, c rgb, contrast float64) diag.Text {
	ratio := strconv.FormatFloat(math.Floor(contrast*10)/10, 'f', 1, 64)
	return diag.Text{VI: fmt.Sprintf(vi, c, strings.Replace(ratio, ".", ",", 1)), EN: fmt.Sprintf(en, c, ratio)}
}
