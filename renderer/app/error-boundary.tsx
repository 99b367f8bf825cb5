import { Button } from 'antd';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { appText } from '../../shared/text/ui/app-text.ts';

interface Props {
  /** `main` where nothing around it is the page's main part. */
  readonly landmark: 'main' | 'section';
  readonly children: ReactNode;
}

interface State {
  readonly problem: string | null;
}

/** Catches what goes wrong while a page is drawn, so that the window never stays white. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { problem: null };

  static getDerivedStateFromError(error: unknown): State {
    return { problem: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    if (this.state.problem === null) return this.props.children;
    const Landmark = this.props.landmark;
    return (
      <Landmark className="crash">
        <h1 role="alert">{appText.crashTitle}</h1>
        <p>{appText.crashHint}</p>
        <p className="crash-actions">
          <Button type="primary" onClick={() => window.location.reload()}>
            {appText.crashReload}
          </Button>
          <Button onClick={goHome}>{appText.crashHome}</Button>
        </p>
        <details>
          <summary>{appText.crashDetail}</summary>
          <code>{this.state.problem}</code>
        </details>
      </Landmark>
    );
  }
}

function goHome(): void {
  window.location.hash = '';
  window.location.reload();
}
