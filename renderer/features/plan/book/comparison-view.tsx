import type { ReactElement } from 'react';
import type { PlanComparison } from '../../../../shared/contract/plan-book.ts';
import { bookChangeText } from '../../../../shared/text/plan-book-text.ts';
import { bookPageText } from '../../../../shared/text/ui/plan-book-page-text.ts';
import { FindingLines } from '../../../ui/finding-lines.tsx';

type Difference = PlanComparison['differences'][number];

/** What is wrong with a workbook, what it changes, and what contradicts what since. */
export function ComparisonView({ comparison }: { readonly comparison: PlanComparison }): ReactElement {
  const { counts, differences, conflicts, conflictYears, resolved, parts, effectiveOn } = comparison;
  return (
    <div className="comparison">
      <Findings comparison={comparison} />
      {counts.errors > 0 ? null : (
        <>
          <h3>{bookPageText.differences(counts.added, counts.removed, counts.changed)}</h3>
          <Differences differences={differences} />
          {parts.some((part) => part === 'annex1' || part === 'annex2') ? (
            <p className="muted">{bookPageText.applies(effectiveOn.slice(0, 4))}</p>
          ) : null}
          {conflicts.length === 0 ? null : <h3>{bookPageText.conflicts(conflictYears, conflicts.length)}</h3>}
          <ul>
            {conflicts.map(({ id, title, year, statements }) => (
              <li key={`${id} ${year}`}>
                <strong>{title}</strong>　{statements.map(({ place, quote }) => `${place}“${quote}”`).join('；')}
              </li>
            ))}
          </ul>
          {resolved.length === 0 ? null : <p>{bookPageText.resolved(resolved.map(({ title }) => title))}</p>}
        </>
      )}
    </div>
  );
}

function Findings({ comparison: { findings, counts } }: { readonly comparison: PlanComparison }): ReactElement | null {
  if (findings.length === 0) return null;
  return (
    <section aria-label={bookPageText.findings(counts.errors, counts.warnings, counts.infos)}>
      <h3>{bookPageText.findings(counts.errors, counts.warnings, counts.infos)}</h3>
      <FindingLines findings={findings} />
    </section>
  );
}

/** More than these are counted. */
const SHOWN = 60;

function Differences({ differences }: { readonly differences: readonly Difference[] }): ReactElement {
  const hidden = differences.length - SHOWN;
  const bySheet = [...Map.groupBy(differences.slice(0, SHOWN), ({ sheet }) => sheet)];
  return (
    <>
      {bySheet.map(([sheet, ones]) => (
        <section key={sheet} aria-label={sheet}>
          <h4>{sheet}</h4>
          <ul className="book-differences">
            {ones.map((one) => (
              <DifferenceLine key={`${one.change} ${one.id} ${one.name}`} difference={one} />
            ))}
          </ul>
        </section>
      ))}
      {hidden > 0 ? <p className="muted">{bookPageText.moreDifferences(hidden)}</p> : null}
    </>
  );
}

/** A row, and below it what each of its cells said and says. */
function DifferenceLine({ difference: { change, id, name, fields } }: { readonly difference: Difference }): ReactElement {
  const title = change === 'order' ? bookPageText.order : id === '' && name === '' ? bookPageText.above : name;
  return (
    <li>
      <span className={`book-change book-${change}`}>{bookChangeText(change)}</span>
      <span>{title}</span>
      {fields.length === 0 ? null : (
        <ul>
          {fields.map(({ column, measure, before, after }) => (
            <li key={`${measure} ${column}`}>
              <span className="muted">{measure === null ? column : bookPageText.measure(measure, column)}</span>
              <span>{change === 'new' ? shown(after) : bookPageText.change(shown(before), shown(after))}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

const shown = (text: string): string => (text === '' ? bookPageText.blank : text);
