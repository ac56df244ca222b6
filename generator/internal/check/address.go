package check

import (
	"net/url"
	"slices"
	"strings"

	"minhbach/generator/internal/diag"
)

// addresses: the two addresses of the site itself. Those of sources and documents are seen to by texts.
func addresses(r *review) {
	s := r.site.Settings
	r.address(settingsFile, "base_url", s.BaseURL)
	if !strings.HasPrefix(s.Feedback, "mailto:") {
		r.address(settingsFile, "feedback", s.Feedback)
	} else if !strings.Contains(s.Feedback, "@") {
		r.badAddress(settingsFile, "feedback", s.Feedback)
	}
}

func (r *review) address(file, path, text string) {
	if text != "" && !followable(text) {
		r.badAddress(file, path, text)
	}
}

func (r *review) badAddress(file, path, text string) {
	r.fail(file, path, "address",
		diag.Say("“%s” không phải là địa chỉ mà trình duyệt mở được", "“%s” is not an address that a browser opens", text),
		diag.Say("viết đầy đủ, bắt đầu bằng https:// hoặc http://", "write it in full, beginning with https:// or http://"))
}

// followable tells whether a text is a full http or https address.
func followable(text string) bool {
	u, err := url.Parse(text)
	return err == nil && slices.Contains([]string{"http", "https"}, u.Scheme) && u.Hostname() != "" && u.User == nil &&
		!strings.ContainsAny(text, " \t\n<>\"\\^`{|}")
}
