// Package memory sets when garbage is collected. A small plan is built before it would be worth while; of a large one
// the garbage stays small beside what a build must hold.
package memory

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// room is what a build may hold, in bytes, before garbage is collected: while it reads, where it is soft, and afterwards. Of
// large content, of which more is alive, it may hold more.
const room = 72 << 20

// What is made of a byte of YAML: for as long as its file is being read, and afterwards.
const (
	parsed = 14
	kept   = 3
)

// Starting is called before a build. GOGC and GOMEMLIMIT, where set, are left alone.
func Starting() {
	if !chosen() {
		debug.SetGCPercent(1000)
		debug.SetMemoryLimit(room)
	}
}

// Reading is called before so many bytes of YAML are read, on all cores; longest is that of the files of which most is made
// at once.
func Reading(all, longest int64) {
	if !chosen() {
		debug.SetMemoryLimit(max(room, kept*all+parsed*min(longest*int64(runtime.GOMAXPROCS(0)), all)))
	}
}

// Making is called once the content was read and judged, which then is what is alive.
func Making() {
	if chosen() {
		return
	}
	if held() > room/2 {
		runtime.GC()
	}
	alive := max(marked()*3/2, 1<<20)                   // with what is remembered while pages are made
	debug.SetGCPercent(max(30, 100*(room-alive)/alive)) // the floor is what large content gets
	debug.SetMemoryLimit(1 << 62)
}

// held is all on the heap, with garbage.
func held() int {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}

// marked is what was alive when garbage was last collected: what the percentage is of.
func marked() int {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	return int(live[0].Value.Uint64())
}

func chosen() bool { return os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" }
