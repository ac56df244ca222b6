package chart

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"
)

func option(t *testing.T, c Chart) string {
	t.Helper()
	b, err := Option(c)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// shown is what the tests read of an option.
type shown struct {
	XAxis []struct {
		Data     []string
		Min, Max float64
	}
	YAxis []struct {
		Min, Max float64
		Inverse  bool
	}
	Series []struct {
		Type string
		Data []struct {
			Value any
			Label *struct{ Formatter string }
		}
		MarkLine struct {
			Data [][]struct {
				Coord     [2]float64
				LineStyle struct{ Color, Type string }
			}
		}
		MarkArea struct {
			Data [][]struct{ Coord [2]float64 }
		}
	}
	Aria    struct{ Label struct{ Description string } }
	Tooltip struct{ RenderMode string }
}

func parse(t *testing.T, b string) shown {
	t.Helper()
	var o shown
	if err := json.Unmarshal([]byte(b), &o); err != nil {
		t.Fatal(err)
	}
	return o
}

// TestOptionSaysTheSame: the axis, the figures, the gaps, the targets and the zone of the description.
func TestOptionSaysTheSame(t *testing.T) {
	each(t, func(t *testing.T, c Chart) {
		o := parse(t, option(t, c))
		if c.Kind == Bars {
			sameParts(t, c, o)
			return
		}
		if c.Kind != Tiles && (o.YAxis[0].Min != c.Axis.Min || o.YAxis[0].Max != c.Axis.Max || o.YAxis[0].Inverse != c.Axis.Down) {
			t.Errorf("axis %+v, want %+v", o.YAxis[0], c.Axis)
		}
		at := newInteractive(&c).at
		for n, s := range c.Slots {
			got := o.Series[1].Data[at[n]].Value
			if c.Kind != Tiles && s.Mark == Gap && got != "-" || c.Kind != Tiles && s.Mark != Gap && got != s.Value {
				t.Errorf("slot %d has %v, want %g", n, got, s.Value)
			}
			if s.Mark == Gap && !strings.Contains(strings.ReplaceAll(o.XAxis[0].Data[at[n]], "\n", " "), s.Gap) {
				t.Errorf("slot %d lacks the word %q: %q", n, s.Gap, o.XAxis[0].Data[at[n]])
			}
		}
		var edges []float64
		for _, l := range o.Series[2].MarkLine.Data {
			if l[0].LineStyle.Color == "var(--bg)" || l[0].LineStyle.Color == "var(--ink)" {
				edges = append(edges, l[0].Coord[1])
			}
		}
		for _, l := range c.Targets {
			if n := len(slices.DeleteFunc(slices.Clone(edges), func(v float64) bool { return v != l.At })); n < 2 {
				t.Errorf("the target at %g is drawn %d times, want its ground and its line", l.At, n)
			}
		}
		if z := c.Zone; z != nil && z.Low < z.High {
			a := o.Series[0].MarkArea.Data[0]
			if a[0].Coord[1] != z.Low || a[1].Coord[1] != z.High {
				t.Errorf("zone %v, want %+v", a, z)
			}
		}
		if o.Tooltip.RenderMode != "richText" || o.Aria.Label.Description != c.Description {
			t.Error("tooltip or description is missing")
		}
	})
}

// sameParts: the bars lie along the axis, and the ticks of the targets across them.
func sameParts(t *testing.T, c Chart, o shown) {
	t.Helper()
	if o.XAxis[0].Min != c.Axis.Min || o.XAxis[0].Max != c.Axis.Max || !o.YAxis[0].Inverse {
		t.Errorf("axes %+v and %+v, want %+v", o.XAxis[0], o.YAxis[0], c.Axis)
	}
	for n, s := range c.Slots {
		got := o.Series[1].Data[n].Value
		if s.Mark == Gap && got != "-" || s.Mark != Gap && got != s.Value {
			t.Errorf("part %d has %v, want %g", n, got, s.Value)
		}
		ticks := slices.DeleteFunc(slices.Clone(o.Series[2].MarkLine.Data), func(l []struct {
			Coord     [2]float64
			LineStyle struct{ Color, Type string }
		}) bool {
			return l[0].LineStyle.Color != inPage.ink || s.Aim == nil || l[0].Coord[0] != *s.Aim || l[0].Coord[1] <= float64(n) || l[1].Coord[1] >= float64(n+1)
		})
		if len(ticks) != map[bool]int{true: 0, false: 1}[s.Aim == nil] {
			t.Errorf("part %d has %d ticks", n, len(ticks))
		}
	}
}

// TestOptionIsStandard: the encoder writes what that of the standard library would.
func TestOptionIsStandard(t *testing.T) {
	each(t, func(t *testing.T, c Chart) {
		want, err := json.Marshal(optionOf(&c))
		if err != nil {
			t.Fatal(err)
		}
		if got := option(t, c); got != string(want) {
			t.Errorf("got %s\nwant %s", got, want)
		}
	})
}

func TestOptionIsSafe(t *testing.T) {
	each(t, func(t *testing.T, c Chart) {
		b := option(t, c)
		for _, bad := range []string{"<", ">", "function", "http", "toolbox", "NaN", "\u2028"} {
			if strings.Contains(b, bad) {
				t.Errorf("the option holds %q", bad)
			}
		}
	})
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		s    string
		room float64
		want string
	}{
		{"chưa tìm thấy số liệu", 80, "chưa tìm|thấy số liệu"},
		{"chưa tìm thấy số liệu", 1000, "chưa tìm thấy số liệu"},
		{"", 100, ""},
		{"  nhiều \n chỗ trống ", 1000, "nhiều chỗ trống"},
		{"mục tiêu ≥ 35%", 60, "mục tiêu|≥ 35%"},
		{"từ > < 5", 1000, "từ > < 5"},
		{"ít nhất ≥", 1000, "ít nhất ≥"},
		{"dàidàidàidài a", 40, "dàidài|dàidài|a"},
		{"chữ", 0, "c|h|ữ"},
		{"chữ", math.Inf(-1), "c|h|ữ"},
	} {
		if got := strings.Join(wrap(c.s, 12, false, c.room), "|"); got != c.want {
			t.Errorf("wrap(%q, %g) = %q, want %q", c.s, c.room, got, c.want)
		}
	}
}
