import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Switch } from 'antd';
import type { ReactElement } from 'react';
import type { PreviewFile } from '../../../../shared/contract/returns.ts';
import { typedFactsText } from '../../../../shared/text/typed-text.ts';
import { detailText, importText, returnsText } from '../../../../shared/text/ui/returns-text.ts';
import { CopyButton } from '../detail/copy-button.tsx';
import { problemListOf } from '../detail/finding-place.ts';
import { ReturnDetail } from '../detail/return-detail.tsx';
import { SideDrawer } from '../../../ui/side-drawer.tsx';
import { canAdopt, severityCount } from './decisions.ts';
import type { RowWords } from './import-state.ts';
import { OutcomeTag } from './outcome-tag.tsx';

export interface PreviewDrawerProps {
  readonly file: PreviewFile;
  readonly position: { readonly index: number; readonly count: number };
  readonly adopted: boolean;
  readonly onAdopt: (adopt: boolean) => void;
  readonly onGo: (index: number) => void;
  readonly onClose: () => void;
  /** What has been said of its rows (人工对应). */
  readonly rows: RowWords | undefined;
  readonly onRows: (rows: RowWords) => void;
  /** Whether its rows were just set right. */
  readonly atRows: boolean;
}

/** One file of the preview, with the decision about it and the way to its neighbours. */
export function PreviewDrawer(props: PreviewDrawerProps): ReactElement {
  const { file, position, onGo, onClose, rows, onRows, atRows } = props;
  return (
    <SideDrawer
      onClose={onClose}
      title={<DrawerTitle file={file} />}
      extra={
        <span className="returns-drawer-steps">
          <Decision {...props} />
          <Button icon={<LeftOutlined aria-hidden="true" />} disabled={position.index === 0} onClick={() => onGo(position.index - 1)}>
            {importText.previous}
          </Button>
          <span className="number">{importText.position(position.index + 1, position.count)}</span>
          <Button disabled={position.index === position.count - 1} onClick={() => onGo(position.index + 1)}>
            {importText.next}
            <RightOutlined aria-hidden="true" />
          </Button>
        </span>
      }
    >
      <div className="returns-detail-line">
        <span className="returns-detail-file">{file.file}</span>
        {file.version === null ? null : <span>{returnsText.version(file.version)}</span>}
        {file.outcome !== 'accepted' ? null : (
          <span>{file.version === 1 ? importText.firstReturn : importText.changedCount(file.changed)}</span>
        )}
        {file.sample ? <span className="muted">{returnsText.sample}</span> : null}
        {file.typed === undefined ? null : <span>{typedFactsText(file.typed)}</span>}
        <CopyButton
          label={detailText.copyList}
          hint={detailText.copyListHint}
          text={() => problemListOf(file.unitName ?? importText.unknownUnit, file.file, file.findings)}
          disabled={severityCount(file, 'error') + severityCount(file, 'warning') === 0}
        />
      </div>
      <ReturnDetail
        key={position.index}
        sha256={file.sha256}
        findings={file.findings}
        preview={file}
        mapping={{ rows, onRows, shown: atRows }}
      />
    </SideDrawer>
  );
}

function DrawerTitle({ file }: { readonly file: PreviewFile }): ReactElement {
  return (
    <span className="returns-drawer-title">
      {file.unitName ?? importText.unknownUnit} <OutcomeTag file={file} />
    </span>
  );
}

function Decision({ file, adopted, onAdopt }: PreviewDrawerProps): ReactElement | null {
  if (!canAdopt(file)) return null;
  return (
    <Switch
      checked={adopted}
      onChange={onAdopt}
      checkedChildren={importText.adopted}
      unCheckedChildren={importText.notAdopted}
      aria-label={importText.adoptOne(file.unitName ?? file.file)}
    />
  );
}
