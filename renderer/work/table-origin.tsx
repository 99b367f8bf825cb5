import { type ReactElement, type ReactNode, useMemo } from 'react';
import { appText } from '../../shared/text/ui/app-text.ts';
import { yearStateText } from '../../shared/text/year-text.ts';
import { TableOriginProvider } from '../ui/table/table-origin.ts';
import { useSample } from './use-sample.ts';
import { useWork } from './work-context.tsx';

/** Says to every table below whose it is: district, year with its state, 示例数据. */
export function TableOrigin({ children }: { readonly children: ReactNode }): ReactElement {
  const { summary, year, state } = useWork();
  const sample = useSample();
  const district = summary.district.name;
  const origin = useMemo(
    () => ({ district, year, marks: [...(state === null ? [] : [yearStateText(state)]), ...(sample ? [appText.sampleMark] : [])] }),
    [district, year, state, sample],
  );
  return <TableOriginProvider value={origin}>{children}</TableOriginProvider>;
}
