import { flipText, gradesText, placeRangeText, sensitivityText, totalRangeText } from '../../../../shared/text/sensitivity-text.ts';
import { robustText } from '../../../../shared/text/ui/score-page-text.ts';
import type { DataColumn } from '../../../ui/data-table.tsx';
import { StateTag } from '../../../ui/state-tag.tsx';
import type { RowName } from '../row-names.ts';
import { GradeBar, PlaceBar } from './bars.tsx';
import { nearestCell, type Subject } from './grade-order.ts';

export interface RobustColumnsOptions {
  readonly grades: readonly string[];
  /** Units of the kind that have a place. */
  readonly places: number;
  readonly names: RowName;
}

const { columns } = robustText;

export function robustColumns({ grades, places, names }: RobustColumnsOptions): readonly DataColumn<Subject>[] {
  return [
    { key: 'unit', title: columns.unit, text: ({ name }) => name, filter: 'search', width: 132 },
    { key: 'total', title: columns.total, text: ({ total }) => total, sortValue: ({ total }) => Number(total), align: 'right', width: 92 },
    {
      key: 'places',
      title: columns.places,
      text: ({ overall }) => placeRangeText(overall),
      sortValue: ({ place }) => place,
      width: 190,
      render: (unit) => <PlaceBar unit={unit} places={places} />,
    },
    {
      key: 'grades',
      title: columns.grades,
      text: (unit) => (unit.reported ? gradesText(unit.overall) : sensitivityText.notReported),
      level: 'B',
      width: 48 * Math.max(grades.length, 2) + 20,
      sortable: false,
      render: (unit) =>
        unit.reported ? <GradeBar unit={unit} grades={grades} /> : <StateTag state="notReported" text={sensitivityText.notReported} />,
    },
    {
      key: 'totals',
      title: columns.totals,
      text: ({ overall }) => totalRangeText(overall),
      align: 'right',
      width: 132,
      sortable: false,
      level: 'C',
    },
    { key: 'nearest', title: columns.nearest, text: (unit) => nearestText(unit, names), sortable: false, level: 'answers' },
  ];
}

/** The unit itself stands in its own column; what another unit reports is said with that unit's name. */
function nearestText(unit: Subject, names: RowName): string {
  if (!unit.reported) return '';
  if (!unit.follows) return sensitivityText.notFollowing;
  const flip = nearestCell(unit);
  if (flip === null) return sensitivityText.none;
  const said = flipText({ ...flip, unit: flip.unit === unit.name ? '' : flip.unit, rowId: names(flip.rowId) }, unit);
  return said.trim();
}
