package publish

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"minhbach/generator/internal/output"
)

// writer writes files one after another and measures them on the way.
type writer struct {
	stage  string
	buffer *bufio.Writer
	to     *os.File
	meter  *output.Meter
}

func newWriter(stage string) *writer {
	w := &writer{stage: stage, meter: output.NewMeter()}
	w.buffer = bufio.NewWriterSize(w, 64<<10)
	return w
}

// Write implements io.Writer for the buffer.
func (w *writer) Write(b []byte) (int, error) {
	n, err := w.to.Write(b)
	w.meter.Write(b[:n])
	return n, err
}

func (w *writer) file(f output.File) (output.Entry, error) {
	var err error
	w.to, err = os.OpenFile(filepath.Join(w.stage, filepath.FromSlash(f.Path)), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return output.Entry{}, err
	}
	w.buffer.Reset(w)
	w.meter.Reset()
	err = f.Write(w.buffer)
	if err == nil {
		err = w.buffer.Flush()
	}
	if err == nil {
		err = w.to.Chmod(0o644)
	}
	if closing := w.to.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return output.Entry{}, fmt.Errorf("%s: %w", f.Path, err)
	}
	return w.meter.Entry(f.Path), nil
}

// counter tells how far the work has come, at most once a hundredth.
type counter struct {
	sync.Mutex
	done, total int
	progress    func(done, total int)
}

func (c *counter) one() {
	c.Lock()
	defer c.Unlock()
	c.done++
	if c.progress != nil && (c.done*100/c.total > (c.done-1)*100/c.total) {
		c.progress(c.done, c.total)
	}
}
