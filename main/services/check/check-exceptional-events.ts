import type { CheckProblem } from '../../../shared/contract/check.ts';
import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import type { EventStatement } from '../../../shared/domain/monitoring/events/exceptional-events.ts';
import { evidencePlaceText, exceptionalPlaceText, scanBrokenText } from '../../../shared/text/check-text.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectEventStatements } from '../../db/queries/event-statements.ts';
import { selectEvents } from '../../db/queries/events.ts';
import { selectFileBytes } from '../../db/queries/originals.ts';
import { sha256Of } from '../files.ts';
import { type Told, unlike } from './match-rows.ts';

const ACTS: ReadonlySet<string> = new Set(['events.add', 'events.import', 'events.decide', 'events.withdraw', 'events.undo']);

/** 例外事件: what was said of each against the log, and its evidence byte by byte. */
export function exceptionalProblems(db: ReadHandle): CheckProblem[] {
  const told = (entry: EventStatement): Told => ({ place: exceptionalPlaceText(entry.event, entry.act), line: canonicalJson(entry) });
  const logged = selectEvents(db).flatMap(({ kind, detail }) =>
    ACTS.has(kind) ? ((JSON.parse(detail) as { readonly entries?: readonly EventStatement[] }).entries ?? []).map(told) : [],
  );
  const statements = selectEventStatements(db);
  return [...unlike('exceptionalEvent', statements.map(told), logged), ...statements.flatMap((entry) => brokenEvidence(db, entry))];
}

const brokenEvidence = (db: ReadHandle, { event, evidence }: EventStatement): CheckProblem[] =>
  evidence.flatMap(({ sha256, name }): CheckProblem[] => {
    const bytes = selectFileBytes(db, sha256);
    if (bytes !== null && sha256Of(bytes) === sha256) return [];
    return [{ kind: 'file', place: evidencePlaceText(event, name), detail: scanBrokenText(sha256) }];
  });
