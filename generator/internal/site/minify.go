package site

import (
	"bytes"
	"io"
	"path"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/html"

	"minhbach/generator/internal/output"
)

// minifier takes the white space out of pages and keeps what validators, readers of the source and old browsers
// expect: the document's tags, end tags and quotes.
var minifier = func() *minify.M {
	m := minify.New()
	m.Add("text/html", &html.Minifier{KeepDocumentTags: true, KeepEndTags: true, KeepQuotes: true, KeepDefaultAttrVals: true})
	return m
}()

// minified writes HTML pages without superfluous white space and passes every other file through.
func minified(f output.File) output.File {
	if path.Ext(f.Path) != ".html" {
		return f
	}
	return output.File{Path: f.Path, Write: func(w io.Writer) error {
		var page bytes.Buffer
		if err := f.Write(&page); err != nil {
			return err
		}
		return minifier.Minify("text/html", w, &page)
	}}
}
