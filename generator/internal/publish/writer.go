package publish

import (
	"bufio"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"sync"
	"time"

	"minhbach/generator/internal/output"
)

// writer writes files one after another and measures them on the way.
type writer struct {
	stage  string
	buffer *bufio.Writer
	to     *os.File
	meter  *output.Meter
	check  uint32
	room   []byte // for what is read again

	took, kept time.Duration // of the last file: in all, and of it to measure and keep it
}

// castagnoli is the check sum that processors have an instruction for.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func newWriter(stage string) *writer {
	w := &writer{stage: stage, meter: output.NewMeter(), room: make([]byte, 64<<10)}
	w.buffer = bufio.NewWriterSize(w, 64<<10)
	return w
}

// Write implements io.Writer for the buffer.
func (w *writer) Write(b []byte) (int, error) {
	began := time.Now()
	n, err := w.to.Write(b)
	w.meter.Write(b[:n])
	w.check = crc32.Update(w.check, castagnoli, b[:n])
	w.kept += time.Since(began)
	return n, err
}

func (w *writer) file(f output.File) (written, error) {
	var err error
	began := time.Now()
	w.to, err = os.OpenFile(filepath.Join(w.stage, filepath.FromSlash(f.Path)), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return written{}, err
	}
	w.kept = time.Since(began)
	w.buffer.Reset(w)
	w.meter.Reset()
	w.check = 0
	err = f.Write(w.buffer)
	if err == nil {
		err = w.buffer.Flush()
	}
	made := time.Now()
	if err == nil {
		err = w.to.Chmod(0o644)
	}
	if closing := w.to.Close(); err == nil {
		err = closing
	}
	w.kept, w.took = w.kept+time.Since(made), time.Since(began)
	if err != nil {
		return written{}, fmt.Errorf("%s: %w", f.Path, err)
	}
	return written{w.meter.Entry(f.Path), w.check}, nil
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
