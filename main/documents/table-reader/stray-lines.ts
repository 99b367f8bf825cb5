import type { ReaderLimits } from '../workbook-reader/limits.ts';
import { overLimit } from '../workbook-reader/refusal.ts';

/** Bytes of one line of a text (一行文字的长度): eight texts of the greatest length. */
export const mostInLine = ({ stringLength }: ReaderLimits): number => stringLength * 8;

/**
 * Looks the line ends over before anything is decoded: bytes without one that are longer than a line may be (two bytes each at the most where a
 * line counts one) are no table. Only the last line end within each such stretch is looked for, so a file of honest lines costs next to nothing.
 */
export function refuseStrayLines(bytes: Uint8Array, limits: ReaderLimits): void {
  const most = mostInLine(limits);
  for (let begin = 0; bytes.length - begin > 2 * most;) {
    const stretch = bytes.subarray(begin, begin + 2 * most + 1);
    const feed = stretch.lastIndexOf(LINE_FEED);
    const end = feed < 0 ? stretch.lastIndexOf(CARRIAGE_RETURN) : feed;
    if (end < 0) throw overLimit('line', lineFrom(bytes, begin), most);
    begin += end + 1;
  }
}

/** Bytes of the line that begins here. */
function lineFrom(bytes: Uint8Array, begin: number): number {
  const feed = bytes.indexOf(LINE_FEED, begin);
  return (feed < 0 ? bytes.length : feed) - begin;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
