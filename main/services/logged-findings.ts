import type { Finding, FindingCode } from '../../shared/domain/findings.ts';
import { contentHash } from './files.ts';

/** What the event of an import tells of a finding (问题): its rule and place, and a digest of the rest. */
export interface LoggedFinding extends Pick<Finding, 'sheet' | 'cell'> {
  readonly code: FindingCode;
  readonly sum: string;
}

const SUM_LENGTH = 16;

export const loggedFinding = ({ code, sheet, cell, severity, params }: Finding): LoggedFinding => ({
  code,
  sheet,
  cell,
  sum: contentHash([severity, params]).slice(0, SUM_LENGTH),
});
