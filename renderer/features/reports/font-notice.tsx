import { Alert } from 'antd';
import type { ReactElement } from 'react';
import type { MethodOutput } from '../../../shared/contract/contract.ts';
import { fontsText } from '../../../shared/text/ui/reports-text.ts';

/** Fonts that something else stands in for, and characters that no font has. */
export function FontNotice({
  preview,
}: {
  readonly preview: Pick<MethodOutput<'reports.preview'>, 'substitutions' | 'missingGlyphs'>;
}): ReactElement {
  const { substitutions, missingGlyphs } = preview;
  return (
    <>
      {missingGlyphs.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={fontsText.missingTitle}
          description={
            <ul>
              {missingGlyphs.map(({ character, place }) => (
                <li key={`${character} ${place}`}>{fontsText.missing(character, place)}</li>
              ))}
            </ul>
          }
        />
      )}
      {substitutions.length === 0 ? null : (
        <details className="font-notice">
          <summary>{fontsText.title(substitutions.length)}</summary>
          <ul>
            {substitutions.map(({ role, wanted, used }) => (
              <li key={role}>{fontsText.substitution(role, wanted, used)}</li>
            ))}
          </ul>
          <p>{fontsText.substitutionHint}</p>
        </details>
      )}
    </>
  );
}
