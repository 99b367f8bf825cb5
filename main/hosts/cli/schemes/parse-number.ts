import { InvalidArgumentError } from 'commander';
import { schemeLifeText as text } from '../../../../shared/text/scheme/life-words.ts';

/** 版本 of a scheme: 1, 2, 3 … */
export function parseNumber(value: string): number {
  if (!/^[1-9]\d*$/.test(value)) throw new InvalidArgumentError(text.numberInvalid);
  return Number(value);
}
