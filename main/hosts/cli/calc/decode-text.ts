import { decodeChunks, EncodingBroken } from '../../../text-decoding/decode-chunks.ts';
import { CommandFailed } from '../command-failed.ts';

/** The input of calc as text; bytes of another encoding than those before them end the command. */
export async function* decodeText(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  try {
    yield* decodeChunks(chunks);
  } catch (error) {
    if (!(error instanceof EncodingBroken)) throw error;
    throw new CommandFailed({ code: 'CALC_ENCODING', params: { encoding: error.encoding } });
  }
}
