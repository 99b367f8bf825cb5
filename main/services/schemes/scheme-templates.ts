import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../../shared/domain/failure.ts';
import { isLanguage } from '../../../shared/domain/schemes/translate/recognise.ts';
import { schemeProblemText } from '../../../shared/text/ranking-text.ts';
import { requireScoring, requireRanking } from './stored-schemes.ts';
import { checkSchemeText, requireUsable } from './language/check-file.ts';

export interface SchemeTemplate {
  readonly id: string;
  readonly kind: 'scoring' | 'ranking';
  readonly year: number;
  /** Data of the language. */
  readonly content: unknown;
  /** The file as it is written. */
  readonly source: string;
}

/** Reads templates/schemes/*.yml that belong to the plan; a bad one of its own fails with its file and place, one of another plan is passed over. */
export function loadSchemeTemplates(templatesFolder: string, planId: string): SchemeTemplate[] {
  const folder = join(templatesFolder, 'schemes');
  const files = readdirSync(folder).filter((name) => name.endsWith('.yml'));
  return files
    .map((file) => ({ file, source: readFileSync(join(folder, file), 'utf8') }))
    .filter(({ source }) => plansNamed(source).includes(planId))
    .map(({ file, source }) => readScheme(file, source))
    .filter((scheme) => scheme.plan === planId)
    .map(({ plan: _plan, ...scheme }) => scheme);
}

/** Plans that a file says it is for, whether or not the rest of it can be read. */
const plansNamed = (source: string): readonly string[] =>
  [...source.matchAll(/(?:^|[\s{,])["']?plan["']?\s*:\s*["']?([^\s"'#,}]+)/gmu)].map(([, plan = '']) => plan);

function readScheme(file: string, source: string): SchemeTemplate & { plan: string } {
  const checked = checkSchemeText(file, source);
  if (isLanguage(checked.data)) requireUsable(checked);
  const { data } = checked;
  const kind = data !== null && typeof data === 'object' && 'kind' in data ? data.kind : null;
  if (kind !== 'scoring' && kind !== 'ranking')
    throw new Failure('SCHEME_INVALID', { file, path: 'kind', detail: schemeProblemText('KIND', {}) });
  const scheme = kind === 'scoring' ? requireScoring(data, file) : requireRanking(data, file);
  const { id, plan, year } = scheme;
  return { id, kind, plan, year, content: isLanguage(data) ? data : scheme, source };
}
