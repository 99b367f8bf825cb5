import { z } from 'zod';
import { distributePoints } from '../../assessment/points.ts';
import { Rational, sumOf } from '../../numbers/rational.ts';
import type { Row } from '../base/data-source.ts';
import { type Draft, type Explained, lacking, lacksOf, unvalued, valued, valueOf } from '../base/explain.ts';
import { type Compiler, type NodeBody, sourceKind, type World } from '../base/kinds.ts';
import { type Judging, LIST_NAMES, LIST_SHARES, type ListedRow, type ListName, type ListShare } from '../base/listed.ts';
import { refuseNegativeNumber } from '../base/negative.ts';
import { partNumber, pointsNumber } from '../base/shapes.ts';
import { figureCodes, judgeFigure } from './listed-figure.ts';

const list = z.enum(LIST_NAMES);
const lists = z.union([list, z.array(list).min(1)]);

/**
 * 清单行: the rows of lists of the plan, each with its part of the points: equal, or in proportion to `points` by row id, so that the printed parts
 * add up to the total (最大余数法). The figures of a row share its points equally; what does not count is left out, and its points with it.
 */
export const rows = sourceKind({
  key: 'rows',
  schema: z.strictObject({
    rows: z.union([lists, z.strictObject({ from: lists, of: z.enum(LIST_SHARES).default('all'), otherwise: list.optional() })]),
    total: pointsNumber,
    points: z.union([z.literal('equal'), z.record(z.string(), partNumber).meta({ keys: 'row' })]).default('equal'),
    title: z.string().min(1).optional(),
  }),
  codes: ['rows', 'rowsNone', 'rowsOpen', 'listedRow', 'listedRowOpen', 'listedRowOut', ...figureCodes],
  sample: {
    rule: {
      judging: { missing: 'zero' },
      sum: [
        { rows: 'annex1', total: 60 },
        { manual: 'tasks', cap: 40 },
      ],
      fold: 100,
    },
    rows: [{ 'manual:tasks': '36' }],
    results: ['90'],
  },
  make(args, compiler) {
    const chosen = chosenOf(args.rows);
    const points = args.points === 'equal' ? null : new Map(Object.entries(args.points).map(([id, value]) => [id, String(value)]));
    refuseNegativeNumber(args.total, 'total', compiler, 'total');
    if (args.points !== 'equal')
      for (const [id, value] of Object.entries(args.points)) refuseNegativeNumber(value, id, compiler, 'points', id);
    const { judging } = compiler.frame;
    if (judging === null) compiler.report('JUDGING_MISSING', {}, 'rows');
    return bodyOf(chosen, { total: String(args.total), points, title: args.title ?? '' }, judging, compiler);
  },
});

function chosenOf(
  raw: ListName | readonly ListName[] | (Omit<Chosen, 'otherwise'> & { readonly otherwise?: ListName | undefined }),
): Chosen {
  if (typeof raw === 'string' || isList(raw)) return { from: raw, of: 'all', otherwise: undefined };
  return { from: raw.from, of: raw.of, otherwise: raw.otherwise };
}

const isList = (raw: readonly ListName[] | object): raw is readonly ListName[] => Array.isArray(raw);

interface Chosen {
  readonly from: ListName | readonly ListName[];
  readonly of: ListShare;
  readonly otherwise: ListName | undefined;
}

interface Points {
  readonly total: string;
  /** Weight by row id; null where all rows weigh the same. */
  readonly points: ReadonlyMap<string, string> | null;
  readonly title: string;
}

function bodyOf(chosen: Chosen, points: Points, judging: Judging | null, compiler: Compiler): NodeBody {
  const path = compiler.path.join('.');
  return {
    full: Rational.of(points.total),
    explain(row, world) {
      const listed = listedRows(chosen, row, world);
      if (judging === null || listed.length === 0)
        return unvalued('rowsNone', { state: 'notApplicable' }, { params: { title: points.title } });
      const weights = listed.map(({ id }) => (points.points === null ? '1' : (points.points.get(id) ?? '0')));
      const maxima = distributePoints(points.total, weights, judging.decimals).map((text) => Rational.of(text));
      const children = listed.map((one, index): Explained => ({
        ...judgedRow(one, maxima[index] ?? Rational.of(0), judging, path),
        path: `${path}.${one.id}`,
        clause: [],
      }));
      return gatheredRows(children, points);
    },
  };
}

/** `otherwise` stands in for a unit that none of the annexes names. */
function listedRows({ from, of, otherwise }: Chosen, row: Row, world: World): readonly ListedRow[] {
  const read = (name: ListName): readonly ListedRow[] => world.data.listed?.(row, name, of) ?? [];
  const own = (typeof from === 'string' ? [from] : from).flatMap(read);
  if (otherwise === undefined || own.length > 0) return own;
  return (['annex1', 'tasks', 'items'] as const).some((name) => read(name).length > 0) ? own : read(otherwise);
}

function judgedRow({ id, title, figures }: ListedRow, max: Rational, judging: Judging, path: string): Draft {
  const children = figures.map((figure): Explained => ({
    ...judgeFigure(figure, judging),
    path: `${path}.${id}.${figure.id}`,
    clause: [],
  }));
  const params = { id, title, max: max.text() };
  const lacks = children.flatMap(lacksOf);
  if (lacks.length > 0) return lacking('listedRowOpen', lacks, { params, children });
  const shares = children.flatMap((child) => valueOf(child) ?? []);
  if (shares.length === 0) return unvalued('listedRowOut', { state: 'notApplicable' }, { params, children });
  const points = max.times(sumOf(shares)).div(Rational.of(shares.length)).round(judging.decimals);
  return valued('listedRow', points, { params, children, full: max });
}

function gatheredRows(children: readonly Explained[], { title, total }: Points): Draft {
  const lacks = children.flatMap(lacksOf);
  const params = { title, total };
  if (lacks.length > 0) return lacking('rowsOpen', lacks, { params, children });
  const counting = children.filter(({ outcome }) => outcome.state === 'value');
  if (counting.length === 0) return unvalued('rowsNone', { state: 'notApplicable' }, { params, children });
  const full = sumOf(counting.flatMap((child) => child.full ?? []));
  const value = sumOf(counting.flatMap((child) => valueOf(child) ?? []));
  return valued('rows', value, { params: { ...params, counted: full.text() }, children, full });
}
