import type { ReactElement, ReactNode } from 'react';
import type { StatusReport, UnitStatus } from '../../../shared/contract/returns.ts';
import type { AnsweredFinding } from '../../../shared/contract/versions.ts';
import type { ScoreFigure, SubjectScore } from '../../../shared/domain/assessment/types.ts';
import { hasReported } from '../../../shared/domain/reporting/unit-state.ts';
import { stateCountsText } from '../../../shared/text/reporting-text.ts';
import { workbenchText } from '../../../shared/text/ui/workbench-text.ts';
import { useRoute } from '../../work/routes.ts';
import { type KindGroup, kindsOf } from '../../work/unit-kinds.ts';
import { useWords } from '../../work/use-words.ts';
import { StateTag } from '../../ui/state-tag.tsx';

export interface YearFiguresProps {
  readonly status: StatusReport;
  readonly findings: readonly AnsweredFinding[];
  readonly district: SubjectScore | null;
  /** The district's figure of PM2.5; null while it is not known, and where the plan asks for none. */
  readonly pm25: ScoreFigure | null;
}

/** Four figures that say how the year stands; each leads to its page. */
export function YearFigures({ status, findings, district, pm25 }: YearFiguresProps): ReactElement {
  const { href } = useRoute();
  const { counts, units } = status;
  const { whole } = useWords();
  const errors = findings.filter((one) => one.finding.severity === 'error').length;
  const warnings = findings.filter((one) => one.finding.severity === 'warning').length;
  return (
    <ul className="year-figures">
      <Figure
        title={workbenchText.progress}
        href={href('returns', { tab: 'status' })}
        value={workbenchText.progressValue(counts.reported, counts.total)}
        unit={workbenchText.progressUnit}
      >
        <ProgressBar reported={counts.reported} late={counts.late} total={counts.total} />
        <span>{workbenchText.progressDetail(counts.missing, counts.empty, counts.late)}</span>
        <span className="muted">{stateCountsText(counts)}</span>
        <span className="muted">{kindsOf(units).map(progressOf).join('　')}</span>
      </Figure>
      <Figure title={workbenchText.problems} href={href('findings')} value={String(errors)} unit={workbenchText.problemsUnit}>
        <span className="muted">{workbenchText.problemsDetail(warnings)}</span>
      </Figure>
      <Figure
        title={workbenchText.score(whole)}
        href={href('assessment', { unit: 'district' })}
        value={district?.total ?? workbenchText.none}
        unit={district === null ? '' : workbenchText.scoreUnit}
      >
        {district === null ? null : <Score score={district} />}
      </Figure>
      <Pm25 figure={pm25} />
    </ul>
  );
}

function Score({ score }: { readonly score: SubjectScore }): ReactElement {
  return (
    <>
      <span className="grade">{score.grade}</span>
      {score.parts.map((part) => (
        <span key={part.id} className="muted">
          {part.title} {part.points}/{part.max}
        </span>
      ))}
    </>
  );
}

function Pm25({ figure }: { readonly figure: ScoreFigure | null }): ReactElement {
  const { href } = useRoute();
  const value = figure?.judgedValue ?? null;
  const target = figure?.target ?? null;
  return (
    <Figure
      title={workbenchText.pm25}
      href={href('assessment', { unit: 'district' })}
      value={value ?? workbenchText.none}
      unit={value === null ? '' : workbenchText.pm25Unit}
    >
      {figure === null ? null : <StateTag state={figure.state} />}
      {target === null ? null : <span className="muted">{workbenchText.pm25Target(target)}</span>}
    </Figure>
  );
}

interface FigureProps {
  readonly title: string;
  readonly href: string;
  readonly value: string;
  readonly unit: string;
  readonly children?: ReactNode;
}

function Figure({ title, href, value, unit, children }: FigureProps): ReactElement {
  return (
    <li className="year-figure">
      <h2>
        <a href={href}>{title}</a>
      </h2>
      <p className="year-figure-value">
        <strong>{value}</strong> {unit}
      </p>
      <div className="year-figure-detail">{children}</div>
    </li>
  );
}

/** In time, late, and the rest; the numbers beside it say the same in words. */
function ProgressBar({
  reported,
  late,
  total,
}: {
  readonly reported: number;
  readonly late: number;
  readonly total: number;
}): ReactElement {
  const share = (count: number): string => `${(count / Math.max(total, 1)) * 100}%`;
  return (
    <span className="progress-bar" aria-hidden="true">
      <span className="progress-in" style={{ width: share(reported - late) }} />
      <span className="progress-late" style={{ width: share(late) }} />
    </span>
  );
}

function progressOf({ kindName, units }: KindGroup<UnitStatus>): string {
  const reported = units.filter((unit) => hasReported(unit.state));
  return workbenchText.progressByKind(kindName, reported.length, units.length);
}
