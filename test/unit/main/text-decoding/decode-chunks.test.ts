import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeChunks, EncodingBroken } from '../../../../main/text-decoding/decode-chunks.ts';

async function decoded(bytes: Uint8Array, cuts: readonly number[] = []): Promise<string> {
  const marks = [0, ...cuts.filter((cut) => cut <= bytes.length).toSorted((left, right) => left - right), bytes.length];
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (const [index, mark] of marks.slice(1).entries()) yield bytes.subarray(marks[index] ?? 0, mark);
  }
  let text = '';
  for await (const piece of decodeChunks(chunks())) text += piece;
  return text;
}

/** 镇街,浓度 in GB18030. */
const GBK = Uint8Array.from([0xd5, 0xf2, 0xbd, 0xd6, 0x2c, 0xc5, 0xa8, 0xb6, 0xc8]);

describe('decodeChunks', () => {
  test('text comes out the same however its bytes are cut, in UTF-8 and UTF-16, with a mark and without', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', ',', '\n', '5', '镇', '浓', '😀', 'é') });
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.array(fc.nat(60), { maxLength: 6 }),
        fc.constantFrom('utf8', 'utf16le') satisfies fc.Arbitrary<BufferEncoding>,
        fc.boolean(),
        async (content, cuts, encoding, mark) => {
          // Without a mark UTF-16 is known by its NUL bytes, so a table begins with letters.
          const whole = encoding === 'utf16le' ? `date,${content}` : content;
          expect(await decoded(Buffer.from(mark ? `\uFEFF${whole}` : whole, encoding), cuts)).toBe(whole);
        },
      ),
    );
  });

  test.each([[[]], [[1]], [[2]], [[1, 2, 3, 4, 5, 6, 7, 8]]])('bytes that are no UTF-8 are GB18030, cut at %j', async (cuts) => {
    expect(await decoded(GBK, cuts)).toBe('镇街,浓度');
  });

  test('the first other byte may come after any amount of ASCII', async () => {
    const plain = new Uint8Array(200_000).fill(0x61);
    expect((await decoded(Buffer.concat([plain, GBK]), [65_536, 131_072, 200_001])).slice(200_000)).toBe('镇街,浓度');
  });

  test('an encoding that breaks off in the middle is refused by name', async () => {
    const broken = decoded(Buffer.concat([Buffer.from('镇街\n'), GBK]), [7]);
    await expect(broken).rejects.toThrow(EncodingBroken);
    await expect(broken).rejects.toMatchObject({ encoding: 'UTF-8' });
  });
});
