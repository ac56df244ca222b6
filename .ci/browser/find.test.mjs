// The lists: prebuilt by status and kind without JavaScript; narrowed down live with it, every choice kept in the address.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { browser, files, root, serve } from './site.mjs';

const list = (name) => files.find((f) => new RegExp(`^vi/[^/]+/${name}/index\\.html$`).test(f));
const lists = { indicators: list('chi-tieu'), tasks: list('nhiem-vu') };
let chromium, server;
before(async () => { chromium = await browser(); server = await serve(); });
after(async () => { await chromium?.close(); server?.close(); });

async function open(path, options = {}) {
  const context = await chromium.newContext({ viewport: { width: 360, height: 800 }, ...options });
  const page = await context.newPage();
  await page.goto(path.includes('://') ? path : server.base + path);
  return { page, context };
}

const shown = (page) => page.locator('tr.row:visible').evaluateAll((rows) => rows.map((r) => r.querySelector('a').getAttribute('href')));
// held is what the rows hold, read off the page and not through the script.
const held = (page) => page.locator('tr.row').evaluateAll((rows) => rows.map((r) => ({ href: r.querySelector('a').getAttribute('href'), within: r.dataset.in.split(' ') })));

for (const [what, path] of Object.entries(lists)) {
  test(`${what}: each choice, and every two together, leaves the rows that hold them`, async () => {
    const { page, context } = await open(path);
    const rows = await held(page);
    const selects = await page.locator('[data-find] select').evaluateAll((all) => all.map((s) => ({ name: s.name, values: [...s.options].slice(1).map((o) => o.value) })));
    assert.ok(selects.length >= 3, 'status, area, agency and more can be chosen');
    const pairs = selects.flatMap((a, n) => selects.slice(n + 1).flatMap((b) => a.values.slice(0, 4).flatMap((x) => b.values.slice(0, 4).map((y) => [[a.name, x], [b.name, y]]))));
    const singles = selects.flatMap((s) => s.values.map((v) => [[s.name, v]]));
    for (const choice of [...singles, ...pairs]) {
      await page.evaluate((chosen) => {
        const form = document.querySelector('[data-find]');
        for (const s of form.querySelectorAll('select')) s.value = Object.fromEntries(chosen)[s.name] ?? '';
        form.dispatchEvent(new Event('input'));
      }, choice);
      const want = rows.filter((r) => choice.every(([name, value]) => r.within.includes(`${name}-${value}`))).map((r) => r.href);
      assert.deepEqual(await shown(page), want, JSON.stringify(choice));
      assert.deepEqual(Object.fromEntries(new URL(page.url()).searchParams), Object.fromEntries(choice));
      assert.equal(await page.locator('[data-find-nothing]').isVisible(), want.length === 0);
      if (choice.length === 1) assert.ok(want.length > 0, `nothing has ${choice}`);
    }
    await context.close();
  });

  test(`${what}: what is asked comes back from the address, and the whole list from one button`, async () => {
    const { page, context } = await open(path);
    const all = await shown(page);
    const [name, value] = await page.locator('[data-find] select').first().evaluate((s) => [s.name, s.options[1].value]);
    await page.selectOption(`select[name=${name}]`, value);
    const left = await shown(page);
    assert.ok(left.length < all.length);
    const again = await open(page.url());
    assert.deepEqual(await shown(again.page), left);
    assert.match(await again.page.locator('[role=status]').textContent(), new RegExp(`${left.length}.*${all.length}`));
    await again.page.getByRole('button', { name: 'Bỏ lọc' }).click();
    assert.deepEqual(await shown(again.page), all);
    assert.equal(new URL(again.page.url()).search, '');
    const strange = await open(`${path}?${name}=nothing-of-the-kind&x=1`);
    assert.deepEqual(await shown(strange.page), all, 'a choice that is not there chooses nothing');
    for (const one of [context, again.context, strange.context]) await one.close();
  });

  test(`${what}: a word is found with and without diacritics, from disk too`, async () => {
    const { page, context } = await open(pathToFileURL(join(root, path)).href);
    const name = (await page.locator('tr.row .name a').first().textContent()).split(' ').find((w) => /[^\x00-\x7f]/.test(w) && !/đ/i.test(w));
    await page.fill('[data-find] input[name=q]', name.toUpperCase());
    const marked = await shown(page);
    await page.fill('[data-find] input[name=q]', name.normalize('NFD').replace(/[\u0300-\u036f]/g, ''));
    const bare = await shown(page);
    assert.ok(marked.length > 0 && marked.every((href) => bare.includes(href)), `${name}: ${marked} in ${bare}`);
    await context.close();
  });

  test(`${what}: without JavaScript no form stands, and the prebuilt lists hold every row`, async () => {
    const { page, context } = await open(path, { javaScriptEnabled: false });
    assert.equal(await page.locator('[data-find]:visible').count(), 0);
    const all = new Set((await held(page)).map((r) => new URL(r.href, page.url()).href));
    for (const folder of what === 'indicators' ? ['/tinh-trang/', '/loai/'] : ['/tinh-trang/', '/theo/']) {
      const links = await page.locator(`main a[href*="${folder.slice(1)}"]`).evaluateAll((as) => as.map((a) => a.href));
      const found = new Set();
      for (const link of new Set(links)) {
        await page.goto(link);
        for (const r of await page.locator('tr.row').evaluateAll((rows) => rows.map((r) => r.querySelector('a').href))) found.add(r);
        await page.goBack();
      }
      assert.deepEqual([...found].sort(), [...all].sort(), folder);
    }
    await context.close();
  });
}

test('tasks by deadline and by lead agency: what is overdue comes first, and no task is lost', async () => {
  const context = await chromium.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const groupsOf = async (path) => {
    await page.goto(server.base + path);
    return page.locator('table.time tbody').evaluateAll((all) => all.map((group) => ({
      id: group.id, rows: [...group.querySelectorAll('tr.row')].map((r) => ({ href: r.querySelector('a').href, overdue: !!r.querySelector('.t-overdue') })),
    })));
  };
  for (const path of files.filter((f) => /\/(nhiem-vu\/theo|tasks\/by)\//.test(f))) {
    const groups = await groupsOf(path);
    for (const { id, rows } of groups) {
      const last = rows.findLastIndex((r) => r.overdue);
      assert.ok(rows.slice(0, last + 1).every((r) => r.overdue), `${path}#${id} begins with what is overdue`);
    }
    const whole = (await groupsOf(path.replace(/(theo|by)\/[^/]+$/, 'index.html'))).flatMap((g) => g.rows);
    assert.deepEqual(new Set(groups.flatMap((g) => g.rows.map((r) => r.href))), new Set(whole.map((r) => r.href)), path);
    const overdue = whole.filter((r) => r.overdue).map((r) => r.href);
    if (/(thoi-han|deadline)/.test(path)) assert.deepEqual(groups.filter((g) => g.id === 'overdue').flatMap((g) => g.rows.map((r) => r.href)), overdue, path);
  }
  await context.close();
});
