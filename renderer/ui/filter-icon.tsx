import { FilterFilled, SearchOutlined } from '@ant-design/icons';
import { type ReactElement, useEffect, useRef } from 'react';
import { tableText } from '../../shared/text/ui/app-text.ts';

/** The icon of a column's filter. antd's button around it is out of the keyboard's reach and has no name; both are made up for here. */
export function FilterIcon({ title, kind }: { readonly title: string; readonly kind: 'values' | 'search' }): ReactElement {
  const icon = useRef<HTMLSpanElement | null>(null);
  useEffect(() => {
    const trigger = icon.current?.closest('[role="button"]');
    if (!(trigger instanceof HTMLElement)) return undefined;
    trigger.tabIndex = 0;
    trigger.setAttribute('aria-label', tableText.filterBy(title));
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      // The header around it would sort.
      event.stopPropagation();
      event.preventDefault();
      trigger.click();
    };
    trigger.addEventListener('keydown', press);
    return () => trigger.removeEventListener('keydown', press);
  }, [title]);
  return (
    <span ref={icon} aria-hidden="true">
      {kind === 'search' ? <SearchOutlined /> : <FilterFilled />}
    </span>
  );
}
