/** Prints how long the interface takes to be usable, and its longest task while the sample returns are imported: `node test/bench/measure-interface.ts`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { builtPage } from '../e2e/browser/built-page.ts';
import { type AppOptions, launchBrowser, openApp } from '../e2e/browser/driver.ts';
import { drop, filesIn, heldFiles } from '../e2e/browser/page-actions.ts';
import { sampleWork } from '../support/core.ts';

const RUNS = 5;

const folder = mkdtempSync(join(tmpdir(), 'zhiqi-measure-'));
await builtPage();
const browser = await launchBrowser();
try {
  const made = await sampleWork(folder);
  await made.call('returns.import', { year: 2024, sources: [made.grant(made.returns)] });
  made.core.close();
  const start = { browser, data: folder, work: made.workPath };
  console.log(
    `开始画面可用（没有工作库）：${await startTimes({ browser }, (page) => page.getByRole('button', { name: '选择保存位置并新建' }).waitFor())}`,
  );
  console.log(
    `工作台可用（示例工作库）：${await startTimes(start, (page) =>
      page
        .getByRole('row', { name: /细颗粒物/ })
        .first()
        .waitFor(),
    )}`,
  );
  console.log(await importing(browser, filesIn(made.returns)));
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Milliseconds from the start of the host's process to the usable page, and those from the page's own beginning. */
async function startTimes(options: AppOptions, usable: (page: Page) => Promise<void>): Promise<string> {
  const whole: number[] = [];
  const inPage: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const begun = performance.now();
    const app = await openApp(options);
    await usable(app.page);
    whole.push(performance.now() - begun);
    inPage.push(await app.page.evaluate(() => performance.now()));
    await app.close();
  }
  return `从启动程序起 ${middle(whole)} 毫秒，其中页面 ${middle(inPage)} 毫秒（${RUNS} 次的中位数）`;
}

async function importing(opened: Browser, files: readonly string[]): Promise<string> {
  const app = await openApp({ browser: opened });
  const { page } = app;
  await page.getByRole('button', { name: '选择保存位置并新建' }).click();
  await page.getByRole('link', { name: '填报收集' }).click();
  await page.getByText('把收回的填报表拖到这里').waitFor();
  // Bringing the files into the browser is the driver's work and not measured.
  const held = await heldFiles(page, files);
  await watchLongTasks(page);
  const reading = await timed(async () => {
    await drop(page, held);
    await page.getByRole('heading', { name: '预览（尚未入库）' }).waitFor();
  });
  const readingTasks = await longTasks(page);
  const storing = await timed(async () => {
    await page.getByRole('button', { name: /^入库 \d+ 份$/ }).click();
    await page.getByText(/份填报表已入库/).waitFor();
  });
  const storingTasks = await longTasks(page);
  await app.close();
  return `导入 ${files.length} 份：预览 ${Math.round(reading)} 毫秒，主线程最长任务 ${longest(readingTasks)}；入库 ${Math.round(storing)} 毫秒，主线程最长任务 ${longest(storingTasks)}`;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Tasks of 50 ms and more, which the browser reports. */
async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(globalThis, { longTasksSeen: seen });
    new PerformanceObserver((list) => seen.push(...list.getEntries().map((entry) => entry.duration))).observe({
      type: 'longtask',
      buffered: false,
    });
  });
}

/** Those since the last time asked. */
async function longTasks(page: Page): Promise<number[]> {
  return page.evaluate(() => (globalThis as unknown as { longTasksSeen: number[] }).longTasksSeen.splice(0));
}

function longest(tasks: readonly number[]): string {
  return tasks.length === 0 ? '不到 50 毫秒' : `${Math.round(Math.max(...tasks))} 毫秒（超过 50 毫秒的 ${tasks.length} 个）`;
}

function middle(times: readonly number[]): number {
  return Math.round(times.toSorted((left, right) => left - right)[Math.floor(times.length / 2)] ?? 0);
}
