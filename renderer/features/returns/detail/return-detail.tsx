import { Tabs, type TabsProps } from 'antd';
import { type ReactElement, useState } from 'react';
import type { PreviewFile } from '../../../../shared/contract/returns.ts';
import type { Finding } from '../../../../shared/domain/findings.ts';
import { mappingText } from '../../../../shared/text/ui/mapping-text.ts';
import { detailText } from '../../../../shared/text/ui/returns-text.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { OriginalView } from '../original/original-view.tsx';
import { FindingExplorer } from './finding-explorer.tsx';
import { MappingTable, type RowSetting } from './mapping-table.tsx';
import { ValueTable } from './value-table.tsx';

export interface ReturnDetailProps {
  readonly sha256: string | null;
  readonly findings: readonly Finding[];
  /** The file in the preview; absent for a stored return, whose values stand in the assessment. */
  readonly preview?: PreviewFile;
  /** Setting rows of a table of the office's own right (人工对应). */
  readonly mapping?: RowSetting & { readonly shown: boolean };
}

interface Place {
  readonly sheet: string | null;
  readonly cell: string | null;
}

/** One return: what is wrong with it, its values, its original; a step from one to the cell in the other. */
export function ReturnDetail({ sha256, findings, preview, mapping }: ReturnDetailProps): ReactElement {
  const first = findings.length > 0 ? 'findings' : preview === undefined ? 'original' : 'values';
  const rows = preview?.mapping;
  const [tab, setTab] = useState(mapping?.shown === true && rows !== undefined ? 'mapping' : first);
  const [place, setPlace] = useState<Place>({ sheet: null, cell: null });
  const openOriginal = (sheet: string, cell: string): void => {
    setPlace({ sheet, cell });
    setTab('original');
  };
  const values = preview?.values ?? [];
  const items: TabsProps['items'] = [
    {
      key: 'findings',
      label: detailText.findings(findings.length),
      children: <FindingExplorer sha256={sha256} findings={findings} onOpenOriginal={openOriginal} />,
    },
    ...(rows === undefined || mapping === undefined
      ? []
      : [
          {
            key: 'mapping',
            label: mappingText.tab(rows.rows.length),
            children: <MappingTable mapping={rows} {...mapping} onOpenOriginal={openOriginal} />,
          },
        ]),
    ...(preview === undefined || values.length === 0
      ? []
      : [
          { key: 'values', label: detailText.values(values.length), children: <ValueTable file={preview} onOpenOriginal={openOriginal} /> },
        ]),
    {
      key: 'original',
      label: detailText.original,
      children:
        sha256 === null || !isReadable(findings) ? (
          <EmptyState title={detailText.unreadable} />
        ) : (
          <OriginalView
            key={`${sha256} ${place.sheet} ${place.cell}`}
            sha256={sha256}
            sheet={place.sheet}
            cell={place.cell}
            findings={findings}
          />
        ),
    },
  ];
  return <Tabs activeKey={tab} onChange={setTab} items={items} size="small" destroyOnHidden />;
}

const READABLE_FILES: readonly string[] = ['FILE_DUPLICATE', 'FILE_REVERTS'];

/** A file that is no workbook, or a broken one, has no sheets to show. */
const isReadable = (findings: readonly Finding[]): boolean =>
  findings.every((finding) => !finding.code.startsWith('FILE_') || READABLE_FILES.includes(finding.code));
