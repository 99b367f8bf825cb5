import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importedWork } from '../../support/core.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { workbookText } from '../../support/workbook-text.ts';
import { type App, openApp } from './driver.ts';
import { choose, fileDialog, goTo } from './page-actions.ts';
import { chooseYear, editBook, look, openForReading } from './years-actions.ts';

const folder = temporaryFolder();

describe('年度与目标 in a browser', () => {
  let app: App;
  let page: Page;
  beforeAll(async () => {
    const made = await importedWork(folder);
    made.core.close();
    app = await openApp({ data: folder, work: made.workPath, user: '刘明' });
    page = app.page;
    await page.getByRole('heading', { name: '工作台' }).waitFor();
  });
  afterAll(() => app.close());

  it('leads from a year that is not open to where it is opened, and says why it cannot be yet', async () => {
    await chooseYear(page, 2026);
    await page.waitForURL(/#\/year\/2026\/year$/);
    await page.getByText('还有 21 项指标没有选定目标，须选定后才能开启').waitFor();
    expect(await page.getByRole('button', { name: '开启年度…' }).isDisabled()).toBe(true);
    await page.getByRole('link', { name: '评分' }).click();
    await page.getByText('2026 年度还没有开启').waitFor();
    await page.getByRole('link', { name: '开启年度…' }).click();
    await page.waitForURL(/#\/year\/2026\/year$/);
  });

  it('reads a workbook with the list of the year before anything is stored', async () => {
    await goTo(page, '#/year/2024/plan/annex3');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出', exact: true }).click()]);
    const list = join(folder, '2026年事项清单.xlsx');
    await editBook(await download.path(), list, '年度事项', '2024', '2026');
    await goTo(page, '#/year/2026/year');
    const chooser = await fileDialog(page, () => page.getByRole('button', { name: '选择清单文件…' }).click());
    await chooser.setFiles(list);
    await page.getByText(/（34 项，.*）$/).waitFor();
    await page.getByRole('textbox', { name: /^2026年事项清单\.xlsx 的文号/ }).fill('合川府办发〔2026〕3号');
    await page.getByText(/（34 项，合川府办发〔2026〕3号）$/).waitFor();
    await look(page, 'years-list');
    await page.getByRole('button', { name: '不用这份' }).click();
    await page.getByText('没有本年度的清单').waitFor();
  });

  it('opens 2026 with carried targets and one that is entered', async () => {
    await choose(page, page.getByRole('combobox', { name: '细颗粒物（PM2.5）浓度的目标来源' }), '录入…');
    await page.getByRole('textbox', { name: '细颗粒物（PM2.5）浓度的目标' }).fill('31');
    await page.getByText('还有 20 项指标没有选定目标').waitFor();
    await page.getByRole('row', { name: /细颗粒物（PM2.5）浓度.*≤31/ }).waitFor();
    await look(page, 'years-opening');
    await page.getByRole('button', { name: '其余沿用' }).click();
    await page.getByText('目标都已选定，可以开启').waitFor();
    await page.locator('button:enabled', { hasText: '开启年度…' }).click();
    const dialog = page.getByRole('dialog', { name: '开启 2026 年度' });
    await dialog.getByText('沿用 20 项，录入 1 项').waitFor();
    await dialog.getByText('操作人 刘明').waitFor();
    expect(await dialog.getByRole('button', { name: '开启年度' }).isDisabled()).toBe(true);
    await dialog.getByRole('textbox', { name: '理由' }).fill('按年度计划开启');
    await look(page, 'years-open-dialog');
    await page.keyboard.press('Control+Enter');
    await page.getByText('已开启 2026 年度').waitFor();
    await page.getByRole('row', { name: /按年度计划开启/ }).waitFor();
    await look(page, 'years-held');
    await page.getByRole('tab', { name: '目标' }).click();
    await page.getByRole('row', { name: /细颗粒物（PM2.5）浓度.*≤31.*开启年度时录入/ }).waitFor();
    await page.getByRole('row', { name: /优良天数比率.*≥83.5.*沿用2025年/ }).waitFor();
  });

  it('changes what was chosen, with the effect before it is stored', async () => {
    await page.getByRole('row', { name: /优良天数比率/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '改选来源…' }).click();
    const dialog = page.getByRole('dialog', { name: '改选目标来源：优良天数比率' });
    await choose(page, dialog.getByRole('combobox', { name: '优良天数比率的目标来源' }), '不考核');
    await dialog.getByText('≥83.5 → 无').waitFor();
    await look(page, 'years-source-dialog');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: '年度' }).click();
    await page.getByRole('button', { name: '调整…' }).click();
    const change = page.getByRole('dialog', { name: '调整 2026 年度' });
    await change.getByRole('textbox', { name: '年报截止' }).fill('2027年2月1日');
    await change.getByText('目标和得分都没有变化。').waitFor();
    await change.getByRole('textbox', { name: '理由' }).fill('春节顺延');
    await look(page, 'years-change-dialog');
    await change.getByRole('button', { name: '调整', exact: true }).click();
    await page.getByText('已调整 2026 年度。').waitFor();
    await page.getByRole('row', { name: /调整.*年报截止.*春节顺延/ }).waitFor();
  });

  it('keeps the year in the address over a reload, and shows 2024 again by its old address', async () => {
    await page.reload();
    await page.getByRole('tab', { name: '年度', selected: true }).waitFor();
    await page.getByText('2027-02-01').first().waitFor();
    await goTo(page, '#/year/2024/targets');
    await page.getByRole('heading', { name: '2024 年度目标' }).waitFor();
    await goTo(page, '#/plan?tab=conflicts');
    await page.waitForURL(/#\/year\/2026\/conflicts$/);
  });

  it('says what an address names and nothing is called by', async () => {
    await goTo(page, '#/year/2031/assessment?unit=dept-transport');
    await page.getByText('这个工作库没有 2031 年度').waitFor();
    expect(page.url()).toContain('/2031/');
    await goTo(page, '#/year/2024/nowhere');
    await page.getByText('没有“nowhere”这个页面').waitFor();
    await goTo(page, '#/year/2024/targets?measure=A9-99');
    await page.getByText('地址中的“A9-99”没有对应的指标，以下按默认显示。').waitFor();
    await goTo(page, '#/year/2024/returns?tab=nothing');
    await page.getByText('地址中的“nothing”没有对应的标签页').waitFor();
  });

  it('revises a target by a document, and shows the scores before and after', async () => {
    await goTo(page, '#/year/2024/targets');
    await page.getByRole('row', { name: /优良天数比率/ }).focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog').filter({ hasText: '各年目标' });
    await drawer.getByText('没有修订。').waitFor();
    await look(page, 'years-target-drawer');
    await drawer.getByRole('button', { name: '修订…' }).click();
    const dialog = page.getByRole('dialog', { name: '修订目标' });
    await dialog.getByRole('textbox', { name: '文号' }).fill('渝环〔2024〕9号');
    await dialog.getByRole('textbox', { name: '生效日期' }).fill('2024.10.1');
    await dialog.getByRole('textbox', { name: '数值' }).fill('99');
    await dialog.getByText('≥81.3 → ≥99').waitFor();
    await dialog.getByText(/^得分（\d+ 个变化）$/).waitFor();
    await dialog.getByText('合川区', { exact: true }).waitFor();
    await dialog.getByRole('textbox', { name: '理由' }).fill('上级下达');
    await look(page, 'years-revise-dialog');
    await dialog.getByRole('button', { name: '修订目标' }).click();
    await page.getByText('已记录目标修订').waitFor();
    await drawer.getByRole('cell', { name: '渝环〔2024〕9号' }).waitFor();
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('优良天数比率');
    await page.getByRole('row', { name: /优良天数比率.*≥81.3.*≥99.*渝环〔2024〕9号/ }).waitFor();
    // Another window did not open another work: only the plan has grown.
    expect(await page.getByText('另一个窗口已切换到').count()).toBe(0);
  });

  it('sets what one town strives for, and lists it with the measure', async () => {
    await goTo(page, '#/year/2024/targets?measure=A1-01');
    const drawer = page.getByRole('dialog').filter({ hasText: '各年目标' });
    await drawer.getByRole('button', { name: '修订…' }).click();
    const dialog = page.getByRole('dialog', { name: '修订目标' });
    await choose(page, dialog.getByRole('combobox', { name: '单位' }), '清平镇');
    await choose(page, dialog.getByRole('combobox', { name: '目标种类' }), '奋斗目标');
    await dialog.getByRole('textbox', { name: '文号' }).fill('渝环〔2024〕10号');
    await dialog.getByRole('textbox', { name: '生效日期' }).fill('2024.10.1');
    await dialog.getByRole('textbox', { name: '数值' }).fill('35');
    await dialog.getByText('清平镇 细颗粒物（PM2.5）浓度 奋斗目标（2024 年）').waitFor();
    await dialog.getByText('无 → ≤35').waitFor();
    await dialog.getByRole('textbox', { name: '理由' }).fill('上级下达');
    await look(page, 'years-revise-unit');
    await dialog.getByRole('button', { name: '修订目标' }).click();
    await page.getByText('已记录目标修订').waitFor();
    await dialog.waitFor({ state: 'hidden' });
    await drawer.getByText('2024 年各单位的目标').waitFor();
    await drawer.getByRole('row', { name: /清平镇 奋斗目标 ≤35 渝环〔2024〕10号 2024-10-01/ }).waitFor();
    await look(page, 'years-target-units');
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
  });

  it('keeps a figure that was settled elsewhere', async () => {
    await page.getByRole('button', { name: '录入认定数…' }).click();
    const dialog = page.getByRole('dialog', { name: '录入认定数' });
    await dialog.getByRole('textbox', { name: '数值' }).fill('36.5');
    await dialog.getByRole('textbox', { name: '文号' }).fill('市通报第3期');
    await dialog.getByRole('region', { name: '影响' }).getByText(/变化/).first().waitFor();
    await dialog.getByRole('textbox', { name: '理由' }).fill('上级认定');
    await look(page, 'years-figure-dialog');
    await dialog.getByRole('button', { name: '录入', exact: true }).click();
    await page.getByRole('row', { name: /细颗粒物.*36\.5.*市通报第3期/ }).waitFor();
    await dialog.waitFor({ state: 'detached' });
    await look(page, 'years-targets');
  });

  it('agrees with a statement that holds', async () => {
    await goTo(page, '#/year/2024/conflicts?at=non-fossil-share');
    const form = page.getByRole('region', { name: '由本局决定' }).first();
    await form.getByRole('radio', { name: /^同意现采用/ }).check();
    await form.getByRole('button', { name: '同意现采用…' }).click();
    const dialog = page.getByRole('dialog', { name: '同意现在采用的表述' });
    await dialog.getByText('目标和得分都没有变化。').waitFor();
    await dialog.getByRole('textbox', { name: '理由' }).fill('以附件1为准');
    await look(page, 'years-agree-dialog');
    await dialog.getByRole('button', { name: '同意', exact: true }).click();
    await page.getByText('人工决定：刘明').first().waitFor();
  });

  it('sets the years side by side, and hands the same over as a workbook', async () => {
    await goTo(page, '#/year/2024/compare');
    await page.getByRole('tab', { name: '多年对照', selected: true }).waitFor();
    await page.getByRole('columnheader', { name: '2024年完成〔示例〕' }).waitFor();
    await page.getByRole('row', { name: /绿色工厂（家）.*≥20.*≥30.*21.*70\.0%/ }).waitFor();
    await page.getByText('趋势为本工具自定的算法').waitFor();
    await look(page, 'years-compare');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 Excel…' }).click()]);
    expect(download.suggestedFilename()).toBe('多年对照.xlsx');
    expect(workbookText(readFileSync(await download.path()))).toContain('2024年完成〔示例〕');
  });

  it('takes the plan out as a workbook, and in again with every difference first', async () => {
    await goTo(page, '#/year/2024/plan/annex1');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出', exact: true }).click()]);
    expect(download.suggestedFilename()).toBe('合川区-方案-2024年.xlsx');
    const edited = join(folder, '修改后的方案.xlsx');
    await editBook(await download.path(), edited, '单位', '区气象局', '区气象中心');
    const chooser = await fileDialog(page, () => page.getByRole('button', { name: '导入…' }).click());
    await chooser.setFiles(edited);
    const dialog = page.getByRole('dialog', { name: '导入 修改后的方案.xlsx' });
    await dialog.getByText(/^差异：新增 0，删除 0，修改 1$/).waitFor();
    await dialog.getByText('请写文号或文件名称').waitFor();
    await dialog.getByRole('textbox', { name: '文号或文件名称' }).fill('合川府办发〔2025〕3号');
    await dialog.getByRole('textbox', { name: '理由' }).fill('印发更正');
    await look(page, 'years-import-dialog');
    await dialog.getByRole('button', { name: '入库' }).click();
    await page.getByText(/^已入库：/).waitFor();
    await page.getByRole('tab', { name: '方案文件' }).click();
    await page.getByRole('row', { name: /合川府办发〔2025〕3号/ }).waitFor();
    await look(page, 'years-documents');
  });

  it('signs a run with what stands against it on record, and then changes nothing any more', async () => {
    await goTo(page, '#/year/2024/year');
    await page.getByRole('button', { name: '定稿…' }).click();
    const dialog = page.getByRole('dialog', { name: '定稿 2024 年度' });
    await dialog.getByRole('button', { name: '按现在的数据存为试算' }).click();
    await dialog.getByRole('radio', { name: /与现在的数据一致/, checked: true }).waitFor();
    await dialog.getByText('3 个单位未报：').waitFor();
    await dialog.getByText('有未处理的事项，须写明仍要定稿的说明').waitFor();
    expect(await dialog.getByRole('link', { name: '去收件' }).getAttribute('href')).toBe('#/year/2024/returns?tab=status');
    await dialog.getByRole('textbox', { name: '仍要定稿的说明' }).fill('三个单位已撤并');
    await dialog.getByRole('textbox', { name: '理由' }).fill('年度考核完成');
    await look(page, 'years-sign-dialog');
    await dialog.getByRole('button', { name: '定稿', exact: true }).click();
    await page.getByText('2024年度已定稿（2025-02-10，刘明）').waitFor();
    await page.getByText('定稿时的说明：三个单位已撤并').waitFor();
    await look(page, 'years-final');
    for (const name of ['定稿…', '调整…', '取消开启…']) expect(await page.getByRole('button', { name }).count()).toBe(0);
    for (const place of ['targets', 'conflicts']) {
      await goTo(page, `#/year/2024/${place}`);
      await page.getByText('2024 年度已定稿，这里不能改动').first().waitFor();
      expect(await page.getByRole('button', { name: /^(?:修订目标…|录入认定数…|改为采用…)$/ }).count()).toBe(0);
    }
    await goTo(page, '#/year/2024/returns?tab=import');
    await page.getByText('2024 年度已定稿，这里不能改动').waitFor();
    expect(await page.getByRole('button', { name: '选择文件…' }).count()).toBe(0);
  });

  it('archives it with a reason, as a mark that makes no file', async () => {
    await goTo(page, '#/year/2024/year');
    await page.getByRole('button', { name: '归档…' }).click();
    const dialog = page.getByRole('dialog', { name: '归档 2024 年度' });
    await dialog.getByText('归档只作标记，不生成归档文件').waitFor();
    await dialog.getByRole('textbox', { name: '理由' }).fill('年度办结');
    await look(page, 'years-archive-dialog');
    await dialog.getByRole('button', { name: '归档', exact: true }).click();
    await page.getByText('2024年度已归档（2025-02-10 定稿，刘明）').waitFor();
    await page.getByText('2025-02-10 刘明标记（只作标记，没有生成归档文件）').waitFor();
    expect(await page.getByRole('button', { name: '归档…' }).count()).toBe(0);
    await look(page, 'years-archived');
  });

  it('opens it again with a reason from the line under the header', async () => {
    await page.getByRole('button', { name: '重新开启…' }).click();
    const dialog = page.getByRole('dialog', { name: '重新开启 2024 年度' });
    await dialog.getByRole('textbox', { name: '理由' }).fill('补报');
    await dialog.getByText('本年度已归档：重新开启后归档与年度不再相符').waitFor();
    await look(page, 'years-reopen-dialog');
    await dialog.getByRole('button', { name: '重新开启', exact: true }).click();
    await page.getByText('2024 年度已重新开启').waitFor();
    await page.getByText('2024年度已归档').waitFor({ state: 'detached' });
    await goTo(page, '#/year/2024/year');
    await page.getByText('2025-02-10 刘明标记；2025-02-10 重新开启，归档与现在的年度不再相符').waitFor();
    await page.getByRole('row', { name: /重新开启.*补报/ }).waitFor();
  });

  it('cancels the opening of a year for which nothing came in', async () => {
    await goTo(page, '#/year/2026/year');
    await page.getByRole('button', { name: '取消开启…' }).click();
    const dialog = page.getByRole('dialog', { name: '取消开启 2026 年度' });
    await dialog.getByRole('textbox', { name: '理由' }).fill('弄错了');
    await dialog.getByRole('button', { name: '取消开启', exact: true }).click();
    await page.getByText('还有 21 项指标没有选定目标').waitFor();
  });

  it('draws no command in a work that is only read, and says why', async () => {
    await openForReading(page);
    await goTo(page, '#/year/2024/targets');
    await page.getByText('工作库只读，这里不能改动').waitFor();
    await page.getByText('只读：工作库在光盘或只读共享上').waitFor();
    expect(await page.getByRole('button', { name: /…$/ }).count()).toBe(0);
    await look(page, 'years-read-only');
    await goTo(page, '#/year/2026/year');
    await page.getByText('工作库只读，这里不能改动').waitFor();
    expect(await page.getByRole('button', { name: '开启年度…' }).count()).toBe(0);
  });

  it('has said nothing on the console', () => {
    expect(app.consoleErrors).toEqual([]);
  });
});
