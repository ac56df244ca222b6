// Reads a page: the elements that a simple selector finds, and their text as a reader sees it.
import { parseDocument, DomUtils } from 'htmlparser2';

export const parse = (html) => parseDocument(html);

const classes = (e) => (e.attribs.class ?? '').split(' ');

// step makes "td.value" into a predicate.
function step(selector) {
  const [, tag, rest] = /^([a-z0-9]*)((?:\.[\w-]+)*)$/.exec(selector);
  const wanted = rest.split('.').slice(1);
  return (e) => (!tag || e.name === tag) && wanted.every((c) => classes(e).includes(c));
}

const within = (roots, is) => roots.flatMap((r) => DomUtils.findAll((e) => e !== r && is(e), r.children));

// all finds what a selector of tags and classes finds: "table.rows tr.row". An element is found once.
export function all(node, selector) {
  return [...new Set(selector.split(' ').reduce((found, part) => within(found, step(part)), [node]))];
}

export const first = (node, selector) => all(node, selector)[0];

// inside tells whether an element stands within another that has a tag and class.
export function inside(e, selector) {
  const is = step(selector);
  for (let at = e.parent; at; at = at.parent) if (at.name && is(at)) return true;
  return false;
}

// A line ends where a block does; drawings, scripts and words for narrow screens alone are no text.
const blocks = new Set(['p', 'li', 'div', 'section', 'br', 'h1', 'h2', 'h3', 'small', 'dd', 'dt', 'tr', 'td', 'th']);
const unseen = (e) => e.name === 'svg' || e.name === 'script' || e.attribs && classes(e).includes('only-small');

function raw(node) {
  if (node.type === 'text') return node.data;
  if (unseen(node)) return '';
  const inner = (node.children ?? []).map(raw).join('');
  return blocks.has(node.name) ? ` ${inner} ` : inner;
}

export const text = (node) => (node ? raw(node).replace(/\s+/g, ' ').trim() : '');

// own is the text of an element without that of some of its parts.
export const own = (node, ...parts) => {
  const left = node.children.filter((c) => !(c.name && parts.some((p) => step(p)(c))));
  return left.map(raw).join('').replace(/\s+/g, ' ').trim();
};

// target is the file that a link leads to, without folders and ending: the id of a row, a status, a body.
export const target = (a) => a.attribs.href.split('#')[0].split('/').pop().replace(/\.html$/, '');
