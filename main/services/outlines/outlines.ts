import type { MethodInput } from '../../../shared/contract/contract.ts';
import type { OutlinesView } from '../../../shared/contract/outlines.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { fitOutlines } from '../../../shared/domain/outlines/fit-outlines.ts';
import { type ReadOutlines, readOutlines } from '../../../shared/domain/outlines/read-outlines.ts';
import type { Plan } from '../../../shared/domain/plan/schema.ts';
import { airUnits } from '../../../shared/domain/plan/unit-schema.ts';
import { outlineFaultText, outlinesText } from '../../../shared/text/outlines-text.ts';
import { decodeBytes } from '../../text-decoding/decode-bytes.ts';
import { insertFile, selectFileBytes } from '../../db/queries/originals.ts';
import { insertOutlineFile, type OutlineFileRecord, selectOutlineFiles } from '../../db/queries/outlines.ts';
import type { ServiceContext, WritingContext } from '../context.ts';
import { type SourceFile, sha256Of } from '../files.ts';
import { townIdOf } from '../plan/town-names.ts';
import { readWorkPlan } from '../plan/work-plan.ts';

/** Units across the drawing: fine enough for paper. */
const WIDTH = 4000;
const NONE: ReadOutlines = { outlines: [], faults: [] };

/** 镇街轮廓 of the file that holds now. */
export function showOutlines({ work }: ServiceContext): OutlinesView {
  const { plan } = readWorkPlan(work.handle);
  const held = selectOutlineFiles(work.handle).at(-1) ?? null;
  const sha256 = held?.sha256 ?? null;
  const bytes = sha256 === null ? null : selectFileBytes(work.handle, sha256);
  return viewOf(plan, held, bytes === null ? NONE : readFor(plan, bytes));
}

/** Keeps the file and draws it from now on; one of which nothing can be drawn is refused. */
export async function importOutlines(
  context: WritingContext,
  file: SourceFile,
  { source, sketch = false }: Pick<MethodInput<'outlines.import'>, 'source' | 'sketch'>,
): Promise<OutlinesView> {
  const invalid = (detail: string): Failure => new Failure('OUTLINES_INVALID', { file: file.name, detail });
  const bytes = await file.read().catch((error: unknown) => {
    throw new Failure('OUTLINES_INVALID', { file: file.name, detail: outlinesText.unreadable }, { cause: error });
  });
  if (bytes.byteLength > MOST_BYTES) throw invalid(outlineFaultText({ feature: -1, code: 'TOO_MANY', name: '' }));
  const { plan } = readWorkPlan(context.writer);
  const read = readFor(plan, bytes);
  const [first] = read.faults;
  if (read.outlines.length === 0) throw invalid(outlineFaultText(first ?? { feature: -1, code: 'NO_GEOMETRY', name: '' }));
  const sha256 = sha256Of(bytes);
  return viewOf(plan, keep(context, { fileName: file.name, sha256, source, sketch, reason: source }, bytes), read);
}

/** No outlines from now on. */
export function removeOutlines(context: WritingContext, reason: string): OutlinesView {
  const held = selectOutlineFiles(context.writer).at(-1);
  if (held === undefined || held.sha256 === null) throw new Failure('OUTLINES_NONE', {});
  const { fileName, source, sketch } = held;
  return viewOf(readWorkPlan(context.writer).plan, keep(context, { fileName, sha256: null, source, sketch, reason }, null), NONE);
}

/** More than any district needs, and still read in a moment. */
const MOST_BYTES = 30_000_000;

function keep(context: WritingContext, said: Omit<OutlineFileRecord, 'actor' | 'at'>, bytes: Uint8Array | null): OutlineFileRecord {
  const { writer: db } = context;
  const record: OutlineFileRecord = { ...said, actor: context.actor.name, at: context.now() };
  db.transaction(() => {
    if (bytes !== null && said.sha256 !== null) insertFile(db, said.sha256, bytes);
    insertOutlineFile(db, record);
    db.note({ subject: said.fileName, reason: said.reason, detail: { ...record } });
  });
  return record;
}

function readFor(plan: Plan, bytes: Uint8Array): ReadOutlines {
  const decoded = decodeBytes(bytes, { wide: 'byZeros' });
  return decoded.ok
    ? readOutlines(decoded.text, (name) => townIdOf(plan, name))
    : { outlines: [], faults: [{ feature: -1, code: 'NOT_JSON', name: '' }] };
}

function viewOf(plan: Plan, held: OutlineFileRecord | null, { outlines, faults }: ReadOutlines): OutlinesView {
  const units = airUnits(plan);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const fitted = fitOutlines(outlines, WIDTH);
  const drawn = new Set(outlines.map(({ unitId }) => unitId));
  const without = units.filter(({ id }) => !drawn.has(id)).map(({ name }) => name);
  const file = held === null || held.sha256 === null ? null : aboutFile(held, held.sha256);
  return {
    file,
    width: fitted.width,
    height: fitted.height,
    outlines: fitted.outlines.map(({ unitId, rings, label }) => ({
      unitId,
      name: names.get(unitId) ?? unitId,
      rings: rings.map((ring) => ring.map(([x, y]): [number, number] => [x, y])),
      label: [label[0], label[1]],
    })),
    problems: [
      ...faults.map((fault) => `${outlineFaultText(fault)}。`),
      ...(file === null || without.length === 0 ? [] : [`${outlinesText.without(without.join('、'))}。`]),
    ],
    without,
  };
}

const aboutFile = ({ fileName, source, sketch, actor, at }: OutlineFileRecord, sha256: string): NonNullable<OutlinesView['file']> => ({
  name: fileName,
  sha256,
  source,
  sketch,
  actor,
  at,
});
