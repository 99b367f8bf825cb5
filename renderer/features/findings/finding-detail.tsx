import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { AnsweredFinding } from '../../../shared/contract/versions.ts';
import { answerText, findingsText } from '../../../shared/text/ui/findings-page-text.ts';
import { returnsText } from '../../../shared/text/ui/returns-text.ts';
import { typedMarkText } from '../../../shared/text/typed-text.ts';
import { StateTag } from '../../ui/state-tag.tsx';
import { useRoute } from '../../work/routes.ts';
import { useLock } from '../../work/lock.tsx';
import { CellExcerpt, OriginalDrawer } from '../returns/index.ts';
import { AnswerForm } from './answer-form.tsx';
import { type FindingLine, isOpen, sentenceOf } from './finding-groups.ts';
import { givenText } from './findings-table.ts';

export interface FindingDetailProps {
  readonly line: FindingLine;
  readonly all: readonly AnsweredFinding[];
  onAnswered(): void;
}

/** One finding: what is wrong, its cell among its neighbours, and the answer. Equal ones are gone through one by one. */
export function FindingDetail({ line, all, onAnswered }: FindingDetailProps): ReactElement {
  const { href } = useRoute();
  const [turn, setTurn] = useState(0);
  const [opened, setOpened] = useState<{ readonly sheet: string; readonly cell: string } | null>(null);
  const entry = line.entries[turn] ?? line.entries[0];
  const { finding, sha256 } = entry;
  const near = all.filter((other) => other.sha256 === sha256).map((other) => other.finding);
  return (
    <section className="findings-detail" aria-label={sentenceOf(entry)}>
      <header className="findings-detail-head">
        <StateTag state={finding.severity} />
        <a href={href('unit', {}, entry.unitId)}>{entry.unitName}</a>
        <span>{returnsText.place(finding.sheet, finding.cell)}</span>
        {entry.held ? <span className="findings-held">{findingsText.heldMark}</span> : null}
        <Turns turn={turn} count={line.entries.length} onTurn={setTurn} />
      </header>
      <p className="findings-sentence">{sentenceOf(entry)}</p>
      <CellExcerpt sha256={sha256} finding={finding} findings={near} onOpenOriginal={(sheet, cell) => setOpened({ sheet, cell })} />
      <p className="muted findings-file">
        {findingsText.file} {finding.file}
        {entry.typed === undefined ? '' : `　${typedMarkText(entry.typed)}`}
      </p>
      <Answer key={entry.id} entry={entry} line={line} all={all} onAnswered={onAnswered} />
      {opened === null ? null : <OriginalDrawer sha256={sha256} sheet={opened.sheet} cell={opened.cell} onClose={() => setOpened(null)} />}
    </section>
  );
}

interface TurnsProps {
  readonly turn: number;
  readonly count: number;
  onTurn(turn: number): void;
}

function Turns({ turn, count, onTurn }: TurnsProps): ReactElement | null {
  if (count === 1) return null;
  return (
    <span className="findings-turns">
      <Button size="small" disabled={turn === 0} onClick={() => onTurn(turn - 1)}>
        {findingsText.before}
      </Button>
      {findingsText.turn(turn + 1, count)}
      <Button size="small" disabled={turn === count - 1} onClick={() => onTurn(turn + 1)}>
        {findingsText.after}
      </Button>
    </span>
  );
}

interface AnswerProps extends FindingDetailProps {
  readonly entry: AnsweredFinding;
}

/** The answer that holds, and the form for one; in a final or read-only year there is no form. */
function Answer({ entry, line, all, onAnswered }: AnswerProps): ReactElement | null {
  const lock = useLock();
  const [changing, setChanging] = useState(false);
  const given = givenText(entry);
  const form = lock === null && (isOpen(entry) || changing);
  return (
    <>
      {given === null ? null : (
        <p className="findings-given">
          {given}{' '}
          {lock !== null || changing ? null : (
            <Button size="small" onClick={() => setChanging(true)}>
              {answerText.change}
            </Button>
          )}
        </p>
      )}
      {form ? <AnswerForm entry={entry} line={line} all={all} onAnswered={onAnswered} /> : null}
    </>
  );
}
