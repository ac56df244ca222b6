// Validators over the whole site: the Nu HTML checker and html-validate.
import test from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pages, root } from './site.mjs';

test('the Nu HTML checker finds nothing', () => {
  const vnu = createRequire(import.meta.url)('vnu-jar');
  const run = spawnSync('java', ['-jar', vnu, '--errors-only', '--skip-non-html', '--format', 'gnu', root], { encoding: 'utf8', maxBuffer: 1 << 26 });
  assert.equal(run.stderr.split('\n').slice(0, 20).join('\n'), '');
  assert.equal(run.status, 0);
});

test('html-validate finds nothing', async () => {
  const rules = { extends: ['html-validate:standard'], rules: { 'no-inline-style': 'error', 'long-title': 'off', 'void-style': 'off', 'doctype-style': 'off', 'attr-quotes': 'off', 'no-trailing-whitespace': 'off', 'no-implicit-button-type': 'error', 'prefer-native-element': 'off', 'require-sri': 'off', 'attribute-boolean-style': 'off', 'attribute-empty-style': 'off', 'no-raw-characters': 'off', 'no-redundant-role': 'off' } };
  const validator = new HtmlValidate(new StaticConfigLoader(rules));
  const found = [];
  for (const page of pages) {
    const report = await validator.validateString(readFileSync(join(root, page), 'utf8'), page);
    for (const r of report.results) for (const m of r.messages) found.push(`${page}:${m.line}:${m.column} ${m.ruleId} ${m.message}`);
  }
  assert.deepEqual(found.slice(0, 20), []);
});
