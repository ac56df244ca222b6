package check

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"minhbach/generator/internal/diag"
)

// addresses: the two addresses of the site itself. Those of sources and documents are seen to by texts.
func addresses(r *review) {
	s := r.site.Settings
	if s.BaseURL != "" {
		if _, refused := BaseURL(s.BaseURL); refused != nil {
			r.fail(settingsFile, "base_url", "address", refused.Message, refused.Hint)
		}
	}
	if !strings.HasPrefix(s.Feedback, "mailto:") {
		r.address(settingsFile, "feedback", s.Feedback)
	} else if !strings.Contains(s.Feedback, "@") {
		r.badAddress(settingsFile, "feedback", s.Feedback)
	}
}

func (r *review) address(file, path, text string) {
	if text != "" && !Followable(text) {
		r.badAddress(file, path, text)
	}
}

func (r *review) badAddress(file, path, text string) {
	r.fail(file, path, "address",
		diag.Say("“%s” không phải là địa chỉ mà trình duyệt mở được", "“%s” is not an address that a browser opens", text),
		diag.Say("viết đầy đủ, bắt đầu bằng https:// hoặc http://", "write it in full, beginning with https:// or http://"))
}

// Followable tells whether a text is a full http or https address.
func Followable(text string) bool {
	u, err := url.Parse(text)
	return err == nil && slices.Contains([]string{"http", "https"}, u.Scheme) && u.Hostname() != "" && u.User == nil &&
		!strings.ContainsAny(text, " \t\n<>\"\\^`{|}")
}

// licence: data without one may be read, and used by nobody.
func licence(r *review) {
	l := r.site.Settings.Licence
	switch {
	case l == nil:
		r.warn(settingsFile, "", "licence",
			diag.Say("không có licence, nên sản phẩm không kèm giấy phép và không ai được phép dùng lại", "there is no licence, so the products carry none and nobody may use them again"),
			diag.Say("thêm licence: {id: CC-BY-4.0, name: {vi: …, en: …}, url: \"https://…\"}", "add licence: {id: CC-BY-4.0, name: {vi: …, en: …}, url: \"https://…\"}"))
	case l.ID != "" && !spdx.MatchString(l.ID) && !Followable(l.ID):
		r.fail(settingsFile, "licence.id", "licence",
			diag.Say("“%s” không phải là mã SPDX hay địa chỉ của giấy phép", "“%s” is neither an SPDX id nor the address of a licence", l.ID),
			diag.Say("viết mã như CC-BY-4.0 (spdx.org/licenses), LicenseRef-… cho giấy phép riêng, hoặc một địa chỉ https://", "write an id such as CC-BY-4.0 (spdx.org/licenses), LicenseRef-… for one of your own, or an https:// address"))
	}
}

var (
	spdx    = regexp.MustCompile(`^[A-Za-z0-9]+([.+-][A-Za-z0-9]+)*\+?$`)
	mailbox = regexp.MustCompile(`^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$`)
	number  = regexp.MustCompile(`^\+?[0-9 ().-]*$`)
)

// longestPhone and the fewest digits of a number that somebody can call.
const (
	longestPhone   = 40
	fewestDigits   = 3
	longestMailbox = 254
)

func (r *review) email(file, path, text string) {
	if !mailbox.MatchString(text) || len(text) > longestMailbox {
		r.fail(file, path, "email", diag.Say("“%s” không phải là một địa chỉ thư điện tử", "“%s” is not one plain e-mail address", text),
			diag.Say("viết một địa chỉ, ví dụ gop-y@example.org, không kèm tên hay mailto:", "write one address, such as office@example.org, without a name or mailto:"))
	}
}

// publicContact is a telephone number or an e-mail address.
func (r *review) publicContact(file, path, text string) {
	if strings.Contains(text, "@") {
		r.email(file, path, text)
	} else {
		r.phone(file, path, text)
	}
}

func (r *review) phone(file, path, text string) {
	digits := len(text) - len(strings.Map(func(c rune) rune {
		if c >= '0' && c <= '9' {
			return -1
		}
		return c
	}, text))
	if !number.MatchString(text) || len(text) > longestPhone || digits < fewestDigits {
		r.fail(file, path, "phone", diag.Say("“%s” không phải là số điện thoại", "“%s” is not a telephone number", text),
			diag.Say("viết một số: chữ số, dấu cách, + ở đầu, - ( ) và dấu chấm", "write one number: digits, spaces, + in front, - ( ) and dots"))
	}
}
