package check

import (
	"strings"
	"testing"
)

func TestBaseURL(t *testing.T) {
	for text, want := range map[string]string{
		"https://example.org": "https://example.org/", "https://example.org/": "https://example.org/", "HTTPS://Example.ORG:8443/a": "https://example.org:8443/a/",
		"https://example.org/cải cách/": "https://example.org/c%E1%BA%A3i%20c%C3%A1ch/", "https://example.org/c%e1%ba%a3i%20c%c3%a1ch": "https://example.org/c%E1%BA%A3i%20c%C3%A1ch/",
		`https://example.org/a"b'c(d)`: "https://example.org/a%22b%27c%28d%29/", "https://example.org/%61%2f%7E&+,;=:@!$*": "https://example.org/a%2F~&+,;=:@!$*/",
		"https://dữ-liệu.example.vn/": "https://xn--d-liu-471bml.example.vn/", "http://[::1]:80/a": "http://[::1]:80/a/", "http://127.0.0.1/": "http://127.0.0.1/",
		"https://example.org/<a>|{b}": "https://example.org/%3Ca%3E%7C%7Bb%7D/", "http://localhost:8000": "http://localhost:8000/",
	} {
		have, refused := BaseURL(text)
		if refused != nil || have != want {
			t.Errorf("BaseURL(%q) = %q, %v; want %q", text, have, refused, want)
		}
		if again, _ := BaseURL(have); again != have {
			t.Errorf("BaseURL(%q) = %q", have, again)
		}
	}
	for text, why := range map[string]string{
		"": "browser", "example.org": "browser", "//example.org": "browser", "ftp://example.org/": "browser", "https://": "browser", "https:///a": "browser", "https://:80/": "browser",
		"https://a b.org/": "browser", "https://example.org/%zz": "browser", `https://example.org/\a`: "browser", "https://example.org/\n": "browser",
		"https://user:matkhau@example.org/": "user's name", "https://user@example.org/": "user's name", "https://example.org/?a": "query", "https://example.org/?": "query",
		"https://example.org/#a": "query", "https://example.org/#": "query", `https://a"b.org/`: "host", "https://a_b.org/": "host", "https://-a.org/": "host",
	} {
		have, refused := BaseURL(text)
		if refused == nil || !strings.Contains(refused.Message.EN, why) {
			t.Errorf("BaseURL(%q) = %q, %v; want %q", text, have, refused, why)
		} else if strings.Contains(refused.Message.EN+refused.Message.VI, "matkhau") {
			t.Errorf("the password is told: %s", refused.Message.EN)
		}
	}
}
