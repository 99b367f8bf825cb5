/**
 * Text in GBK, as Excel on a Chinese Windows saves a CSV. The platform only decodes it, so the table is made by decoding every pair of bytes
 * once. A character that GBK does not have becomes a question mark.
 */
export function gbkBytes(text: string): Uint8Array {
  codes ??= makeCodes();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code < ASCII_END) bytes.push(code);
    else bytes.push(...(codes.get(character) ?? [UNKNOWN]));
  }
  return Uint8Array.from(bytes);
}

const ASCII_END = 0x80;
const UNKNOWN = 0x3f;

let codes: ReadonlyMap<string, readonly [number, number]> | null = null;

function makeCodes(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder('gbk');
  const made = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\uFFFD' && !made.has(character)) made.set(character, [lead, trail]);
    }
  }
  return made;
}
