import { InfoCircleFilled, WarningFilled } from '@ant-design/icons';
import { Alert } from 'antd';
import type { ReactElement } from 'react';
import type { RankingResult } from '../../../shared/contract/ranking.ts';
import { setChangeText, withheldText } from '../../../shared/text/ranking-set-text.ts';
import { periodText } from '../../../shared/text/report-text.ts';
import { rankingPageText } from '../../../shared/text/ui/ranking-text.ts';

/** Why a group has no places, or why its places are not held against the period before. */
export function SetNotes({ result }: { readonly result: RankingResult }): ReactElement {
  const { withheld = [], setChanges = [], previousPeriod } = result;
  return (
    <>
      {withheld.map((short) => (
        <Alert
          key={short.group}
          type="warning"
          showIcon
          icon={<WarningFilled aria-hidden="true" />}
          title={withheldText(short, rankingPageText.units)}
        />
      ))}
      {previousPeriod === null
        ? null
        : setChanges.map((change) => (
            <Alert
              key={change.group}
              type="info"
              showIcon
              icon={<InfoCircleFilled aria-hidden="true" />}
              title={setChangeText(change, periodText(previousPeriod))}
            />
          ))}
    </>
  );
}
