import { z } from 'zod';
import { Rational } from '../../numbers/rational.ts';
import type { CellRef, Lack, Reading, Row } from '../base/data-source.ts';
import { drafted, type Draft, lacking, valued } from '../base/explain.ts';
import { type Better, type Compiler, type MeasureAccess, type NodeBody, type Scope, sourceKind, type World } from '../base/kinds.ts';
import { measureName } from '../base/shapes.ts';
import { checkMeasure } from './names.ts';
import { type Reference, referenceOf } from './reference.ts';

/**
 * 量度: a measure, or several added up. Held against something (`vs`) it is an improvement, + = better whichever way the measure runs;
 * alone it is the level.
 */
export const of = sourceKind({
  key: 'of',
  schema: z.strictObject({
    of: z.union([measureName, z.array(measureName).min(1)]),
    /** 公布值: the level or the improvement is rounded to so many decimals before anything is made of it. */
    decimals: z.int().min(0).max(6).optional(),
  }),
  codes: [
    'level',
    'improvement',
    'improvementPct',
    'measureMissing',
    'measureNotApplicable',
    'nothingOccurred',
    'referenceZero',
    'measureIncomplete',
  ],
  sample: {
    rule: { of: 'pm25', vs: 'target' },
    rows: [
      { pm25: '54', 'pm25.target': '56' },
      { pm25: '', 'pm25.target': '56' },
      { pm25: '不涉及', 'pm25.target': '56' },
    ],
    results: ['2', 'missing', 'notApplicable'],
  },
  make(args, compiler): NodeBody {
    const names = typeof args.of === 'string' ? [args.of] : args.of;
    names.forEach((name, index) => checkMeasure(name, compiler, typeof args.of === 'string' ? ['of'] : ['of', index]));
    const reference = referenceOf(names, compiler);
    const label = names.map((name) => compiler.frame.labelOf(name)).join('+');
    const access = accessTo(names, directionOf(names, compiler), reference);
    const { scope } = compiler;
    return {
      better: reference === null ? access.better : 'more',
      measure: access,
      explain(row, world) {
        const params = { measure: label };
        if (scope.complete && names.some((name) => world.data.complete?.(row, name) === false))
          return lacking('measureIncomplete', [{ code: 'pollutants', params }], { params });
        const draft = reference === null ? level(access, label, row, world) : improvement(access, { reference, label }, scope, row, world);
        return published(draft, args.decimals);
      },
    };
  },
});

/** Rounded once, half-even; the sentence then names the published value. */
function published(draft: Draft, decimals: number | undefined): Draft {
  if (decimals === undefined || draft.outcome.state !== 'value') return draft;
  const value = draft.outcome.value.round(decimals);
  return { ...draft, outcome: { state: 'value', value }, params: { ...draft.params, result: value.text() } };
}

const directionOf = (names: readonly string[], { frame }: Compiler): Better =>
  names.every((name) => frame.betterOf(name) === 'less') ? 'less' : 'more';

function accessTo(names: readonly string[], better: Better, reference: Reference | null): MeasureAccess {
  return {
    names,
    better,
    reference: reference === null ? null : reference.slot,
    value: (row, world) => added(names.map((name) => world.data.value(row, name))),
    referenceValue: (row, world) => (reference === null ? MISSING_REFERENCE : added(reference.parts.map((part) => part(row, world)))),
  };
}

const MISSING_REFERENCE: Reading = { kind: 'missing', lack: { code: 'noValue', params: {} }, sources: [] };

/** A sum of readings: one that is missing leaves none, 不涉及 of all of them is 不涉及. */
function added(readings: readonly Reading[]): Reading {
  const sources = readings.flatMap((reading) => reading.sources);
  const [first] = readings;
  if (readings.length === 1 && first !== undefined) return first;
  const missing = readings.find((reading) => reading.kind === 'missing');
  if (missing !== undefined) return { ...missing, sources };
  const values = readings.flatMap((reading) => (reading.kind === 'value' ? [reading.value] : []));
  const [start, ...others] = values;
  if (start === undefined) return { kind: 'notApplicable', sources };
  // What equals a sum of which one part has to be exceeded does not exceed it.
  const strict = readings.some((reading) => reading.kind === 'value' && reading.strict === true);
  return { kind: 'value', value: others.reduce((sum, value) => sum.plus(value), start), sources, ...(strict ? { strict } : {}) };
}

function level(access: MeasureAccess, label: string, row: Row, world: World): Draft {
  const reading = access.value(row, world);
  const params = { measure: label };
  return reading.kind === 'value'
    ? valued('level', reading.value, { params, sources: reading.sources })
    : unread(reading, params, reading.sources);
}

interface Held {
  readonly reference: Reference;
  readonly label: string;
}

function improvement(access: MeasureAccess, { reference, label }: Held, { inPct }: Scope, row: Row, world: World): Draft {
  const [value, against] = [access.value(row, world), access.referenceValue(row, world)];
  const sources: readonly CellRef[] = [...value.sources, ...against.sources];
  const params = { measure: label, reference: reference.slot };
  if (value.kind === 'noOccurrence') return valued('nothingOccurred', Rational.of(0), { params, sources });
  const lacks: readonly Lack[] = [value, against].flatMap((reading) => (reading.kind === 'missing' ? [reading.lack] : []));
  if (value.kind === 'notApplicable' || against.kind === 'notApplicable' || against.kind === 'noOccurrence')
    return drafted('measureNotApplicable', { state: 'notApplicable' }, { params, sources });
  if (value.kind !== 'value' || against.kind !== 'value') return lacking('measureMissing', lacks, { params, sources });
  const gain = access.better === 'less' ? against.value.minus(value.value) : value.value.minus(against.value);
  const figures = { ...params, value: value.value.text(), against: against.value.text(), better: access.better, ...strictly(against) };
  if (!inPct) return valued('improvement', gain, { params: figures, sources });
  if (against.value.sign === 0)
    return lacking('referenceZero', [{ code: 'zeroReference', params: { ...params } }], { params: figures, sources });
  return valued('improvementPct', gain.times(HUNDRED).div(against.value.abs()), { params: figures, sources });
}

const strictly = ({ strict }: { readonly strict?: boolean }): { readonly strict?: 'true' } => (strict === true ? { strict: 'true' } : {});

const HUNDRED = Rational.of(100);

function unread(
  reading: Exclude<Reading, { kind: 'value' }>,
  params: Readonly<Record<string, string>>,
  sources: readonly CellRef[],
): Draft {
  if (reading.kind === 'missing') return lacking('measureMissing', [reading.lack], { params, sources });
  return drafted('measureNotApplicable', { state: 'notApplicable' }, { params, sources });
}
