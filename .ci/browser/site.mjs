// What the browser tests share: the built site, one page of each kind, a plain file server and a browser.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { serveFolder } from './server.mjs';

export const root = resolve(process.env.SITE ?? '../public');
const manifest = JSON.parse(readFileSync(join(root, 'manifest.json'), 'utf8'));
export const files = manifest.files.map((f) => f.path);
export const pages = files.filter((p) => p.endsWith('.html'));

// kindOf groups pages by their address without ids, so that one page of each kind can stand for the others.
export function kindOf(path) {
  const parts = path.split('/');
  const name = parts.pop();
  const deep = parts.length > 2;
  return [...parts.filter((p, n) => !(n === 1 && /\d/.test(p))), deep && name !== 'index.html' ? '*' : name].join('/');
}

export function onePageOfEachKind() {
  if (process.env.EVERY_PAGE) return pages;
  const first = new Map();
  for (const p of pages) if (!first.has(kindOf(p))) first.set(kindOf(p), p);
  return [...first.values()];
}

// serve gives the site under a deep path on the loopback, as a portal would.
export const serve = (prefix = '/a/deep/path/') => serveFolder(root, prefix);

// browser starts Chromium; playwright gives it a fresh profile folder of its own.
export function browser() {
  return chromium.launch({
    executablePath: '/usr/bin/chromium', headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}
