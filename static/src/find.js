// The script of the lists and of the search page: narrows them down to the rows that hold every word of the query, with
// or without diacritics, in any case, and all that is chosen. What is asked stays in the address. Without the script the
// whole list stands, and each choice has a page of its own.
//
//   <form hidden data-find data-groups=".rows tbody" data-items=".row" data-some="%n trong %m dòng" data-none="…">
//     <input name="q"> <select name="s"><option value=""> … </select> <p role="status"></p>
//   <tr class="row" data-in="s-met a-vii">   holds what can be chosen: name and value of a select
//   <nav data-find-whole>                    speaks of the whole list, and is hidden while it is narrowed
//   <button type="reset" data-find-asked>     is shown while it is narrowed
//   <section hidden data-find-nothing>       is shown when nothing is left
const form = document.querySelector('[data-find]');
const fields = [...form.querySelectorAll('input,select')];
const status = form.querySelector('[role=status]');
const fold = (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/đ/g, 'd');
const groups = [...document.querySelectorAll(form.dataset.groups)].map((group) => ({
  group,
  items: [...group.querySelectorAll(form.dataset.items)].map((item) => ({ item, text: fold(item.textContent), within: (item.dataset.in || '').split(' ') })),
}));

function narrow() {
  const [input, ...selects] = fields;
  const words = fold(input.value).split(/\s+/).filter(Boolean);
  const chosen = selects.filter((s) => s.value).map((s) => s.name + '-' + s.value);
  const asked = words.length + chosen.length > 0;
  let count = 0;
  let all = 0;
  for (const { group, items } of groups) {
    let left = 0;
    for (const { item, text, within } of items) {
      item.hidden = !(words.every((w) => text.includes(w)) && chosen.every((c) => within.includes(c)));
      if (!item.hidden) left++;
    }
    group.hidden = asked && !left;
    count += left;
    all += items.length;
  }
  for (const part of document.querySelectorAll('[data-find-whole]')) part.hidden = asked;
  for (const part of document.querySelectorAll('[data-find-asked]')) part.hidden = !asked;
  for (const part of document.querySelectorAll('[data-find-nothing]')) part.hidden = !asked || count > 0;
  const said = count ? form.dataset.some : form.dataset.none;
  status.textContent = asked ? said.replace('%n', count).replace('%m', all).replace('%q', () => input.value.trim()) : '';
}

// keep puts what is asked into the address; a page from disk may not be allowed to.
function keep() {
  const asked = new URLSearchParams(fields.filter((f) => f.value.trim()).map((f) => [f.name, f.value.trim()]));
  try {
    history.replaceState(null, '', String(asked) ? '?' + asked : location.pathname);
  } catch { /* it is not kept */ }
}

function ask() {
  narrow();
  keep();
}

const address = new URLSearchParams(location.search);
for (const field of fields) {
  field.value = address.get(field.name) || '';
  if (field.selectedIndex === -1) field.value = ''; // nothing that can be chosen here
}
form.hidden = false;
form.addEventListener('input', ask);
form.addEventListener('submit', (e) => { e.preventDefault(); ask(); });
form.addEventListener('reset', (e) => { e.preventDefault(); for (const field of fields) field.value = ''; ask(); });
for (const part of document.querySelectorAll('[data-find-without]')) part.hidden = true;
narrow();
