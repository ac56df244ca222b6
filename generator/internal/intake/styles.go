package intake

import "github.com/xuri/excelize/v2"

// font is in every Windows, and in Liberation Sans of the same measures elsewhere.
const font = "Arial"

// Colours: what is locked has a ground, what is filled in is white.
const (
	ink, ruled       = "1F1F1F", "8A8A8A"
	ground, banner   = "F0F0F0", "DCE6EC"
	askedOf, shutOff = "F4E9C8", "D5D5D5"
)

// styles are the looks of cells.
type styles struct {
	title, heading, text        int // of the guide
	header, asked, locked, shut int
	number, day, choice, note   int
}

func newStyles(f *excelize.File) (styles, error) {
	var s styles
	var err error
	add := func(to *int, style excelize.Style) {
		if err == nil {
			*to, err = f.NewStyle(&style)
		}
	}
	letters := func(size float64, bold bool) *excelize.Font {
		return &excelize.Font{Family: font, Size: size, Bold: bold, Color: ink}
	}
	wrapped := &excelize.Alignment{Vertical: "top", WrapText: true}
	filled := func(colour string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	var box []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		box = append(box, excelize.Border{Type: side, Color: ruled, Style: 1})
	}
	open := func(format string, a *excelize.Alignment) excelize.Style {
		style := excelize.Style{Font: letters(10, false), Alignment: a, Border: box, Protection: &excelize.Protection{}}
		if format != "" {
			style.CustomNumFmt = &format
		}
		return style
	}
	right := &excelize.Alignment{Vertical: "top", Horizontal: "right"}
	add(&s.title, excelize.Style{Font: letters(14, true), Alignment: wrapped})
	add(&s.heading, excelize.Style{Font: letters(11, true), Alignment: wrapped})
	add(&s.text, excelize.Style{Font: letters(10, false), Alignment: wrapped})
	add(&s.header, excelize.Style{Font: letters(10, true), Alignment: wrapped, Border: box, Fill: filled(banner)})
	add(&s.asked, excelize.Style{Font: letters(10, true), Alignment: wrapped, Border: box, Fill: filled(askedOf)})
	add(&s.locked, excelize.Style{Font: letters(10, false), Alignment: wrapped, Border: box, Fill: filled(ground)})
	add(&s.shut, excelize.Style{Font: letters(10, false), Alignment: wrapped, Border: box, Fill: filled(shutOff)})
	add(&s.number, open("", right))
	add(&s.day, open("dd/mm/yyyy", right))
	add(&s.choice, open("", wrapped))
	add(&s.note, open("@", wrapped))
	return s, err
}
