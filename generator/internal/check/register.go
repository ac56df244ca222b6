package check

import "minhbach/generator/internal/diag"

// noun is what a register holds, and how a problem with it is called.
type noun struct{ rule, vi, en string }

var (
	agencyNoun    = noun{"unknown-agency", "cơ quan", "agency"}
	areaNoun      = noun{"unknown-area", "lĩnh vực", "area"}
	periodNoun    = noun{"unknown-period", "kỳ", "period"}
	publisherNoun = noun{"unknown-publisher", "nơi công bố", "publisher"}
	breakdownNoun = noun{"unknown-breakdown", "phân tổ", "breakdown"}
	indicatorNoun = noun{"unknown-indicator", "chỉ tiêu", "indicator"}
	taskNoun      = noun{"unknown-task", "nhiệm vụ", "task"}
	sourceNoun    = noun{"unknown-source", "nguồn", "source"}
	tierNoun      = noun{"unknown-tier", "nhóm xếp loại", "tier"}
	milestoneNoun = noun{"unknown-milestone", "mốc", "milestone"}
	indicatorRow  = noun{"unknown-parent", "dòng cha", "parent row"}
)

// register is a list of ids that may be referred to.
type register struct {
	noun
	order []string
	has   map[string]bool
	near  map[string]string // answers given, for a mistake made a thousand times
	full  bool              // an empty register makes everything unknown
}

func newRegister(n noun, order []string) *register {
	r := &register{noun: n, order: order, has: make(map[string]bool, len(order)), near: map[string]string{}}
	for _, id := range order {
		r.has[id] = true
	}
	return r
}

// strict makes everything unknown to an empty register, because what it lists was read and may be empty.
func (r *register) strict(read bool) *register {
	r.full = read
	return r
}

// as gives the same register under another name.
func (r *register) as(n noun) *register {
	c := *r
	c.noun = n
	return &c
}

func (r *register) nearest(id string) string {
	near, known := r.near[id]
	if !known {
		near = diag.Nearest(id, r.order)
		r.near[id] = near
	}
	return near
}

// refer checks that an id stands in a register; an empty id refers to nothing.
func (r *review) refer(file, path, id string, to *register) {
	if id == "" || to.has[id] || len(to.order) == 0 && !to.full {
		return
	}
	hint := diag.Say("khai báo mã này, hoặc sửa lại cho đúng một mã đã có", "declare this id, or write one that exists")
	if near := to.nearest(id); near != "" {
		hint = diag.Say("có phải ý bạn là “%s”?", "did you mean “%s”?", near)
	}
	r.fail(file, path, to.rule, diag.Text{
		VI: "không có " + to.vi + " nào mang mã “" + id + "”",
		EN: "there is no " + to.en + " “" + id + "”",
	}, hint)
}

// unique checks that no id of a list stands twice; path gives the place of the id with that index.
func (r *review) unique(file string, n noun, order []string, path func(int) string) {
	seen := map[string]bool{}
	for i, id := range order {
		if id != "" && seen[id] {
			r.fail(file, path(i), "duplicate-id",
				diag.Text{VI: "mã “" + id + "” của " + n.vi + " được dùng hai lần", EN: "the " + n.en + " id “" + id + "” is used twice"},
				diag.Say("đặt cho mỗi mục một mã riêng", "give each entry an id of its own"))
		}
		seen[id] = true
	}
}
