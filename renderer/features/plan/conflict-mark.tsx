import { WarningOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import type { Plan } from '../../../shared/domain/plan/schema.ts';
import { planText } from '../../../shared/text/ui/plan-text.ts';

export interface AnnexProps {
  readonly plan: Plan;
  readonly at: string | null;
  /** Row → subject of its contradiction. */
  readonly marks: ReadonlyMap<string, string>;
  readonly onConflict: (subject: string) => void;
}

/** Says that another place of the plan speaks differently of the same thing, and leads there. */
export function ConflictMark({
  subject,
  onConflict,
}: {
  readonly subject: string | undefined;
  readonly onConflict: (subject: string) => void;
}): ReactElement | null {
  if (subject === undefined) return null;
  return (
    <button type="button" className="conflict-mark" title={planText.conflictMarkHint} onClick={() => onConflict(subject)}>
      <WarningOutlined aria-hidden="true" /> {planText.conflictMark}
    </button>
  );
}
