// What describes the open data is read by programs of others: Data Package by Frictionless, DCAT by a SHACL validator, CSV
// on the Web by a parser and as JSON-LD, the citations by parsers of YAML and BibTeX. Each check is shown to fail on a
// copy that was spoilt. Nothing is fetched: contexts come from the installed packages.
import test from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import Ajv from 'ajv';
import bibtex from '@orcid/bibtex-parse-js';
import datapackage from 'datapackage';
import jsonld from 'jsonld';
import { Parser, Writer } from 'n3';
import CsvwParser from 'rdf-parser-csvw';
import dataset from '@rdfjs/dataset';
import SHACLValidator from 'rdf-validate-shacl';
import { parse as parseYAML } from 'yaml';
import profile from '../datapackage.shape.mjs';

const built = (process.env.SITES ?? process.env.SITE ?? '../public').split(' ');
const sites = process.env.HOSTILE ? [...built, process.env.HOSTILE] : built;
const read = (site, path) => readFileSync(join(site, path), 'utf8');
const json = (site, path) => JSON.parse(read(site, path));

// spoilt runs a check on a copy of the files that describe a site, after change has spoilt it.
async function spoilt(site, change, check) {
  const copy = mkdtempSync(join(tmpdir(), 'spoilt-'));
  try {
    for (const path of ['data', 'datapackage.json', 'catalog.ttl', 'catalog.jsonld']) cpSync(join(site, path), join(copy, path), { recursive: true });
    change(copy);
    return await check(copy);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

function edit(site, path, change) {
  const before = read(site, path);
  const after = change(before);
  assert.notEqual(after, before, `${path} was not spoilt`);
  writeFileSync(join(site, path), after);
}

const editJSON = (site, path, change) => edit(site, path, (text) => { const d = JSON.parse(text); change(d); return JSON.stringify(d); });

// packed is a folder with what a site's zip holds, as Python unpacks it; the folder of hostile texts has it beside the rest.
function packed(site) {
  if (existsSync(join(site, 'CITATION.cff'))) return site;
  const folder = mkdtempSync(join(tmpdir(), 'packed-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  execFileSync('python3', ['-m', 'zipfile', '-e', join(site, 'data/minhbach.zip'), folder]);
  return folder;
}

// Data Package

// framed lists what is wrong with a package: Frictionless reads every table with types, keys and references; sizes and
// checksums, and unique keys that may hold empty cells, which it does not look at, are compared here.
async function framed(site) {
  const found = [];
  const valid = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(profile);
  const descriptor = json(site, 'datapackage.json');
  if (!valid(descriptor)) return valid.errors.map((e) => `${e.instancePath} ${e.message}`);
  const read = new Map();
  for (let n = 0; n < Math.max(1, ...descriptor.resources.map((r) => r.schema.foreignKeys?.length ?? 0)); n++) {
    const pack = await datapackage.Package.load(withKey(descriptor, n), { basePath: site });
    found.push(...pack.errors.map(String));
    for (const r of pack.resources) {
      const rows = await r.read({ keyed: true, relations: true, forceCast: true });
      found.push(...rows.filter((row) => row instanceof Error).map((e) => `${r.name}: ${e.message} ${(e.errors ?? []).map((i) => i.message)}`));
      if (n === 0) read.set(r.name, rows.length);
      if (n === 0) found.push(...doubles(r.descriptor.schema.uniqueKeys ?? [], await r.read({ keyed: true, forceCast: true })));
    }
  }
  for (const { path, bytes, hash } of descriptor.resources) {
    const raw = readFileSync(join(site, path));
    if (raw.length !== bytes) found.push(`${path}: ${raw.length} bytes, not ${bytes}`);
    if (`sha256:${createHash('sha256').update(raw).digest('hex')}` !== hash) found.push(`${path}: another checksum`);
  }
  return Object.assign(found, { read });
}

// withKey has of every table's references the n-th alone: Frictionless puts the row that it found in the place of a cell,
// and the next reference by the same column then finds none.
function withKey(descriptor, n) {
  const copy = structuredClone(descriptor);
  for (const { schema } of copy.resources) schema.foreignKeys = schema.foreignKeys?.slice(n, n + 1) ?? [];
  for (const { schema } of copy.resources) if (schema.foreignKeys.length === 0) delete schema.foreignKeys;
  return copy;
}

function doubles(uniqueKeys, rows) {
  const found = [];
  for (const key of uniqueKeys) {
    const seen = new Set();
    for (const row of rows.filter((r) => !(r instanceof Error))) {
      const cells = JSON.stringify(key.map((c) => row[c]));
      if (seen.has(cells)) found.push(`two rows have the key ${cells}`);
      seen.add(cells);
    }
  }
  return found;
}

// cell changes a cell of the first row in which it is filled.
const cell = (table, column, to) => (copy) => edit(copy, `data/${table}.csv`, (text) => {
  const lines = text.split('\r\n');
  const n = lines[0].split(',').indexOf(column);
  const row = lines.findIndex((l, i) => i > 0 && !l.includes('"') && l.split(',')[n]);
  const cells = lines[row].split(',');
  cells[n] = to;
  lines[row] = cells.join(',');
  return lines.join('\r\n');
});

const twice = (table) => (copy) => edit(copy, `data/${table}.csv`, (text) => `${text}${text.split('\r\n')[1]}\r\n`);

for (const site of sites) {
  test(`${site}: Frictionless reads every table with its types, codes, keys and references`, async () => {
    const found = await framed(site);
    assert.deepEqual([...found], []);
    assert.ok(found.read.get('plans') > 0 && found.read.get('codebook') > 200);
  });

  test(`${site}: the catalogue holds what DCAT-AP asks for, in both forms the same`, async () => {
    for (const form of ['catalog.ttl', 'catalog.jsonld']) assert.deepEqual(await shaped(site, form), [], form);
    assert.deepEqual(await canonical(site, 'catalog.ttl'), await canonical(site, 'catalog.jsonld'));
  });

  test(`${site}: the catalogue's files are there, of the size and checksum that it says`, async () => {
    assert.deepEqual(files(site, await quads(site, 'catalog.ttl')), []);
  });

  test(`${site}: CSV on the Web describes the columns that are there`, async () => assert.deepEqual(await onTheWeb(site), []));

  test(`${site}: the citations are read`, () => {
    const papers = packed(site);
    const cff = parseYAML(read(papers, 'CITATION.cff'), { strict: true, uniqueKeys: true });
    assert.deepEqual(['cff-version', 'message', 'title', 'authors', 'type', 'version'].filter((k) => !cff[k]), []);
    assert.equal(cff.type, 'dataset');
    assert.match(cff['date-released'], /^\d{4}-\d\d-\d\d$/);
    assert.ok(cff.authors.every((a) => a.name));
    const pack = json(site, 'datapackage.json');
    assert.equal(cff.identifiers[0].value, pack.id);
    const [entry, ...more] = bibtex.toJSON(read(papers, 'citation.bib'));
    assert.equal(more.length, 0);
    assert.equal(entry.citationKey, pack.name);
    assert.equal(entry.entryTags.version, cff.version);
  });
}

test('Frictionless and the comparisons notice what is spoilt', async () => {
  for (const [what, change, sign] of [
    ['a number that is none', cell('targets', 'value', 'much'), /wrong type|type|value/i],
    ['a day that is none', cell('periods', 'cutoff', '2030-02-31'), /date/],
    ['a code of no list', cell('statuses', 'status', 'splendid'), /enum/],
    ['a reference to nothing', cell('statuses', 'indicator', '99'), /Foreign key/],
    ['an empty key', cell('plans', 'plan', ''), /required/],
    ['a key twice', twice('areas'), /unique/],
    ['a key that may be empty twice', twice('observations'), /two rows have the key/],
    ['a head of another name', (copy) => edit(copy, 'data/areas.csv', (t) => t.replace('name_vi', 'name_vn')), /header|field names/i],
    ['a byte', (copy) => edit(copy, 'data/agencies.csv', (t) => t.replace(/(.*)a/s, '$1b')), /another checksum/],
    ['a byte more', (copy) => edit(copy, 'data/agencies.csv', (t) => `${t}\n`), /bytes, not/],
    ['a name that is none', (copy) => editJSON(copy, 'datapackage.json', (d) => { delete d.resources[0].name; }), /name/],
    ['a type that is none', (copy) => editJSON(copy, 'datapackage.json', (d) => { d.resources[0].schema.fields[0].type = 'word'; }), /type|allowed/],
    ['a licence without name and path', (copy) => editJSON(copy, 'datapackage.json', (d) => { d.licenses = [{ title: 'x' }]; }), /licenses/],
  ]) {
    const found = await spoilt(sites[0], change, framed).catch((e) => [String(e), ...(e.errors ?? []).map(String)]);
    assert.ok(found.some((f) => sign.test(f)), `${what} was not noticed: ${found.slice(0, 3)}`);
  }
});

// DCAT

const shapes = dataset.dataset(new Parser().parse(readFileSync(new URL('../dcat-ap.shapes.ttl', import.meta.url), 'utf8')));
const base = (form) => `https://example.org/elsewhere/${form.split('.')[0]}`; // both forms lie in one folder

// refuse is a loader of documents that loads none, so that a context from elsewhere is a mistake.
const refuse = (url) => { throw new Error(`nothing is fetched: ${url}`); };

async function quads(site, form) {
  const text = read(site, form);
  if (form.endsWith('.ttl')) return new Parser({ baseIRI: base(form) }).parse(text);
  return new Parser().parse(await jsonld.toRDF(JSON.parse(text), { base: base(form), format: 'application/n-quads', documentLoader: refuse, safe: true }));
}

async function shaped(site, form) {
  const data = dataset.dataset(await quads(site, form));
  assert.ok(data.size > 300, `${form}: only ${data.size} quads`);
  const report = await new SHACLValidator(shapes).validate(data);
  const found = report.results.map((r) => `${r.focusNode?.value} ${r.path?.value} ${r.sourceConstraintComponent?.value}`);
  for (const q of data) if (q.object.datatype?.value === `${ns.xsd}date` && !isDay(q.object.value)) found.push(`${q.predicate.value} is on no calendar: ${q.object.value}`);
  return found;
}

// canonical are the triples in the canonical order and names of blank nodes (RDF Dataset Canonicalization).
async function canonical(site, form) {
  const text = new Writer({ format: 'N-Quads' }).quadsToString(await quads(site, form));
  return (await jsonld.canonize(text, { algorithm: 'RDFC-1.0', inputFormat: 'application/n-quads' })).split('\n');
}

// isDay tells a day of the calendar, of which the validator sees the form alone.
const isDay = (text) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

const ns = { dcat: 'http://www.w3.org/ns/dcat#', spdx: 'http://spdx.org/rdf/terms#', xsd: 'http://www.w3.org/2001/XMLSchema#' };

// files lists distributions whose file is missing or another than they say.
function files(site, all) {
  const value = (subject, property) => all.find((q) => q.subject.equals(subject) && q.predicate.value === property)?.object;
  const found = [];
  const home = all.find((q) => q.predicate.value === 'http://xmlns.com/foaf/0.1/homepage').object.value.replace(/index\.html$/, '');
  for (const { subject, object } of all.filter((q) => q.predicate.value === `${ns.dcat}downloadURL`)) {
    const path = decodeURI(object.value.slice(home.length));
    if (!object.value.startsWith(home) || !existsSync(join(site, path))) { found.push(`${object.value} is not there`); continue; }
    const raw = readFileSync(join(site, path));
    if (value(subject, `${ns.dcat}byteSize`).value !== String(raw.length)) found.push(`${path}: another size`);
    if (value(value(subject, `${ns.spdx}checksum`), `${ns.spdx}checksumValue`).value !== createHash('sha256').update(raw).digest('hex')) found.push(`${path}: another checksum`);
  }
  return found;
}

test('the shapes notice what is spoilt', async () => {
  for (const [what, change, sign] of [
    ['no title', (t) => t.replace(/(a dcat:Dataset ;[^]*?)dct:title [^;]*;/, '$1'), /terms\/title .*MinCount/],
    ['a language that is none of ours', (t) => t.replace(/dct:title ("[^"]*")@vi/, 'dct:title $1@fr'), /terms\/title .*LanguageIn/],
    ['a title twice', (t) => t.replace(/dct:title ("[^"]*")@vi/, 'dct:title "x"@vi, $1@vi'), /terms\/title .*UniqueLang/],
    ['a publisher that is a text', (t) => t.replace(/dct:publisher <[^>]*>/, 'dct:publisher "Office"'), /publisher .*(Class|NodeKind)/],
    ['two publishers', (t) => t.replace(/dct:publisher (<[^>]*>)/, 'dct:publisher $1, [ a foaf:Agent ; foaf:name "x" ]'), /publisher .*MaxCount/],
    ['an agent without name', (t) => t.replace(/(a foaf:Agent) ;\s*foaf:name [^;.]*/, '$1 '), /foaf\/0.1\/name .*MinCount/],
    ['a day that is none', (t) => t.replace(/dct:modified "[^"]*"/, 'dct:modified "2030-02-31"'), /modified is on no calendar/],
    ['a day in words', (t) => t.replace(/dct:modified "[^"]*"/, 'dct:modified "today"'), /modified .*Datatype/],
    ['a moment in place of a day', (t) => t.replace(/(dct:issued "[^"]*")\^\^xsd:date/, '$1^^xsd:dateTime'), /issued .*Datatype/],
    ['a period that ends before it starts', (t) => t.replace(/dcat:endDate "[^"]*"/, 'dcat:endDate "1900-01-01"'), /startDate .*LessThan/],
    ['a dataset without files', (t) => t.replace(/;\s*dcat:distribution [^;]*?( \.\n)/, '$1'), /distribution .*MinCount/],
    ['a file without address', (t) => t.replace(/dcat:accessURL [^;]*;/, ''), /accessURL .*MinCount/],
    ['a size that is none', (t) => t.replace(/dcat:byteSize "\d+"/, 'dcat:byteSize "-1"'), /byteSize .*Datatype/],
    ['a checksum that is none', (t) => t.replace(/spdx:checksumValue "[0-9a-f]/, 'spdx:checksumValue "g'), /checksumValue .*Datatype/],
    ['a theme of another class', (t) => t.replace(/a skos:Concept ;/, 'a skos:Collection ;'), /theme .*Class/],
    ['a format that CKAN does not read', (t) => t.replace(/rdfs:label "CSV" ;/, ''), /format .*Node/],
    ['an id that is none', (t) => t.replace(/dct:identifier "urn:uuid:/, 'dct:identifier "'), /identifier .*Pattern/],
  ]) {
    const found = await spoilt(sites[0], (copy) => edit(copy, 'catalog.ttl', change), (copy) => shaped(copy, 'catalog.ttl'));
    assert.ok(found.some((f) => sign.test(f)), `${what} was not noticed: ${found.slice(0, 3)}`);
  }
  const other = await spoilt(sites[0], (copy) => edit(copy, 'catalog.ttl', (t) => t.replace('dcat:byteSize "', 'dcat:byteSize "1')), (copy) => Promise.all(['catalog.ttl', 'catalog.jsonld'].map((f) => canonical(copy, f))));
  assert.notDeepEqual(other[0], other[1]);
  const lost = await spoilt(sites[0], (copy) => rmSync(join(copy, 'data/plans.csv')), async (copy) => files(copy, await quads(copy, 'catalog.ttl')));
  assert.ok(lost.some((f) => f.endsWith('plans.csv is not there')), lost);
  const changed = await spoilt(sites[0], (copy) => edit(copy, 'data/plans.csv', (t) => t.replace('a', 'b')), async (copy) => files(copy, await quads(copy, 'catalog.ttl')));
  assert.deepEqual(changed, ['data/plans.csv: another checksum']);
});

// CSV on the Web

// context is the context of http://www.w3.org/ns/csvw as the parser's own tests hold it.
const context = JSON.parse(readFileSync(new URL('../node_modules/rdf-parser-csvw/test/support/csvw.json', import.meta.url), 'utf8'))['@context'];

// onTheWeb lists what is wrong with the description: the parser reads each table by it, and makes as many values as
// there are filled cells; the rules of the recommendation (https://www.w3.org/TR/tabular-metadata/, 5.5.1, and
// https://www.w3.org/TR/tabular-data-model/, 6.6) that no program checks are checked here.
async function onTheWeb(site) {
  const found = [];
  const group = json(site, 'data/csv-metadata.json');
  assert.equal(group['@context'], 'http://www.w3.org/ns/csvw');
  const folder = dirname(join(site, 'data/csv-metadata.json'));
  const pack = json(site, 'datapackage.json');
  assert.deepEqual(group.tables.map((t) => `data/${t.url}`), pack.resources.map((r) => r.path));
  const rows = new Map();
  for (const t of group.tables) {
    const resource = await datapackage.Resource.load({ name: 't', path: t.url, profile: 'tabular-data-resource', dialect: { skipInitialSpace: false }, schema: { fields: t.tableSchema.columns.map((c) => ({ name: c.name, type: 'string' })), missingValues: [] } }, { basePath: folder });
    rows.set(t.url, await resource.read({ keyed: true }));
  }
  for (const t of group.tables) {
    const { columns, primaryKey = [], foreignKeys = [] } = t.tableSchema;
    const all = rows.get(t.url);
    const head = readFileSync(join(folder, t.url), 'utf8').split('\r\n')[0].split(',');
    columns.forEach((c, n) => { if (c.titles.und !== head[n] || c.name !== head[n]) found.push(`${t.url}: ${c.name} is not the head ${head[n]}`); });
    if (head.length !== columns.length) found.push(`${t.url}: ${columns.length} columns, not ${head.length}`);
    let filled = 0;
    for (const row of all) {
      for (const c of columns) {
        if (row[c.name] === c.null) { if (c.required) found.push(`${t.url}: ${c.name} is empty`); continue; }
        filled++;
        for (const item of c.separator ? row[c.name].split(c.separator) : [row[c.name]]) if (!ofType(item, c.datatype)) found.push(`${t.url}: ${c.name} is no ${JSON.stringify(c.datatype)}: ${item}`);
      }
    }
    const cells = (row, names) => JSON.stringify(names.map((name) => row[name]));
    if (primaryKey.length && new Set(all.map((row) => cells(row, primaryKey))).size !== all.length) found.push(`${t.url}: two rows have one key`);
    for (const k of foreignKeys) {
      const there = new Set(rows.get(k.reference.resource).map((row) => cells(row, k.reference.columnReference)));
      for (const row of all) if (k.columnReference.some((c) => row[c] !== '') && !there.has(cells(row, k.columnReference))) found.push(`${t.url}: there is no ${k.reference.resource} ${cells(row, k.columnReference)}`);
    }
    const made = await converted(t, folder);
    if (made !== filled) found.push(`${t.url}: the parser made ${made} values of ${filled} cells`);
  }
  return found;
}

const forms = { string: /^/, decimal: /^[+-]?(\d+(\.\d*)?|\.\d+)$/, integer: /^[+-]?\d+$/, boolean: /^(true|false|0|1)$/, date: /^\d{4}-\d\d-\d\d$/ };
const ofType = (text, type) => (typeof type === 'string' ? forms[type].test(text) : new RegExp(`^(?:${type.format})$`).test(text));

// converted counts the values that the parser makes of a table by its description.
async function converted(table, folder) {
  const metadata = dataset.dataset(new Parser().parse(await jsonld.toRDF({ '@context': context, ...table }, { base: 'https://example.org/data/', format: 'application/n-quads', documentLoader: refuse, safe: true })));
  const url = `https://example.org/data/${table.url}`;
  let values = 0;
  for await (const q of new CsvwParser().import(Readable.from([readFileSync(join(folder, table.url), 'utf8')]), { metadata, baseIRI: url })) if (q.predicate.value.startsWith(`${url}#`)) values++;
  return values;
}

test('the rules of CSV on the Web notice what is spoilt', async () => {
  const column = (d, table, name) => d.tables.find((t) => t.url === `${table}.csv`).tableSchema.columns.find((c) => c.name === name);
  for (const [what, change, sign] of [
    ['a column of another name', (copy) => editJSON(copy, 'data/csv-metadata.json', (d) => { column(d, 'areas', 'area').titles.und = 'field'; }), /is not the head/],
    ['a column too few', (copy) => editJSON(copy, 'data/csv-metadata.json', (d) => { d.tables[0].tableSchema.columns.pop(); }), /columns, not|header|field/],
    ['a type that does not hold', (copy) => editJSON(copy, 'data/csv-metadata.json', (d) => { column(d, 'areas', 'name_vi').datatype = 'decimal'; }), /is no "decimal"/],
    ['a code of no list', cell('statuses', 'status', 'splendid'), /is no .*splendid/],
    ['an empty key', cell('areas', 'area', ''), /area is empty/],
    ['a key twice', twice('areas'), /one key/],
    ['a reference to nothing', cell('statuses', 'indicator', '99'), /there is no indicators.csv/],
  ]) {
    const found = await spoilt(sites[0], change, onTheWeb).catch((e) => [String(e), ...(e.errors ?? []).map(String)]);
    assert.ok(found.some((f) => sign.test(f)), `${what} was not noticed: ${found.slice(0, 3)}`);
  }
});
