import { HistoryOutlined, SwapOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { logPageText } from '../../shared/text/log-text.ts';
import { appText } from '../../shared/text/ui/app-text.ts';
import { leaveReturns } from '../features/returns/index.ts';
import { useRoute } from '../work/routes.ts';
import { useSample } from '../work/use-sample.ts';
import { useWork } from '../work/work-context.tsx';
import { YearSelect } from './year-select.tsx';

export interface HeaderProps {
  readonly onSwitchWork: () => void;
  readonly onSkip: () => void;
}

/** Whose work it is, which year, and whether its figures are real. */
export function Header({ onSwitchWork, onSkip }: HeaderProps): ReactElement {
  const { summary } = useWork();
  const sample = useSample();
  const { href } = useRoute();
  return (
    <header className={summary.readOnly ? 'header header-read-only' : 'header'}>
      {/* The address behind # belongs to the pages, so the skip link moves the focus itself. */}
      <a
        className="skip-link"
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          onSkip();
        }}
      >
        {appText.skipToContent}
      </a>
      <span className="brand">{appText.product}</span>
      <span className="work-name" title={`${summary.title} ${summary.documentNumber}`}>
        <span className="work-title">{summary.title}</span>
        <span className="work-file">{summary.name}</span>
      </span>
      {summary.readOnly ? (
        <span className="sample-mark" title={appText.readOnlyHint}>
          {appText.readOnlyMark}
        </span>
      ) : null}
      {sample ? (
        <span className="sample-mark" title={appText.sampleHint}>
          {appText.sampleMark}
        </span>
      ) : null}
      <span className="header-tools">
        <YearSelect />
        <Button size="small" icon={<HistoryOutlined aria-hidden="true" />} href={href('log')}>
          {logPageText.open}
        </Button>
        <Button size="small" icon={<SwapOutlined aria-hidden="true" />} onClick={() => leaveReturns(onSwitchWork)}>
          {appText.switchWork}
        </Button>
      </span>
    </header>
  );
}
