import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { SchemeView } from '../../../shared/contract/scheme-life.ts';
import { appText } from '../../../shared/text/ui/app-text.ts';
import { schemeEditorText } from '../../../shared/text/ui/scheme-editor-text.ts';
import { schemeDetailText, schemesPageText } from '../../../shared/text/ui/schemes-page-text.ts';
import { useCall, useHost } from '../../client/context.tsx';
import type { GrantedFile } from '../../host/host.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureAlert } from '../../ui/failure-alert.tsx';
import { Page } from '../../ui/page.tsx';
import { useNotice } from '../../ui/use-notice.tsx';
import { useRoute } from '../../work/routes.ts';
import { misnamed, UnknownNames } from '../../work/unknown-names.tsx';
import { useWork } from '../../work/work-context.tsx';
import { SchemeDetail } from './detail/scheme-detail.tsx';
import { BeginDialog } from './dialogs/begin-dialog.tsx';
import { AddDialog } from './dialogs/add-dialog.tsx';
import { SchemeList } from './scheme-list.tsx';
import { stateOf } from './scheme-state.tsx';
import './editor/editor.css';
import './schemes.css';
import { Waiting } from './waiting.tsx';

/** 办法: all of the work; `#/year/2026/schemes/<id>?version=2` shows one. */
export function SchemesPage(): ReactElement {
  const { part } = useRoute();
  const listed = useCall('schemes.list', {});
  const schemes = listed.data?.schemes ?? null;
  const chosen = schemes?.find(({ id }) => id === part);
  if (schemes !== null && chosen !== undefined) return <SchemeDetail key={chosen.id} scheme={chosen} ids={schemes.map(({ id }) => id)} />;
  return (
    <Page
      title={appText.pages.schemes}
      hint={schemes === null ? null : factsOf(schemes)}
      extra={<AddScheme ids={schemes?.map(({ id }) => id) ?? []} />}
    >
      <UnknownNames names={[misnamed('scheme', part ?? undefined, schemes?.map(({ id }) => id) ?? null)]} />
      <FailureAlert failure={listed.error} onRetry={() => void listed.refetch()} />
      {listed.isPending ? <Waiting /> : null}
      {schemes === null ? null : <List schemes={schemes} />}
    </Page>
  );
}

const List = ({ schemes }: { readonly schemes: readonly SchemeView[] }): ReactElement =>
  schemes.length === 0 ? <EmptyState title={schemesPageText.none} hint={schemesPageText.noneHint} /> : <SchemeList schemes={schemes} />;

function factsOf(schemes: readonly SchemeView[]): string {
  const count = (state: string): number => schemes.filter((scheme) => stateOf(scheme, scheme.versions.at(-1)) === state).length;
  return schemesPageText.facts(schemes.length, count('demonstration'), count('retired'));
}

/** Chooses a file, then asks for the reason. */
function AddScheme({ ids }: { readonly ids: readonly string[] }): ReactElement {
  const { summary } = useWork();
  const { files } = useHost();
  const { go } = useRoute();
  const notice = useNotice();
  const [file, setFile] = useState<GrantedFile | null>(null);
  const [begun, setBegun] = useState(false);
  if (summary.readOnly) return <p className="lock-line">{schemeDetailText.readOnly}</p>;
  const choose = async (): Promise<void> => {
    const picked = await files.pickScheme();
    if (picked === null) return;
    if ('grant' in picked) setFile(picked);
    else notice.error(schemesPageText.tooLarge(picked.name));
  };
  return (
    <>
      <Button onClick={() => void choose()}>{schemesPageText.add}</Button>
      <Button type="primary" onClick={() => setBegun(true)}>
        {schemeEditorText.begin}
      </Button>
      {begun ? <BeginDialog ids={ids} from="published" onBegun={(id) => go('schemes', {}, id)} onClose={() => setBegun(false)} /> : null}
      {file === null ? null : <AddDialog file={file} onAdded={(id) => go('schemes', {}, id)} onClose={() => setFile(null)} />}
    </>
  );
}
