package page

import (
	"fmt"

	"minhbach/generator/internal/plan"
)

// phrases are the texts of the interface by key, from strings.json. What is said about a status, a verdict or a
// figure is not here: the wording room says it.
type phrases map[string]plan.Text

// say fills a text of the interface; a test holds that every key used in this package is there.
func (s *scope) say(key string, args ...any) string { return s.Say(s.lang, key, args...) }

// Say fills a text of the interface in a language, for what is published beside the pages.
func (r *Renderer) Say(l plan.Lang, key string, args ...any) string {
	text, ok := r.phrases[key]
	if !ok {
		return "⟦" + key + "⟧"
	}
	if len(args) == 0 {
		return text.In(l)
	}
	return fmt.Sprintf(text.In(l), args...)
}

// Codebook are the words of codebook.json by key.
func (r *Renderer) Codebook() map[string]plan.Text { return r.codebook }

// count says so many things: key.one for a single one, key otherwise; %s takes the number in the language's form.
func (s *scope) count(key string, n int) string {
	if _, ok := s.phrases[key+".one"]; ok && n == 1 {
		return s.say(key+".one", s.number(n))
	}
	return s.say(key, s.number(n))
}
