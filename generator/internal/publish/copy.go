package publish

import (
	"archive/zip"
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"
)

// Copy is a copy of a site, or of what it gives away, that somebody has: a folder, or a zip, with a manifest.json at its
// root. Nothing is believed of it: links that lead out of the folder are not followed, and a zip is read entry by entry
// and never unpacked.
type Copy struct {
	files   func(each func(path string, bad Kind)) error // all but folders; bad is empty for a file that may be read
	find    func(path string) (size int64, bad Kind)
	open    func(path string) (io.ReadCloser, error)
	close   func() error
	hosted  bool // a folder, in which dot files are its host's
	damaged Kind // what it is when a file that was opened cannot be read to its end
}

// ErrNoZip: a file that is no zip, or one that is cut short.
var ErrNoZip = errors.New("not a zip that can be read")

// OpenCopy opens a copy, which is to be closed.
func OpenCopy(name string) (*Copy, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	switch {
	case info.IsDir():
		return openFolder(name)
	case !info.Mode().IsRegular(): // a pipe would be waited for
		return nil, ErrNoZip
	}
	return openZip(name)
}

// Close closes the copy.
func (c *Copy) Close() error { return c.close() }

// Open opens a file of the copy, by its path with slashes.
func (c *Copy) Open(path string) (io.ReadCloser, error) {
	if _, bad := c.find(path); bad == Missing {
		return nil, fs.ErrNotExist
	} else if bad != "" {
		return nil, fs.ErrInvalid
	}
	return c.open(path)
}

func openFolder(name string) (*Copy, error) {
	root, err := os.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	inside := root.FS()
	return &Copy{
		files: func(each func(string, Kind)) error {
			return fs.WalkDir(inside, ".", func(path string, d fs.DirEntry, err error) error {
				switch {
				case path == ".":
					return err
				case err != nil:
					each(path, Unreadable)
				case !d.IsDir():
					each(path, "")
				}
				return nil
			})
		},
		find: func(path string) (int64, Kind) {
			info, err := fs.Stat(inside, path)
			switch {
			case errors.Is(err, fs.ErrNotExist):
				return 0, Missing
			case errors.Is(err, fs.ErrPermission):
				return 0, Unreadable
			case err != nil || !info.Mode().IsRegular():
				return 0, NoFile
			}
			return info.Size(), ""
		},
		open:    func(path string) (io.ReadCloser, error) { return inside.Open(path) },
		close:   root.Close,
		hosted:  true,
		damaged: Unreadable,
	}, nil
}

func openZip(name string) (*Copy, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	info, err := file.Stat()
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	z, err := zip.NewReader(file, info.Size())
	if err != nil {
		return nil, errors.Join(ErrNoZip, err, file.Close())
	}
	entries := map[string]*zip.File{}
	for _, f := range z.File {
		if entries[f.Name] == nil {
			entries[f.Name] = f
		}
	}
	return &Copy{
		files: func(each func(string, Kind)) error {
			for _, f := range z.File {
				switch path, folder := strings.CutSuffix(f.Name, "/"); {
				case !fs.ValidPath(path) || strings.Contains(path, `\`):
					each(f.Name, Outside)
				case folder:
				case entries[f.Name] != f:
					each(f.Name, Twice)
				default:
					each(f.Name, "")
				}
			}
			laidOut(file, info.Size(), z.File, each)
			return nil
		},
		find: func(path string) (int64, Kind) {
			f := entries[path]
			switch {
			case f == nil:
				return 0, Missing
			case !f.Mode().IsRegular():
				return 0, NoFile
			}
			return int64(f.UncompressedSize64), "" // more than an int64 holds is no size of a manifest
		},
		open:    func(path string) (io.ReadCloser, error) { return entries[path].Open() },
		close:   file.Close,
		damaged: Changed,
	}, nil
}
