import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Bridge, BRIDGE_CHANNELS } from '../../../../../shared/contract/bridge.ts';
import { type Desktop, startDesktop } from '../../../../support/desktop.ts';
import { temporaryFolder } from '../../../../support/folder.ts';

const exposed = new Map<string, Bridge<File>>();
const listeners = new Map<string, (event: unknown, payload: unknown) => void>();
const invoked: unknown[][] = [];
vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, bridge: Bridge<File>) => void exposed.set(name, bridge) },
  ipcRenderer: {
    invoke: (...call: unknown[]) => Promise.resolve(void invoked.push(call)),
    on: (channel: string, listener: (event: unknown, payload: unknown) => void) => void listeners.set(channel, listener),
    off: (channel: string) => void listeners.delete(channel),
  },
  webUtils: { getPathForFile: (file: File) => (file.name === 'made.xlsx' ? '' : `/dropped/${file.name}`) },
}));
await import('../../../../../main/hosts/electron/preload.ts');

const folder = temporaryFolder();
const KEYS = [
  'call',
  'cancel',
  'onEvent',
  'onCommand',
  'knownWorks',
  'openWork',
  'newWork',
  'sampleWork',
  'pickReturns',
  'pickScheme',
  'dropped',
  'outputFolder',
  'fileIn',
  'outputFile',
  'reveal',
];

describe('the preload script', () => {
  const bridge = (): Bridge<File> => exposed.get('zhiqi') ?? expect.fail('no bridge');

  it('puts one object into the page, with exactly these functions', () => {
    expect([...exposed.keys()]).toEqual(['zhiqi']);
    expect(Object.keys(bridge())).toEqual(KEYS);
    expect(Object.values(bridge()).every((member) => typeof member === 'function')).toBe(true);
  });

  it('each function has its own channel and the page names none', async () => {
    invoked.length = 0;
    const calls = bridge();
    await calls.call('id', 'work.current', {});
    calls.cancel('id');
    await Promise.all([
      calls.knownWorks(),
      calls.openWork(),
      calls.newWork('n'),
      calls.sampleWork(),
      calls.pickReturns('files'),
      calls.pickScheme(),
      calls.outputFolder('reports', 'ask'),
      calls.fileIn('g', 'n'),
      calls.outputFile('n'),
      calls.reveal('g'),
    ]);
    await calls.dropped([]);
    expect(invoked.map(([channel]) => channel).toSorted()).toEqual(Object.values(BRIDGE_CHANNELS).toSorted());
  });

  it('turns dropped files into paths, and a file that a script made into nothing', async () => {
    invoked.length = 0;
    await bridge().dropped([new File([], '区气象局.xlsx'), new File([], 'made.xlsx')]);
    expect(invoked).toEqual([['zhiqi:dropped', ['/dropped/区气象局.xlsx']]]);
  });

  it('hands on what an event says, not the event, and stops when told', () => {
    const seen: unknown[] = [];
    const stop = bridge().onEvent((event) => seen.push(event));
    listeners.get('zhiqi:core-event')?.({ sender: 'secret' }, { name: 'progress' });
    stop();
    expect(seen).toEqual([{ name: 'progress' }]);
    expect(listeners.size).toBe(0);
  });
});

describe('the main process', () => {
  let desktop: Desktop;
  let run = 0;
  beforeEach(async () => {
    desktop = await startDesktop(join(folder, String((run += 1))));
  });

  it('answers exactly the channels of the bridge', () => {
    expect([...desktop.handlers.keys()].toSorted()).toEqual(Object.values(BRIDGE_CHANNELS).toSorted());
    expect(Object.values(BRIDGE_CHANNELS).toSorted()).toEqual([
      'zhiqi:call',
      'zhiqi:cancel',
      'zhiqi:dropped',
      'zhiqi:file-in',
      'zhiqi:known-works',
      'zhiqi:new-work',
      'zhiqi:open-work',
      'zhiqi:output-file',
      'zhiqi:output-folder',
      'zhiqi:pick-returns',
      'zhiqi:pick-scheme',
      'zhiqi:reveal',
      'zhiqi:sample-work',
    ]);
  });

  it.each([
    ['call', [1, 'work.current', {}]],
    ['call', ['id', '', {}]],
    ['cancel', [null]],
    ['newWork', [{}]],
    ['pickReturns', ['everything']],
    ['dropped', ['/etc/passwd']],
    ['dropped', [[1]]],
    ['outputFolder', ['x', 'ask']],
    ['outputFolder', ['__proto__', 'ask']],
    ['outputFolder', ['reports', 'x']],
    ['reveal', [undefined]],
  ] as const)('%s refuses %j', async (name, input) => {
    await expect(desktop.ask(BRIDGE_CHANNELS[name], ...input)).rejects.toThrow('refused');
    expect(desktop.dialogs.asked).toEqual([]);
  });
});
