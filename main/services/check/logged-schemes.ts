import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import { checkPlaceText } from '../../../shared/text/check-text.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectSchemeActs, selectSchemes, selectSchemeSources } from '../../db/queries/schemes.ts';
import { sourceHashOf } from '../files.ts';
import { type CreatedWork, type Logged, type LoggedEvent, type Row, text } from './logged-documents.ts';

/** Events by which a version of a scheme (办法) is added. */
const ADDING: ReadonlySet<string> = new Set(['schemes.add', 'schemes.copy', 'schemes.edit', 'schemes.begin', 'ranking.add']);

const ACTS: ReadonlySet<string> = new Set(['schemes.approve', 'schemes.retire']);

/** Versions of schemes and what was done with them, as rows. What came in with the work has an event of its own where that tells it. */
export function schemeRows(db: ReadHandle, created: CreatedWork): Row[] {
  const sources = selectSchemeSources(db);
  return [
    ...selectSchemes(db).map(({ id, kind, year, number, version, actor, storedAt, reason }, index) => ({
      place: checkPlaceText.scheme({ id, act: 'add', actor }),
      content: contentOf({ kind, year, number, version, reason, sourceHash: sourceHashOf(sources[index] ?? null) }),
      older: created.schemes === null ? storedAt : null,
    })),
    ...selectSchemeActs(db).map(({ id, version, act, document, reason, actor }) => ({
      place: checkPlaceText.scheme({ id, act, actor }),
      content: canonicalJson({ version, document, reason }),
      older: null,
    })),
  ];
}

/** The same as events tell it. */
export function loggedSchemes(db: ReadHandle, events: readonly LoggedEvent[], created: CreatedWork): Logged[] {
  const sources = selectSchemeSources(db);
  const known = selectSchemes(db).map((stored, index): Known => ({ ...stored, sourceHash: sourceHashOf(sources[index] ?? null) }));
  return [...broughtSchemes(created), ...events.flatMap((event) => loggedScheme(event, known))];
}

type Version = Readonly<Record<'kind' | 'version' | 'sourceHash', string>> & { readonly year: number; readonly number: number };
type Known = Version & { readonly id: string };

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

function loggedScheme({ kind, detail, reason, actor }: LoggedEvent, known: readonly Known[]): Logged[] {
  const id = text(detail['id']);
  const by = actor ?? '';
  if (ACTS.has(kind)) {
    const { act, number, document } = detail;
    const version = act === 'approve' ? (known.find((one) => one.id === id && one.number === number)?.version ?? '') : null;
    const content = canonicalJson({ version, document: document ?? null, reason: reason ?? '' });
    return [{ place: checkPlaceText.scheme({ id, act: text(act), actor: by }), content }];
  }
  if (!ADDING.has(kind)) return [];
  // Events from before these were told leave them open: as they stand in the version that the event names.
  const own = known.find((one) => one.id === id && one.version === detail['version']);
  const told = { kind: own?.kind, number: own?.number, sourceHash: own?.sourceHash, ...detail };
  return [{ place: checkPlaceText.scheme({ id, act: 'add', actor: by }), content: contentOf({ ...told, reason: reason ?? '' }) }];
}

const contentOf = ({ kind, year, number, version, reason, sourceHash }: Readonly<Record<string, unknown>>): string =>
  canonicalJson({ kind, year, number, version, reason, sourceHash });
