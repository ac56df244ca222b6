// The two drawings of every chart agree, with ECharts itself as the judge; and for every form the judge notices each
// thing that is moved, alone, in the one drawing or in the other, or it proves nothing.
import test from 'node:test';
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { FORMS, differences, elements, load, outside, roles, sizes, targetsOf } from '../echarts.mjs';

const sites = (process.env.SITES ?? process.env.SITE ?? '../public').split(' ');
const gallery = process.env.GALLERY ?? '../.cache/gallery'; // the cases of bad input
const charts = [...sites, ...(existsSync(gallery) ? [gallery] : [])].flatMap(load);

test('there are charts of every form', () => {
  assert.ok(charts.length > 0);
  if (sites.length > 1) assert.deepEqual(Object.keys(FORMS).filter((kind) => !charts.some((c) => c.kind === kind)), []);
});

for (const size of sizes) {
  test(`${charts.length} charts stand alike in both drawings, ${size}`, () => {
    assert.deepEqual(charts.flatMap((c) => differences(c, size).map((d) => `${c.path} (${c.kind}): ${d}`)), []);
  });
}

test('every axis holds every target', () => assert.deepEqual(charts.flatMap((c) => outside(c).map((d) => `${c.path}: ${d}`)), []));

test('a form that nobody compares is noticed', () => {
  assert.match(differences({ ...charts[0], kind: 'cake' }, 'wide')[0], /no comparison is known for the form “cake”/);
});

// --- spoilings of our drawing -------------------------------------------------------------------------------------------

// BY is how far a thing is moved in our drawing, in pixels.
const BY = 1;

// change gives an element of a drawing other attributes: numbers are added, texts put in place.
function change(svg, e, attributes) {
  let source = svg.slice(e.index, e.index + e.length);
  for (const [name, v] of Object.entries(attributes)) source = source.replace(new RegExp(` ${name}="([^"]*)"`), (_, old) => ` ${name}="${typeof v === 'number' ? Number(old) + v : v}"`);
  return svg.slice(0, e.index) + source + svg.slice(e.index + e.length);
}

const without = (svg, e) => svg.slice(0, e.index) + svg.slice(e.index + e.length);
const row = (r, role) => r.rows.find((own) => own[role])?.[role];
const pitch = (r, svg, along) => (along ? 0 : Number(/ width="(\d+)"/.exec(svg)[1]) / r.rows.length);

// Each gives the spoiled drawing, or nothing where a chart has no such thing. “noticed” is what the report has to name.
const DRAWN = {
  'the end of a bar': { kinds: ['columns', 'bars'], noticed: /^slot \d+: .*bar/, spoil: (svg, r, along) => row(r, 'bar') && change(svg, row(r, 'bar'), along ? { width: -BY } : { y: BY, height: -BY }) },
  'the base of a bar': { kinds: ['columns', 'bars'], noticed: /^slot \d+: .*bar/, spoil: (svg, r, along) => row(r, 'bar') && change(svg, row(r, 'bar'), along ? { x: BY, width: -BY } : { height: -BY }) },
  'the filling of a bar': { kinds: ['columns', 'bars'], noticed: /^slot \d+: .*bar/, spoil: (svg, r) => row(r, 'bar') && change(svg, row(r, 'bar'), { fill: row(r, 'bar').fill === 'var(--bg)' ? 'var(--data)' : 'var(--bg)' }) },
  'a bar taken out': { kinds: ['columns', 'bars'], noticed: /^slot \d+: ours a gap; .*bar/, spoil: (svg, r) => { const own = r.rows.find((o) => o.bar && !o.inner); return own && without(svg, own.bar); } },
  'a point': { kinds: ['lines', 'ladder', 'tiers'], noticed: /^slot \d+: .*point/, spoil: (svg, r) => row(r, 'point') && change(svg, row(r, 'point'), { cy: BY }) },
  'the filling of a point': { kinds: ['lines', 'ladder', 'tiers'], noticed: /^slot \d+: .*point/, spoil: (svg, r) => row(r, 'point') && change(svg, row(r, 'point'), { fill: row(r, 'point').fill === 'var(--bg)' ? 'var(--data)' : 'var(--bg)' }) },
  'the filling of a tile': { kinds: ['tiles'], noticed: /^slot \d+: .*tile/, spoil: (svg, r) => change(svg, row(r, 'bar'), { fill: row(r, 'bar').fill === 'var(--bg)' ? 'var(--data)' : 'var(--bg)' }) },
  'the sign of a tile': { kinds: ['tiles'], noticed: /^slot \d+: .*tile/, spoil: (svg, r) => { const sign = r.rows[0].own.find((e) => e.name === 'circle' || e.name === 'line'); return sign && without(svg, sign); } },
  'a figure to the side': { kinds: ['columns', 'tiles'], noticed: /^the slots/, spoil: (svg, r) => r.rows.length > 2 && row(r, 'bar') && change(svg, row(r, 'bar'), { x: BY }) },
  'a corrected figure': { kinds: ['columns'], noticed: /^the corrected figure/, spoil: (svg, r) => row(r, 'former') && change(svg, row(r, 'former'), { cy: BY }) },
  'the line from a corrected figure': { kinds: ['columns'], noticed: /^the line from the corrected figure/, spoil: (svg, r) => row(r, 'course') && change(svg, row(r, 'course'), { y2: BY }) },
  'a line of the axis': { kinds: ['columns', 'lines', 'bars', 'ladder'], noticed: /^the axis/, spoil: (svg, r, along) => r.rules[1] && change(svg, r.rules[1], along ? { x1: BY, x2: BY } : { y1: BY, y2: BY }) },
  'the first line of the axis': { kinds: ['columns', 'lines', 'bars', 'ladder'], noticed: /^the axis/, spoil: (svg, r, along) => r.rules[2] && change(svg, r.rules[0], along ? { x1: BY, x2: BY } : { y1: BY, y2: BY }) },
  'the last line of the axis taken out': { kinds: ['columns', 'lines', 'bars', 'ladder'], noticed: /^the axis/, spoil: (svg, r) => r.rules[2] && without(svg, r.rules.at(-1)) },
  'a label of the axis': { kinds: ['columns', 'lines', 'bars', 'ladder'], noticed: /^the axis/, spoil: (svg, r, along) => r.labels[1] && change(svg, r.labels[1], along ? { x: BY } : { y: BY }) },
  'a row of the axis': { kinds: ['tiers'], noticed: /^the axis/, spoil: (svg, r) => r.bands[2] && change(svg, r.bands[1], { y: BY }) },
  'the names of two rows exchanged': { kinds: ['tiers'], noticed: /^the axis/, spoil: (svg, r) => { const [a, b] = r.labels; return b && change(svg, a, { y: b.y - a.y }); } },
  'a target': { kinds: ['columns', 'lines', 'bars', 'ladder', 'tiers'], noticed: /^target/, spoil: (svg, r, along) => r.targets[0] && change(svg, r.targets[0], along ? { x1: BY, x2: BY } : { y1: BY, y2: BY }) },
  'the end of a target, by a slot': { kinds: ['columns', 'lines', 'ladder', 'tiers'], noticed: /^target/, spoil: (svg, r, along) => r.rows.length > 1 && r.targets[0] && change(svg, r.targets[0], { x2: -pitch(r, svg, along) }) },
  'a target taken out': { kinds: ['columns', 'lines', 'bars', 'ladder', 'tiers'], noticed: /^target/, spoil: (svg, r) => r.targets[0] && without(svg, r.targets[0]) },
  'an edge of the zone': { kinds: ['columns', 'ladder'], noticed: /^the zone/, spoil: (svg, r) => r.zones[0] && change(svg, r.zones[0], { height: r.zones[0].height > BY ? -BY : BY }) },
  'the zone taken out of its first row': { kinds: ['tiers'], noticed: /^the zone/, spoil: (svg, r) => r.zones[1] && change(svg, r.zones[0], { fill: 'var(--bg2)' }) },
  'a line between points': { kinds: ['lines', 'ladder'], noticed: /^the line from slot/, spoil: (svg, r) => r.links[0] && change(svg, r.links[0], { y2: BY }) },
  'a line between points taken out': { kinds: ['lines', 'ladder'], noticed: /^the line from slot/, spoil: (svg, r) => r.links[0] && without(svg, r.links[0]) },
  'a line between points dotted': { kinds: ['lines', 'ladder'], noticed: /^the line from slot/, spoil: (svg, r) => r.links[0] && !r.links[0]['stroke-dasharray'] && change(svg, r.links[0], { 'stroke-width': '2" stroke-dasharray="1.5 3.5' }) },
  'the end of a ladder': { kinds: ['ladder'], noticed: /^(the ladder|the ends of the axis)/, spoil: (svg, r) => r.ladders.length > 0 && change(svg, r.ladders[0], { y2: BY }) },
  'a break taken out': { kinds: ['lines', 'ladder'], noticed: /^a break/, spoil: (svg, r) => r.breaks[0] && without(svg, r.breaks[0]) },
  'a slot taken out': { kinds: Object.keys(FORMS), noticed: /^the slots/, spoil: (svg, r) => r.rows.length > 1 && r.rows.at(-1).own.reduceRight((s, e) => without(s, e), svg).replace(new RegExp(`<g data-row="${r.rows.length - 1}"></g>`), '') },
};

// --- spoilings of the interactive chart ---------------------------------------------------------------------------------

// view is what the spoilings of an option look at: STEP is a part of the axis, k the coordinate that holds values.
function view(option, along) {
  const axis = (along ? option.xAxis : option.yAxis)[0], step = 0.005 * (axis.max - axis.min);
  const lines = (colour) => option.series.flatMap((s) => s.markLine?.data ?? []).filter(([a]) => a.lineStyle.color === colour);
  return { option, axis, step, k: along ? 0 : 1, lines, items: option.series.flatMap((s) => s.data ?? []).filter((d) => d.tooltip), targets: targetsOf(option), zone: option.series.find((s) => s.markArea?.data.length)?.markArea.data[0] };
}

const inward = ({ axis, step }, v) => (v > (axis.min + axis.max) / 2 ? -step : step);
const shift = (v, line) => { for (const end of line) end.coord[v.k] += inward(v, line[0].coord[v.k]); };
const cut = (v, line) => { for (const s of v.option.series) if (s.markLine) s.markLine.data = s.markLine.data.filter((l) => l !== line); };
const formers = (v) => v.option.series.filter((s) => s.data.some((d) => d.symbolSize === 8)).flatMap((s) => s.data).filter((d) => d.symbolSize);
const corrected = (v) => v.lines('var(--ink2)')[0];
const dotted = (v, on) => v.lines('var(--rule2)').find(([a, b]) => a.lineStyle.type === 'dotted' && a.coord[0] === b.coord[0] && Number.isInteger(a.coord[0]) === on);
const ladderOf = (v) => v.lines('var(--rule2)').find(([a]) => a.lineStyle.type === 'solid');

// Each is given the view and changes the option, or gives false where a chart has no such thing.
const OPTION = {
  'a figure': { kinds: ['columns', 'lines', 'bars', 'ladder', 'tiers'], noticed: /^slot \d+: .*(bar|point)/, spoil: (v) => { const [d] = v.items; if (!d) return false; d.value += inward(v, d.value); } },
  'a figure taken out': { kinds: ['columns', 'lines', 'bars', 'ladder', 'tiers'], noticed: /^slot \d+: .*ECharts a gap/, spoil: (v) => { const [d] = v.items; if (!d) return false; d.value = '-'; } },
  'the filling of a figure': { kinds: Object.keys(FORMS), noticed: /^slot \d+: /, spoil: (v) => { const [d] = v.items; if (!d) return false; d.itemStyle = d.itemStyle.borderColor ? { color: 'var(--data)' } : { color: 'var(--bg)', borderColor: 'var(--data)', borderWidth: 2 }; } },
  'the sign of a tile': { kinds: ['tiles'], noticed: /^slot \d+: .*tile/, spoil: (v) => { v.items[0].label.formatter = v.items[0].label.formatter === '✓' ? '○' : '✓'; } },
  'a gap filled': { kinds: ['columns', 'lines', 'bars', 'ladder', 'tiers'], noticed: /^slot \d+: ours a gap/, spoil: (v) => fill(v) },
  'a corrected figure': { kinds: ['columns'], noticed: /^the corrected figure/, spoil: (v) => { const [d] = formers(v); if (!d) return false; d.value += inward(v, d.value); } },
  'the line from a corrected figure': { kinds: ['columns'], noticed: /^the line from the corrected figure/, spoil: (v) => { if (!corrected(v)) return false; corrected(v)[1].coord[1] += v.step; } },
  'the end of the axis': { kinds: ['columns', 'lines', 'bars', 'ladder', 'tiers'], noticed: /^the ends of the axis/, spoil: (v) => { v.axis.max += v.step; return v.lines('var(--rule)').length !== 1; } },
  'the beginning of the axis': { kinds: ['columns', 'lines', 'bars', 'ladder', 'tiers'], noticed: /^the ends of the axis/, spoil: (v) => { v.axis.min -= v.step; return v.lines('var(--rule)').length !== 1; } },
  'the direction of the axis': { kinds: ['columns', 'lines', 'ladder', 'tiers'], noticed: /^the (axis|ends of the axis|zone)|^target|^slot/, spoil: (v) => { v.axis.inverse = !v.axis.inverse; } },
  'a line of the axis': { kinds: ['columns', 'lines', 'bars', 'ladder', 'tiers'], noticed: /^the axis/, spoil: (v) => { const l = [...v.lines('var(--rule)'), ...v.lines('transparent')]; if (l.length < 2) return false; shift(v, l[1]); } },
  'a target': { kinds: ['columns', 'lines', 'bars', 'ladder', 'tiers'], noticed: /^target/, spoil: (v) => { if (!v.targets[0]) return false; shift(v, v.targets[0]); } },
  'the end of a target, by a slot': { kinds: ['columns', 'lines', 'ladder', 'tiers'], noticed: /^target/, spoil: (v) => { if (!v.targets[0]) return false; v.targets[0][1].coord[0] -= 1; } },
  'a target taken out': { kinds: ['columns', 'lines', 'bars', 'ladder', 'tiers'], noticed: /^target/, spoil: (v) => { if (!v.targets[0]) return false; cut(v, v.targets[0]); } },
  'an axis that ends before the target': { kinds: ['columns', 'lines', 'bars', 'ladder', 'tiers'], noticed: /does not hold the target/, spoil: (v) => { if (!v.targets[0]) return false; v.axis.max = v.targets[0][0].coord[v.k] - v.step; } },
  'an edge of the zone': { kinds: ['columns', 'ladder', 'tiers'], noticed: /^the zone/, spoil: (v) => { if (!v.zone) return false; const [, high] = v.zone; high.coord[1] -= v.step; } },
  'a side of the zone': { kinds: ['columns', 'ladder', 'tiers'], noticed: /^the zone/, spoil: (v) => { if (!v.zone) return false; v.zone[1].coord[0] -= 1; } },
  'a line between points': { kinds: ['lines', 'ladder'], noticed: /^the line from slot/, spoil: (v) => { const [l] = v.lines('var(--data)'); if (!l) return false; l[1].coord[1] += inward(v, l[1].coord[1]); } },
  'a line between points taken out': { kinds: ['lines', 'ladder'], noticed: /^the line from slot/, spoil: (v) => { const [l] = v.lines('var(--data)'); if (!l) return false; cut(v, l); } },
  'a line between points, solid or dotted': { kinds: ['lines', 'ladder'], noticed: /^the line from slot/, spoil: (v) => { const [l] = v.lines('var(--data)'); if (!l) return false; l[0].lineStyle.type = l[0].lineStyle.type === 'solid' ? 'dotted' : 'solid'; } },
  'the end of a ladder': { kinds: ['ladder'], noticed: /^the ladder/, spoil: (v) => { if (!ladderOf(v)) return false; ladderOf(v)[1].coord[1] -= v.step; } },
  'a dotted ladder taken out': { kinds: ['ladder', 'tiers'], noticed: /^slot \d+: ours a gap, dotted/, spoil: (v) => { const l = dotted(v, false); if (!l) return false; cut(v, l); } },
  'a break taken out': { kinds: ['lines', 'ladder'], noticed: /^a break/, spoil: (v) => { const l = dotted(v, true); if (!l) return false; cut(v, l); } },
  'a slot more': { kinds: Object.keys(FORMS), noticed: /^the slots/, spoil: (v) => { for (const m of v.option.media) (m.option.xAxis ?? m.option.yAxis)[0].data.push('+'); } },
};

// fill puts a figure into the first gap.
function fill(v) {
  const items = v.option.series.find((s) => s.data?.some((d) => d.tooltip))?.data, gap = items?.findIndex((d) => d.value === '-' && labelled(v, items.indexOf(d)));
  if (!items || gap < 0) return false;
  items[gap] = { ...items.find((d) => d.tooltip) };
}

const labelled = ({ option: { media } }, n) => (media[0].option.xAxis ?? media[0].option.yAxis)[0].data[n] !== '';

// --- each spoiling, alone, for each form --------------------------------------------------------------------------------

const inDrawing = ({ spoil }) => (c, size) => {
  const svg = spoil(c[size], roles(c[size], c.kind), FORMS[c.kind].along);
  return svg && { ...c, [size]: svg };
};

const inOption = ({ spoil }) => (c) => {
  const option = structuredClone(c.option);
  return spoil(view(option, FORMS[c.kind].along)) !== false && { ...c, option };
};

function spoilings(where, all, apply) {
  for (const [name, spoiling] of Object.entries(all)) {
    for (const kind of spoiling.kinds) {
      test(`${kind}: moved in ${where}: ${name}`, () => {
        for (const size of sizes) {
          const spoiled = firstOf(charts.filter((c) => c.kind === kind), (c) => apply(spoiling)(c, size));
          assert.ok(spoiled, 'there is no chart to spoil');
          const found = differences(spoiled, size);
          assert.ok(found.some((d) => spoiling.noticed.test(d)), `${spoiled.path}, ${size}: the report is ${JSON.stringify(found)}`);
        }
      });
    }
  }
}

function firstOf(all, make) {
  for (const one of all) {
    const made = make(one);
    if (made) return made;
  }
}

if (sites.length > 1) {
  spoilings('our drawing', DRAWN, inDrawing);
  spoilings('the interactive chart', OPTION, inOption);
}
