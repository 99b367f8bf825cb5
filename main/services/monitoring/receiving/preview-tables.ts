import type { MonitoringFile } from '../../../../shared/contract/monitoring.ts';
import type { RecognisedTable } from '../../../../shared/domain/monitoring/types.ts';
import { columnMeaningText, concentrationUnit, tableShapeText } from '../../../../shared/text/monitoring-text.ts';

type PreviewTable = MonitoringFile['tables'][number];

/** How the tables of a file are read, in words, column by column. */
export const previewTables = (tables: readonly RecognisedTable[]): PreviewTable[] =>
  tables.map(({ sheet, kind, shape, columns }) => ({
    sheet,
    kind,
    shape: tableShapeText(shape),
    columns: columns.map(({ address, title, meaning, field, unit }) => ({
      cell: address,
      header: title,
      meaning: columnMeaningText(meaning, field),
      unit: unit ?? (field === null ? '' : concentrationUnit(field)),
    })),
  }));
