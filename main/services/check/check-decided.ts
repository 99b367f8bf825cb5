import type { CheckProblem } from '../../../shared/contract/check.ts';
import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import { checkPlaceText, rowMissingText } from '../../../shared/text/check-text.ts';
import type { EventRow } from '../../db/event-chain.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectEvents } from '../../db/queries/events.ts';
import { selectDocuments } from '../../db/queries/plan-documents.ts';
import { selectSchemeActs, selectSchemes } from '../../db/queries/schemes.ts';
import { selectAllSettledFigures } from '../../db/queries/settled-figures.ts';
import { selectYearDecisions } from '../../db/queries/years.ts';
import { isRecord, listTitle, planHead, type Logged, type LoggedEvent, loggedDocuments, text } from './logged-documents.ts';

/**
 * 操作记录重放: what was decided (认定数, 年度决定, 方案文件, 办法) against the events that say so. What stood there when the chain began has no
 * event of its own and is passed over.
 */
export function decidedProblems(db: ReadHandle): CheckProblem[] {
  const events = selectEvents(db).map(opened);
  // What was stored while events had no chain yet told of itself in none; a clock that went backwards since changes nothing in that.
  const first = events.findIndex(({ hash }) => hash !== null);
  const began = Math.max(...events.slice(0, first + 1).map(({ at }) => Date.parse(at)));
  const isOlder = ({ at }: Row): boolean => Date.parse(at) <= began;
  return [
    ...compared('settledFigure', figures(db), loggedFigures(events), isOlder),
    ...compared('yearDecision', decisions(db), loggedDecisions(events), isOlder),
    ...compared('planDocument', documents(db, listsOfOpenings(events)), loggedDocuments(events), isOlder),
    ...compared('scheme', schemes(db), loggedSchemes(events), isOlder),
  ];
}

/** A row as an event would tell it; `at`: when it was stored. */
type Row = Logged & { readonly at: string };

const opened = ({ detail, after, ...event }: EventRow): LoggedEvent => ({
  ...event,
  detail: JSON.parse(detail) as LoggedEvent['detail'],
  after: after === null ? null : (JSON.parse(after) as unknown),
});

/** Rows without an event, and events whose row is gone or says something else: each of as many as there are. */
function compared(
  kind: CheckProblem['kind'],
  rows: readonly Row[],
  logged: readonly Logged[],
  isOlder: (row: Row) => boolean,
): CheckProblem[] {
  const open = logged.map(({ place, content }) => ({ place, line: `${place} ${content}` }));
  const unlogged = rows.filter(({ place, content }) => {
    const at = open.findIndex(({ line }) => line === `${place} ${content}`);
    if (at >= 0) open.splice(at, 1);
    return at < 0;
  });
  return [
    ...open.map(({ place }): CheckProblem => ({ kind, place, detail: rowMissingText.row })),
    ...unlogged.filter((row) => !isOlder(row)).map(({ place }): CheckProblem => ({ kind, place, detail: rowMissingText.event })),
  ];
}

const figures = (db: ReadHandle): Row[] =>
  selectAllSettledFigures(db).map(({ storedAt, reason, ...figure }) => ({
    place: checkPlaceText.figure(figure),
    content: reason,
    at: storedAt,
  }));

const loggedFigures = (events: readonly LoggedEvent[]): Logged[] =>
  events
    .filter(({ kind }) => kind === 'figures.set' || kind === 'figures.import')
    .flatMap(({ after, detail, reason, actor }) =>
      listOf(after).map((figure) => ({
        place: checkPlaceText.figure({
          measureId: text(figure['measureId']),
          year: Number(figure['year']),
          unitId: typeof figure['unitId'] === 'string' ? figure['unitId'] : null,
          value: text(figure['value']),
          document: text(detail['document']),
          actor: actor ?? '',
        }),
        content: figure['note'] === undefined ? (reason ?? '') : `${reason}；${text(figure['note'])}`,
      })),
    );

const decisions = (db: ReadHandle): Row[] =>
  selectYearDecisions(db).map(({ year, act, content, reason, actor, at }) => ({
    place: checkPlaceText.decision({ year, act, actor, reason }),
    content: canonicalJson(JSON.parse(content)),
    at,
  }));

function loggedDecisions(events: readonly LoggedEvent[]): Logged[] {
  return events.flatMap(({ kind, detail, after, reason, actor }): Logged[] => {
    const { year, act, id } = detail;
    if (kind.startsWith('year.') && typeof act === 'string') {
      const place = checkPlaceText.decision({ year: Number(year), act, actor: actor ?? '', reason: reason ?? '' });
      return [{ place, content: canonicalJson(after) }];
    }
    if (kind !== 'plan.import' || typeof year !== 'number') return [];
    const head = { year, act: 'change', actor: text(detail['actor']), reason: text(detail['reason']) };
    return [{ place: checkPlaceText.decision(head), content: canonicalJson({ list: id }) }];
  });
}

/** The plan itself is held against its own content, which has its hash; the others against what their events say. */
function documents(db: ReadHandle, ofOpenings: ReadonlySet<number>): Row[] {
  return selectDocuments(db).map(({ id, kind, number, title, issuedOn, effectiveOn, version, content, reason, actor, storedAt }) => {
    const head = { kind, number, title, issuedOn, effectiveOn };
    const data: unknown = JSON.parse(content);
    const isAsWritten = kind !== 'plan' || canonicalJson(planHead(data)) === canonicalJson(head);
    const isOpening = ofOpenings.has(id) && listTitle(data) === title;
    return {
      place: checkPlaceText.document(head),
      content: canonicalJson({ version, reason, actor }),
      at: isOpening ? ALWAYS : isAsWritten ? storedAt : NEVER,
    };
  });
}

/** Later than every beginning: what differs from its own content is told, whenever it was stored. */
const NEVER = '9999-12-31T00:00:00Z';

/** Before every beginning. */
const ALWAYS = '1970-01-01T00:00:00Z';

/** Lists that came in with the opening of a year whose event names them by their id alone; their content says their title. */
const listsOfOpenings = (events: readonly LoggedEvent[]): ReadonlySet<number> =>
  new Set(
    events
      .filter(({ kind, detail }) => kind === 'year.open' && detail['document'] === undefined)
      .flatMap(({ after }) => (isRecord(after) && typeof after['list'] === 'number' ? [after['list']] : [])),
  );

const schemes = (db: ReadHandle): Row[] => [
  ...selectSchemes(db).map(({ id, number, version, actor, storedAt, reason }) => ({
    place: checkPlaceText.scheme({ id, act: 'add', actor }),
    content: canonicalJson({ version, reason, number }),
    at: storedAt,
  })),
  ...selectSchemeActs(db).map(({ id, act, document, reason, actor, at }) => ({
    place: checkPlaceText.scheme({ id, act, actor }),
    content: canonicalJson({ document, reason }),
    at,
  })),
];

function loggedSchemes(events: readonly LoggedEvent[]): Logged[] {
  const numbers = new Map<string, number>();
  return events.flatMap(({ kind, detail, reason, actor }): Logged[] => {
    const id = text(detail['id']);
    const by = actor ?? '';
    if (kind === 'schemes.approve' || kind === 'schemes.retire') {
      const content = canonicalJson({ document: detail['document'] ?? null, reason: reason ?? '' });
      return [{ place: checkPlaceText.scheme({ id, act: text(detail['act']), actor: by }), content }];
    }
    if (kind !== 'schemes.add' && kind !== 'schemes.copy' && kind !== 'ranking.add') return [];
    // Only the event of `ranking.add` leaves the number out.
    const number = typeof detail['number'] === 'number' ? detail['number'] : (numbers.get(id) ?? 0) + 1;
    numbers.set(id, number);
    const content = canonicalJson({ version: text(detail['version']), reason: reason ?? '', number });
    return [{ place: checkPlaceText.scheme({ id, act: 'add', actor: by }), content }];
  });
}

const listOf = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? (value as readonly Readonly<Record<string, unknown>>[]) : [];
