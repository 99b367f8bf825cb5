import { createHash } from 'node:crypto';
import type { AnsweredFinding } from '../../../shared/contract/versions.ts';
import type { Finding } from '../../../shared/domain/findings.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { type FindingAnswerRecord, selectCurrentFindings, selectHoldingAnswers, type StoredFinding } from '../../db/queries/findings.ts';

/** A finding under its id, with the answer that holds. */
export interface KnownFinding extends StoredFinding {
  readonly id: string;
  readonly answer: FindingAnswerRecord | null;
}

const ID_LENGTH = 10;

/** Ids are made from version, place and rule; a second finding of one rule at one place is told apart by its turn. */
export function withIds(findings: readonly StoredFinding[]): (StoredFinding & { readonly id: string })[] {
  const turns = new Map<string, number>();
  return findings.map((entry) => {
    const { sheet, cell, code } = entry.finding;
    const key = JSON.stringify([entry.number, sheet, cell, code]);
    const turn = turns.get(key) ?? 0;
    turns.set(key, turn + 1);
    const id = createHash('sha256')
      .update(turn === 0 ? key : `${key}${turn}`)
      .digest('hex')
      .slice(0, ID_LENGTH);
    return { ...entry, id };
  });
}

/** Findings with the answers that hold for them. */
export function withAnswers(db: ReadHandle, findings: readonly StoredFinding[]): KnownFinding[] {
  const answers = new Map(selectHoldingAnswers(db).map((answer) => [`${answer.number} ${answer.finding}`, answer]));
  return withIds(findings).map((entry) => ({ ...entry, answer: answers.get(`${entry.number} ${entry.id}`) ?? null }));
}

/** Findings of the returns that count now. */
export const knownFindings = (db: ReadHandle, year: number): KnownFinding[] => withAnswers(db, selectCurrentFindings(db, year));

/** Not answered yet, or sent back and not come again: it still stands. */
export const stillStands = ({ answer }: Pick<KnownFinding, 'answer'>): boolean => answer === null || answer.state === 'returned';

export const standing = (findings: readonly KnownFinding[], severity: Finding['severity']): number =>
  findings.filter((entry) => entry.finding.severity === severity && stillStands(entry)).length;

export const shownAnswer = ({ answer }: KnownFinding): AnsweredFinding['answer'] =>
  answer === null ? null : { value: answer.typed, reason: answer.reason, by: answer.actor, at: answer.at };
