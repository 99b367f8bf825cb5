import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { type ReactElement, useEffect } from 'react';
import type { ShownTable } from '../../../shared/contract/tables.ts';
import { tableText } from '../../../shared/text/ui/app-text.ts';
import { failureOf, useHost, useJob } from '../../client/context.tsx';
import { copyText } from '../clipboard.ts';
import { failureSentence } from '../failure-alert.tsx';
import { today } from '../today.ts';
import { tsv } from '../tsv.ts';
import { useNotice } from '../use-notice.tsx';
import { clipboardRows } from './shown-table.ts';
import { type TableOrigin, useTableOrigin } from './table-origin.ts';

export interface ExportMenuProps {
  /** What the table is called, for those who hear the page. */
  readonly name: string;
  /** What is handed over, made when it is asked for. */
  tables(): readonly ShownTable[];
  readonly disabled?: boolean;
  /** How many rows are copied, where that is not the number of lines. */
  readonly count?: number;
  /** False where the page hands the same over in a look of its own. */
  readonly excel?: boolean;
}

/** 导出 ▾: the table as a workbook, or on the clipboard. */
export function ExportMenu({ name, tables, disabled = false, count, excel = true }: ExportMenuProps): ReactElement {
  const origin = useTableOrigin();
  const writing = useWrittenTables();
  const notice = useNotice();
  const copy = async (): Promise<void> => {
    const shown = tables();
    const copied = await copyText(shown.map((table) => tsv(clipboardRows(table))).join('\r\n\r\n'));
    const rows = count ?? shown.reduce((sum, table) => sum + table.rows.length, 0);
    void (copied ? notice.success(tableText.copied(rows)) : notice.error(tableText.copyFailed));
  };
  return (
    <Dropdown
      trigger={['click']}
      disabled={disabled || writing.running}
      menu={{
        items: [
          ...(origin === null || !excel ? [] : [{ key: 'excel', label: tableText.excel, title: tableText.excelHint }]),
          { key: 'copy', label: tableText.copy, title: tableText.copyHint },
        ],
        onClick: ({ key }) => void (key === 'copy' || origin === null ? copy() : writing.start(tables(), origin)),
      }}
    >
      <Button size="small" loading={writing.running} aria-label={tableText.exportOf(name)}>
        {tableText.export} <DownOutlined aria-hidden="true" />
      </Button>
    </Dropdown>
  );
}

interface WrittenTables {
  readonly running: boolean;
  start(tables: readonly ShownTable[], origin: TableOrigin): Promise<void>;
}

/** Asks where to, writes, and says where it is. */
function useWrittenTables(): WrittenTables {
  const { files } = useHost();
  const job = useJob('tables.write');
  const notice = useNotice();
  const { failure } = job;
  useEffect(() => {
    if (failure !== null) notice.error(failureSentence(failure));
  }, [failure, notice]);
  const start = async (tables: readonly ShownTable[], { district, year, marks }: TableOrigin): Promise<void> => {
    const [first] = tables;
    if (first === undefined) return;
    try {
      const target = await files.outputFile(fileName(district, year, first.title));
      if (target === null) return;
      const whose = tableText.origin(district, year, marks);
      const written = await job.start({
        file: target.grant,
        tables: tables.map((table) => ({ ...table, about: [whose, ...table.about] })),
      });
      if (written === null) return;
      await files.delivered(target);
      notice.success(files.revealAvailability === 'unavailable' ? tableText.downloaded(target.name) : tableText.exported(target.name));
    } catch (error) {
      notice.error(failureSentence(failureOf(error)));
    }
  };
  return { running: job.running, start };
}

/** 地区-年度-表名-日期.xlsx, without signs that a file name must not have. */
export const fileName = (district: string, year: number, title: string, ending = 'xlsx', now: Date = new Date()): string =>
  `${[district, `${year}`, title, today(now)].join('-').replaceAll(/[\\/:*?"<>|：\s]+/gu, '')}.${ending}`;
