import { Select } from 'antd';
import type { ReactElement } from 'react';
import { appText } from '../../shared/text/ui/app-text.ts';
import { leaveReturns } from '../features/returns/index.ts';
import { StateTag } from '../ui/state-tag.tsx';
import { addressHash, isUnknown, OF_ANY_YEAR, type PageName } from '../work/address.ts';
import { useAddress } from '../work/use-address.ts';
import { useWork } from '../work/work-context.tsx';
import type { KnownYear } from '../work/years.ts';

/** 考核年度 with its state. Another year shows the same page; one that is not open yet leads to where it is opened. */
export function YearSelect(): ReactElement {
  const { year, years, unknownYear } = useWork();
  const address = useAddress();
  const go = (chosen: number): void => {
    const state = years.find((known) => known.year === chosen)?.state ?? null;
    const place = isUnknown(address) ? HOME : address;
    window.location.hash =
      state === 'unopened' ? addressHash(chosen, 'year') : addressHash(chosen, pageIn(state, place.page), {}, place.part);
  };
  return (
    <Select
      className="year-select"
      aria-label={appText.year}
      size="small"
      value={unknownYear === null ? year : null}
      placeholder={appText.yearChoose}
      onChange={(value) => {
        if (value !== null) leaveReturns(() => go(value));
      }}
      options={years.map((known) => ({ value: known.year, label: <YearOption known={known} /> }))}
      popupMatchSelectWidth={false}
    />
  );
}

const HOME = { page: 'workbench' as const, part: null };

const pageIn = (state: KnownYear['state'], page: PageName): PageName => (state === null && !OF_ANY_YEAR.has(page) ? 'monitoring' : page);

function YearOption({ known: { year, state } }: { readonly known: KnownYear }): ReactElement {
  return (
    <span className="year-option">
      {appText.yearOption(year)}
      {state === null ? <span className="state-tag tone-none">{appText.yearOutside}</span> : <StateTag state={state} />}
    </span>
  );
}
