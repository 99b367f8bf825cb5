import { afterAll, beforeAll, expect, test } from 'vitest';
import { contextOf, type HandlerContext, type Handlers, type Session, type WritingHandlerContext } from '../../../../main/api/handler.ts';
import { requirePermission } from '../../../../main/api/permission.ts';
import { openDatabase, type OpenedWork } from '../../../../main/db/open.ts';
import { selectEvents } from '../../../../main/db/queries/events.ts';
import { insertSetting } from '../../../../main/db/queries/settings.ts';
import { contract } from '../../../../shared/contract/contract.ts';
import type { planMethods } from '../../../../shared/contract/plan.ts';
import { Failure } from '../../../../shared/domain/failure.ts';
import { sampleWork } from '../../../support/core.ts';
import { temporaryFolder } from '../../../support/folder.ts';

const folder = temporaryFolder();
const ACTOR = { name: '张三' };
const INSERT = "INSERT INTO station (place_id, name) VALUES ('district', 'x')";
let work: OpenedWork;
let session: Session;

beforeAll(async () => {
  const made = await sampleWork(folder);
  made.core.close();
  work = openDatabase(made.workPath);
  session = { environment: { now: () => '2025-03-01T08:00:00+08:00' }, grants: {}, parts: {}, open: work, adopt: () => undefined } as never;
});
afterAll(() => work.close());

test('a command that writes and notes nothing still leaves its event, by the name in the contract and for the person who called', () => {
  const input = { key: 'dust.days', value: 'left-out', from: '2025-01-01', reason: '按会议纪要' };
  const context = contextOf(session, contract['settings.set'], input, ACTOR) as WritingHandlerContext;
  const { writer } = context.work();
  writer.transaction(() => insertSetting(writer, { ...input, document: null, actor: 'x', storedAt: 'y' }));
  expect(selectEvents(work.handle).at(-1)).toMatchObject({
    kind: 'settings.set',
    actor: '张三',
    at: '2025-03-01T08:00:00+08:00',
    reason: '按会议纪要',
    detail: JSON.stringify(input),
  });
  expect(() => writer.prepare(INSERT).run()).toThrow('outside a transaction');
});

test('a query gets nothing that writes, and what it tries fails at the connection', () => {
  for (const name of ['plan.show', 'work.check', 'reports.print'] as const) {
    const context = contextOf(session, contract[name], {}, ACTOR);
    expect(Object.keys(context.work()), name).not.toContain('writer');
    expect(Object.keys(context), name).not.toContain('setWork');
    const tried = context.work().work.handle.prepare(INSERT) as unknown as { run(): void };
    expect(() => tried.run(), name).toThrow(/readonly database/u);
  }
});

test('the compiler refuses a query that writes and a handler that is missing', () => {
  // @ts-expect-error -- a query has no writer
  const writes: Handlers<typeof planMethods>['plan.show'] = (context: HandlerContext) => context.work().writer;
  expect(writes).toBeTypeOf('function');
  // @ts-expect-error -- two handlers are missing
  const incomplete: Handlers<typeof planMethods> = { 'plan.show': () => ({ version: '', plan: {} as never }) };
  expect(Object.keys(incomplete)).toEqual(['plan.show']);
});

test('everybody may do everything, with a name; a work that only reads permits what changes nothing', () => {
  const codeOf = (run: () => void): string | null => {
    try {
      run();
      return null;
    } catch (error) {
      return error instanceof Failure ? error.code : 'other';
    }
  };
  const closed = { ...work, readOnly: true };
  for (const method of Object.values(contract)) {
    expect(codeOf(() => requirePermission(ACTOR, method, work))).toBeNull();
    expect(codeOf(() => requirePermission({ name: '  ' }, method, work))).toBe('ACTOR_MISSING');
    expect(codeOf(() => requirePermission(ACTOR, method, closed))).toBe(method.audit === null ? null : 'WORK_READ_ONLY');
  }
});
