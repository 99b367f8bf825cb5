import type { RegisterReport } from '../../../../shared/contract/stations.ts';
import { failureText } from '../../../../shared/text/failure-text.ts';
import { findingText } from '../../../../shared/text/finding-text.ts';
import { stationText as words } from '../../../../shared/text/station-text.ts';
import type { FailureCode } from '../../../../shared/domain/failure.ts';

/** A table of stations (站点表), row by row; `stored` null: only looked at. */
export function registerText({ file, findings, lines, stored }: RegisterReport & { readonly stored: boolean | null }): string {
  const rows = lines.map(({ sheet, cell, name, code, places, act, failure }) => {
    const at = `  ${sheet}!${cell}　${name}${code === null ? '' : `（${code}）`}${places.length === 0 ? '' : `　${places.join('、')}`}`;
    if (failure === null) return `${at}　${act === 'new' ? words.rowNew : words.rowChanged}`;
    return `${at}\n      ✗ ${failureText(failure.code as FailureCode, failure.params)}`;
  });
  const wrong = lines.filter(({ failure }) => failure !== null).length;
  return [
    `${file}`,
    ...findings.map(({ code, params }) => `  ✗ ${findingText(code, params)}`),
    ...rows,
    '',
    words.importDone({ rows: lines.length, wrong, stored }),
  ].join('\n');
}
