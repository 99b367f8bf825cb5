import { type Command, InvalidArgumentError } from 'commander';
import type { MethodInput } from '../../../../shared/contract/contract.ts';
import { STATION_KINDS, type StationKind } from '../../../../shared/domain/monitoring/stations/types.ts';
import type { Pollutant } from '../../../../shared/domain/air/standards/pollutants.ts';
import { stationKindOf, stationText as words } from '../../../../shared/text/station-text.ts';
import { registerText } from '../render/register.ts';
import { stationsTable } from '../render/stations.ts';
import type { CliSession, Run } from '../session.ts';
import { pollutantOf } from '../../../../shared/domain/air/index-weights.ts';
import { parseDay } from './monitoring-options.ts';

type Towns = readonly { readonly place: string; readonly weight: string }[];

interface StationOptions {
  readonly name?: string;
  readonly station?: string;
  readonly code?: string;
  readonly alias?: string[];
  readonly kind?: StationKind;
  readonly town?: Towns;
  readonly items?: readonly Pollutant[] | null;
  readonly from?: string;
  readonly to?: string;
  readonly reason?: string;
  readonly document?: string;
  readonly dryRun: boolean;
}

/** stations W list, stations W set, stations W assign NAME: the register of stations (站点登记). */
export function addStationsCommand(program: Command, run: Run): void {
  program
    .command('stations <WORK.sqlite> <list|set|assign|import> [NAME]')
    .option('--name <名称>', words.name)
    .option('--station <原名称>', words.station)
    .option('--code <代码>', words.code)
    .option('--alias <别名...>', words.alias)
    .option('--kind <类型>', words.kind, parseKind)
    .option('--town <单位=权重...>', words.town, parseTown)
    .option('--items <监测项目>', words.items, parseItems)
    .option('--from <日期>', words.from, parseDay)
    .option('--to <日期或归处>', words.to)
    .option('--reason <理由>', words.reason)
    .option('--document <文件>', words.document)
    .option('--dry-run', words.dryRun, false)
    .action((file: string, action: string, name: string | undefined, options: StationOptions) =>
      run(async (session) => {
        const act = actOf(action, name, options);
        await session.call('work.open', { file: session.grant(file) });
        await act(session);
      }),
    );
}

/** Checked before the work is opened. */
function actOf(action: string, name: string | undefined, options: StationOptions): (session: CliSession) => Promise<void> {
  if (action === 'list') {
    return async (session) => {
      const listed = await session.call('stations.list', {});
      session.result(listed, () => stationsTable(listed));
    };
  }
  if (action === 'set') {
    const request = setOf(name, options);
    return async (session) => {
      const said = await session.call('stations.set', request);
      session.result(said, () => words.stored(said.name));
    };
  }
  if (action === 'import') return importOf(name, options);
  if (action !== 'assign') throw new InvalidArgumentError(words.actionInvalid);
  const request = assignmentOf(name, options);
  return async (session) => {
    const said = await session.call('stations.assign', request);
    session.result(said, () =>
      request.to === null
        ? words.released(request.name)
        : words.assigned(request.name, said.name === request.name ? String(request.to) : said.name),
    );
  };
}

/** A table of stations; every row is told, with or without --dry-run. */
function importOf(file: string | undefined, { reason, document, dryRun }: StationOptions): (session: CliSession) => Promise<void> {
  if (file === undefined || (!dryRun && blank(reason))) throw new InvalidArgumentError(words.importIncomplete);
  return async (session) => {
    const source = session.grant(file);
    const report = dryRun
      ? { ...(await session.call('stations.read', { source })), stored: null }
      : await session.call('stations.import', { source, reason: reason ?? '', ...(document === undefined ? {} : { document }) });
    session.result(report, () => registerText(report));
    const isWrong = report.lines.length === 0 || report.lines.some(({ failure }) => failure !== null);
    if (report.stored === false || isWrong) process.exitCode = 1;
  };
}

function setOf(name: string | undefined, options: StationOptions): MethodInput<'stations.set'> {
  const { station, code, alias, kind, town, items, from, to, document } = options;
  const called = options.name ?? name;
  if ((called === undefined && station === undefined) || blank(options.reason)) throw new InvalidArgumentError(words.setIncomplete);
  return {
    reason: options.reason ?? '',
    ...(called === undefined ? {} : { name: called }),
    ...(station === undefined ? {} : { station }),
    ...(code === undefined ? {} : { code: code === '-' ? null : code }),
    ...(alias === undefined ? {} : { aliases: alias }),
    ...(kind === undefined ? {} : { kind }),
    ...(town === undefined ? {} : { places: [...town] }),
    ...(items === undefined ? {} : { items: items === null ? null : [...items] }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { until: to === '-' ? null : parseDay(to) }),
    ...(document === undefined ? {} : { document }),
  };
}

function assignmentOf(name: string | undefined, { to, reason, document }: StationOptions): MethodInput<'stations.assign'> {
  if (name === undefined || to === undefined || blank(reason)) throw new InvalidArgumentError(words.assignIncomplete);
  return { name, to: to === '-' ? null : to, reason: reason ?? '', ...(document === undefined ? {} : { document }) };
}

const blank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

function parseKind(text: string): StationKind {
  const known = stationKindOf(text);
  const kind = STATION_KINDS.find((one) => one === known);
  if (kind === undefined) throw new InvalidArgumentError(words.kindInvalid);
  return kind;
}

/** --town 某镇=0.5; several add up. */
function parseTown(text: string, before: Towns = []): Towns {
  const [place = '', weight = '1', surplus] = text.split('=').map((part) => part.trim());
  if (place === '' || surplus !== undefined) throw new InvalidArgumentError(words.townInvalid);
  return [...before, { place, weight }];
}

/** --items PM2.5,PM10 */
export function parseItems(text: string): readonly Pollutant[] | null {
  if (text.trim() === 'auto') return null;
  const names = text.split(/[,，、;\s]+/u).filter((name) => name !== '');
  const items = names.map(pollutantOf).filter((item) => item !== null);
  if (items.length === 0 || items.length < names.length) throw new InvalidArgumentError(words.itemsInvalid);
  return [...new Set(items)];
}
