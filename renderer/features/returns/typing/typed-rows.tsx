import { Input, Select } from 'antd';
import type { ReactElement } from 'react';
import type { TypedRow } from '../../../../shared/contract/typed-returns.ts';
import { typedPageText as text } from '../../../../shared/text/ui/typed-page-text.ts';
import { type TypedDraft, typedText, withText } from './draft.ts';

export interface TypedRowsProps {
  readonly rows: readonly TypedRow[];
  /** Words of 完成状态. */
  readonly statuses: readonly string[];
  readonly draft: TypedDraft;
  readonly onChange: (draft: TypedDraft) => void;
}

/** One line for each value of the form, so that a clerk goes down the page with the tabulator as down the paper. */
export function TypedRows({ rows, ...rest }: TypedRowsProps): ReactElement {
  return (
    <table className="returns-typed-rows" aria-label={text.table}>
      <thead>
        <tr>
          {Object.values(text.columns).map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={`${row.sheet} ${row.id}`} row={row} {...rest} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, ...rest }: Omit<TypedRowsProps, 'rows'> & { readonly row: TypedRow }): ReactElement {
  return (
    <>
      {row.fields.map((field, index) => (
        <tr key={field.title} className={index === 0 ? 'returns-typed-first' : ''}>
          {index > 0 ? null : (
            <>
              <td rowSpan={row.fields.length}>{row.cover ? '' : row.id}</td>
              <td rowSpan={row.fields.length}>{row.name}</td>
              <td rowSpan={row.fields.length}>{row.target}</td>
            </>
          )}
          <td className={field.required ? 'returns-typed-required' : 'muted'}>{field.title}</td>
          <td>
            <Cell row={row} field={field} {...rest} />
          </td>
          <td>{field.unit}</td>
        </tr>
      ))}
    </>
  );
}

type CellProps = Omit<TypedRowsProps, 'rows'> & { readonly row: TypedRow; readonly field: TypedRow['fields'][number] };

function Cell({ row, field, statuses, draft, onChange }: CellProps): ReactElement {
  const value = typedText(draft, row.id, field.title);
  const label = text.cell(row.cover ? '' : row.id, row.name, field.title);
  const put = (typed: string): void => onChange(withText(draft, row.id, field.title, typed));
  if (field.kind === 'status')
    return (
      <Select<string>
        aria-label={label}
        value={value === '' ? null : value}
        onChange={(typed: string | undefined) => put(typed ?? '')}
        options={statuses.map((word) => ({ value: word, label: word }))}
        allowClear
        className="returns-typed-status"
      />
    );
  return <Input aria-label={label} value={value} title={field.prompt} maxLength={2000} onChange={(event) => put(event.target.value)} />;
}
