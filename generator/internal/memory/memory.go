// Package memory sets when garbage is collected. A small plan is built before it would be worth while; of a large one
// the garbage stays small beside what a build must hold.
package memory

import (
	"os"
	"runtime"
	"runtime/debug"
)

// What a build may hold, in bytes: all in all while it reads, which is soft, and beside what is alive afterwards. More
// content, of which ten times as much is alive, may have more.
const (
	reading = 96 << 20
	making  = 24 << 20
)

// Reading is called before so many bytes of content are read. GOGC and GOMEMLIMIT, where set, are left alone.
func Reading(bytes int64) {
	if chosen() {
		return
	}
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(max(reading, 12*bytes))
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
