import { calcText } from '../../../../shared/text/calc-text.ts';

/** What is said on standard error about the input: problems make the command fail at its end, notes do not. */
export interface Remarks {
  problem(sentence: string): void;
  note(sentence: string): void;
  /** Problems so far, those that are no longer listed among them. */
  readonly problems: number;
  /** Says how much was not listed. */
  finish(): void;
}

/** A table whose every row is wrong is not worth a million lines. */
const MOST_LISTED = 1000;

export function createRemarks(write: (line: string) => void): Remarks {
  let [problems, said] = [0, 0];
  const say = (sentence: string): void => {
    said += 1;
    if (said <= MOST_LISTED) write(`${sentence}\n`);
  };
  return {
    problem(sentence) {
      problems += 1;
      say(sentence);
    },
    note: say,
    get problems() {
      return problems;
    },
    finish: () => (said > MOST_LISTED ? write(`${calcText.more(said - MOST_LISTED)}\n`) : undefined),
  };
}
