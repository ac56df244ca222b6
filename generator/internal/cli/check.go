package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"minhbach/generator/internal/trees"
	"minhbach/generator/internal/watch"
)

// checkContent checks the content and writes nothing; with --watch again at each change, until it is stopped.
func checkContent(ctx context.Context, c *call) error {
	if !c.watch {
		return c.checkOnce()
	}
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	files := watch.Of(c.content, c.layouts)
	c.trees = trees.New()
	for {
		c.clearScreen()
		if err := c.checkOnce(); err != nil && !errors.Is(err, errContent) {
			return err
		}
		c.say("Kiểm tra lại khi có tệp thay đổi (dừng bằng Ctrl-C)", "Checking again when a file changes (stop with Ctrl-C)")
		if files.Changed(ctx) != nil {
			return nil
		}
	}
}

// clearScreen begins a new list on a clean terminal; what goes elsewhere stays one after the other.
func (c *call) clearScreen() {
	if c.env.Terminal {
		fmt.Fprint(c.env.Stderr, "\x1b[H\x1b[2J\x1b[3J")
	}
}

func (c *call) checkOnce() error {
	s, _, err := c.load(&stopwatch{last: time.Now()}, address)
	if err != nil {
		return err
	}
	if !c.json {
		noun := "plans"
		if len(s.Plans) == 1 {
			noun = "plan"
		}
		c.say("Không có lỗi trong %[1]d kế hoạch", "No problems in %[1]d %[2]s", len(s.Plans), noun)
	}
	return nil
}
