import { DownOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import type { ReactElement } from 'react';
import { tableText } from '../../shared/text/ui/app-text.ts';

export interface ColumnChoiceProps {
  readonly columns: readonly { readonly key: string; readonly title: string }[];
  readonly chosen: readonly string[];
  onChoose(chosen: readonly string[]): void;
}

/** 列 ▾: columns for which there is no room unless they are asked for. */
export function ColumnChoice({ columns, chosen, onChoose }: ColumnChoiceProps): ReactElement | null {
  if (columns.length === 0) return null;
  const choose = (key: string, on: boolean): void => onChoose(on ? [...chosen, key] : chosen.filter((other) => other !== key));
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <ul className="column-choice" aria-label={tableText.columnsMore}>
          {columns.map(({ key, title }) => (
            <li key={key}>
              <Checkbox checked={chosen.includes(key)} onChange={(event) => choose(key, event.target.checked)}>
                {title}
              </Checkbox>
            </li>
          ))}
        </ul>
      }
    >
      <Button size="small" title={tableText.columnsMore}>
        {tableText.columns} <DownOutlined aria-hidden="true" />
      </Button>
    </Popover>
  );
}
