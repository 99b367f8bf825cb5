import { Alert } from 'antd';
import type { ReactElement } from 'react';
import type { SubjectScore } from '../../../shared/domain/assessment/types.ts';
import { scorePageText } from '../../../shared/text/ui/score-page-text.ts';
import { signedRowTexts, signedScoreText } from '../../../shared/text/year-text.ts';
import { useCall } from '../../client/context.tsx';
import { FailureAlert } from '../../ui/failure-alert.tsx';
import { useRoute } from '../../work/routes.ts';
import { useWork } from '../../work/work-context.tsx';
import { gradeOf } from './score-sum.ts';

/** 定稿 beside one breakdown that is computed anew: by which run the year counts, and the signed score and rows where they differ. */
export function SignedNote({ score }: { readonly score: SubjectScore }): ReactElement | null {
  const { year } = useWork();
  const { href } = useRoute();
  const explained = useCall('assessment.explain', { year, unit: score.name });
  const signed = explained.data?.signed ?? null;
  if (explained.error !== null) return <FailureAlert failure={explained.error} onRetry={() => void explained.refetch()} />;
  if (signed === null) return null;
  const rows = signedRowTexts(signed);
  return (
    <Alert
      type={signed.same ? 'info' : 'warning'}
      showIcon
      title={signedScoreText(signed, { total: score.total, grade: gradeOf(score) })}
      description={
        rows.length === 0 ? undefined : (
          <ul>
            {rows.map((row) => (
              <li key={row}>{row}</li>
            ))}
          </ul>
        )
      }
      action={
        <a href={href('assessment', { tab: 'runs', run: String(signed.run), unit: score.subjectId })}>
          {scorePageText.toSigned(signed.run)}
        </a>
      }
    />
  );
}
