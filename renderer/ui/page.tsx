import { type ReactElement, type ReactNode, useEffect, useId } from 'react';
import { appText } from '../../shared/text/ui/app-text.ts';

export interface PageProps {
  readonly title: string;
  /** Behind the title: buttons, choices. */
  readonly extra?: ReactNode;
  /** Below the title, one line: what the page is about. */
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every page: its heading, its buttons, its content. */
export function Page({ title, extra, hint, children }: PageProps): ReactElement {
  const headingId = useId();
  useEffect(() => {
    document.title = `${title} - ${appText.product}`;
  }, [title]);
  return (
    <section className="page" aria-labelledby={headingId}>
      <header className="page-head">
        <div>
          <h1 id={headingId}>{title}</h1>
          {hint === undefined ? null : <p className="page-hint">{hint}</p>}
        </div>
        {extra === undefined ? null : <div className="page-extra">{extra}</div>}
      </header>
      {children}
    </section>
  );
}

export interface PanelProps {
  readonly title: string;
  readonly extra?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A titled part of a page with a thin border. */
export function Panel({ title, extra, children, className }: PanelProps): ReactElement {
  const headingId = useId();
  return (
    <section className={`panel ${className ?? ''}`} aria-labelledby={headingId}>
      <header className="panel-head">
        <h2 id={headingId}>{title}</h2>
        {extra === undefined ? null : <div className="panel-extra">{extra}</div>}
      </header>
      <div className="panel-body">{children}</div>
    </section>
  );
}
