import { openingText } from '../../../../shared/text/ui/years-text.ts';
import type { AnswerKind, Question } from './draft.ts';

/** A way in which a target can come about, with what it gives: 沿用 ≤32（2025年）. */
export function optionText({ carry, interpolate }: Question, kind: AnswerKind): string {
  const { options } = openingText;
  switch (kind) {
    case 'carry':
      return carry === null ? options.carryNone : options.carry(carry.printed, carry.fromYears);
    case 'interpolate':
      return interpolate === null ? options.interpolateNone : options.interpolate(interpolate.printed, interpolate.fromYears);
    case 'entered':
      return options.entered;
    case 'none':
      return options.none;
  }
}
