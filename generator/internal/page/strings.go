package page

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"

	"minhbach/generator/internal/plan"
)

// phrases are the texts of the interface by key, from strings.json. What is said about a status, a verdict or a
// figure is not here: the wording room says it.
type phrases map[string]plan.Text

func readPhrases(layouts fs.FS) (phrases, error) { return readTexts(layouts, "strings.json") }

// readTexts reads a file of texts in both languages by key.
func readTexts(layouts fs.FS, name string) (phrases, error) {
	raw, err := fs.ReadFile(layouts, name)
	if err != nil {
		return nil, err
	}
	var all map[string]struct{ VI, EN string }
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(&all); err != nil {
		line := 1 + bytes.Count(raw[:min(int(d.InputOffset()), len(raw))], []byte("\n"))
		return nil, fmt.Errorf("%s:%d: %w", name, line, err)
	}
	p := phrases{}
	for key, t := range all {
		if t.VI == "" || t.EN == "" {
			line := 1 + bytes.Count(raw[:bytes.Index(raw, []byte(`"`+key+`"`))], []byte("\n"))
			return nil, fmt.Errorf("%s:%d: %q needs a text in vi and one in en", name, line, key)
		}
		p[key] = plan.Text{VI: t.VI, EN: t.EN}
	}
	return p, nil
}

// say fills a text of the interface; a test holds that every key used in this package is there.
func (s *scope) say(key string, args ...any) string {
	text, ok := s.phrases[key]
	if !ok {
		return "⟦" + key + "⟧"
	}
	if len(args) == 0 {
		return text.In(s.lang)
	}
	return fmt.Sprintf(text.In(s.lang), args...)
}

// count says so many things: key.one for a single one, key otherwise; %s takes the number in the language's form.
func (s *scope) count(key string, n int) string {
	if _, ok := s.phrases[key+".one"]; ok && n == 1 {
		return s.say(key+".one", s.number(n))
	}
	return s.say(key, s.number(n))
}
