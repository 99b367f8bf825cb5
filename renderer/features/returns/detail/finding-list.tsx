import { type KeyboardEvent, type ReactElement, useEffect, useRef } from 'react';
import type { Finding } from '../../../../shared/domain/findings.ts';
import { detailText, returnsText } from '../../../../shared/text/ui/returns-text.ts';
import { nextIndex } from '../../../ui/row-keys.ts';
import { StateTag } from '../../../ui/state-tag.tsx';
import { sentenceOf } from './finding-place.ts';

export interface FindingListProps {
  readonly findings: readonly Finding[];
  readonly selected: number;
  readonly onSelect: (index: number) => void;
}

/** Findings one below the other; the arrow keys choose. */
export function FindingList({ findings, selected, onSelect }: FindingListProps): ReactElement {
  const list = useRef<HTMLUListElement | null>(null);
  useEffect(() => {
    const option = list.current?.children[selected];
    // Only a list that has the focus may move it.
    if (option instanceof HTMLElement && list.current?.contains(document.activeElement) === true) option.focus();
    option?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = nextIndex(event.key, selected, findings.length);
    if (next === -1) return;
    event.preventDefault();
    onSelect(next);
  };
  return (
    <ul className="returns-finding-list" role="listbox" aria-label={detailText.findingList} ref={list} onKeyDown={onKeyDown}>
      {findings.map((finding, index) => (
        <li
          key={`${finding.sheet ?? ''} ${finding.cell ?? ''} ${finding.code} ${JSON.stringify(finding.params)}`}
          role="option"
          aria-selected={index === selected}
          tabIndex={index === selected ? 0 : -1}
          onClick={() => onSelect(index)}
        >
          <span className="returns-finding-head">
            <StateTag state={finding.severity} />{' '}
            <span className="returns-finding-place">{returnsText.place(finding.sheet, finding.cell)}</span>
          </span>
          <span className="returns-finding-sentence">{sentenceOf(finding)}</span>
        </li>
      ))}
    </ul>
  );
}
