import type { MethodInput } from '../../../../shared/contract/contract.ts';
import type { YearChoices } from '../../../../shared/contract/years.ts';
import type { GrantedFile } from '../../../host/host.ts';
import type { Round } from '../../../../shared/domain/plan/years/opening.ts';
import { datesOfRounds } from '../../../../shared/domain/plan/years/rounds.ts';

export type Question = YearChoices['targets'][number];

/** How the target of a measure comes about that nothing printed sets. */
export type Answer = { readonly kind: 'carry' | 'interpolate' | 'none' } | { readonly kind: 'entered'; readonly text: string };

export type AnswerKind = Answer['kind'];

/** What somebody has chosen so far; what is left out stays as it is proposed. */
export interface Draft {
  readonly answers: Readonly<Record<string, Answer>>;
  readonly scheme?: string;
  /** Null: what is written is no date. */
  readonly due?: string | null;
  readonly rounds?: readonly Round[];
  readonly roundsDue: Readonly<Record<string, string | null>>;
  readonly units?: readonly string[];
  /** A workbook with the year's list, the 文号 under which it is kept, and its 打开密码 where it has one. */
  readonly list?: { readonly source: GrantedFile; readonly document: string; readonly password?: string } | null;
}

export const EMPTY_DRAFT: Draft = { answers: {}, roundsDue: {} };

/** The answer as the core takes it; null for one that is not finished. */
export function answerText(answer: Answer | undefined): string | null {
  if (answer === undefined) return null;
  if (answer.kind !== 'entered') return answer.kind;
  const text = answer.text.trim();
  return text === '' ? null : text;
}

/** Questions that are still to be answered. */
export const openQuestions = (questions: readonly Question[], { answers }: Pick<Draft, 'answers'>): Question[] =>
  questions.filter(({ measure }) => answerText(answers[measure]) === null);

/** Every question that is left gets the same answer, where it can be given. */
export function answerRest(questions: readonly Question[], draft: Draft, kind: 'carry' | 'interpolate'): Draft {
  const rest = openQuestions(questions, draft).filter((question) => question[kind] !== null);
  return { ...draft, answers: { ...draft.answers, ...Object.fromEntries(rest.map(({ measure }) => [measure, { kind }])) } };
}

/** What the core is asked to propose, and later to open. */
export function requestOf(year: number, draft: Draft): MethodInput<'year.propose'> {
  const { answers, scheme, due, rounds, roundsDue, units, list } = draft;
  const choices = Object.entries(answers).flatMap(([measure, answer]) => {
    const text = answerText(answer);
    return text === null ? [] : [[measure, text] as const];
  });
  return {
    year,
    targets: 'ask',
    choices: Object.fromEntries(choices),
    ...(scheme === undefined ? {} : { scheme }),
    ...(due === undefined || due === null ? {} : { due }),
    ...(rounds === undefined || rounds.length === 0 ? {} : { rounds: [...rounds] }),
    roundsDue: writtenDates(datesOfRounds(rounds ?? ['year'], roundsDue)),
    ...(units === undefined ? {} : { units: [...units] }),
    ...listOf(list ?? null),
  };
}

function listOf(list: NonNullable<Draft['list']> | null): { listSource?: string; listDocument?: string; passwords?: string[] } {
  if (list === null) return {};
  const document = list.document.trim();
  const passwords = list.password === undefined ? {} : { passwords: [list.password] };
  return { listSource: list.source.grant, ...passwords, ...(document === '' ? {} : { listDocument: document }) };
}

export const writtenDates = (dates: Readonly<Record<string, string | null>>): Record<string, string> =>
  Object.fromEntries(Object.entries(dates).flatMap(([round, date]) => (date === null ? [] : [[round, date] as const])));

/** Whether all but the targets is as it must be. */
export const isComplete = ({ due, rounds, units }: Draft): boolean => due !== null && rounds?.length !== 0 && units?.length !== 0;
