// A page under judgement: what it says is set beside what the tables say, and every disagreement is kept.
import { all, first, parse, text } from './html.mjs';
import * as locale from './locale.mjs';

export class Page {
  constructor(world, path, html, lang, plan) {
    Object.assign(this, { world, path, lang, plan, root: parse(html), compared: 0, differences: [] });
    this.main = first(this.root, 'main');
    this.period = plan?.now;
  }

  all(selector, from = this.main) { return all(from, selector); }
  first(selector, from = this.main) { return first(from, selector); }
  text(selector, from = this.main) { return text(first(from, selector)); }

  number(n) { return locale.number(this.lang, n); }
  date(iso) { return locale.date(this.lang, iso); }
  name(row, column = 'name') { return row[`${column}_${this.lang}`]; }
  say(vi, en) { return this.lang === 'en' ? en : vi; }

  // same compares one figure, or a list of figures.
  same(what, stated, known) {
    this.compared++;
    const [a, b] = [stated, known].map((x) => (Array.isArray(x) ? x.join(' | ') : String(x)));
    if (a !== b) this.differences.push(`${this.path}: ${what}: the page says “${a}”, the tables “${b}”`);
  }

  // sentence takes from a text all that the tables say it must hold, then what it may hold; no figure may be left over.
  sentence(what, stated, must, may = []) {
    let rest = stated;
    const take = (piece) => {
      const at = find(rest, piece);
      if (at < 0) return false;
      rest = rest.slice(0, at) + '…' + rest.slice(at + piece.length);
      return true;
    };
    for (const piece of must.toSorted((a, b) => b.length - a.length)) {
      this.compared++;
      if (!take(piece)) this.differences.push(`${this.path}: ${what}: “${stated}” lacks “${piece}” of the tables`);
    }
    for (const piece of may.filter(Boolean).toSorted((a, b) => b.length - a.length)) while (take(piece));
    this.compared++;
    if (/\d/.test(rest)) this.differences.push(`${this.path}: ${what}: “${rest}” holds a figure that the tables do not`);
  }
}

// find is where a piece stands that is not part of a longer number or word; -1 where it does not.
function find(whole, piece) {
  for (let at = whole.indexOf(piece); at >= 0; at = whole.indexOf(piece, at + 1)) {
    const [before, after] = [whole.slice(0, at), whole.slice(at + piece.length)];
    const cut = /^\p{L}/u.test(piece) ? /\p{L}$/u : /[\p{L}\d][.,]?$/u;
    const goesOn = /\d$/.test(piece) ? /^(\d|[.,]\d)/ : /^\p{L}/u;
    if (!cut.test(before) && !goesOn.test(after)) return at;
  }
  return -1;
}
