import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import type { TargetRow } from '../../../../shared/contract/years.ts';
import { measureOf } from '../../../../shared/domain/plan/statements.ts';
import { targetsText } from '../../../../shared/text/ui/targets-text.ts';
import { targetSourceText } from '../../../../shared/text/year-text.ts';
import type { DataColumn } from '../../../ui/data-table.tsx';
import { Unequal } from '../../../ui/shapes.tsx';
import { displaces } from '../../plan/index.ts';

type Conflict = MethodOutput<'plan.conflicts'>['conflicts'][number];

/** Measure → the contradiction in which its figures take part. */
export type Contradictions = ReadonlyMap<string, Conflict>;

export function contradictionsOf(conflicts: readonly Conflict[]): Contradictions {
  const numbers = conflicts.filter(({ grade }) => grade === 'numbers');
  const pairs = numbers.flatMap((conflict) => conflict.statements.map(({ id }) => [measureOf(id), conflict] as const));
  // Of two contradictions the one by which a target of the year had to give way is said.
  return new Map(pairs.toSorted(([, one], [, other]) => Number(displaces(one)) - Number(displaces(other))));
}

export const contradictionText = (conflict: Conflict | undefined): string =>
  conflict === undefined ? '' : displaces(conflict) ? targetsText.differsNumbers : targetsText.differsWords;

/** What the plan itself prints for the asked year; null where it prints nothing. */
export function printedTarget({ rule, adopted, displaced }: Pick<TargetRow, 'rule' | 'adopted' | 'displaced'>): string | null {
  if (displaced !== null) return displaced;
  return rule === 'only' || rule === 'user' || rule?.endsWith('First') === true ? adopted : null;
}

/** What holds, or why nothing does. */
export const adoptedText = ({ adopted, rule }: Pick<TargetRow, 'adopted' | 'rule'>): string =>
  adopted ?? (rule === 'none' ? targetsText.notJudged : targetsText.undecided);

export const sourceText = ({ rule, place, fromYears }: TargetRow): string => targetSourceText(rule, place, fromYears);

export interface TargetColumnsInput {
  readonly year: number;
  readonly rows: readonly TargetRow[];
  readonly contradictions: Contradictions;
  hrefOf(conflict: Conflict): string;
}

/** 目标: what each year prints, what holds, by which paper. */
export function targetColumns({ year, rows, contradictions, hrefOf }: TargetColumnsInput): DataColumn<TargetRow>[] {
  const { columns } = targetsText;
  const years = Object.keys(rows[0]?.byYear ?? {});
  return [
    {
      key: 'name',
      title: columns.name,
      text: ({ name, unit }) => targetsText.nameWithUnit(name, unit),
      level: 'answers',
      filter: 'search',
    },
    ...years.map((one): DataColumn<TargetRow> => ({
      key: one,
      title: columns.year(one),
      text: (row) => (one === String(year) ? printedTarget(row) : row.byYear[one]) ?? targetsText.notPrinted,
      align: 'right',
      width: 92,
      sortable: false,
    })),
    {
      key: 'adopted',
      title: columns.adopted,
      text: adoptedText,
      render: (row) => <strong className={row.displaced === null ? '' : 'changed'}>{adoptedText(row)}</strong>,
      align: 'right',
      width: 104,
      sortable: false,
    },
    { key: 'source', title: columns.source, text: sourceText, width: 150, filter: 'values' },
    {
      key: 'differs',
      title: columns.differs,
      text: ({ measure }) => contradictionText(contradictions.get(measure)),
      render: ({ measure }) => {
        const conflict = contradictions.get(measure);
        if (conflict === undefined) return '';
        return (
          <a href={hrefOf(conflict)} className={displaces(conflict) ? 'differs-numbers' : ''}>
            <Unequal aria-hidden="true" /> {contradictionText(conflict)}
          </a>
        );
      },
      width: 100,
      level: 'B',
      filter: 'values',
    },
    {
      key: 'revisions',
      title: columns.revisions,
      text: ({ revisions }) => (revisions.length === 0 ? '' : targetsText.times(revisions.length)),
      sortValue: ({ revisions }) => revisions.length,
      width: 64,
      level: 'B',
    },
    { key: 'leads', title: columns.leads, text: ({ leadUnits }) => leadUnits, width: 170, level: 'C', filter: 'search' },
  ];
}
