import { expect, test } from 'vitest';
import { decodeText } from '../../../../../../main/hosts/cli/calc/decode-text.ts';

/** 镇街 in GB18030. */
const GBK = Uint8Array.from([0xd5, 0xf2, 0xbd, 0xd6]);

async function decoded(...chunks: readonly Uint8Array[]): Promise<string> {
  async function* input(): AsyncGenerator<Uint8Array> {
    yield* chunks;
  }
  let text = '';
  for await (const piece of decodeText(input())) text += piece;
  return text;
}

test('the input is read in the encoding it is in', async () => {
  expect(await decoded(Buffer.from('date,'), GBK)).toBe('date,镇街');
});

test('bytes of a second encoding end the command with a word on the first', async () => {
  await expect(decoded(Buffer.from('镇街\n'), GBK)).rejects.toMatchObject({
    failure: { code: 'CALC_ENCODING', params: { encoding: 'UTF-8' } },
  });
});

test('what goes wrong in reading the input is passed on', async () => {
  const broken = new Error('the pipe broke');
  async function* input(): AsyncGenerator<Uint8Array> {
    yield GBK;
    throw broken;
  }
  const pieces = decodeText(input());
  expect(await pieces.next()).toMatchObject({ value: '镇街' });
  await expect(pieces.next()).rejects.toBe(broken);
});
