package cli

import "testing"

func TestPercent(t *testing.T) {
	for _, c := range []struct {
		done, all int
		want      string
	}{
		{0, 0, "100%"}, {0, 5, "0%"}, {5, 5, "100%"}, {1, 3, "33%"}, {2, 3, "66%"}, {999, 1000, "99%"}, {99999, 100000, "99%"}, {1, 1000, "<1%"}, {1, 100, "1%"},
	} {
		if have := percent(c.done, c.all); have != c.want {
			t.Errorf("%d of %d is %s, want %s", c.done, c.all, have, c.want)
		}
	}
}
