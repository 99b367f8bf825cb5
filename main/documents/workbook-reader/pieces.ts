/** Bytes that are hashed or summed in a few milliseconds. */
const PIECE = 4 * 1024 * 1024;

/** Bytes in pieces, between which other work of the process has its turn. */
export async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) {
    if (at > 0) await new Promise<void>((resolve) => setImmediate(resolve));
    yield bytes.subarray(at, at + PIECE);
  }
}
