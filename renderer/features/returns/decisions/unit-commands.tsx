import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { UnitStatus } from '../../../../shared/contract/returns.ts';
import { reportingPageText as text } from '../../../../shared/text/ui/reporting-page-text.ts';
import { useLock } from '../../../work/lock.tsx';
import { useWork } from '../../../work/work-context.tsx';
import { ExtensionDialog, WaiverDialog } from './deadline-dialog.tsx';
import { ReceiptDialog } from './receipt-dialog.tsx';
import { ReviewDialog } from './review-dialog.tsx';
import { type UnitWord, wordsFor } from './unit-word.ts';

/** What can be decided about the unit, the next step first. Nothing where the year is signed or the work only read. */
export function UnitCommands({ unit }: { readonly unit: UnitStatus }): ReactElement | null {
  const lock = useLock();
  const [word, setWord] = useState<UnitWord | null>(null);
  if (lock !== null) return null;
  return (
    <div className="returns-unit-commands">
      {wordsFor(unit).map((one) => (
        <Button key={one} size="small" type={one === 'passed' && unit.open === 0 ? 'primary' : 'default'} onClick={() => setWord(one)}>
          {labelOf(one, unit)}
        </Button>
      ))}
      {word === null ? null : <Dialog word={word} unit={unit} onClose={() => setWord(null)} />}
    </div>
  );
}

function labelOf(word: UnitWord, { extension, waiver }: UnitStatus): string {
  switch (word) {
    case 'receipt':
      return text.receipt;
    case 'extension':
      return extension === null ? text.extend : text.unextend;
    case 'waiver':
      return waiver === null ? text.waive : text.unwaive;
    case 'passed':
      return text.pass;
    case 'returned':
      return text.send;
    case 'open':
      return text.reopen;
  }
}

function Dialog({
  word,
  unit,
  onClose,
}: {
  readonly word: UnitWord;
  readonly unit: UnitStatus;
  readonly onClose: () => void;
}): ReactElement {
  const { year } = useWork();
  const props = { unit, year, onClose };
  switch (word) {
    case 'receipt':
      return <ReceiptDialog {...props} />;
    case 'extension':
      return <ExtensionDialog {...props} />;
    case 'waiver':
      return <WaiverDialog {...props} />;
    default:
      return <ReviewDialog {...props} to={word} />;
  }
}
