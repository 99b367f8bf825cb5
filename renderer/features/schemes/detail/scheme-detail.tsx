import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import type { ReactElement } from 'react';
import type { SchemeView } from '../../../../shared/contract/scheme-life.ts';
import { schemeDetailText as text, schemesPageText } from '../../../../shared/text/ui/schemes-page-text.ts';
import { Page } from '../../../ui/page.tsx';
import { namedIn, useRoute } from '../../../work/routes.ts';
import { misnamed, UnknownNames } from '../../../work/unknown-names.tsx';
import { SchemeTag, type SchemeVersion, stateOf } from '../scheme-state.tsx';
import { SchemeCommands } from './scheme-commands.tsx';
import { SCHEME_TABS, SchemeTabs } from './scheme-tabs.tsx';

export interface SchemeDetailProps {
  readonly scheme: SchemeView;
  /** Of all schemes of the work. */
  readonly ids: readonly string[];
}

/** One scheme: its rules to be edited and tried, its text, its versions and what was decided on them, the years that go by it. */
export function SchemeDetail({ scheme, ids }: SchemeDetailProps): ReactElement {
  const { params, go } = useRoute();
  const version = scheme.versions.find(({ number }) => String(number) === params['version']) ?? scheme.versions.at(-1);
  const tab = namedIn(SCHEME_TABS, params['tab'], 'rules') ?? 'rules';
  const { id, title } = scheme;
  const show = (number: number, name: string): void =>
    go(
      'schemes',
      { ...(number === scheme.versions.at(-1)?.number ? {} : { version: String(number) }), ...(name === 'rules' ? {} : { tab: name }) },
      id,
    );
  return (
    <Page
      title={title}
      hint={version === undefined ? null : <Facts scheme={scheme} version={version} />}
      extra={version === undefined ? null : <SchemeCommands scheme={scheme} version={version} ids={ids} leading={tab === 'text'} />}
    >
      <UnknownNames names={[misnamed('tab', params['tab'], SCHEME_TABS)]} />
      <div className="scheme-detail">
        <div className="tab-bar">
          <Button icon={<ArrowLeftOutlined aria-hidden="true" />} onClick={() => go('schemes')}>
            {schemesPageText.back}
          </Button>
          {version === undefined || scheme.versions.length < 2 ? null : (
            <Select
              aria-label={text.choose}
              value={version.number}
              onChange={(number) => show(number, tab)}
              options={scheme.versions.map(({ number }) => ({ value: number, label: schemesPageText.version(number) }))}
            />
          )}
        </div>
        {version === undefined ? null : <SchemeTabs scheme={scheme} version={version} tab={tab} onShow={show} />}
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
