import { Tabs } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import type { SchemeView } from '../../../../shared/contract/scheme-life.ts';
import type { LanguageForms } from '../../../../shared/domain/schemes/form/language-forms.ts';
import { schemeEditorText } from '../../../../shared/text/ui/scheme-editor-text.ts';
import { useCall } from '../../../client/context.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { useLock } from '../../../work/lock.tsx';
import { useWork, workKey } from '../../../work/work-context.tsx';
import { DifferPanel } from '../editor/differ-panel.tsx';
import { DraftBar } from '../editor/draft-bar.tsx';
import { RulesEditor } from '../editor/rules-editor.tsx';
import type { MeasureNames } from '../editor/titles.ts';
import { TrialTab } from '../editor/trial-view.tsx';
import { type DraftBase, useDraft } from '../editor/use-draft.ts';
import { useTrial } from '../editor/use-trial.ts';
import type { SchemeVersion } from '../scheme-state.tsx';
import { Waiting } from '../waiting.tsx';
import { ActsTable, VersionsTable } from './history-tables.tsx';
import { ClausesTab } from './clauses-tab.tsx';
import { Uses } from './uses.tsx';
import { VersionsCompared } from './versions-compared.tsx';

export const SCHEME_TABS = ['rules', 'text', 'trial', 'versions'] as const;
export type SchemeTab = (typeof SCHEME_TABS)[number];

export interface SchemeTabsProps {
  readonly scheme: SchemeView;
  readonly version: SchemeVersion;
  readonly tab: SchemeTab;
  onShow(number: number, tab: SchemeTab): void;
}

/** What is edited stays what it is while another tab is looked at. */
export function SchemeTabs(props: SchemeTabsProps): ReactElement {
  const { scheme, version } = props;
  const { number } = version;
  const begun = useCall('schemes.draft', { id: scheme.id, number });
  const language = useCall('schemes.language', {});
  if (begun.data !== undefined && language.data !== undefined && begun.data.data !== null && begun.data.number === number)
    return (
      <Edited
        key={`${scheme.id} ${number}`}
        {...props}
        base={{ data: begun.data.data, links: begun.data.links }}
        names={begun.data.measures}
        language={language.data}
      />
    );
  return (
    <>
      <FailureAlert failure={begun.error ?? language.error} onRetry={() => void begun.refetch()} />
      {begun.isPending || language.isPending ? <Waiting /> : null}
      {begun.data?.data === null ? (
        <Frame {...props} contents={{ rules: <p className="muted">{schemeEditorText.older}</p>, trial: null, differ: null }} />
      ) : null}
    </>
  );
}

interface EditedProps extends SchemeTabsProps {
  readonly base: DraftBase;
  readonly names: MeasureNames;
  readonly language: LanguageForms;
}

function Edited(props: EditedProps): ReactElement {
  const { scheme, version, base, names, language, onShow } = props;
  const { summary } = useWork();
  const { number } = version;
  const draft = useDraft(`${workKey(summary) ?? ''} ${scheme.id} ${number}`, base, language);
  const outline = useCall('schemes.outline', { data: draft.data, kind: scheme.kind }, { keepPrevious: true });
  const trial = useTrial(scheme.id, number, draft.data);
  const lock = useLock();
  const locked = lock === 'readOnly' || (lock === 'final' && !draft.unlocked);
  const shown = outline.data ?? null;
  return (
    <>
      {props.tab === 'text' ? null : (
        <DraftBar
          id={scheme.id}
          title={scheme.title}
          number={number}
          draft={draft}
          outline={shown}
          names={names}
          onSaved={(saved) => onShow(saved, 'rules')}
        />
      )}
      <FailureAlert failure={outline.error} onRetry={() => void outline.refetch()} />
      <Frame
        {...props}
        contents={{
          rules:
            shown === null ? (
              <Waiting />
            ) : (
              <RulesEditor
                draft={draft}
                outline={shown}
                language={language}
                names={names}
                number={number}
                trial={trial}
                locked={locked}
                onTrial={() => onShow(number, 'trial')}
              />
            ),
          trial: <TrialTab trial={trial} number={number} />,
          differ: (
            <DifferPanel
              id={scheme.id}
              data={draft.data}
              number={number}
              changed={draft.changed}
              versions={scheme.versions}
              names={names}
            />
          ),
        }}
      />
    </>
  );
}

interface FrameProps extends SchemeTabsProps {
  readonly contents: { readonly rules: ReactNode; readonly trial: ReactNode; readonly differ: ReactNode };
}

function Frame({ scheme, version, tab, onShow, contents }: FrameProps): ReactElement {
  const { number } = version;
  const shown: Readonly<Record<SchemeTab, () => ReactNode>> = {
    rules: () => contents.rules,
    text: () => <ClausesTab id={scheme.id} number={number} />,
    trial: () => contents.trial,
    versions: () => (
      <div className="scheme-versions">
        {contents.differ}
        <VersionsTable versions={scheme.versions} chosen={number} onChoose={(other) => onShow(other, 'versions')} />
        {scheme.versions.length < 2 ? null : <VersionsCompared id={scheme.id} versions={scheme.versions} />}
        {scheme.acts.length === 0 ? null : <ActsTable acts={scheme.acts} />}
        {scheme.kind === 'ranking' ? null : <Uses id={scheme.id} />}
      </div>
    ),
  };
  return (
    <Tabs
      activeKey={tab}
      onChange={(name) => onShow(number, SCHEME_TABS.find((known) => known === name) ?? 'rules')}
      destroyOnHidden
      items={SCHEME_TABS.map((name) => ({
        key: name,
        label: schemeEditorText.tabs[name],
        children: name === tab ? shown[name]() : null,
      }))}
    />
  );
}
