// A plain file server of a folder on the loopback. It sends a file's own bytes or, where that is asked for, compresses
// them as every web server does; it has no index file but that of the front door, and no redirects.
import { createServer } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml',
  '.json': 'application/json', '.csv': 'text/csv; charset=utf-8', '.txt': 'text/plain; charset=utf-8', '.xml': 'application/xml', '.png': 'image/png',
};

// serveFolder gives the folder under a prefix, which begins and ends with a slash.
export async function serveFolder(folder, prefix, { compress = false } = {}) {
  const root = resolve(folder);
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
    const file = join(root, path === prefix ? 'index.html' : path.slice(prefix.length));
    if (!path.startsWith(prefix) || !file.startsWith(root) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    const type = types[extname(file)] ?? 'application/octet-stream';
    const packed = compress && /^(text|application\/(json|xml)|image\/svg)/.test(type);
    const body = packed ? gzipSync(readFileSync(file)) : readFileSync(file);
    response.writeHead(200, { 'content-type': type, ...(packed ? { 'content-encoding': 'gzip' } : {}) }).end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { base: `http://127.0.0.1:${server.address().port}${prefix}`, close: () => server.close() };
}
