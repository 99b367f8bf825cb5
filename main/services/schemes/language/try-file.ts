import type { MethodInput, MethodOutput } from '../../../../shared/contract/contract.ts';
import type { TriedRow } from '../../../../shared/contract/schemes.ts';
import { Failure } from '../../../../shared/domain/failure.ts';
import { type Trial, type TrialRow, tryScheme } from '../../../../shared/domain/schemes/trial/try-scheme.ts';
import type { SourceFile } from '../../files.ts';
import { checkSchemeFile } from './check-file.ts';
import { resultView } from './result-view.ts';

type Input = Omit<MethodInput<'schemes.try'>, 'file'>;

/** 试算: what a scheme file gives for a table. */
export async function trySchemeFile(source: SourceFile, { rule, header, records }: Input): Promise<MethodOutput<'schemes.try'>> {
  const { view, schemes } = await checkSchemeFile(source);
  const names = schemes.map(({ name }) => name ?? '');
  if (rule !== undefined && schemes.length > 0 && !names.includes(rule)) throw choice(source, rule, names);
  if (rule === undefined && schemes.length > 1) throw choice(source, '', names);
  const index = rule === undefined ? 0 : names.indexOf(rule);
  const [checked, scheme] = [schemes[index], view.schemes[index]];
  if (checked?.usable !== true || scheme === undefined || view.problems.length > 0) return { check: view, trial: null };
  const tried = tryScheme(checked.scheme, header, records);
  return {
    check: view,
    trial: {
      scheme,
      rows: tried.rows.map(rowView),
      doubledColumns: [...tried.doubledColumns],
      absentColumns: [...tried.absentColumns],
      otherPeriods: otherPeriodsView(tried.otherPeriods),
    },
  };
}

const otherPeriodsView = (others: Trial['otherPeriods']) =>
  others === null ? null : { per: others.per, lines: [...others.lines], periods: [...others.periods] };

const choice = (source: SourceFile, rule: string, names: readonly string[]): Failure =>
  new Failure('SCHEME_RULE_CHOICE', { file: source.name, rule, known: names.join('、') });

function rowView({ record, result, state, name, period }: TrialRow): TriedRow {
  const row = { line: record.line, subject: name, period, state };
  return result === null ? { ...row, ...NOTHING } : { ...row, ...resultView(result) };
}

const NOTHING = {
  points: null,
  grade: null,
  place: null,
  money: null,
  notApplicable: false,
  notices: [],
  lacks: [],
  open: [],
  explanation: null,
  gradeExplanation: null,
};
