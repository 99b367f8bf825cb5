import { constants, crc32, deflateRawSync } from 'node:zlib';
import type { ZipPart } from '../zip.ts';

/** A file made to do harm, or broken in a way that does. */
export interface HostileFile {
  /** What is wrong with it, in a few words. */
  readonly kind: string;
  /** Under which it is handed in. */
  readonly name: string;
  /** What has to come of it where that is certain: of some either is right. */
  readonly comes?: 'refused' | 'read';
  /** `weight` 1 is as large as the worst of its kind, 0.01 a hundredth of it. */
  make(weight: number): Uint8Array;
}

/** At least one. */
export const times = (count: number, weight: number): number => Math.max(1, Math.round(count * weight));

const BLOCK = 1024 * 1024;

/**
 * A part of a zip with a unit that is repeated millions of times, without holding what it inflates to: blocks that are flushed whole may follow
 * each other as often as one likes.
 */
export function repeated(name: string, head: string, unit: string, count: number, tail: string): ZipPart {
  const inBlock = Math.max(1, Math.min(count, Math.floor(BLOCK / Buffer.byteLength(unit))));
  const blocks = Math.floor(count / inBlock);
  const [first, block, last] = [
    Buffer.from(head),
    Buffer.from(unit.repeat(inBlock)),
    Buffer.from(unit.repeat(count - blocks * inBlock) + tail),
  ];
  const whole = (bytes: Buffer): Buffer => deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH });
  const packed = Buffer.concat([whole(first), ...Array.from({ length: blocks }, wholeOnce(whole(block))), deflateRawSync(last)]);
  const declaredSize = first.length + block.length * blocks + last.length;
  // Of four gigabytes nobody gets as far as the check sum.
  const counted = declaredSize > 512 * BLOCK ? 0 : blocks;
  let crc = crc32(first);
  for (let index = 0; index < counted; index += 1) crc = crc32(block, crc);
  return { name, data: '', packed, declaredSize, crc: crc32(last, crc) };
}

const wholeOnce = (bytes: Buffer) => (): Buffer => bytes;
