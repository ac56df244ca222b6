// What an editor offers in the files of a fresh content folder: Red Hat's yaml-language-server, which is what VS Code and
// most others run, is spoken to in its own protocol. It gets nothing but the files and the schemas beside them.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const program = resolve('../.cache/minhbach');
const folder = mkdtempSync(join(tmpdir(), 'Soạn thảo '));
const content = join(folder, 'Nội dung');
let editor;

// language is one running server: ask sends a request, told collects what it says of a file.
function language() {
  const child = spawn(process.execPath, ['node_modules/yaml-language-server/bin/yaml-language-server', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = new Map(), told = new Map();
  let rest = Buffer.alloc(0), last = 0;
  const send = (message) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  child.stdout.on('data', (data) => {
    rest = Buffer.concat([rest, data]);
    for (;;) {
      const head = rest.indexOf('\r\n\r\n');
      const length = head < 0 ? NaN : Number(/Content-Length: (\d+)/.exec(rest.subarray(0, head))[1]);
      if (!(rest.length >= head + 4 + length)) return;
      const message = JSON.parse(rest.subarray(head + 4, head + 4 + length));
      rest = rest.subarray(head + 4 + length);
      if (message.method === 'textDocument/publishDiagnostics') told.get(message.params.uri)?.(message.params.diagnostics);
      else if (message.method === 'workspace/configuration') send({ id: message.id, result: message.params.items.map(() => null) });
      else if (message.method && message.id !== undefined) send({ id: message.id, result: null });
      else waiting.get(message.id)?.(message.result);
    }
  });
  const ask = (method, params) => new Promise((done) => { waiting.set(++last, done); send({ id: last, method, params }); });
  const open = (path, text) => new Promise((done) => {
    const uri = pathToFileURL(path).href;
    told.set(uri, done);
    send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'yaml', version: 1, text } } });
  });
  return { ask, send, open, close: () => child.kill() };
}

before(async () => {
  execFileSync(program, ['init', content, '--empty', '--quiet']);
  execFileSync(program, ['new', '2031-h1', '--content', content, '--quiet']);
  editor = language();
  await editor.ask('initialize', { processId: process.pid, rootUri: pathToFileURL(content).href, capabilities: { textDocument: { completion: { completionItem: {} } } } });
  editor.send({ method: 'initialized', params: {} });
  editor.send({ method: 'workspace/didChangeConfiguration', params: { settings: { yaml: { validate: true, completion: true, schemaStore: { enable: false } } } } });
});
after(() => { editor?.close(); rmSync(folder, { recursive: true, force: true }); });

const written = () => readdirSync(content, { recursive: true }).filter((f) => f.endsWith('.yaml'));
const plan = (name) => join(content, 'plans', '2031', name);

// offered is what could be typed at the end of a text that stands in the place of a file.
async function offered(path, text) {
  await editor.open(path, text);
  const lines = text.split('\n');
  const list = await editor.ask('textDocument/completion', { textDocument: { uri: pathToFileURL(path).href }, position: { line: lines.length - 1, character: lines.at(-1).length } });
  return (list.items ?? list).map((i) => i.label);
}

test('every file of a fresh folder is without a mark, the snapshot to be filled in among them', async () => {
  const files = written();
  assert.ok(files.length >= 6 && files.some((f) => f.includes('2031-h1')), files.join());
  for (const f of files) assert.deepEqual(await editor.open(join(content, f), readFileSync(join(content, f), 'utf8')), [], f);
});

test('a wrong key, a word that is not one of the list and a value of another kind are marked in their place', async () => {
  const text = readFileSync(plan('snapshots/2031-q1.yaml'), 'utf8')
    .replace('confidence: primary', 'confidense: primary').replace('\nstatus: sample', '\nstatus: sampel').replace('value: 61.5', 'value: "61,5"');
  const marks = await editor.open(plan('snapshots/marked.yaml'), text);
  const line = (word) => text.split('\n').findIndex((l) => l.includes(word));
  for (const word of ['confidense', 'sampel', '61,5']) {
    assert.ok(marks.some((m) => m.range.start.line === line(word)), `${word} is not marked: ${JSON.stringify(marks)}`);
  }
});

test('keys and words are offered', async () => {
  const head = (kind) => `# yaml-language-server: $schema=../../../.schema/${kind}.json\n`;
  const keys = await offered(plan('snapshots/new.yaml'), `${head('snapshot')}cutoff: 2031-06-30\n`);
  for (const key of ['status', 'observations', 'task_reports', 'sources']) assert.ok(keys.includes(key), `${key} is not among ${keys}`);
  assert.ok(!keys.includes('cutoff'), 'a key that is there is offered again');
  const states = await offered(plan('snapshots/states.yaml'), `${head('snapshot')}task_reports:\n  - task: "1"\n    state: `);
  assert.deepEqual(states.sort(), ['cancelled', 'done', 'in_progress', 'not_started', 'replaced']);
  const kinds = await offered(plan('indicators/2.yaml'), `${head('indicator')}targets:\n  - kind: `);
  assert.ok(kinds.includes('at_least') && kinds.includes('better_rank'), kinds.join());
});
