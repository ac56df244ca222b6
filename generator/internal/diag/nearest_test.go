package diag

import "testing"

func TestNearest(t *testing.T) {
	names := []string{"level", "parent", "area", "agencies_from", "percent", "so-noi-vu", "số liệu"}
	for word, want := range map[string]string{
		"lvel": "level", "elvel": "level", "Level": "level", "aera": "area", "percnt": "percent", "so-noi-vụ": "so-noi-vu",
		"agencies": "", "": "", "x": "", "sô liệu": "số liệu", "agency_from": "agencies_from",
	} {
		if have := Nearest(word, names); have != want {
			t.Errorf("Nearest(%q) = %q, want %q", word, have, want)
		}
	}
	if Nearest("a", nil) != "" {
		t.Error("something is near nothing")
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"a", "", 1}, {"ab", "ba", 1}, {"kitten", "sitting", 3}, {"đạt", "dat", 2}} {
		if have := distance([]rune(c.a), []rune(c.b)); have != c.want {
			t.Errorf("distance(%q, %q) = %d, want %d", c.a, c.b, have, c.want)
		}
	}
}
