import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { textWidth } from '../../../../../../main/hosts/cli/terminal/width.ts';

test('every sign is as wide as the package says, alone and between others', () => {
  const differing: string[] = [];
  for (let code = 0; code <= 0xffff; code += 1) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    for (const text of [String.fromCharCode(code), `a${String.fromCharCode(code)}汉`])
      if (textWidth(text) !== stringWidth(text)) differing.push(`U+${code.toString(16)}`);
  }
  expect(differing).toEqual([]);
});

test.each(['合阳城街道', 'PM₂.₅ 35 µg/m³', '\u001b[32m✓\u001b[39m 已入库', '👨‍👩‍👧 e\u0301', '—“”…·°²', ''])('%j', (text) => {
  expect(textWidth(text)).toBe(stringWidth(text));
});
