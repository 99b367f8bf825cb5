import type { ReactElement, ReactNode } from 'react';

export interface EmptyStateProps {
  readonly title: string;
  /** What to do so that something stands here. */
  readonly hint?: ReactNode;
  readonly actions?: ReactNode;
}

/** Stands where there is nothing yet, and says how to get on. */
export function EmptyState({ title, hint, actions }: EmptyStateProps): ReactElement {
  return (
    <div className="empty-state">
      <p className="empty-title">{title}</p>
      {hint === undefined ? null : <p className="empty-hint">{hint}</p>}
      {actions === undefined ? null : <div className="empty-actions">{actions}</div>}
    </div>
  );
}
