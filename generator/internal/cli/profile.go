package cli

import (
	"flag"
	"io"
	"os"
	"runtime"
	"runtime/pprof"
	"runtime/trace"
)

// profiling is what a developer may ask to be told of a build: files for "go tool pprof" and "go tool trace".
type profiling struct{ profile, memory, trace string }

func (p *profiling) flags(f *flag.FlagSet) {
	f.StringVar(&p.profile, "profile", "", "")
	f.StringVar(&p.memory, "memory-profile", "", "")
	f.StringVar(&p.trace, "trace", "", "")
}

// watched runs what is to be profiled. A file that cannot be written ends the call before anything is done, and what was
// measured is kept when the work fails.
func (p *profiling) watched(work func() error) error {
	for _, measure := range []struct {
		option, file string
		begin        func(io.Writer) error
		end          func(io.Writer) error
	}{
		{"--profile", p.profile, pprof.StartCPUProfile, func(io.Writer) error { pprof.StopCPUProfile(); return nil }},
		{"--memory-profile", p.memory, func(io.Writer) error { return nil }, allocations},
		{"--trace", p.trace, trace.Start, func(io.Writer) error { trace.Stop(); return nil }},
	} {
		if measure.file != "" {
			work = recorded(measure.option, measure.file, measure.begin, measure.end, work)
		}
	}
	return work()
}

// recorded is the work with one measure of it in a file.
func recorded(option, file string, begin, end func(io.Writer) error, work func() error) func() error {
	return func() (err error) {
		to, err := os.Create(file)
		if err == nil {
			err = begin(to)
		}
		if err != nil {
			why := system(err)
			return machine("%[1]s: không ghi được tệp %[2]q (chọn tên tệp trong một thư mục có sẵn): %[3]s", "%[1]s: the file %[2]q cannot be written (name a file in a folder that is there): %[4]s", option, file, why.vi, why.en)
		}
		defer func() {
			ending := end(to)
			if closing := to.Close(); ending == nil {
				ending = closing
			}
			if err == nil {
				err = ending
			}
		}()
		return work()
	}
}

// allocations writes where memory was taken, and what is still held.
func allocations(to io.Writer) error {
	runtime.GC() // what was taken lately is counted only then
	return pprof.Lookup("allocs").WriteTo(to, 0)
}
