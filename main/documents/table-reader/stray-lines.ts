import { LAST_ROW } from '../workbook-reader/address.ts';
import type { ReaderLimits } from '../workbook-reader/limits.ts';
import { overLimit } from '../workbook-reader/refusal.ts';

/** Bytes of one line of a text (一行文字的长度): eight texts of the greatest length. */
export const mostInLine = ({ stringLength }: ReaderLimits): number => stringLength * 8;

/**
 * Looks the line ends over before anything is decoded: bytes without one that are longer than a record may be (two bytes each at the most where a
 * record counts one) are no table, and neither are more lines than the largest sheet has, which in UTF-16 only the decoded text tells.
 */
export function refuseStrayLines(bytes: Uint8Array, limits: ReaderLimits): void {
  const most = mostInLine(limits);
  const mostLines = isWide(bytes) ? Number.POSITIVE_INFINITY : LAST_ROW + 1;
  let lines = 1;
  let begin = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (at - begin > 2 * most) throw overLimit('line', lineFrom(bytes, begin), most);
    if (byte !== LINE_FEED && byte !== CARRIAGE_RETURN) continue;
    if (byte === LINE_FEED || bytes[at + 1] !== LINE_FEED) lines += 1;
    if (lines > mostLines) throw overLimit('address', lines, LAST_ROW);
    begin = at + 1;
  }
}

/** Bytes of the line that begins here. */
function lineFrom(bytes: Uint8Array, begin: number): number {
  const feed = bytes.indexOf(LINE_FEED, begin);
  return (feed < 0 ? bytes.length : feed) - begin;
}

const isWide = (bytes: Uint8Array): boolean => bytes.subarray(0, 4096).includes(0) || bytes[0] === 0xff || bytes[0] === 0xfe;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
