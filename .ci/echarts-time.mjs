// How long ECharts takes in node for the charts of a site, beside our own drawing: reads the lines of Go's BenchmarkSVG
// from standard input and prints the slowest kind of ours, theirs, and the ratio.
//
//   go test -run '^$' -bench SVG ./generator/internal/chart | node .ci/echarts-time.mjs SITE
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';

const echarts = createRequire(new URL('../static/package.json', import.meta.url))('echarts');
const site = process.argv[2];
const pages = readdirSync(site, { recursive: true }).filter((p) => /\/(chi-tieu|indicators)\/[^/]+\.html$/.test(p));
const options = pages.flatMap((p) => [...readFileSync(join(site, p), 'utf8').matchAll(/data-chart-option[^>]*>([^]*?)<\/script>/g)].map((m) => JSON.parse(m[1])));

function draw(option) {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 720, height: 320 });
  chart.setOption(option);
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

options.forEach(draw); // once to warm up
const begun = process.cpuUsage();
let letters = 0;
for (const option of options) letters += draw(option).length;
const spent = process.cpuUsage(begun);
const theirs = (spent.user + spent.system) / 1000 / options.length;
if (!letters) throw new Error('ECharts drew nothing');

const ours = [...readFileSync(0, 'utf8').matchAll(/^BenchmarkSVG\/(\S+?)(?:-\d+)?\s+\d+\s+([\d.]+) ns\/op/gm)].map(([, kind, ns]) => ({ kind, ms: Number(ns) / 1e6 }));
const slowest = ours.sort((a, b) => b.ms - a.ms)[0];
console.log(`one chart: ours at most ${slowest.ms.toFixed(3)} ms (${slowest.kind}; goal 0.1), ECharts in node ${theirs.toFixed(2)} ms on ${options.length} charts: ${(slowest.ms / theirs).toFixed(3)} of it`);
