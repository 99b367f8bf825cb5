import type { versionsMethods } from '../../../shared/contract/versions.ts';
import { answerFinding, answerFindings } from '../../services/returns/answer-finding.ts';
import { compareVersions } from '../../services/returns/compare-versions.ts';
import { decideVersion, listVersions } from '../../services/returns/decide-version.ts';
import type { Handlers } from '../handler.ts';

export const versionsHandlers: Handlers<typeof versionsMethods> = {
  'returns.versions': (context, request) => listVersions(context.work(), request),
  'returns.compare': (context, request) => compareVersions(context.work(), request),
  'returns.adopt': (context, request) => decideVersion(context.work(), 'adopt', request),
  'returns.withdraw': (context, request) => decideVersion(context.work(), 'withdraw', request),
  'returns.answer': (context, request) => answerFinding(context.work(), request),
  'returns.answers': (context, request) => answerFindings(context.work(), request),
};
