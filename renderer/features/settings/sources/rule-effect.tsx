import { type ReactElement, useEffect, useState } from 'react';
import type { MethodInput } from '../../../../shared/contract/contract.ts';
import { effectText } from '../../../../shared/text/source-text.ts';
import { useJob } from '../../../client/context.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { JobProgress } from '../../../ui/job-progress.tsx';
import { useSettled } from '../../../ui/use-settled.ts';

type Asked = MethodInput<'sources.effect'>;

/** What a rule would change in files that were taken in, as it stands in the dialog. */
export function RuleEffect({ asked }: { readonly asked: Asked }): ReactElement {
  const { start, ...job } = useJob('sources.effect');
  const settled = useSettled(JSON.stringify(asked));
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    setSaid(null);
    void start(JSON.parse(settled) as Asked).then((found) => (current && found !== null ? setSaid(effectText(found.files)) : undefined));
    return () => {
      current = false;
    };
  }, [settled, start]);
  return (
    <div role="status">
      <JobProgress job={job} />
      <FailureAlert failure={job.failure} />
      {said === null ? null : <p>{said}</p>}
    </div>
  );
}
