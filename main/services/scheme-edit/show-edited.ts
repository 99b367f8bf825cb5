import type { MethodInput, MethodOutput } from '../../../shared/contract/contract.ts';
import type { SchemeChange } from '../../../shared/contract/scheme-edit.ts';
import { EXAMPLE_NOTICE, exampleOf } from '../../../shared/domain/schemes/form/example.ts';
import { differenceOf, type RuleChange } from '../../../shared/domain/schemes/form/difference.ts';
import { languageForms } from '../../../shared/domain/schemes/form/language-forms.ts';
import { outlineOf, type OutlinePart } from '../../../shared/domain/schemes/form/outline.ts';
import { reckonedOf } from '../../../shared/domain/schemes/form/reckoned.ts';
import type { Path } from '../../../shared/domain/schemes/base/problems.ts';
import { isRecord } from '../../../shared/domain/schemes/base/records.ts';
import { rankingOf, scoringOf } from '../../../shared/domain/schemes/translate/recognise.ts';
import type { ReadHandle } from '../../db/handles.ts';
import type { SchemeKind } from '../../db/queries/schemes.ts';
import { dataOfVersion } from './edited-data.ts';

/** 办法的条目 as it is edited. */
export function showOutline(data: unknown, kind: SchemeKind): MethodOutput<'schemes.outline'> {
  const outline = outlineOf(data, languageForms());
  if (outline === null) return null;
  const { parts, scale, compiled } = outline;
  const seen = new Map(compiled.problems.map((found) => [JSON.stringify([found.code, found.path, found.params]), found]));
  return {
    parts,
    scale,
    grades: compiled.scheme.grades.map(({ name }) => name),
    problems: [...seen.values()],
    misfits: misfitsOf(data, kind),
  };
}

/** Years are scored and places ranked by schemes of one shape each; what does not fit it keeps a version from being stored. */
function misfitsOf(data: unknown, kind: SchemeKind): { code: string; path: Path }[] {
  if (kind === 'rules') return [];
  const { misfits } = kind === 'scoring' ? scoringOf(data) : rankingOf(data);
  return misfits.map(({ code, path }) => ({ code, path }));
}

/** 例 of one part. */
export function showExample({ data, path, role, typed }: MethodInput<'schemes.example'>): MethodOutput<'schemes.example'> {
  const { columns, peers, result } = exampleOf({ data, path, role, typed });
  const shown = { columns: [...columns], peers: peers.map((row) => [...row]) };
  if (result === null) return { ...shown, result: null };
  const notices = result.notices.map(({ code, params }) => ({ code, params }));
  const asked = role === 'condition' && result.explanation.place !== null;
  return {
    ...shown,
    result: {
      reckoned: reckonedOf(result.explanation),
      grade: result.grade,
      gradeReckoned: result.gradeExplanation === null ? null : reckonedOf(result.gradeExplanation),
      place: result.place?.place ?? null,
      notices: notices.filter(({ params }) => params['text'] !== EXAMPLE_NOTICE),
      holds: asked ? notices.some(({ params }) => params['text'] === EXAMPLE_NOTICE) : null,
    },
  };
}

/** 逐条比较 of a version with what was made of it, or with another version. */
export function showDifference(db: ReadHandle, { id, number, data, after }: MethodInput<'schemes.differ'>): MethodOutput<'schemes.differ'> {
  const before = dataOfVersion(db, id, number);
  const later = after === undefined ? (data ?? null) : dataOfVersion(db, id, after);
  if (before === null || later === null) return { changes: [], comparable: false };
  const [old, now] = [before, later].map((one) => outlineOf(one, languageForms())?.parts ?? []);
  const changes = differenceOf(before, later).map((found) => changeView(found, (found.kind === 'removed' ? old : now) ?? []));
  return { changes, comparable: true };
}

function changeView({ kind, path, before, after }: RuleChange, outline: readonly OutlinePart[]): SchemeChange {
  const parts = partsTo(path, outline);
  const inner = parts.at(-1)?.path.length ?? 0;
  return {
    kind,
    path: [...path],
    parts: parts.map(({ children: _children, ...part }) => part),
    words: path.slice(inner),
    before: kind === 'moved' ? null : wordText(before),
    after: kind === 'moved' ? null : wordText(after),
  };
}

/** From the subject down to the rule that has the place. */
function partsTo(path: Path, parts: readonly OutlinePart[]): readonly OutlinePart[] {
  const found = parts.filter((part) => part.role !== 'head' && part.path.every((step, index) => String(path[index]) === String(step)));
  const deepest = found.toSorted((one, other) => other.path.length - one.path.length)[0];
  return deepest === undefined ? [] : [deepest, ...partsTo(path, deepest.children)];
}

/** A rule of its own is named by its title, not written out. */
const wordText = (value: unknown): string | null =>
  value === undefined || isRecord(value) || (Array.isArray(value) && value.some(isRecord))
    ? null
    : Array.isArray(value)
      ? value.map((item: unknown) => (Array.isArray(item) ? item.join(' ') : String(item))).join('；')
      : String(value);
