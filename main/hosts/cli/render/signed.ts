import colors from 'picocolors';
import type { SignedScore, SignedState } from '../../../../shared/contract/signed.ts';
import { yearCommandText } from '../../../../shared/text/year-command-text.ts';
import { signedMovesText, signedRowTexts, signedSameText, signedScoreText } from '../../../../shared/text/year-text.ts';

/** 定稿后的变动, with the commands that show and cure it; nothing where there is none. */
export function signedLines(signed: NonNullable<SignedState>): string[] {
  const text = signedMovesText(signed);
  return text === '' ? [] : [colors.yellow(`  ! ${text}`), colors.dim(`    ${yearCommandText.signedMoved(signed.run)}`)];
}

/** Above scores that are computed anew: of a signed year whether they are those that were signed. */
export function scoredSignedLines(signed: SignedState): string[] {
  if (signed === null) return [];
  const moved = signedLines(signed);
  return moved.length > 0 ? moved : [colors.dim(`  ${signedSameText(signed.run)}`)];
}

/** Above one score of a signed year: by which run the year counts, and what it gave where that is not what is shown. */
export function signedScoreLines(signed: SignedScore, shown: Parameters<typeof signedScoreText>[1]): string[] {
  if (signed === null) return [];
  const text = signedScoreText(signed, shown);
  if (signed.same) return [colors.dim(`  ${text}`)];
  return [
    colors.yellow(`  ! ${text}`),
    ...signedRowTexts(signed).map((line) => colors.yellow(`    ${line}`)),
    colors.dim(`    ${yearCommandText.signedMoved(signed.run)}`),
  ];
}
