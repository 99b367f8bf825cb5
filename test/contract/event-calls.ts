import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestCore } from '../support/core.ts';

/** Calls of 例外事件, each finding the event that the one before has left. */
export function eventCalls(folder: string) {
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const list = (): string => file('例外事件.csv', '类型,日期,区域\n秸秆焚烧,2024-11-03,清平镇\n');
  const last = async (made: TestCore): Promise<number> => (await made.call('events.list', { year: 2024 })).events.at(-1)?.id ?? 0;
  return {
    'events.add': (made: TestCore) => ({
      kind: 'fireworks' as const,
      from: '2024-02-09',
      to: '2024-02-10',
      evidence: [made.grant(file('证据.txt', '照片'))],
      reason: '试用',
    }),
    'events.list': () => ({ year: 2024 }),
    'events.effect': async (made: TestCore) => ({ event: await last(made) }),
    'events.evidence': async (made: TestCore) => ({ event: await last(made), folder: made.grant(folder) }),
    'events.decide': async (made: TestCore) => ({
      event: await last(made),
      verdict: 'approve' as const,
      number: '渝环〔2024〕5号',
      reason: '试用',
    }),
    'events.undo': async (made: TestCore) => ({ event: await last(made), reason: '试用' }),
    'events.withdraw': async (made: TestCore) => ({ event: await last(made), reason: '试用' }),
    'events.read': (made: TestCore) => ({ source: made.grant(list()) }),
    'events.import': (made: TestCore) => ({ source: made.grant(list()), reason: '试用' }),
  };
}

/** The least that they take. */
export const EVENT_INPUTS = {
  'events.add': { kind: 'dust', from: '2024-03-01', reason: 'a' },
  'events.effect': { event: 1 },
  'events.decide': { event: 1, verdict: 'refuse', reason: 'a' },
  'events.undo': { event: 1, reason: 'a' },
  'events.withdraw': { event: 1, reason: 'a' },
  'events.read': { source: 'a' },
  'events.import': { source: 'a', reason: 'b' },
};
