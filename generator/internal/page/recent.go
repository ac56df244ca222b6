package page

import (
	"sync"
	"weak"
)

// recent keeps what several files of one row are made of for as long as memory has room: the files are made one behind the
// other, and what was dropped in between is made again, the same.
type recent[T any] struct {
	mu   sync.Mutex
	made weak.Pointer[T]
}

func (r *recent[T]) get(anew func() *T) *T {
	r.mu.Lock()
	defer r.mu.Unlock()
	if made := r.made.Value(); made != nil {
		return made
	}
	made := anew()
	r.made = weak.Make(made)
	return made
}
