import { describe, expect, test } from 'vitest';
import { decodeBytes } from '../../../../main/text-decoding/decode-bytes.ts';

/** 镇街,浓度 in GB18030. */
const GBK = Uint8Array.from([0xd5, 0xf2, 0xbd, 0xd6, 0x2c, 0xc5, 0xa8, 0xb6, 0xc8]);
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');
const decoded = (bytes: Uint8Array, by: 'byZeros' | 'byMark' = 'byZeros', sample = false): string => {
  const result = decodeBytes(bytes, { wide: by, sample });
  return result.ok ? `${result.encoding} ${result.text}` : result.reason;
};

describe('decodeBytes', () => {
  test.each([
    ['UTF-8', Buffer.from('镇街,浓度'), 'utf-8 镇街,浓度'],
    ['UTF-8 with a mark, which is no part of the text', Buffer.from('\uFEFF镇街'), 'utf-8 镇街'],
    ['GB18030', GBK, 'gb18030 镇街,浓度'],
    ['UTF-16 with a mark', wide('\uFEFF镇街'), 'utf-16le 镇街'],
    ['UTF-16 with a mark, the high byte first', wide('\uFEFF镇街').swap16(), 'utf-16be 镇街'],
    ['nothing', new Uint8Array(0), 'utf-8 '],
  ])('reads %s, with and without a look at zeros', (_name, bytes, text) => {
    expect(decoded(bytes)).toBe(text);
    expect(decoded(bytes, 'byMark')).toBe(text);
  });

  test('UTF-16 without a mark is known by its zeros, where they are looked at, and no text where they are not', () => {
    expect(decoded(wide('a,镇街'))).toBe('utf-16le a,镇街');
    expect(decoded(wide('镇街,a').swap16())).toBe('utf-16be 镇街,a');
    expect(decoded(wide('a,b'), 'byMark')).toBe('binary');
  });

  test('control characters show that it is no text', () => {
    expect(decoded(Buffer.from('a\u0001b'))).toBe('binary');
    expect(decoded(Buffer.from('a\tb\r\n'))).toBe('utf-8 a\tb\r\n');
  });

  test('bytes of no encoding are refused', () => {
    expect(decoded(Uint8Array.of(0x61, 0xff, 0xff))).toBe('encoding');
    expect(decoded(Buffer.concat([wide('\uFEFF镇'), Uint8Array.of(0)]))).toBe('encoding');
  });

  test('a sample may end within a character, a whole file may not', () => {
    const cut = Buffer.from('镇街').subarray(0, 5);
    expect(decoded(cut, 'byMark', true)).toBe('utf-8 镇');
    expect(decoded(cut)).not.toContain('utf-8');
  });
});
