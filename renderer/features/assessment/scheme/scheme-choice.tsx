import { Select } from 'antd';
import type { ReactElement } from 'react';
import { schemeScoreText as text } from '../../../../shared/text/ui/scheme-score-text.ts';
import { useCall } from '../../../client/context.tsx';
import { useRoute } from '../../../work/routes.ts';
import { useWork } from '../../../work/work-context.tsx';
import { schemeParam, useScheme } from './use-scheme.ts';

/** 办法 by which the year is looked at: its own, or any other of the work that holds for it. */
export function SchemeChoice({ tab }: { readonly tab: string }): ReactElement | null {
  const { year } = useWork();
  const { go } = useRoute();
  const { id, own } = useScheme();
  const listed = useCall('schemes.list', { year });
  const schemes = (listed.data?.schemes ?? []).filter(({ kind, retired }) => kind !== 'ranking' && !retired);
  if (schemes.every((scheme) => scheme.id === own?.id)) return null;
  const options = [
    ...(own === null ? [{ value: '', label: text.unchosen }] : []),
    ...schemes.map((scheme) => ({ value: scheme.id, label: scheme.id === own?.id ? text.ofYear(scheme.title) : scheme.title })),
  ];
  const choose = (chosen: string): void =>
    go('assessment', { ...(tab === 'current' ? {} : { tab }), ...schemeParam(chosen === '' || chosen === own?.id ? null : chosen) });
  return (
    <Select
      aria-label={text.choose}
      className="scheme-choice"
      value={id ?? own?.id ?? ''}
      onChange={choose}
      options={options}
      popupMatchSelectWidth={false}
    />
  );
}
