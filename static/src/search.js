// The script of the search page alone: narrows the list of everything down to the entries that hold every word of the
// query, with or without diacritics, in any case. The query stays in the address. Without it the whole list stands.
const form = document.querySelector('[data-search]');
const input = form.querySelector('input');
const status = form.querySelector('[data-search-status]');
const nothing = document.querySelector('[data-search-nothing]');
const letters = document.querySelector('.letters');
const groups = [...document.querySelectorAll('[data-search-group]')];

const fold = (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/đ/g, 'd');
const entries = groups.flatMap((group) => [...group.querySelectorAll('li')].map((item) => ({ group, item, text: fold(item.textContent) })));

function narrow() {
  const query = input.value.trim();
  const words = fold(query).split(/\s+/).filter(Boolean);
  const found = new Set();
  let count = 0;
  for (const { group, item, text } of entries) {
    const holds = words.every((w) => text.includes(w));
    item.hidden = !holds;
    if (holds) { found.add(group); count++; }
  }
  for (const group of groups) group.hidden = !found.has(group);
  letters.hidden = words.length > 0;
  nothing.hidden = count > 0;
  const said = count ? form.dataset.some : form.dataset.none;
  status.textContent = words.length ? said.replace('%n', count).replace('%q', query) : '';
}

// keep puts the query into the address; a page from disk may not be allowed to.
function keep() {
  try {
    history.replaceState(null, '', input.value.trim() ? '?q=' + encodeURIComponent(input.value.trim()) : location.pathname);
  } catch { /* the query is not kept */ }
}

form.hidden = false;
document.querySelector('[data-search-without]').hidden = true;
input.value = new URLSearchParams(location.search).get('q') || '';
input.addEventListener('input', () => { narrow(); keep(); });
form.addEventListener('submit', (e) => { e.preventDefault(); narrow(); keep(); });
narrow();
