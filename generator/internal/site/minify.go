package site

import (
	"bytes"
	"io/fs"
	"path"
	"sync"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/html"

	"minhbach/generator/internal/page"
	"minhbach/layouts"
)

// minifier takes the white space out of layouts, once for all the pages that are made from them, and keeps what
// validators, readers of the source and old browsers expect: the document's tags, end tags and quotes.
var minifier = func() *minify.M {
	m := minify.New()
	m.Add("text/html", &html.Minifier{KeepDocumentTags: true, KeepEndTags: true, KeepQuotes: true, KeepDefaultAttrVals: true, TemplateDelims: html.GoTemplateDelims})
	return m
}()

// minified gives the program's own layouts without superfluous white space. Those that replace one of them stay as they
// were written, so that what is wrong with them has its place in the file.
type minified struct{ fs.FS }

// ReadFile implements fs.ReadFileFS.
func (m minified) ReadFile(name string) ([]byte, error) {
	b, err := fs.ReadFile(m.FS, name)
	if err != nil || path.Ext(name) != ".html" {
		return b, err
	}
	if own, err := layouts.FS.ReadFile(name); err != nil || !bytes.Equal(b, own) {
		return b, nil
	}
	return minifier.Bytes("text/html", b)
}

// ownLayouts are the program's, parsed once.
var ownLayouts = sync.OnceValues(func() (*page.Renderer, error) { return page.New(minified{layouts.FS}, page.Assets{}) })

// parsed are layouts ready for use.
func parsed(from fs.FS) (*page.Renderer, error) {
	if from == layouts.FS {
		return ownLayouts()
	}
	return page.New(minified{from}, page.Assets{})
}
