import { schemeMeasure, type SchemeParams } from '../words.ts';
import { conditionReading } from './condition-readings.ts';
import { CONDITION_LABELS, OUTPUT_LABELS, RULE_LABELS, SOURCE_LABELS } from './kind-words.ts';
import type { ReadPart } from './readings.ts';
import { listOf, type MeasureNames } from './words-of.ts';

/** What a part is called in the tree. `subject`: of a rule of subjects, the name of its group or unit. */
export function partTitle({ role, source, rule, words }: ReadPart, names: MeasureNames, subject: string | null): string {
  if (subject !== null) return subject;
  if (role === 'number') return words[''] ?? '';
  if (role === 'output') return OUTPUT_LABELS[source] ?? source;
  if (role === 'condition')
    return `条件：${CONDITION_LABELS[source] === undefined ? conditionReading(source, words, names) : conditionReading(source, words, names)}`;
  if (words['title'] !== undefined) return words['title'];
  const measure = measured(source, words, names);
  if (measure !== null) return rule === null ? measure : `${measure}　${RULE_LABELS[rule] ?? rule}`;
  return `${SOURCE_LABELS[source] ?? source}${rule === null ? '' : `　${RULE_LABELS[rule] ?? rule}`}`;
}

function measured(source: string, words: SchemeParams, names: MeasureNames): string | null {
  if (source === 'manual') return `人工评分“${words['manual'] ?? ''}”`;
  if (source === 'param') return `参数“${words['param'] ?? ''}”`;
  if (source !== 'of' && source !== 'each') return null;
  return listOf(words, source)
    .map((name) => names[name] ?? schemeMeasure(name))
    .join('＋');
}

/** 部门 and the like of a group that has no name of its own. */
export const subjectTitle = (name: string): string => SUBJECTS[name] ?? name;

const SUBJECTS: Readonly<Record<string, string>> = { district: '全区', department: '部门', town: '镇街', park: '园区' };

export const COMMON_SUBJECT = '各对象';
