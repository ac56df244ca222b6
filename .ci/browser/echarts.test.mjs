// The two drawings of every chart agree, with ECharts itself as the judge; and the judge notices each spoiling alone.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { charts, differences, pagesOf } from '../echarts.mjs';

const sites = (process.env.SITES ?? '../public').split(' ');
const all = sites.flatMap((site) => pagesOf(site).flatMap((path) => charts(readFileSync(join(site, path), 'utf8')).map((chart) => ({ ...chart, path: join(site, path) }))));
const kinds = ['columns', 'lines', 'bars', 'ladder', 'tiers', 'tiles'];

test('every chart is drawn alike', () => {
  assert.ok(all.length > 0, 'there are charts');
  assert.deepEqual(all.flatMap((c) => differences(c).map((d) => `${c.path} (${c.kind}): ${d}`)), []);
});

// copy is a chart of its own that may be spoiled.
const copy = (c) => ({ ...c, option: structuredClone(c.option) });
const items = (option) => option.series.find((s) => s.data?.some((d) => d?.tooltip)).data;
const moved = (svg, shape, attribute, by) => svg.replace(shape, (m) => m.replace(new RegExp(` ${attribute}="([^"]*)"`), (_, v) => ` ${attribute}="${Number(v) + by}"`));
const mark = (kind) => ({ columns: /<g data-row="\d+"><rect[^>]*>/, tiles: /<g data-row="\d+"><rect[^>]*>/, bars: /<g data-row="\d+">(?:<text[^>]*>[^<]*<\/text>)+<rect[^>]*>/ }[kind] ?? /<g data-row="\d+"><circle[^>]*>/);
const valueAxis = (c) => (c.kind === 'bars' ? c.option.xAxis[0] : c.option.yAxis[0]);
const span = (c) => valueAxis(c).max - valueAxis(c).min;
const targetsOf = (option) => option.series.flatMap((s) => s.markLine?.data ?? []).filter(([a]) => a.lineStyle.color === 'var(--ink)');
const across = (kind) => (kind === 'bars' ? 0 : 1);

const spoilings = {
  'a figure of the interactive chart moved': (c) => {
    const item = items(c.option).find((d) => d.tooltip);
    if (c.kind === 'tiles') item.itemStyle.color = item.itemStyle.color === 'var(--bg)' ? 'var(--data)' : 'var(--bg)';
    else item.value += 0.1 * span(c) * (item.value > valueAxis(c).min + span(c) / 2 ? -1 : 1);
  },
  'a figure of the drawing moved': (c) => {
    if (c.kind === 'tiles') c.svg = c.svg.replace(/(<g data-row="\d+"><rect[^>]*fill=")([^"]*)"/, (_, a, fill) => `${a}${fill === 'var(--bg)' ? 'var(--data)' : 'var(--bg)'}"`);
    else c.svg = moved(c.svg, mark(c.kind), { columns: 'y', bars: 'width' }[c.kind] ?? 'cy', 20);
  },
  'a figure of the drawing taken out': (c) => { c.svg = c.svg.replace(mark(c.kind), (m) => m.replace(/<(rect|circle)[^>]*>/, '')); },
  'the axis of the interactive chart ends elsewhere': (c) => { valueAxis(c).max += 0.3 * span(c); },
  'a label of the drawing\u2019s axis moved': (c) => {
    if (c.kind === 'tiers') c.svg = moved(c.svg, /<rect[^>]*fill="var\(--(bg2|zone)\)"[^>]*>/, 'y', 20);
    else c.svg = moved(c.svg, c.kind === 'bars' ? /<text[^>]*text-anchor="middle"[^>]*>/ : /<text[^>]*text-anchor="end"[^>]*fill="var\(--ink2\)"[^>]*>/, c.kind === 'bars' ? 'x' : 'y', 20);
  },
  'a target of the interactive chart moved': (c) => { for (const end of targetsOf(c.option)[0]) end.coord[across(c.kind)] += 0.1 * span(c); },
  'a target of the interactive chart taken out': (c) => {
    const [first] = targetsOf(c.option);
    for (const s of c.option.series) if (s.markLine) s.markLine.data = s.markLine.data.filter((d) => d !== first);
  },
  'a target of the drawing moved': (c) => {
    const shape = c.kind === 'bars' ? /<line[^>]*stroke="var\(--ink\)" stroke-width="3"[^>]*>/ : /<line[^>]*stroke="var\(--ink\)" stroke-width="2" stroke-dasharray[^>]*>/;
    for (const attribute of c.kind === 'bars' ? ['x1', 'x2'] : ['y1', 'y2']) c.svg = moved(c.svg, shape, attribute, -20);
  },
};

// possible tells which spoilings make sense: tiles have no axis of values and say their target.
const possible = (kind, name) => kind !== 'tiles' || name.startsWith('a figure');

for (const kind of kinds) {
  const whole = all.filter((c) => c.kind === kind && mark(kind).test(c.svg) && (kind === 'tiles' || targetsOf(c.option).length > 0));
  for (const [name, spoil] of Object.entries(spoilings)) {
    if (!possible(kind, name)) continue;
    test(`${kind}: ${name}`, () => {
      assert.ok(whole.length > 0, `there is a chart of the kind ${kind} with a figure and a target`);
      const c = copy(whole[0]);
      spoil(c);
      assert.notDeepEqual(differences(c), [], 'the spoiling was noticed');
    });
  }
}

test('a form that nobody compares is noticed', () => assert.notDeepEqual(differences({ ...copy(all[0]), kind: 'cake' }), []));
