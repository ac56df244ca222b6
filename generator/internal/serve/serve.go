// Package serve shows a site to the person who writes it, in a browser on the same machine, while it is being written.
//
// Nothing is written to disk: a file of the site is made when it is asked for. Into each page goes a small script that
// is no part of the site; it listens to the server (server-sent events), loads the page again once there is a new site,
// and shows over the page what is wrong, while the last good site stays. The pages' own security policy lets it in, as
// far as it must be widened for that, and stays otherwise as it is, so that the preview refuses what the site refuses.
//
// A server that listens on the loopback answers only who asks for the loopback by name: a page of another site, whose
// name was made to lead here, is refused and cannot read drafts.
package serve

import (
	"bytes"
	"context"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"path"
	"strings"
	"sync"
	"time"

	"minhbach/generator/internal/output"
)

//go:embed preview.js preview.css
var own embed.FS

// folder holds what is the server's own; a site has no files that begin with a dot.
const folder = "/.preview/"

// Note is what the page is told beside the site: why the newest content does not show, or what is not published yet.
type Note struct {
	Title string   `json:"title"`
	Items []string `json:"items,omitempty"`
	Close string   `json:"close"`          // the word on the button
	Grave bool     `json:"grave"`          // it hides a part of the page until it is closed
	Site  string   `json:"site,omitempty"` // which site is shown; set by the preview
}

// Preview is a site that changes under the eyes of its readers.
type Preview struct {
	Lang    string               // of the notes
	Explain func(err error) Note // of a page that could not be made

	mu      sync.Mutex
	files   map[string]output.File
	note    Note
	changed chan struct{} // closed when site or note changes
	count   int
	began   string // tells the sites of this server from those of one before
}

// New is a preview that has nothing to show yet.
func New(lang string, explain func(error) Note) *Preview {
	return &Preview{Lang: lang, Explain: explain, changed: make(chan struct{}), began: fmt.Sprintf("%x", time.Now().UnixNano())}
}

// Show shows a new site.
func (p *Preview) Show(files []output.File, note Note) {
	all := make(map[string]output.File, len(files))
	for _, f := range files {
		all["/"+f.Path] = f
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.files = all
	p.count++
	p.tell(note)
}

// Keep leaves the site as it is and says why.
func (p *Preview) Keep(note Note) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.tell(note)
}

func (p *Preview) tell(note Note) {
	note.Site = fmt.Sprint(p.began, ".", p.count)
	p.note = note
	close(p.changed)
	p.changed = make(chan struct{})
}

// now is what is to be shown, and a channel that is closed when this changes.
func (p *Preview) now() (files map[string]output.File, note Note, changed chan struct{}) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.files, p.note, p.changed
}

// Serve answers until the context ends.
func (p *Preview) Serve(ctx context.Context, l net.Listener) error {
	s := &http.Server{Handler: p.guarded(l.Addr()), ReadHeaderTimeout: 10 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx }}
	ended := make(chan error, 1)
	go func() {
		<-ctx.Done()
		last, stop := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
		defer stop()
		if err := s.Shutdown(last); err != nil {
			ended <- s.Close()
			return
		}
		ended <- nil
	}()
	if err := s.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-ended
}

// guarded refuses what a preview has no use for: other methods than reading, and on the loopback other names.
func (p *Preview) guarded(at net.Addr) http.Handler {
	local := false
	if a, ok := at.(*net.TCPAddr); ok {
		local = a.IP.IsLoopback()
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
		case local && !loopback(r.Host):
			http.Error(w, "this preview is for this machine", http.StatusMisdirectedRequest)
		default:
			w.Header().Set("Cache-Control", kept(r.URL.Path))
			w.Header().Set("X-Content-Type-Options", "nosniff")
			w.Header().Set("Cross-Origin-Resource-Policy", "same-origin")
			p.answer(w, r)
		}
	})
}

// kept says what a browser may keep: the site's assets, whose names change with what is in them.
func kept(path string) string {
	if strings.HasPrefix(path, "/assets/") {
		return "max-age=31536000, immutable"
	}
	return "no-store"
}

// loopback tells the names of the machine itself.
func loopback(host string) bool {
	name := host
	if h, _, err := net.SplitHostPort(host); err == nil {
		name = h
	}
	ip := net.ParseIP(strings.Trim(name, "[]"))
	return name == "localhost" || ip != nil && ip.IsLoopback()
}

func (p *Preview) answer(w http.ResponseWriter, r *http.Request) {
	if name, ours := strings.CutPrefix(r.URL.Path, folder); ours {
		if name == "events" {
			p.events(w, r)
			return
		}
		body, err := own.ReadFile(name)
		send(w, status(err), name, body)
		return
	}
	files, note, _ := p.now()
	if files == nil {
		send(w, http.StatusServiceUnavailable, "waiting.html", p.prepared(p.waiting(note), note.Site))
		return
	}
	code, name := http.StatusOK, path.Clean(r.URL.Path)
	if strings.HasSuffix(r.URL.Path, "/") {
		name = path.Join(name, "index.html")
	}
	f, there := files[name]
	if !there {
		code, f = http.StatusNotFound, files["/404.html"]
	}
	if f.Write == nil { // a folder without a page
		http.NotFound(w, r)
		return
	}
	p.file(w, code, f, note.Site)
}

func status(err error) int {
	if err != nil {
		return http.StatusNotFound
	}
	return http.StatusOK
}

// file makes a file and sends it; a page gets the preview's script.
func (p *Preview) file(w http.ResponseWriter, code int, f output.File, site string) {
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		note := p.Explain(fmt.Errorf("%s: %w", f.Path, err))
		p.Keep(note)
		send(w, http.StatusInternalServerError, "waiting.html", p.prepared(p.waiting(note), site))
		return
	}
	body := b.Bytes()
	if path.Ext(f.Path) == ".html" {
		body = p.prepared(body, site)
	}
	send(w, code, f.Path, body)
}

func send(w http.ResponseWriter, code int, name string, body []byte) {
	if kind, known := types[path.Ext(name)]; known {
		w.Header().Set("Content-Type", kind)
	} else {
		w.Header().Set("Content-Type", "application/octet-stream")
	}
	w.WriteHeader(code)
	_, _ = w.Write(body) // whoever asked may have gone
}

// types are the kinds of files of a site; what the system has for an ending may be anything.
var types = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".json": "application/json", ".jsonld": "application/ld+json", ".jsonl": "application/x-ndjson", ".csv": "text/csv; charset=utf-8", ".txt": "text/plain; charset=utf-8",
	".svg": "image/svg+xml", ".png": "image/png", ".xml": "application/xml", ".ics": "text/calendar; charset=utf-8", ".ttl": "text/turtle; charset=utf-8",
	".zip": "application/zip", ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

// events tells one page what is to be shown, now and at every change, until it goes away.
func (p *Preview) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	out := http.NewResponseController(w)
	for {
		_, note, changed := p.now()
		body, err := json.Marshal(note)
		if err == nil {
			_, err = fmt.Fprintf(w, "data: %s\n\n", body)
		}
		if err == nil {
			err = out.Flush()
		}
		if err != nil {
			return
		}
		select {
		case <-changed:
		case <-r.Context().Done():
			return
		}
	}
}
