import axeCore from 'axe-core';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileChooser, JSHandle, Locator, Page } from 'playwright-core';
import { ROOT } from '../../architecture/project-files.ts';

const SCREENSHOTS = join(ROOT, 'test', 'e2e', 'screenshots');

/** Lets files fall on the page as a file manager does. */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  await drop(page, await heldFiles(page, paths));
}

/** Files on their way to the page: in the browser, but not dropped yet. */
export async function heldFiles(page: Page, paths: readonly string[]): Promise<JSHandle<DataTransfer>> {
  const files = paths.map((path) => ({ name: path.split(/[\\/]/).at(-1) ?? '', content: readFileSync(path).toString('base64') }));
  return page.evaluateHandle((held) => {
    const data = new DataTransfer();
    for (const file of held) data.items.add(new File([Uint8Array.from(atob(file.content), (letter) => letter.charCodeAt(0))], file.name));
    return data;
  }, files);
}

export async function drop(page: Page, held: JSHandle<DataTransfer>): Promise<void> {
  await page.dispatchEvent('main', 'dragover', { dataTransfer: held });
  await page.dispatchEvent('main', 'drop', { dataTransfer: held });
}

export const filesIn = (folder: string): string[] => readdirSync(folder).map((name) => join(folder, name));

/** To another address of the page, as a link would lead there. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((wanted) => {
    window.location.hash = wanted;
  }, hash);
}

/** Opens a select and takes the first of its options that says this. */
export async function choose(page: Page, select: Locator, option: string | RegExp): Promise<void> {
  await select.click();
  await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option', { hasText: option }).first().click();
}

/** Keeps a picture of what is in view. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
}

/** What axe finds seriously or critically wrong. */
export async function seriousProblems(page: Page): Promise<string[]> {
  // Evaluated over the driver's own channel, which the page's policy does not concern.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeCore.source);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; impact: string | null; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  });
}

/** Hosts other than the page's own that anything was asked of. */
export function foreignHosts(requests: readonly string[], own: string): string[] {
  const hosts = requests.filter((address) => !/^(?:blob|data):/.test(address)).map((address) => new URL(address).host);
  return [...new Set(hosts)].filter((host) => host !== new URL(own).host);
}

/** The file dialog that a press opens. A press can meet a page that is just being drawn again; a person presses once more. */
export async function fileDialog(page: Page, press: () => Promise<void>): Promise<FileChooser> {
  const opened = page.waitForEvent('filechooser');
  for (let presses = 0; presses < PRESSES; presses += 1) {
    await press();
    const dialog = await Promise.race([opened, page.waitForTimeout(DIALOG_MS).then(() => null)]);
    if (dialog !== null) return dialog;
  }
  return opened;
}

const PRESSES = 3;
const DIALOG_MS = 20_000;
