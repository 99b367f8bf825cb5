import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import type { CheckProblem } from '../../../shared/contract/check.ts';
import { checkPlaceText, planVersionText } from '../../../shared/text/check-text.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { carriedScheme } from '../../db/migrations/0170-index-stages.ts';
import { withoutDust } from '../../db/migrations/0210-dust-setting.ts';
import { selectSchemeActs, selectSchemes, selectSchemeSources, type StoredScheme } from '../../db/queries/schemes.ts';
import { sourceHashOf } from '../files.ts';
import { type CreatedWork, isRecord, type Logged, type LoggedEvent, type Row, text } from './logged-documents.ts';

/** Events by which a version of a scheme (办法) is added. */
const ADDING: ReadonlySet<string> = new Set(['schemes.add', 'schemes.copy', 'schemes.edit', 'schemes.begin', 'ranking.add']);

const ACTS: ReadonlySet<string> = new Set(['schemes.approve', 'schemes.retire']);

/** Versions of schemes as rows. What came in with the work has an event of its own where that tells it. */
export function versionRows(db: ReadHandle, created: CreatedWork): Row[] {
  return knownVersions(db).map(({ actor, storedAt, ...version }) => ({
    place: checkPlaceText.scheme({ id: version.id, act: 'add', actor }),
    content: contentOf(version),
    older: created.schemes === null ? storedAt : null,
  }));
}

/** What was done with schemes, as rows. */
export const actRows = (db: ReadHandle): Row[] =>
  selectSchemeActs(db).map(({ id, version, act, document, reason, actor }) => ({
    place: checkPlaceText.scheme({ id, act, actor }),
    content: canonicalJson({ version, document, reason }),
    older: null,
  }));

/** The same as events tell it. */
export function loggedVersions(db: ReadHandle, events: readonly LoggedEvent[], created: CreatedWork): Logged[] {
  const known = knownVersions(db);
  return [...broughtSchemes(created), ...events.filter(({ kind }) => ADDING.has(kind)).map((event) => loggedVersion(event, known))];
}

export function loggedActs(db: ReadHandle, events: readonly LoggedEvent[]): Logged[] {
  const known = knownVersions(db);
  return events
    .filter(({ kind }) => ACTS.has(kind))
    .map(({ detail, reason, actor }) => {
      const { act, number, document } = detail;
      const id = text(detail['id']);
      const version = act === 'approve' ? (known.find((one) => one.id === id && one.number === number)?.version ?? '') : null;
      return {
        place: checkPlaceText.scheme({ id, act: text(act), actor: actor ?? '' }),
        content: canonicalJson({ version, document: document ?? null, reason: reason ?? '' }),
      };
    });
}

/** What a migration carried forward is what the log says, and says what the original says. */
export function carriedProblems(db: ReadHandle, events: readonly LoggedEvent[]): CheckProblem[] {
  const told = { index: carriedBy(events, 170), dust: carriedBy(events, 210) };
  return selectSchemes(db).flatMap(({ id, kind, version, content, origin }): CheckProblem[] => {
    const key = `${id} ${version}`;
    const [index, dust] = [told.index.has(key), told.dust.has(key)];
    const came: unknown = JSON.parse(origin ?? content);
    const indexed = index ? carriedScheme(kind, came) : came;
    const said = dust ? withoutDust(indexed) : indexed;
    const right = (index || dust) === (origin !== null) && (origin === null || JSON.stringify(said) === content);
    return right ? [] : [{ kind: 'scheme', place: id, detail: planVersionText.schemeCarried }];
  });
}

/** Versions that a migration carried forward, as the log tells. */
const carriedBy = (events: readonly LoggedEvent[], migration: number): ReadonlySet<string> =>
  new Set(
    events
      .filter(({ kind, detail }) => kind === 'schemes.carry' && detail['version'] === migration)
      .flatMap(({ detail }) => (Array.isArray(detail['schemes']) ? (detail['schemes'] as unknown[]) : []))
      .flatMap((one) => (isRecord(one) ? [`${text(one['id'])} ${text(one['version'])}`] : [])),
  );

type Known = StoredScheme & { readonly sourceHash: string };

function knownVersions(db: ReadHandle): Known[] {
  const sources = selectSchemeSources(db);
  return selectSchemes(db).map((stored, index) => ({ ...stored, sourceHash: sourceHashOf(sources[index] ?? null) }));
}

function broughtSchemes({ schemes, by }: CreatedWork): Logged[] {
  const numbers = new Map<string, number>();
  return (schemes ?? []).map((scheme) => {
    const id = text(scheme['id']);
    const number = (numbers.get(id) ?? 0) + 1;
    numbers.set(id, number);
    const { kind, year, version, sourceHash } = scheme;
    return {
      place: checkPlaceText.scheme({ id, act: 'add', actor: by }),
      content: contentOf({ kind, year, number, version, sourceHash, reason: by }),
    };
  });
}

function loggedVersion({ detail, reason, actor }: LoggedEvent, known: readonly Known[]): Logged {
  const id = text(detail['id']);
  // Events from before these were told leave them open: as they stand in the version that the event names.
  const own = known.find((one) => one.id === id && one.version === detail['version']);
  const said = { kind: own?.kind, number: own?.number, sourceHash: own?.sourceHash, ...detail };
  return {
    place: checkPlaceText.scheme({ id, act: 'add', actor: actor ?? '' }),
    content: contentOf({ ...said, reason: reason ?? '' }),
  };
}

const contentOf = ({ kind, year, number, version, reason, sourceHash }: Partial<Record<keyof Known, unknown>>): string =>
  canonicalJson({ kind, year, number, version, reason, sourceHash });
