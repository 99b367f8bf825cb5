import { Tabs } from 'antd';
import type { ComponentType, ReactElement } from 'react';
import { appText } from '../../../shared/text/ui/app-text.ts';
import { breakdownText } from '../../../shared/text/ui/assessment-text.ts';
import { scorePageText } from '../../../shared/text/ui/score-page-text.ts';
import { useCall } from '../../client/context.tsx';
import { Page } from '../../ui/page.tsx';
import { namedIn, useRoute } from '../../work/routes.ts';
import { misnamed, UnknownNames } from '../../work/unknown-names.tsx';
import { useWork } from '../../work/work-context.tsx';
import './assessment.css';
import { CurrentCommands } from './current/current-commands.tsx';
import { CurrentTab } from './current/current-tab.tsx';
import { SchemeLine } from './current/scheme-line.tsx';
import { RobustTab } from './robust/robust-tab.tsx';
import { CompareTab } from './runs/compare-tab.tsx';
import { RunsTab } from './runs/runs-tab.tsx';
import { SchemeChoice } from './scheme/scheme-choice.tsx';
import { SchemeCurrent } from './scheme/scheme-current.tsx';
import { SchemeHead, SchemeStore } from './scheme/scheme-head.tsx';
import { SchemeRobust } from './scheme/scheme-robust.tsx';
import { SchemeWhatIf } from './scheme/scheme-what-if.tsx';
import { schemeParam, useScheme } from './scheme/use-scheme.ts';
import { subjectOf } from './subject-of.ts';
import { WhatIfTab } from './whatif/what-if-tab.tsx';

const TABS = ['current', 'runs', 'compare', 'whatif', 'robust'] as const;
type TabName = (typeof TABS)[number];

/** 评分: who gets what, why, how sure. `#/year/2024/assessment?unit=dept-transport` opens one subject, `?tab=runs&run=4` a stored result. */
export function AssessmentPage(): ReactElement {
  const { year } = useWork();
  const { params, go } = useRoute();
  const { rules, id } = useScheme();
  const scored = useCall('assessment.score', { year }, { enabled: rules === false });
  const tab = namedIn<TabName>(TABS, params['tab'], 'current') ?? 'current';
  const unit = tab === 'current' ? params['unit'] : undefined;
  const subject = unit === undefined || scored.data === undefined ? undefined : subjectOf(scored.data.result, unit);
  return (
    <Page
      title={subject === undefined ? appText.pages.assessment : breakdownText.title(subject.name)}
      hint={rules === true ? <SchemeHead /> : scored.data === undefined ? null : <SchemeLine scored={scored.data} />}
      extra={
        <span className="assessment-commands">
          <SchemeChoice tab={tab} />
          {tab !== 'current' || rules === null ? null : rules ? <SchemeStore /> : <CurrentCommands scored={scored} />}
        </span>
      }
    >
      <UnknownNames names={[misnamed('tab', params['tab'], TABS)]} />
      {rules === true || unit === undefined ? (
        <Tabs
          activeKey={tab}
          onChange={(name) => go('assessment', { ...(name === 'current' ? {} : { tab: name }), ...schemeParam(id) })}
          destroyOnHidden
          items={TABS.map((name) => {
            const Content = rules === true ? BY_RULES[name] : CONTENTS[name];
            return { key: name, label: scorePageText.tabs[name], children: name === tab && rules !== null ? <Content /> : null };
          })}
        />
      ) : (
        <CurrentTab />
      )}
    </Page>
  );
}

const CONTENTS: Readonly<Record<TabName, ComponentType>> = {
  current: CurrentTab,
  runs: RunsTab,
  compare: CompareTab,
  whatif: WhatIfTab,
  robust: RobustTab,
};

/** By a scheme that is written as rules; what is stored is shown alike. */
const BY_RULES: Readonly<Record<TabName, ComponentType>> = {
  current: SchemeCurrent,
  runs: RunsTab,
  compare: CompareTab,
  whatif: SchemeWhatIf,
  robust: SchemeRobust,
};
