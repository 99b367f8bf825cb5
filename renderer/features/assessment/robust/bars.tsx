import type { ReactElement } from 'react';
import { gradesText, placeRangeText } from '../../../../shared/text/sensitivity-text.ts';
import { robustText } from '../../../../shared/text/ui/score-page-text.ts';
import type { Subject } from './grade-order.ts';

/** 名次范围 as a bar from the first place to the last, with a stroke where the unit stands now. */
export function PlaceBar({ unit, places }: { readonly unit: Subject; readonly places: number }): ReactElement | null {
  const { best, worst } = unit.overall;
  if (best === null || worst === null || unit.place === null) return null;
  const share = (place: number): string => `${((place - 1) / places) * 100}%`;
  return (
    <span className="place-bar-cell">
      <span className="place-bar" role="img" aria-label={robustText.placeBar(unit.name, placeRangeText(unit.overall), String(unit.place))}>
        <span className="place-bar-reach" style={{ left: share(best), width: `${((worst - best + 1) / places) * 100}%` }} />
        <span className="place-bar-now" style={{ left: share(unit.place), width: `${100 / places}%` }} />
      </span>
      <span className="number">{placeRangeText(unit.overall)}</span>
    </span>
  );
}

/** Every grade as a field: the present one filled, those that can come out hatched. */
export function GradeBar({ unit, grades }: { readonly unit: Subject; readonly grades: readonly string[] }): ReactElement | null {
  if (!unit.reported) return null;
  const can = new Set(unit.overall.grades);
  return (
    <span className="grade-bar" role="img" aria-label={robustText.gradesOf(unit.name, gradesText(unit.overall))}>
      {grades.map((grade) => (
        <span key={grade} className={grade === unit.grade ? 'grade-now' : can.has(grade) ? 'grade-can' : 'grade-not'}>
          {grade}
        </span>
      ))}
    </span>
  );
}
