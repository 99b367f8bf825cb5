import { type KeyboardEvent, type ReactElement, useEffect, useRef } from 'react';
import { findingsText } from '../../../shared/text/ui/findings-page-text.ts';
import { returnsText } from '../../../shared/text/ui/returns-text.ts';
import { findingStateText } from '../../../shared/text/version-text.ts';
import { nextIndex } from '../../ui/row-keys.ts';
import { StateTag } from '../../ui/state-tag.tsx';
import { type FindingCounts, type FindingLine, isOpen, sentenceOf, type UnitFindings } from './finding-groups.ts';

export interface GroupedListProps {
  readonly groups: readonly UnitFindings[];
  /** Id of the line that stands open. */
  readonly chosen: string | null;
  onChoose(line: FindingLine): void;
}

/** Findings by unit, the worst first; the arrow keys choose. */
export function GroupedList({ groups, chosen, onChoose }: GroupedListProps): ReactElement {
  const list = useRef<HTMLDivElement | null>(null);
  const lines = groups.flatMap((group) => group.lines);
  const index = lines.findIndex(({ id }) => id === chosen);
  useEffect(() => {
    const option = list.current?.querySelectorAll<HTMLElement>('[role="option"]')[index];
    // Only a list that has the focus may move it.
    if (option !== undefined && list.current?.contains(document.activeElement) === true) option.focus();
    option?.scrollIntoView({ block: 'nearest' });
  }, [index]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = lines[nextIndex(event.key, index, lines.length)];
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next);
  };
  return (
    <div className="findings-list" role="listbox" aria-label={findingsText.list} ref={list} onKeyDown={onKeyDown}>
      {groups.map(({ unitId, unitName, counts, lines: own }) => (
        <div key={unitId} role="group" aria-label={findingsText.group(unitName, marksOf(counts))}>
          <p className="findings-group" aria-hidden="true">
            <strong>{unitName}</strong> <span className="muted">{marksOf(counts).join('　')}</span>
          </p>
          {own.map((line) => (
            <Line key={line.id} line={line} chosen={line.id === chosen} onChoose={onChoose} />
          ))}
        </div>
      ))}
    </div>
  );
}

function marksOf({ error, held, warning, info }: FindingCounts): string[] {
  return [
    ...(error === 0 ? [] : [findingsText.errors(error)]),
    ...(held === 0 ? [] : [findingsText.held(held)]),
    ...(warning === 0 ? [] : [findingsText.warnings(warning)]),
    ...(info === 0 ? [] : [findingsText.infos(info)]),
  ];
}

interface LineProps {
  readonly line: FindingLine;
  readonly chosen: boolean;
  onChoose(line: FindingLine): void;
}

function Line({ line, chosen, onChoose }: LineProps): ReactElement {
  const [first] = line.entries;
  const { sheet, cell } = first.finding;
  return (
    <div role="option" className="findings-line" aria-selected={chosen} tabIndex={chosen ? 0 : -1} onClick={() => onChoose(line)}>
      <span className="findings-line-head">
        <StateTag state={line.severity} />
        <span className="findings-line-place">{returnsText.place(sheet, cell)}</span>
        {line.entries.length === 1 ? null : <span className="findings-line-many">{findingsText.places(line.entries.length)}</span>}
        {isOpen(first) ? null : <span className="muted">{findingStateText(first.state)}</span>}
      </span>
      <span className="findings-line-text">{sentenceOf(first)}</span>
    </div>
  );
}
