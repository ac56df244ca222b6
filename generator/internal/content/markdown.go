package content

import (
	"bytes"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/trees"
)

// pageHead is the front matter of a page of the site; section, that of a part of a plan's narrative.
type (
	pageHead struct {
		Title string `yaml:"title"`
	}
	section struct {
		Title string `yaml:"title"`
		Order int    `yaml:"order"`
		About string `yaml:"about"`
	}
)

// markdown reads front matter and body.
func (p *problems) markdown(from *trees.Reader, text []byte, into *plan.Page, narrative bool) {
	head, body, line := split(text)
	if head == nil {
		p.add(mark{}, "", "front-matter", diag.Say("tệp không mở đầu bằng phần thông tin giữa hai dòng ---", "the file does not begin with front matter between two lines ---"),
			diag.Say("mở đầu bằng một dòng ---, một dòng title: \"…\", một dòng ---", "begin with a line ---, a line title: \"…\", a line ---"))
		return
	}
	into.Body, into.Line = string(body), line
	if !narrative {
		var h pageHead
		p.yaml(from, head, nil, 1, &h)
		into.Title = h.Title
		return
	}
	var h section
	p.yaml(from, head, nil, 1, &h)
	into.Title, into.Order, into.About = h.Title, h.Order, h.About
}

// split cuts a Markdown text into front matter and body, and gives the line on which the body begins. The head is nil
// when there is none.
func split(text []byte) (head, body []byte, line int) {
	fence := []byte("---\n")
	if !bytes.HasPrefix(text, fence) {
		return nil, nil, 0
	}
	rest := text[len(fence):]
	if bytes.HasPrefix(rest, fence) {
		return rest[:0], rest[len(fence):], 3
	}
	end := bytes.Index(rest, []byte("\n---\n"))
	if end < 0 {
		if !bytes.HasSuffix(rest, []byte("\n---")) {
			return nil, nil, 0
		}
		head = rest[:len(rest)-len("---")]
		return head, nil, bytes.Count(head, []byte("\n")) + 3
	}
	head, body = rest[:end+1], rest[end+1+len(fence):]
	return head, body, bytes.Count(head, []byte("\n")) + 3
}
