import type { DecimalText } from '../../numbers/decimal.ts';
import { type ScoreModel, totalText } from '../model/score-model.ts';

/** What became of one subject in one case. */
export interface Outcome {
  /** Steps of the total. */
  readonly total: number;
  readonly grade: string;
  readonly place: number | null;
}

/** Between what total, place and grade of a subject lie over the cases looked at; its present ones are among them. */
export interface Reach {
  readonly low: DecimalText;
  readonly high: DecimalText;
  /** Null for a subject without a place. */
  readonly best: number | null;
  readonly worst: number | null;
  /** The highest first. */
  readonly grades: readonly string[];
}

export class Reaches {
  readonly #model: ScoreModel;
  readonly #lows: number[];
  readonly #highs: number[];
  readonly #bests: (number | null)[];
  readonly #worsts: (number | null)[];
  readonly #grades: Set<string>[];

  constructor(model: ScoreModel, present: readonly Outcome[]) {
    this.#model = model;
    this.#lows = present.map(({ total }) => total);
    this.#highs = [...this.#lows];
    this.#bests = present.map(({ place }) => place);
    this.#worsts = [...this.#bests];
    this.#grades = present.map(({ grade }) => new Set([grade]));
  }

  see(subject: number, { total, grade, place }: Outcome): void {
    this.#lows[subject] = Math.min(this.#lows[subject] ?? total, total);
    this.#highs[subject] = Math.max(this.#highs[subject] ?? total, total);
    this.#bests[subject] = least(this.#bests[subject] ?? null, place, Math.min);
    this.#worsts[subject] = least(this.#worsts[subject] ?? null, place, Math.max);
    this.#grades[subject]?.add(grade);
  }

  of(subject: number): Reach {
    const found = this.#grades[subject] ?? new Set();
    const order = [...this.#model.grades.map(({ name }) => name), this.#model.ungraded];
    return {
      low: totalText(this.#lows[subject] ?? 0, this.#model),
      high: totalText(this.#highs[subject] ?? 0, this.#model),
      best: this.#bests[subject] ?? null,
      worst: this.#worsts[subject] ?? null,
      grades: order.filter((name) => found.has(name)),
    };
  }
}

const least = (one: number | null, other: number | null, of: (a: number, b: number) => number): number | null =>
  one === null ? other : other === null ? one : of(one, other);
