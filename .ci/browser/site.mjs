// What the browser tests share: the built site, one page of each kind, a plain file server and a browser.
import { createServer } from 'node:http';
import { readFileSync, existsSync } from 'node:fs';
import { join, resolve, extname, normalize } from 'node:path';
import { chromium } from 'playwright-core';

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

const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.json': 'application/json', '.csv': 'text/csv' };

// serve gives the site under a deep path on the loopback, as a portal would.
export async function serve(prefix = '/a/deep/path/') {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
    const file = join(root, path.slice(prefix.length));
    if (!path.startsWith(prefix) || !file.startsWith(root) || !existsSync(file) || path.endsWith('/')) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { base: `http://127.0.0.1:${server.address().port}${prefix}`, close: () => server.close() };
}

// browser starts Chromium; playwright gives it a fresh profile folder of its own.
export function browser() {
  return chromium.launch({
    executablePath: '/usr/bin/chromium', headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}
