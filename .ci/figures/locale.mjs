// How the pages write what the tables hold, in Vietnamese and English: 1.234,5 and 1,234.5, 31/12/2030 and
// 31 December 2030, and the words of the statuses and verdicts. Written anew from the house rules; nothing of the program
// is used.

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const roman = ['I', 'II', 'III', 'IV'];

export function number(lang, digits) {
  const [, sign, whole, fraction] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(digits));
  const [point, group] = lang === 'en' ? ['.', ','] : [',', '.'];
  return (sign && '−') + whole.replace(/\B(?=(\d{3})+$)/g, group) + (fraction ? point + fraction : '');
}

export function date(lang, iso) {
  const [y, m, d] = iso.split('-').map(Number);
  return lang === 'en' ? `${d} ${months[m - 1]} ${y}` : `${d}/${m}/${y}`;
}

// shortDate is a day in a narrow place, without the year.
export function shortDate(lang, iso) {
  const [, m, d] = iso.split('-').map(Number);
  return lang === 'en' ? `${d} ${months[m - 1].slice(0, 3)}` : `${d}/${m}`;
}

// reference is the time that a figure speaks of: a year, quarter, month, day, or a span of days with an open end or none.
export function reference(lang, r) {
  const en = lang === 'en';
  if (r.includes('..')) {
    const [from, to] = r.split('..');
    if (!from) return (en ? 'up to ' : 'đến ') + date(lang, to);
    if (!to) return (en ? 'from ' : 'từ ') + date(lang, from);
    return date(lang, from) + '–' + date(lang, to);
  }
  const [y, rest] = [r.slice(0, 4), r.slice(5)];
  if (!rest) return y;
  if (rest.startsWith('Q')) return en ? `${rest} ${y}` : `quý ${roman[rest[1] - 1]}/${y}`;
  if (rest.length === 2) return en ? `${months[rest - 1]} ${y}` : `tháng ${Number(rest)}/${y}`;
  return date(lang, r);
}

// asOf is the time of a figure in a sentence.
export function asOf(lang, o) {
  const [en, ref] = [lang === 'en', reference(lang, o.reference)];
  if (o.measure === 'period_alone') return en ? `${ref} alone` : `riêng ${ref}`;
  if (o.reference.length === 4) return en ? `in ${ref}` : `năm ${ref}`;
  if (o.reference.length === 10) return en ? `as of ${ref}` : `tính đến ${ref}`;
  return ref;
}

export function quarter(lang, q) { return lang === 'en' ? `Q${q}` : `Quý ${roman[q - 1]}`; }

export const upper = (s) => s.charAt(0).toUpperCase() + s.slice(1);

export const fold = (s) => s.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/[^a-z0-9]+/g, '-');

// The word of each status and verdict, and what the sentences say of so many rows: [word vi, word en, clause vi, one en,
// several en].
export const STATUS = {
  met: ['Đạt', 'Met', 'đã đạt', 'is met', 'are met'],
  missed: ['Không đạt', 'Missed', 'không đạt', 'is missed', 'are missed'],
  on_track: ['Đúng tiến độ', 'On track', 'đúng tiến độ', 'is on track', 'are on track'],
  behind: ['Chậm tiến độ', 'Behind', 'chậm tiến độ', 'is behind', 'are behind'],
  not_yet_met: ['Chưa đạt, còn thời hạn', 'Not yet met', 'chưa đạt (còn thời hạn)', 'is not yet met', 'are not yet met'],
  not_yet_due: ['Chưa đến hạn', 'Not yet due', 'chưa đến hạn', 'is not yet due', 'are not yet due'],
  awaiting_publication: ['Chờ công bố', 'Awaiting publication', 'chờ công bố', 'awaits publication', 'await publication'],
  no_public_figure: ['Chưa tìm thấy số liệu công bố', 'No public figure found', 'chưa tìm thấy số liệu công bố', 'has no public figure', 'have no public figure'],
  not_reported: ['Chưa báo cáo', 'Not reported', 'chưa báo cáo', 'was not reported', 'were not reported'],
  not_assessable: ['Không đánh giá được', 'Not assessable', 'không đánh giá được', 'cannot be assessed', 'cannot be assessed'],
  no_target: ['Không giao chỉ tiêu', 'No target set', 'không giao chỉ tiêu', 'has no target', 'have no target'],
};

export const VERDICT = {
  done_on_time: ['Hoàn thành đúng hạn', 'Done on time', 'hoàn thành đúng hạn', 'was done on time', 'were done on time'],
  done_late: ['Hoàn thành muộn', 'Done late', 'hoàn thành muộn', 'was done late', 'were done late'],
  done_date_not_stated: ['Hoàn thành, không rõ ngày', 'Done, date not stated', 'hoàn thành (không rõ ngày)', 'is done (date not stated)', 'are done (date not stated)'],
  in_progress: ['Đang thực hiện', 'In progress', 'đang thực hiện', 'is in progress', 'are in progress'],
  due_this_period: ['Đến hạn trong kỳ', 'Due this period', 'đến hạn trong kỳ', 'is due this period', 'are due this period'],
  overdue: ['Quá hạn', 'Overdue', 'quá hạn', 'is overdue', 'are overdue'],
  not_started: ['Chưa bắt đầu', 'Not started', 'chưa bắt đầu', 'has not started', 'have not started'],
  not_reported: ['Chưa báo cáo', 'Not reported', 'chưa báo cáo', 'was not reported', 'were not reported'],
  no_public_document: ['Chưa tìm thấy văn bản công khai', 'No public document found', 'chưa tìm thấy văn bản công khai', 'has no public document', 'have no public document'],
  no_deadline: ['Không có thời hạn', 'No deadline', 'không có thời hạn', 'has no deadline', 'have no deadline'],
  replaced: ['Đã thay thế', 'Replaced', 'đã thay thế', 'was replaced', 'were replaced'],
  cancelled: ['Đã hủy', 'Cancelled', 'đã hủy', 'was cancelled', 'were cancelled'],
};

export const word = (lang, of, id) => of[id]?.[lang === 'en' ? 1 : 0] ?? id;

export const clause = (lang, of, id, n) => `${number(lang, n)} ${of[id][lang === 'vi' ? 2 : n === 1 ? 3 : 4]}`;

// NOUNS are what is counted: [vi, one en, several en].
const NOUNS = {
  indicator: ['chỉ tiêu', 'indicator', 'indicators'], task: ['nhiệm vụ', 'task', 'tasks'], subtask: ['nhiệm vụ con', 'subtask', 'subtasks'],
  area: ['lĩnh vực', 'area', 'areas'], day: ['ngày', 'day', 'days'], row: ['dòng', 'row', 'rows'],
  group: ['dòng tên nhóm', 'group heading', 'group headings'], unit: ['đơn vị', 'unit', 'units'], place: ['bậc', 'place', 'places'],
};
export const counted = (lang, n, noun) => `${number(lang, n)} ${NOUNS[noun][lang === 'vi' ? 0 : Number(n) === 1 ? 1 : 2]}`;
