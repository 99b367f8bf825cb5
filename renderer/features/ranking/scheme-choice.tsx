import { Select } from 'antd';
import type { ReactElement } from 'react';
import type { MethodOutput } from '../../../shared/contract/contract.ts';
import { rankingPageText } from '../../../shared/text/ui/ranking-text.ts';
import { useCommand } from '../../client/context.tsx';
import { useLock } from '../../work/lock.tsx';
import { failureSentence } from '../../ui/failure-alert.tsx';
import { useNotice } from '../../ui/use-notice.tsx';

export interface SchemeChoiceProps {
  readonly schemes: MethodOutput<'ranking.schemes'> | undefined;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** The schemes of the work; those that come with the program and are not in it yet can be added in the same list. */
export function SchemeChoice({ schemes, chosen, onChoose }: SchemeChoiceProps): ReactElement | null {
  const notice = useNotice();
  const add = useCommand('ranking.add');
  const readOnly = useLock() === 'readOnly';
  const offered = readOnly ? [] : (schemes?.offered ?? []);
  if (schemes === undefined || (schemes.schemes.length === 0 && offered.length === 0)) return null;
  const choose = (id: string): void => {
    if (offered.every((offer) => offer.id !== id)) return onChoose(id);
    add.mutate(
      { template: id },
      {
        onSuccess: (added) => {
          notice.success(rankingPageText.added(added.title));
          onChoose(added.id);
        },
        onError: (error) => notice.error(failureSentence(error)),
      },
    );
  };
  return (
    <Select
      className="scheme-select"
      aria-label={rankingPageText.scheme}
      title={rankingPageText.addSchemeHint}
      value={chosen ?? null}
      placeholder={rankingPageText.scheme}
      loading={add.isPending}
      disabled={add.isPending}
      onChange={(id) => {
        if (id !== null) choose(id);
      }}
      popupMatchSelectWidth={false}
      options={[
        ...schemes.schemes.map(({ id, title }) => ({ value: id, label: title })),
        ...(offered.length === 0
          ? []
          : [
              {
                label: rankingPageText.addScheme,
                title: rankingPageText.addScheme,
                options: offered.map(({ id, title }) => ({ value: id, label: title })),
              },
            ]),
      ]}
    />
  );
}
