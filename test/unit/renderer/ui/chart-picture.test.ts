import { describe, expect, test } from 'vitest';
import { curveOption } from '../../../../renderer/features/monitoring/curves/curve-option.ts';
import type { CurveRow } from '../../../../renderer/features/monitoring/curves/curve-values.ts';
import { pictureOf, withWords } from '../../../../renderer/ui/chart-picture.ts';
import { writePicture } from '../../../../main/services/tables/write-picture.ts';

const rows = Array.from({ length: 12 }, (_, index): CurveRow => ({
  month: index + 1,
  value: String(40 - index),
  last: index === 3 ? null : String(45 - index),
  earlier: [],
  validDays: 30,
  change: null,
}));
const option = (fontFamily: string) => curveOption({ rows, measure: 'pm25', year: 2025 }, fontFamily);
const input = { title: '某镇 PM2.5（2025年）', about: '某县　2025年度　示例数据', option };

describe('a drawing as a picture for a document', () => {
  const svg = Buffer.from(pictureOf(input, 'svg', 'serif'), 'base64').toString('utf8');

  test('has its title, whose it is, both years and every month as text', () => {
    for (const words of ['某镇 PM2.5（2025年）', '示例数据', '2025', '2024', '12月', '微克/立方米']) expect(svg).toContain(words);
    expect(svg).toMatch(/^<svg width="605" height="\d+"/);
  });

  test('is told apart in black and white: one line is dashed', () => {
    expect(svg).toMatch(/stroke-dasharray="[\d., ]+"/);
  });

  test('is what the program writes as a picture', async () => {
    const written: Uint8Array[] = [];
    const output = { name: '图.svg', write: async (bytes: Uint8Array) => void written.push(bytes) };
    const job = { signal: new AbortController().signal, report: () => undefined };
    await writePicture(output as never, { format: 'svg', bytes: Buffer.from(svg) }, job);
    expect(written).toHaveLength(1);
  });

  test('keeps what was drawn in its place below the title', () => {
    const before = option('serif');
    const after = withWords(before, input, 'serif');
    expect(after['grid']).toEqual({ left: 56, right: 24, top: 78, bottom: 54 });
    expect((after['legend'] as { top: number }).top).toBe(34);
    expect(after['series']).toBe(before['series']);
  });
});
