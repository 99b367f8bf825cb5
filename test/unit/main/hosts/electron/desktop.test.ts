import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BRIDGE_CHANNELS } from '../../../../../shared/contract/bridge.ts';
import { type Desktop, start, startDesktop } from '../../../../support/desktop.ts';
import { fakeElectron } from '../../../../support/fake-electron.ts';
import { temporaryFolder } from '../../../../support/folder.ts';

const root = temporaryFolder();
let folder = '';
let desktop: Desktop;
let run = 0;
beforeEach(async () => {
  folder = join(root, String((run += 1)));
  desktop = await startDesktop(folder);
});
const lastAsked = (): Readonly<Record<string, unknown>> => desktop.dialogs.asked.at(-1)?.options ?? {};
const memory = (): Record<string, unknown> =>
  JSON.parse(readFileSync(join(folder, 'userData', 'memory.json'), 'utf8')) as Record<string, unknown>;

describe('calls', () => {
  it('go to the process of the core and come back', async () => {
    expect(await desktop.ask(BRIDGE_CHANNELS.call, 'one', 'plan.show', {})).toEqual({ ok: true, value: 'plan.show' });
    desktop.children[0]?.emit('message', {
      kind: 'event',
      event: { name: 'progress', payload: { id: 'one', fraction: 0.5, stage: 'read' } },
    });
    expect(desktop.window.webContents.sent).toEqual([
      { channel: 'zhiqi:core-event', payload: { name: 'progress', payload: { id: 'one', fraction: 0.5, stage: 'read' } } },
    ]);
    await desktop.ask(BRIDGE_CHANNELS.cancel, 'one');
    expect(desktop.children[0]?.received.at(-1)).toEqual({ kind: 'cancel', id: 'one' });
  });

  it('when the core ends, whoever waits is told, the window offers a new start, and the page begins anew', async () => {
    const [child] = desktop.children;
    if (child === undefined) throw new Error('no core');
    child.answer = () => null;
    const waiting = desktop.ask(BRIDGE_CHANNELS.call, 'one', 'plan.show', {});
    await Promise.resolve();
    child.emit('exit', 1);
    expect(await waiting).toEqual({ ok: false, error: { code: 'HOST_GONE', params: {} } });
    await vi.waitFor(() => expect(desktop.window.webContents.reloads).toBe(1));
    expect(lastAsked()).toMatchObject({ message: '程序的计算部分意外退出', buttons: ['重新启动', '退出'] });
    expect(desktop.children).toHaveLength(2);
    expect(await desktop.ask(BRIDGE_CHANNELS.call, 'two', 'plan.show', {})).toEqual({ ok: true, value: 'plan.show' });
    expect(await desktop.ask(BRIDGE_CHANNELS.sampleWork)).toMatchObject({ ok: true });
  });

  it('the work is closed before the program ends', async () => {
    let prevented = 0;
    desktop.app.emit('will-quit', { preventDefault: () => (prevented += 1) });
    await vi.waitFor(() => expect(desktop.app.quits).toBe(1));
    expect(desktop.children[0]?.received.at(-1)).toEqual({ kind: 'close' });
    expect(desktop.children[0]?.killed).toBe(true);
    desktop.app.emit('will-quit', { preventDefault: () => (prevented += 1) });
    expect(prevented).toBe(1);
  });
});

describe('files', () => {
  it('a work is chosen in a Chinese dialog, becomes a grant, and is known the next time', async () => {
    const path = join(folder, '年度.sqlite');
    writeFileSync(path, '');
    desktop.dialogs.open = [path];
    expect(await desktop.ask(BRIDGE_CHANNELS.openWork)).toEqual({ ok: true, value: { grant: `grant of ${path}`, name: '年度.sqlite' } });
    expect(lastAsked()).toMatchObject({ title: '打开工作库', filters: [{ name: '治气考核工作库', extensions: ['sqlite'] }] });
    expect(await desktop.ask(BRIDGE_CHANNELS.knownWorks)).toMatchObject({ ok: true, value: [{ name: '年度.sqlite' }] });
    const settings = readFileSync(join(folder, 'appData', 'zhiqi', 'settings.json'), 'utf8');
    expect(JSON.parse(settings)).toMatchObject({ recentWorks: [path] });
  });

  it('a dialog that is cancelled gives null', async () => {
    for (const [channel, ...input] of [
      [BRIDGE_CHANNELS.openWork],
      [BRIDGE_CHANNELS.newWork, 'x'],
      [BRIDGE_CHANNELS.pickReturns, 'folder'],
      [BRIDGE_CHANNELS.pickReturns, 'scan'],
      [BRIDGE_CHANNELS.pickScheme],
      [BRIDGE_CHANNELS.outputFile, 'x.pdf'],
      [BRIDGE_CHANNELS.outputFolder, 'reports', 'ask'],
    ] as const) {
      expect(await desktop.ask(channel, ...input)).toEqual({ ok: true, value: null });
    }
  });

  it('the file of a scheme is chosen alone', async () => {
    const path = join(folder, '办法.yml');
    desktop.dialogs.open = [path];
    expect(await desktop.ask(BRIDGE_CHANNELS.pickScheme)).toMatchObject({ ok: true, value: { name: '办法.yml' } });
    expect(lastAsked()).toMatchObject({ title: '选择办法文件', properties: ['openFile'] });
    desktop.dialogs.open = [];
  });

  it('a new work gets its ending, and a name with a path in it is not followed', async () => {
    desktop.dialogs.save = join(folder, '新');
    expect(await desktop.ask(BRIDGE_CHANNELS.newWork, '../../新')).toMatchObject({ value: { name: '新.sqlite' } });
    expect(lastAsked()['defaultPath']).toBe(join(folder, 'documents', '治气考核'));
  });

  it('the sample never takes the place of an older one', async () => {
    const first = await desktop.ask(BRIDGE_CHANNELS.sampleWork);
    const data = join(folder, 'documents', '治气考核');
    writeFileSync(join(data, '示例工作库.sqlite'), '');
    expect(first).toMatchObject({ value: { work: { name: '示例工作库.sqlite' }, folder: { name: '示例填报表' } } });
    expect(await desktop.ask(BRIDGE_CHANNELS.sampleWork)).toMatchObject({
      value: { work: { name: '示例工作库-2.sqlite' }, folder: { name: '示例填报表-2' } },
    });
  });

  it('the folder of the reports is chosen once', async () => {
    const out = join(folder, '正式文件');
    mkdirSync(out);
    desktop.dialogs.open = [out];
    await desktop.ask(BRIDGE_CHANNELS.outputFolder, 'reports', 'remembered');
    await desktop.ask(BRIDGE_CHANNELS.outputFolder, 'reports', 'remembered');
    expect(desktop.dialogs.asked).toHaveLength(1);
    await desktop.ask(BRIDGE_CHANNELS.outputFolder, 'reports', 'ask');
    expect(desktop.dialogs.asked).toHaveLength(2);
    const grant = `grant of ${out}`;
    expect(await desktop.ask(BRIDGE_CHANNELS.fileIn, grant, '附件1.pdf')).toMatchObject({ ok: true, value: { name: '附件1.pdf' } });
    expect(await desktop.ask(BRIDGE_CHANNELS.fileIn, grant, '../附件1.pdf')).toMatchObject({ ok: false, error: { code: 'NAME_INVALID' } });
    expect(await desktop.ask(BRIDGE_CHANNELS.fileIn, 'forged', '附件1.pdf')).toMatchObject({
      ok: false,
      error: { code: 'FILE_GRANT_UNKNOWN' },
    });
    await desktop.ask(BRIDGE_CHANNELS.reveal, grant);
    await desktop.ask(BRIDGE_CHANNELS.reveal, 'forged');
    expect(desktop.revealed).toEqual([out]);
  });
});

describe('the window', () => {
  it('remembers where it was', async () => {
    desktop.window.emit('close');
    expect(memory()).toMatchObject({ bounds: { x: 10, y: 20, width: 1300, height: 800 }, maximized: false });
    const again = await startDesktop(folder);
    expect(again.window.options).toMatchObject({ x: 10, y: 20, width: 1300, height: 800, show: false, minWidth: 1100, minHeight: 680 });
  });

  it('a memory that cannot be read is an empty one', async () => {
    mkdirSync(join(folder, 'userData'), { recursive: true });
    for (const text of ['', '{', '[]', '{"recentWorks":[1],"bounds":{"x":"1"},"folders":{"reports":2}}']) {
      writeFileSync(join(folder, 'userData', 'memory.json'), text);
      const again = await startDesktop(folder);
      expect(again.window.options).toMatchObject({ width: 1440, height: 900 });
      expect(await again.ask(BRIDGE_CHANNELS.knownWorks)).toEqual({ ok: true, value: [] });
    }
  });

  it('comes forward when the program is started again, and says when its page ends', async () => {
    desktop.app.emit('second-instance');
    expect(desktop.window.focused).toBe(1);
    desktop.window.webContents.emit('render-process-gone');
    await vi.waitFor(() => expect(desktop.window.webContents.reloads).toBe(1));
    expect(lastAsked()).toMatchObject({ message: '界面意外关闭' });
  });

  it('has a menu in Chinese only, whose commands reach the page', () => {
    const [template] = desktop.menus as [{ label: string; submenu: { label?: string; role?: string; click?: () => void }[] }[]];
    expect(template.map(({ label }) => label)).toEqual(['文件(&F)', '编辑(&E)', '视图(&V)', '帮助(&H)']);
    const items = template.flatMap(({ submenu }) => submenu);
    expect(items.filter(({ label }) => label !== undefined && !/[\u4e00-\u9fff]/.test(label))).toEqual([]);
    expect(items.some(({ role }) => role === 'toggleDevTools')).toBe(false);
    items.find(({ label }) => label === '打开工作库…')?.click?.();
    expect(desktop.window.webContents.sent).toEqual([{ channel: 'zhiqi:command', payload: 'openWork' }]);
  });

  it('without the built page there is a message and no empty window', async () => {
    const bare = fakeElectron(join(root, 'bare'));
    await start(bare, join(root, 'bare'));
    expect(bare.windows).toEqual([]);
    expect(bare.dialogs.asked).toEqual([{ kind: 'error', options: { title: '界面文件缺失' } }]);
    expect(bare.app.quits).toBe(1);
  });
});
