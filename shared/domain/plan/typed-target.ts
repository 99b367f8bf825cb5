import type { FindingCode, FindingParams } from '../findings.ts';
import { exact } from '../numbers/decimal.ts';
import { relateUnit } from '../returns/quantity-units.ts';
import { type LimitFault, limitFault } from './measure-limits.ts';
import type { Measure } from './schema.ts';
import { readTarget, targetText } from './target.ts';
import { type CountedTarget, isCounted, type NumberTarget, type Operator, type Target } from './target-schema.ts';

/** What is to be said of a target that is taken as it is typed. */
export interface TargetRemark {
  readonly code: FindingCode;
  readonly params: FindingParams;
}

/** Why what is typed is no target. */
export interface TargetFault {
  readonly reason: 'blank' | 'none' | 'reversed' | 'unit' | 'unreadable' | LimitFault['reason'];
  readonly limit: string;
  readonly unit: string;
}

export type TypedTarget =
  | { readonly ok: true; readonly target: Target; readonly remarks: readonly TargetRemark[] }
  | { readonly ok: false; readonly fault: TargetFault };

/**
 * 录入目标: the one reading of a target that somebody types, on the command line, on a page or in a workbook. Unlike the print of a plan, which is
 * taken as it stands, it has to be a number (≥31), a range (30～35), 待定, or words that are meant as words: what has figures or signs in it and is
 * no number is a slip. `known` are targets of the measure in other years, the nearest first: a bare number goes in their direction.
 */
export function readTypedTarget(typed: string, measure: Measure, known: readonly Target[]): TypedTarget {
  const { text, remarks } = withoutBrackets(typed.trim());
  if (text === '') return refused('blank', measure);
  if (NOTHING.test(plain(text))) return refused('none', measure);
  const numbers = known.filter((target) => target.kind === 'number');
  const target = readTarget(text, numbers[0]?.operator ?? 'ge');
  if (target.kind === 'pending') return { ok: true, target, remarks };
  if (!isCounted(target)) return words(text, target, measure);
  const fault = countedFault(text, target, measure);
  if (fault !== null) return { ok: false, fault };
  const said = target.kind === 'number' ? remarksOn(target, numbers) : [];
  const printed = remarks.length === 0 ? target : { ...target, printed: targetText(target) };
  return { ok: true, target: printed, remarks: [...remarks, ...said] };
}

/**
 * Why what a plan prints in a target's cell cannot be meant as one: a number that the measure cannot have or that is of another unit, or a slip instead
 * of words (≥≥3, 90-80, 无). Words may have figures in them, unlike those that somebody types. Null: it can.
 */
export function printedFault(target: Target, measure: Pick<Measure, 'name' | 'unit'>): TargetFault | null {
  if (isCounted(target)) return countedFault(target.printed, target, measure);
  const said = plain(target.printed);
  if (target.kind === 'pending') return null;
  const fault = (reason: TargetFault['reason']): TargetFault => ({ reason, limit: '', unit: measure.unit });
  if (NOTHING.test(said)) return fault('none');
  if (REVERSED.test(said)) return fault('reversed');
  return SIGNS.test(said) || !/\p{L}/u.test(said) ? fault('unreadable') : null;
}

function countedFault(text: string, target: CountedTarget, measure: Pick<Measure, 'name' | 'unit'>): TargetFault | null {
  const unit = unitBehind(text);
  if (unit !== '' && !/[\p{L}%‰]/u.test(unit)) return { reason: 'unreadable', limit: '', unit: measure.unit };
  if (unit !== '' && !['same', 'percent'].includes(relateUnit(unit, measure.unit).kind))
    return { reason: 'unit', limit: '', unit: measure.unit };
  const numbers = target.kind === 'number' ? [target.value] : [target.low, target.high];
  return numbers.flatMap((one) => limitFault(measure, one) ?? [])[0] ?? null;
}

const SIGNS = /[≥≤≧≦><]/u;

/** Targets of other years, nearest first. */
export const neighbouringTargets = (targets: Iterable<readonly [year: number, target: Target]>, year: number): readonly Target[] =>
  [...targets]
    .filter(([one]) => one !== year)
    .toSorted(([one], [other]) => Math.abs(one - year) - Math.abs(other - year) || one - other)
    .map(([, target]) => target);

/** The printed targets of a measure in the other years. */
export const printedNeighbours = (measure: Measure, year: number): readonly Target[] =>
  neighbouringTargets(
    Object.entries(measure.targets).map(([one, target]) => [Number(one), target] as const),
    year,
  );

const refused = (reason: TargetFault['reason'], { unit }: Measure): TypedTarget => ({ ok: false, fault: { reason, limit: '', unit } });

/** In a target cell 无 may mean no target, no duty, or zero: it has to be said which. */
const NOTHING = /^(?:无|没有|无目标|零|〇|不涉及|不考核)$/u;

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s/gu, '');

/** The brackets 〈 and 《 stand beside ＜ on a Chinese keyboard. */
function withoutBrackets(typed: string): { readonly text: string; readonly remarks: readonly TargetRemark[] } {
  const found = /^(?<bracket>[〈《⟨〉》⟩])\s*(?=[\d０-９])/u.exec(typed);
  const bracket = found?.groups?.['bracket'];
  if (found === null || bracket === undefined) return { text: typed, remarks: [] };
  const text = `${'〈《⟨'.includes(bracket) ? '＜' : '＞'}${typed.slice(found[0].length)}`;
  return { text, remarks: [{ code: 'TARGET_BRACKETS', params: { text: typed, read: text } }] };
}

const REVERSED = /^\d+(?:\.\d+)?(?:[~\-—–]|至)\d+(?:\.\d+)?[^\d,.()≥≤><=]*$/u;

/** Words are a target of their own; what the plan itself prints for the measure is always one. */
function words(text: string, target: Target, measure: Measure): TypedTarget {
  if (Object.values(measure.targets).some((one) => one.kind === 'text' && one.printed === text)) return { ok: true, target, remarks: [] };
  const said = plain(text);
  if (REVERSED.test(said)) return refused('reversed', measure);
  if (/[\d≥≤≧≦><=〈〉《》]/u.test(said) || !/\p{L}/u.test(said) || /^(?:true|false)$/iu.test(said)) return refused('unreadable', measure);
  return { ok: true, target, remarks: [{ code: 'BOOK_TARGET_WORDS', params: { text } }] };
}

/** The unit that stands behind the last number: 万辆 of 1.2万辆以上. */
function unitBehind(text: string): string {
  const found = /\d(?<unit>[^\d,.()≥≤><=]*?)(?:及?以[上下])?$/u.exec(plain(text));
  return found?.groups?.['unit'] ?? '';
}

const UPWARD: ReadonlySet<Operator> = new Set(['ge', 'gt']);
const DOWNWARD: ReadonlySet<Operator> = new Set(['le', 'lt']);

/** Beyond twice or half of what every neighbouring year asks. */
const FAR = 2;

function remarksOn(target: NumberTarget, known: readonly NumberTarget[]): TargetRemark[] {
  const [nearest] = known;
  if (nearest === undefined) return [];
  const value = exact(target.value);
  const far = known.slice(0, 2).every(({ value: other }) => value.gt(exact(other).times(FAR)) || value.times(FAR).lt(other));
  const params = { target: targetText(target), other: targetText(nearest) };
  return [...turnedRemark(target, known), ...(far ? [{ code: 'TARGET_FAR', params } as const] : [])];
}

/** A ceiling (≤) where the nearest of the other years asks for a floor (≥), or the other way round. */
export function turnedRemark(target: Target, known: readonly Target[]): TargetRemark[] {
  const nearest = known.find((one) => one.kind === 'number');
  if (target.kind !== 'number' || nearest === undefined) return [];
  const [own, other] = [target.operator, nearest.operator];
  const turned = (UPWARD.has(own) && DOWNWARD.has(other)) || (DOWNWARD.has(own) && UPWARD.has(other));
  return turned ? [{ code: 'TARGET_DIRECTION', params: { target: targetText(target), other: targetText(nearest) } }] : [];
}
