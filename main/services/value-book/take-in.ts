import type { DecisionEffect } from '../../../shared/contract/effect.ts';
import type { ValueBookReport, ValueBookStored } from '../../../shared/contract/value-book.ts';
import type { ReadValue } from '../../../shared/domain/plan/value-book/read-values.ts';
import { measuresOf } from '../../../shared/domain/plan/statements.ts';
import { selectSettledFigures } from '../../db/queries/settled-figures.ts';
import type { ServiceContext, WritingContext } from '../context.ts';
import type { ReadSource } from '../plan-book/read-source.ts';
import { type RequestedRevision, reviseTargets } from '../years/revise-targets.ts';
import { readWorkPlan } from '../plan/work-plan.ts';
import { revisionEffect } from '../years/revision-effect.ts';
import { type FigureRequest, figuresEffect, settleFigures } from '../years/settle-figures.ts';
import { readValueBook, type ValueBook } from './read-values.ts';

export interface TargetsRequest {
  readonly document: string;
  readonly title?: string | undefined;
  readonly issued?: string | undefined;
  readonly from: string;
  readonly reason: string;
}

type TargetsPreview = Pick<TargetsRequest, 'from'> & { readonly document?: string | undefined };

/** What a 目标调整表 would change. */
export function previewTargets(context: ServiceContext, source: ReadSource, request: TargetsPreview): ValueBookReport {
  return reportOf(readValueBook(context.work.handle, source, 'targets'), (values) =>
    revisionEffect(context, { ...request, revisions: revisionsOf(values) }),
  );
}

/** Stores every row as one document, or, with an error in any of them, nothing. */
export function takeInTargets(context: WritingContext, source: ReadSource, request: TargetsRequest): ValueBookStored {
  const { values, ...book } = readValueBook(context.work.handle, source, 'targets');
  if (values === null) return { ...reportOf({ ...book, values }, nothing), stored: false };
  const asked = { ...request, revisions: revisionsOf(values), reason: [request.reason, ...values.flatMap(noteOf)].join('；') };
  const report = reportOf({ ...book, values }, () => revisionEffect(context, asked));
  reviseTargets(context, asked);
  return { ...report, stored: true };
}

/** What a 认定数表 would change. */
export function previewFigures(
  context: ServiceContext,
  source: ReadSource,
  { document = '' }: { document?: string | undefined },
): ValueBookReport {
  const book = readValueBook(context.work.handle, source, 'figures');
  return {
    ...reportOf(book, (values) => figuresEffect(context, { figures: figuresOf(values), document })),
    settled: settledBy(context, book),
  };
}

export interface FiguresRequest {
  readonly document: string;
  readonly reason: string;
}

export function takeInFigures(context: WritingContext, source: ReadSource, request: FiguresRequest): ValueBookStored {
  const { values, ...book } = readValueBook(context.work.handle, source, 'figures');
  if (values === null) return { ...reportOf({ ...book, values }, nothing), stored: false };
  const asked = { ...request, figures: figuresOf(values) };
  const settled = settledBy(context, { ...book, values });
  const report = { ...reportOf({ ...book, values }, () => figuresEffect(context, asked)), settled };
  settleFigures(context, asked);
  return { ...report, stored: true };
}

const nothing = (): DecisionEffect => ({ targets: [], scores: [], schemes: [] });

const reportOf = ({ file, findings, values }: ValueBook, effectOf: (values: readonly ReadValue[]) => DecisionEffect): ValueBookReport => ({
  file,
  findings: [...findings],
  rows: values?.length ?? 0,
  settled: [],
  effect: values === null ? null : withoutTold(effectOf(values)),
});

/** What a finding says with its cell, or `settled` with each figure, is not said again. */
const withoutTold = ({ remarks = [], ...effect }: DecisionEffect): DecisionEffect => ({
  ...effect,
  remarks: remarks.filter(({ code }) => !TOLD.has(code)),
});

const TOLD: ReadonlySet<string> = new Set(['BOOK_TARGET_WORDS', 'TARGET_BRACKETS', 'FIGURE_REPLACED']);

/** What the figures were and become, of the district and of single units, in the order of the workbook. */
function settledBy({ work }: ServiceContext, { values }: ValueBook): ValueBookReport['settled'] {
  const { plan } = readWorkPlan(work.handle);
  const names = new Map(measuresOf(plan).map(({ id, name }) => [id, name]));
  const units = new Map(plan.units.map(({ id, name }) => [id, name]));
  const known = selectSettledFigures(work.handle);
  return (values ?? []).flatMap(({ measure, year, unit, value }) => {
    const held = known.find((figure) => figure.measureId === measure && figure.year === year && figure.unitId === (unit ?? null));
    const name = `${names.get(measure) ?? measure}${unit === undefined ? '' : `（${units.get(unit) ?? unit}）`}`;
    return held?.value === value ? [] : [{ measure, name, year, before: held?.value ?? null, after: value }];
  });
}

const revisionsOf = (values: readonly ReadValue[]): RequestedRevision[] => values.map(({ note: _note, ...revision }) => revision);

/** A revision has no reason of its own: what a row says stands in that of the document. */
const noteOf = ({ measure, year, unit, note }: ReadValue): string[] =>
  note === null ? [] : [`${[measure, year, ...(unit === undefined ? [] : [unit])].join(' ')}：${note}`];

const figuresOf = (values: readonly ReadValue[]): FigureRequest['figures'][number][] =>
  values.map(({ note, kind: _kind, ...figure }) => ({ ...figure, ...(note === null ? {} : { note }) }));
