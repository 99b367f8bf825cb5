import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { ReportFormat } from '../../../../shared/contract/reports.ts';
import { clauseText as text } from '../../../../shared/text/scheme/clause-words.ts';
import { useHost, useJob } from '../../../client/context.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { useNotice } from '../../../ui/use-notice.tsx';

export interface ClausesPrintProps {
  readonly id: string;
  readonly number: number;
  readonly title: string;
}

/** 打印办法: the same two columns as a document, or as a workbook. */
export function ClausesPrint({ id, number, title }: ClausesPrintProps): ReactElement {
  const { files } = useHost();
  const notice = useNotice();
  const print = useJob('schemes.print');
  const save = async (format: ReportFormat): Promise<void> => {
    const target = await files.outputFile(text.fileName(title, format));
    if (target === null) return;
    if ((await print.start({ source: { id, number }, format, file: target.grant })) === null) return;
    await files.delivered(target);
    notice.success(text.printed(target.name));
  };
  return (
    <>
      <Button size="small" loading={print.running} onClick={() => void save('pdf')}>
        {text.print}
      </Button>
      <Button size="small" disabled={print.running} onClick={() => void save('xlsx')}>
        {text.toExcel}
      </Button>
      <FailureAlert failure={print.failure} />
    </>
  );
}
