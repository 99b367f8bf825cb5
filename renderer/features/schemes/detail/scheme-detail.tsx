import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import type { ReactElement } from 'react';
import type { SchemeView } from '../../../../shared/contract/scheme-life.ts';
import { schemeDetailText as text, schemesPageText } from '../../../../shared/text/ui/schemes-page-text.ts';
import { Page } from '../../../ui/page.tsx';
import { useRoute } from '../../../work/routes.ts';
import { SchemeTag, type SchemeVersion, stateOf } from '../scheme-state.tsx';
import { ClausesTab } from './clauses-tab.tsx';
import { ActsTable, VersionsTable } from './history-tables.tsx';
import { SchemeCommands } from './scheme-commands.tsx';
import { Uses } from './uses.tsx';
import { VersionsCompared } from './versions-compared.tsx';

export interface SchemeDetailProps {
  readonly scheme: SchemeView;
  /** Of all schemes of the work. */
  readonly ids: readonly string[];
}

/** One scheme: its text and rules, its versions and what was decided on them, the years that go by it. */
export function SchemeDetail({ scheme, ids }: SchemeDetailProps): ReactElement {
  const { params, go } = useRoute();
  const version = scheme.versions.find(({ number }) => String(number) === params['version']) ?? scheme.versions.at(-1);
  const { id, title } = scheme;
  const choose = (number: number): void => go('schemes', { version: String(number) }, id);
  return (
    <Page
      title={title}
      hint={version === undefined ? null : <Facts scheme={scheme} version={version} />}
      extra={version === undefined ? null : <SchemeCommands scheme={scheme} version={version} ids={ids} />}
    >
      <div className="scheme-detail">
        <div className="tab-bar">
          <Button icon={<ArrowLeftOutlined aria-hidden="true" />} onClick={() => go('schemes')}>
            {schemesPageText.back}
          </Button>
          {version === undefined || scheme.versions.length < 2 ? null : (
            <Select
              aria-label={text.choose}
              value={version.number}
              onChange={choose}
              options={scheme.versions.map(({ number }) => ({ value: number, label: schemesPageText.version(number) }))}
            />
          )}
        </div>
        {version === undefined ? null : <ClausesTab id={id} number={version.number} />}
        <VersionsTable versions={scheme.versions} chosen={version?.number ?? null} onChoose={choose} />
        {scheme.versions.length < 2 ? null : <VersionsCompared id={id} versions={scheme.versions} />}
        {scheme.acts.length === 0 ? null : <ActsTable acts={scheme.acts} />}
        {scheme.kind === 'ranking' ? null : <Uses id={id} />}
      </div>
    </Page>
  );
}

const Facts = ({ scheme, version }: { readonly scheme: SchemeView; readonly version: SchemeVersion }): ReactElement => (
  <span className="scheme-facts">
    <span>{schemesPageText.kindHints[scheme.kind]}</span>
    <span>{schemesPageText.version(version.number)}</span>
    <span>{schemesPageText.from(version.from)}</span>
    <SchemeTag state={stateOf(scheme, version)} />
    {version.approved === null ? null : <span>{version.approved.document}</span>}
  </span>
);
