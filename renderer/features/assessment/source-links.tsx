import { TableOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import type { SourceRef } from '../../../shared/domain/assessment/types.ts';
import { typedMarkText } from '../../../shared/text/typed-text.ts';
import { breakdownText, fieldNames, rangeNames } from '../../../shared/text/ui/assessment-text.ts';

export type OpenSource = (source: SourceRef) => void;

/** 文件 · 工作表!单元格 · 原文, each of which opens the original at its cell. */
export function SourceLinks({ sources, onOpen }: { readonly sources: readonly SourceRef[]; readonly onOpen: OpenSource }): ReactElement {
  if (sources.length === 0) return <span className="muted">{breakdownText.noSources}</span>;
  return (
    <ul className="source-links">
      {sources.map((source, index) => (
        <li key={`${source.sha256} ${source.sheet} ${source.cell}`}>
          <span className="source-field">{sourceName(sources, index)}</span>
          {source.sha256 === '' ? (
            <span>{breakdownText.settled(source.file)}</span>
          ) : (
            <button
              type="button"
              className="link-button"
              title={breakdownText.openSource(source.sheet, source.cell)}
              onClick={() => onOpen(source)}
            >
              <TableOutlined aria-hidden="true" /> {breakdownText.source(source.file, source.sheet, source.cell)}
            </button>
          )}
          <span>{breakdownText.quoted(source.raw)}</span>
          {source.typed === undefined ? null : <span className="muted">{typedMarkText(source.typed)}</span>}
        </li>
      ))}
    </ul>
  );
}

const DAILY = new Set(['pm25', 'pm10', 'so2', 'no2', 'co', 'o3']);

/** 分子, 分母…; daily values come as their first and last cell: 首个PM2.5日均值. */
export function sourceName(sources: readonly SourceRef[], index: number): string {
  const field = sources[index]?.field ?? '';
  const name = fieldNames[field] ?? field;
  if (!DAILY.has(field) || sources.length < 2) return name;
  return `${sources.findIndex((source) => source.field === field) === index ? rangeNames.first : rangeNames.last}${name}`;
}
