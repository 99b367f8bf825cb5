import { type Command, InvalidArgumentError } from 'commander';
import type { MethodInput } from '../../../../shared/contract/contract.ts';
import type { Pollutant } from '../../../../shared/domain/air/standards/pollutants.ts';
import { eventCommandText as words } from '../../../../shared/text/event-command-text.ts';
import { eventKindOf } from '../../../../shared/text/event-text.ts';
import { effectText, enteredText, eventListText, eventsText } from '../render/monitoring-events.ts';
import type { CliSession, Run } from '../session.ts';
import { parseDay } from './monitoring-options.ts';
import { parseYear } from './options.ts';
import { parseItems } from './stations.ts';

interface EventOptions {
  readonly year?: number;
  readonly kind?: string;
  readonly from?: string;
  readonly to?: string;
  readonly hours?: { readonly from: number; readonly to: number };
  readonly place?: string[];
  readonly pollutants?: readonly Pollutant[] | null;
  readonly number?: string;
  readonly office?: string;
  readonly date?: string;
  readonly evidence?: string[];
  readonly note?: string;
  readonly reason?: string;
  readonly out?: string;
  readonly dryRun: boolean;
}

type Act = (session: CliSession) => Promise<void>;

/** air events W list, add, approve …: 例外事件. */
export function addEventsCommand(air: Command, run: Run): void {
  air
    .command('events <WORK.sqlite> <list|add|approve|refuse|withdraw|undo|effect|import|evidence> [编号或文件]')
    .description(words.describe)
    .option('--year <年度>', words.year, parseYear)
    .option('--kind <类型>', words.kind)
    .option('--from <日期>', words.from, parseDay)
    .option('--to <日期>', words.to, parseDay)
    .option('--hours <时段>', words.hours, parseHours)
    .option('--place <地点...>', words.place)
    .option('--pollutants <污染物>', words.pollutants, parseItems)
    .option('--number <文号>', words.number)
    .option('--office <单位>', words.office)
    .option('--date <日期>', words.date, parseDay)
    .option('--evidence <文件...>', words.evidence)
    .option('--note <备注>', words.note)
    .option('--reason <理由>', words.reason)
    .option('--out <文件夹>', words.out)
    .option('--dry-run', words.dryRun, false)
    .action((file: string, action: string, subject: string | undefined, options: EventOptions) =>
      run(async (session) => {
        const act = actOf(action, subject, options);
        await session.call('work.open', { file: session.grant(file) });
        await act(session);
      }),
    );
}

/** Checked before the work is opened. */
function actOf(action: string, subject: string | undefined, options: EventOptions): Act {
  switch (action) {
    case 'list':
      return listOf(options);
    case 'add':
      return addOf(options);
    case 'approve':
    case 'refuse':
      return decideOf(action, subject, options);
    case 'withdraw':
    case 'undo':
      return takeBackOf(action, subject, options);
    case 'effect':
      return effectOf(idOf(subject));
    case 'import':
      return importOf(subject, options);
    case 'evidence':
      return evidenceOf(idOf(subject), options);
    default:
      throw new InvalidArgumentError(words.actionInvalid);
  }
}

function listOf({ year }: EventOptions): Act {
  if (year === undefined) throw new InvalidArgumentError(words.listIncomplete);
  return async (session) => {
    const listed = await session.call('events.list', { year });
    const { days } = await session.call('monitoring.dust', { year });
    session.result(listed, () => eventsText(year, listed, new Set(days.map(({ date }) => date)).size));
  };
}

function addOf({ kind: word, from, to, hours, place, pollutants, note, reason, ...options }: EventOptions): Act {
  if (word === undefined || from === undefined || reason === undefined) throw new InvalidArgumentError(words.addIncomplete);
  const kind = eventKindOf(word);
  return async (session) => {
    const added = await session.call('events.add', {
      ...(kind === null ? { kind: 'other', name: /^其[他它]/u.test(word) ? '' : word } : { kind }),
      from,
      reason,
      ...(to === undefined ? {} : { to }),
      ...(hours === undefined ? {} : { hours }),
      ...(place === undefined ? {} : { places: place }),
      ...(pollutants === undefined || pollutants === null ? {} : { pollutants: [...pollutants] }),
      ...(note === undefined ? {} : { note }),
      ...decided(session, options),
    });
    session.result(added, () => enteredText(added));
  };
}

type Decided = Pick<MethodInput<'events.decide'>, 'number' | 'office' | 'date' | 'evidence'>;

const decided = (
  session: CliSession,
  { number, office, date, evidence }: Pick<EventOptions, 'number' | 'office' | 'date' | 'evidence'>,
): Decided => ({
  ...(number === undefined ? {} : { number }),
  ...(office === undefined ? {} : { office }),
  ...(date === undefined ? {} : { date }),
  ...(evidence === undefined ? {} : { evidence: evidence.map((file) => session.grant(file)) }),
});

function decideOf(verdict: 'approve' | 'refuse', subject: string | undefined, { reason, ...options }: EventOptions): Act {
  const event = idOf(subject);
  if (verdict === 'approve' && (options.number === undefined || reason === undefined))
    throw new InvalidArgumentError(words.approveIncomplete);
  if (reason === undefined) throw new InvalidArgumentError(words.reasonMissing);
  return async (session) => {
    const after = await session.call('events.decide', { event, verdict, reason, ...decided(session, options) });
    session.result(after, () => enteredText(after));
  };
}

function takeBackOf(action: 'withdraw' | 'undo', subject: string | undefined, { reason }: EventOptions): Act {
  const event = idOf(subject);
  if (reason === undefined) throw new InvalidArgumentError(words.reasonMissing);
  return async (session) => {
    const after = await session.call(action === 'undo' ? 'events.undo' : 'events.withdraw', { event, reason });
    session.result(after, () => enteredText(after));
  };
}

const effectOf =
  (event: number): Act =>
  async (session) => {
    const effect = await session.call('events.effect', { event });
    session.result(effect, () => effectText(effect));
  };

/** A list of events; every row is told, with or without --dry-run. */
function importOf(file: string | undefined, { reason, dryRun }: EventOptions): Act {
  if (file === undefined || (!dryRun && reason === undefined)) throw new InvalidArgumentError(words.importIncomplete);
  return async (session) => {
    const source = session.grant(file);
    const report = dryRun
      ? { ...(await session.call('events.read', { source })), stored: null }
      : await session.call('events.import', { source, reason: reason ?? '' });
    session.result(report, () => eventListText(report));
    const isWrong = report.lines.length === 0 || report.lines.some(({ failure }) => failure !== null);
    if (report.stored === false || isWrong) process.exitCode = 1;
  };
}

function evidenceOf(event: number, { out }: EventOptions): Act {
  if (out === undefined) throw new InvalidArgumentError(words.outMissing);
  return async (session) => {
    const written = await session.call('events.evidence', { event, folder: session.grant(out) });
    session.result(written, () =>
      words.written(
        written.files.map(({ file }) => file),
        out,
      ),
    );
  };
}

function idOf(subject: string | undefined): number {
  if (subject === undefined || !/^[1-9]\d{0,9}$/.test(subject)) throw new InvalidArgumentError(words.idMissing);
  return Number(subject);
}

/** --hours 18-24 */
function parseHours(text: string): NonNullable<EventOptions['hours']> {
  const found = /^(\d{1,2})\s*-\s*(\d{1,2})$/.exec(text.trim());
  const [from, to] = [Number(found?.[1]), Number(found?.[2])];
  if (found === null || from > 23 || to < 1 || to > 24) throw new InvalidArgumentError(words.hoursInvalid);
  return { from, to };
}
