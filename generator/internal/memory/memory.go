// Package memory sets when garbage is collected. A small plan is built before it would be worth while; of a large one
// the garbage stays small beside what a build must hold.
package memory

import (
	"os"
	"runtime"
	"runtime/debug"
)

// What a build may hold beside what is alive, in bytes: while the content is read, which is soft, and afterwards, when it
// is two fifths of what is alive if that is more.
const (
	reading = 96 << 20
	making  = 24 << 20
)

// Reading begins a program that reads content. GOGC and GOMEMLIMIT, where set, are left alone.
func Reading() {
	if chosen() {
		return
	}
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(reading)
}

// Making is called once the content was read and judged, which then is what is alive.
func Making() {
	if chosen() {
		return
	}
	var m runtime.MemStats
	if runtime.ReadMemStats(&m); m.HeapAlloc > making/4 {
		runtime.GC()
		runtime.ReadMemStats(&m)
	}
	debug.SetGCPercent(int(max(40, min(400, 100*making/max(m.HeapAlloc, 1)))))
	debug.SetMemoryLimit(1 << 62)
}

func chosen() bool { return os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" }
