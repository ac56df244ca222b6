package check

import (
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/net/idna"

	"minhbach/generator/internal/diag"
)

// Refusal says why something cannot be used, and what to do.
type Refusal struct{ Message, Hint diag.Text }

// BaseURL is the address of a site in the one form in which every file writes it: the host in ASCII, letters of the path
// that some format would write in another way as %XX, a slash at the end. It is public, so nothing secret may be in it,
// and the paths of the site follow on it, so it has neither a query nor a fragment.
func BaseURL(text string) (address string, refused *Refusal) {
	u, err := url.Parse(text)
	switch {
	case err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Hostname() == "" || strings.Contains(text, `\`):
		return "", &Refusal{diag.Say("“%s” không phải là địa chỉ mà trình duyệt mở được", "“%s” is not an address that a browser opens", text),
			diag.Say("viết đầy đủ, ví dụ https://dulieu.example.vn/cchc/", "write it in full, such as https://data.example.org/reform/")}
	case u.User != nil:
		return "", &Refusal{diag.Say("địa chỉ “%s” có tên đăng nhập, và sẽ nằm trong mọi tệp của trang", "the address “%s” has a user's name in it, and would stand in every file of the site", u.Redacted()),
			diag.Say("bỏ phần trước dấu @, và đổi mật khẩu nếu đã lộ", "take out what stands before the @, and change the password if it was published")}
	case strings.ContainsAny(text, "?#"):
		return "", &Refusal{diag.Say("địa chỉ “%s” có phần sau dấu ? hoặc #", "the address “%s” has a query or a fragment", text),
			diag.Say("bỏ từ dấu ? hoặc # trở đi", "take out the ? or # and what follows")}
	}
	host, err := asciiHost(u)
	if err != nil {
		return "", &Refusal{diag.Say("“%s” không phải là tên máy chủ", "“%s” is not the name of a host", u.Hostname()),
			diag.Say("viết tên miền như đã đăng ký", "write the domain as it is registered")}
	}
	return u.Scheme + "://" + host + strings.TrimSuffix(escapedPath(u.EscapedPath()), "/") + "/", nil
}

// asciiHost is the host with its port, an international name in the form that is registered (xn--…).
func asciiHost(u *url.URL) (string, error) {
	name := u.Hostname()
	if strings.Contains(name, ":") { // an IPv6 address
		return u.Host, nil
	}
	ascii, err := idna.Lookup.ToASCII(name)
	return ascii + strings.TrimPrefix(u.Host, name), err
}

// unchanged are the letters, beside those of Go's names, that stand in the path of an address as they are: those of RFC
// 3986 that HTML templates leave alone too.
const unchanged = "-._~!$&*+,;=:@/"

// escapedPath writes every other letter of an escaped path as %XX, in capitals, and none that needs it not.
func escapedPath(path string) string {
	var b strings.Builder
	for n := 0; n < len(path); n++ {
		c := path[n]
		was := c == '%'
		if was {
			_, _ = fmt.Sscanf(path[n+1:n+3], "%02x", &c) // two digits, as Go has seen to
			n += 2
		}
		if plain := isWord(c) || strings.IndexByte(unchanged[:4], c) >= 0; plain || !was && strings.IndexByte(unchanged, c) >= 0 {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

func isWord(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}
