import { Button, Checkbox, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import { tableText } from '../../shared/text/ui/app-text.ts';
import { useFilterFocus } from './filter-focus.ts';
import type { SearchFilterProps } from './search-filter.tsx';

export type ValuesFilterProps = SearchFilterProps & { readonly choices: readonly string[] };

/** Filters a column by whole values. antd's own list leaves its check boxes without labels. */
export function ValuesFilter({
  title,
  choices,
  setSelectedKeys,
  selectedKeys,
  confirm,
  clearFilters,
  visible,
  close,
}: ValuesFilterProps): ReactElement {
  const [search, setSearch] = useState('');
  const focus = useFilterFocus(visible, close);
  const apply = (): void => {
    confirm();
    focus.giveBack();
  };
  const chosen = selectedKeys.map(String);
  const shown = choices.filter((choice) => choice.includes(search));
  const choose = (choice: string, on: boolean): void =>
    setSelectedKeys(on ? [...chosen, choice] : chosen.filter((other) => other !== choice));
  return (
    <div className="values-filter" ref={focus.box} onKeyDown={focus.onKeyDown} role="group" aria-label={tableText.filterBy(title)}>
      {choices.length > MANY ? (
        <Input
          size="small"
          aria-label={tableText.search}
          placeholder={tableText.search}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      ) : null}
      <ul>
        {shown.map((choice) => (
          <li key={choice}>
            <Checkbox checked={chosen.includes(choice)} onChange={(event) => choose(choice, event.target.checked)}>
              {choice === '' ? tableText.blank : choice}
            </Checkbox>
          </li>
        ))}
      </ul>
      <div className="values-filter-buttons">
        <Button type="primary" size="small" onClick={apply}>
          {tableText.filterApply}
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
    </div>
  );
}

const MANY = 10;
