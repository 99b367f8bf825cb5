import { Button } from 'antd';
import { type ReactElement, type ReactNode, useId, useMemo, useState } from 'react';
import { schemeDetailText as text } from '../../../../shared/text/ui/schemes-page-text.ts';
import { Panel } from '../../../ui/page.tsx';
import { StateTag } from '../../../ui/state-tag.tsx';
import { schemeWords } from './scheme-content.ts';

export interface SchemeTextProps {
  readonly number: number;
  /** The file as its author wrote it; null where it was not kept. */
  readonly source: string | null;
  readonly content: unknown;
}

/** The official text with which of its clauses became rules, and beside it the file; the file is for who edits it, so it opens on demand. */
export function SchemeText({ number, source, content }: SchemeTextProps): ReactElement {
  const words = useMemo(() => schemeWords(content), [content]);
  const [open, setOpen] = useState(false);
  const fileId = useId();
  return (
    <div className={open ? 'scheme-text scheme-text-open' : 'scheme-text'}>
      <Panel title={text.official}>
        {words.head === null ? null : <p className="muted">{words.head}</p>}
        {words.clauses.length === 0 ? <p className="muted">{text.officialNone}</p> : null}
        <ol className="clauses">
          {words.clauses.map((clause) => (
            <li key={clause.id}>
              <span className="clause-id">{clause.id}</span>
              <span>{clause.text}</span>
              <StateTag state={clause.ruled ? 'met' : 'missing'} text={clause.ruled ? text.clauseRuled : text.clauseUnruled} />
            </li>
          ))}
        </ol>
        <Said title={text.notes} sentences={words.notes} />
        <Said title={text.known} sentences={words.known} />
        <Said title={text.assumed} sentences={words.assumed} />
        {words.source === null ? null : <Said title={text.from} sentences={[words.source]} />}
      </Panel>
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
    </div>
  );
}

function Said({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }): ReactNode {
  if (sentences.length === 0) return null;
  return (
    <section className="scheme-said">
      <h3>{title}</h3>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
