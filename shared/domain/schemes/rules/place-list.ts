import { Rational } from '../../numbers/rational.ts';
import type { Compiler } from '../base/kinds.ts';

/** Places from … to, both included; below zero counted from the end. */
export interface PlaceAmount {
  readonly from: number;
  readonly to: number;
  readonly amount: Rational;
}

/** `1`, `1..10`, `-10..-1`; what cannot be read, runs backwards or stands twice is reported. */
export function readPlaces(raw: Readonly<Record<string, number>>, compiler: Compiler): readonly PlaceAmount[] {
  const list: PlaceAmount[] = [];
  for (const [key, amount] of Object.entries(raw)) {
    const match = /^(-?\d{1,4})(?:\.\.(-?\d{1,4}))?$/.exec(key.trim());
    const from = Number(match?.[1]);
    const to = match?.[2] === undefined ? from : Number(match[2]);
    if (match === null || from === 0 || to === 0 || from > to || from > 0 !== to > 0) {
      compiler.report('PLACES_FORM', { key }, 'places', key);
      continue;
    }
    const other = list.find((known) => known.from <= to && from <= known.to);
    if (other !== undefined) compiler.report('PLACES_OVERLAP', { key, other: rangeText(other) }, 'places', key);
    list.push({ from, to, amount: Rational.of(amount) });
  }
  return list;
}

const rangeText = ({ from, to }: PlaceAmount): string => (from === to ? String(from) : `${from}..${to}`);
