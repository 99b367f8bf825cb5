import { Button } from 'antd';
import { type ReactElement, useId, useState } from 'react';
import { schemeDetailText as text } from '../../../../shared/text/ui/schemes-page-text.ts';
import { Panel } from '../../../ui/page.tsx';

export interface SchemeTextProps {
  readonly number: number;
  /** The file as its author wrote it; null where it was not kept. */
  readonly source: string | null;
}

/** The file; it is for who edits it, so it opens on demand. */
export function SchemeText({ number, source }: SchemeTextProps): ReactElement {
  const [open, setOpen] = useState(false);
  const fileId = useId();
  return (
    <Panel
      title={text.rules(number)}
      extra={
        source === null ? null : (
          <Button size="small" aria-expanded={open} aria-controls={fileId} onClick={() => setOpen(!open)}>
            {open ? text.hideRules : text.showRules}
          </Button>
        )
      }
    >
      <p className="muted">{source === null ? text.noSource : text.rulesHint}</p>
      <div id={fileId}>
        {open && source !== null ? (
          // A long text is scrolled by the keyboard, too.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls has to take the focus
          <pre className="scheme-source" tabIndex={0} aria-label={text.rules(number)}>
            {source}
          </pre>
        ) : null}
      </div>
    </Panel>
  );
}
