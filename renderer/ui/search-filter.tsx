import { Button, Input, type TableColumnType } from 'antd';
import type { ReactElement } from 'react';
import { tableText } from '../../shared/text/ui/app-text.ts';
import { useFilterFocus } from './filter-focus.ts';

type DropdownProps = Parameters<Extract<NonNullable<TableColumnType<object>['filterDropdown']>, (props: never) => unknown>>[0];

export type SearchFilterProps = Pick<
  DropdownProps,
  'setSelectedKeys' | 'selectedKeys' | 'confirm' | 'clearFilters' | 'visible' | 'close'
> & { readonly title: string };

/** Filters a column by a piece of text. */
export function SearchFilter({
  title,
  setSelectedKeys,
  selectedKeys,
  confirm,
  clearFilters,
  visible,
  close,
}: SearchFilterProps): ReactElement {
  const text = String(selectedKeys[0] ?? '');
  const focus = useFilterFocus(visible, close);
  const apply = (): void => {
    confirm();
    focus.giveBack();
  };
  return (
    <div className="search-filter" ref={focus.box} role="group" aria-label={tableText.filterBy(title)} onKeyDown={focus.onKeyDown}>
      <Input
        aria-label={`${title}：${tableText.search}`}
        placeholder={tableText.search}
        value={text}
        onChange={(event) => setSelectedKeys(event.target.value === '' ? [] : [event.target.value])}
        onPressEnter={apply}
      />
      <Button type="primary" size="small" onClick={apply}>
        {tableText.searchApply}
      </Button>
      <Button
        size="small"
        onClick={() => {
          clearFilters?.();
          apply();
        }}
      >
        {tableText.searchClear}
      </Button>
    </div>
  );
}
