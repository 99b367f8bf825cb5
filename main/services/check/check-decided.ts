import type { CheckProblem } from '../../../shared/contract/check.ts';
import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import { checkPlaceText, planVersionText } from '../../../shared/text/check-text.ts';
import type { EventRow } from '../../db/event-chain.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectEvents } from '../../db/queries/events.ts';
import { selectDocuments } from '../../db/queries/plan-documents.ts';
import { selectAllSettledFigures } from '../../db/queries/settled-figures.ts';
import { selectYearDecisions } from '../../db/queries/years.ts';
import {
  type CreatedWork,
  createdWork,
  isRecord,
  listTitle,
  type Logged,
  loggedDocuments,
  type LoggedEvent,
  planHead,
  type Row,
  text,
} from './logged-documents.ts';
import { actRows, carriedProblems, loggedActs, loggedVersions, versionRows } from './logged-schemes.ts';
import { pairOff, problemsOf } from './match-rows.ts';

/**
 * 操作记录重放: what was decided (认定数, 年度决定, 方案文件, 办法) against the events that say so. What stood there when the chain began has no
 * event of its own and is passed over.
 */
export function decidedProblems(db: ReadHandle): CheckProblem[] {
  const events = selectEvents(db).map(opened);
  const created = createdWork(events);
  // What was stored while events had no chain yet told of itself in none; a clock that went backwards since changes nothing in that.
  const first = events.findIndex(({ hash }) => hash !== null);
  const began = Math.max(...events.slice(0, first + 1).map(({ at }) => Date.parse(at)));
  const isOlder = ({ older }: Row): boolean => older !== null && Date.parse(older) <= began;
  return [
    ...compared('settledFigure', figures(db), loggedFigures(events), isOlder),
    ...compared('yearDecision', decisions(db, created), [...firstOpening(created), ...loggedDecisions(events)], isOlder),
    ...compared('planDocument', documents(db, listsOfOpenings(events)), loggedDocuments(events), isOlder),
    ...compared('scheme', versionRows(db, created), loggedVersions(db, events, created), isOlder),
    ...compared('scheme', actRows(db), loggedActs(db, events), isOlder),
    ...planProblems(db, created),
    ...carriedProblems(db, events),
  ];
}

const opened = ({ detail, after, ...event }: EventRow): LoggedEvent => ({
  ...event,
  detail: JSON.parse(detail) as LoggedEvent['detail'],
  after: after === null ? null : (JSON.parse(after) as unknown),
});

/** Rows without an event, and events whose row is gone or says something else: each of as many as there are, in their order. */
function compared(
  kind: CheckProblem['kind'],
  rows: readonly Row[],
  logged: readonly Logged[],
  isOlder: (row: Row) => boolean,
): CheckProblem[] {
  const { missing, foreign, misplaced } = pairOff(rows, logged, isOf);
  return problemsOf(kind, { missing, foreign: foreign.filter((row) => !isOlder(row)), misplaced });
}

const isOf = (row: Row, entry: Logged): boolean =>
  row.place === entry.place && row.content === entry.content && (entry.at === undefined || entry.at === row.at);

/** The plan that the work was made of is still that one, and what a migration carried forward says what the original says. */
function planProblems(db: ReadHandle, { planVersion }: CreatedWork): CheckProblem[] {
  return selectDocuments(db).flatMap(({ kind, title, version, content, origin }): CheckProblem[] => {
    const changed = kind === 'plan' && planVersion !== null && version !== planVersion;
    const carried = origin === null || canonicalJson(originalPart(content, origin)) === canonicalJson(JSON.parse(origin));
    return [
      ...(changed ? [{ kind: 'planDocument' as const, place: title, detail: planVersionText.created(planVersion) }] : []),
      ...(carried ? [] : [{ kind: 'plan' as const, place: title, detail: planVersionText.carried }]),
    ];
  });
}

/** What of a content that was carried forward stood in its original. */
function originalPart(content: string, origin: string): object {
  const keys = new Set(Object.keys(JSON.parse(origin) as object));
  return Object.fromEntries(Object.entries(JSON.parse(content) as object).filter(([key]) => keys.has(key)));
}

const figures = (db: ReadHandle): Row[] =>
  selectAllSettledFigures(db).map(({ reason, ...figure }) => ({
    place: checkPlaceText.figure(figure),
    content: reason,
    older: null,
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

/** Years that a new work or a migration opened have no event of their own where the event of the new work does not tell them. */
const decisions = (db: ReadHandle, { opening }: CreatedWork): Row[] =>
  selectYearDecisions(db).map(({ year, act, content, reason, actor, at }) => ({
    place: checkPlaceText.decision({ year, act, actor, reason }),
    content: canonicalJson(JSON.parse(content)),
    at,
    older: act === 'open' && opening === null ? at : null,
  }));

const firstOpening = ({ opening, by }: CreatedWork): Logged[] =>
  opening === null
    ? []
    : [
        {
          place: checkPlaceText.decision({ year: opening.year, act: 'open', actor: by, reason: by }),
          content: canonicalJson(opening.content),
        },
      ];

function loggedDecisions(events: readonly LoggedEvent[]): Logged[] {
  return events.flatMap(({ kind, detail, after, reason, actor }): Logged[] => {
    const { year, act, id } = detail;
    // A decision holds for what is read after it.
    const at = typeof detail['at'] === 'string' ? detail['at'] : undefined;
    if (kind.startsWith('year.') && typeof act === 'string') {
      const place = checkPlaceText.decision({ year: Number(year), act, actor: actor ?? '', reason: reason ?? '' });
      return [{ place, content: canonicalJson(after), at }];
    }
    if (kind !== 'plan.import' || typeof year !== 'number') return [];
    const head = { year, act: 'change', actor: text(detail['actor']), reason: text(detail['reason']) };
    return [{ place: checkPlaceText.decision(head), content: canonicalJson({ list: id }), at }];
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
      older: isOpening ? ALWAYS : kind === 'plan' && isAsWritten ? storedAt : null,
    };
  });
}

/** Before every beginning. */
const ALWAYS = '1970-01-01T00:00:00Z';

/** Lists that came in with the opening of a year whose event names them by their id alone; their content says their title. */
const listsOfOpenings = (events: readonly LoggedEvent[]): ReadonlySet<number> =>
  new Set(
    events
      .filter(({ kind, detail }) => kind === 'year.open' && detail['document'] === undefined)
      .flatMap(({ after }) => (isRecord(after) && typeof after['list'] === 'number' ? [after['list']] : [])),
  );

const listOf = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? (value as readonly Readonly<Record<string, unknown>>[]) : [];
