import type { Finding } from '../../../../shared/domain/findings.ts';
import { commandText } from '../../../../shared/text/command-text.ts';

/** How a password (打开密码) is given here, where one would have opened a file; no line otherwise. */
export const passwordHint = (findings: readonly Finding[]): string[] =>
  findings.some(({ code, params }) => code === 'FILE_PASSWORD' && params['unsupported'] === undefined)
    ? [`  ${commandText.passwordHint}`]
    : [];
