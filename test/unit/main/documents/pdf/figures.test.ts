import { describe, expect, it } from 'vitest';
import { figureSize } from '../../../../../main/documents/pdf/figures.ts';
import { textWidth } from '../../../../../main/documents/pdf/unbreakable.ts';

describe('figureSize', () => {
  it('leaves a figure that fits', () => {
    expect(figureSize('1.18', 10.5, 40)).toBe(10.5);
    expect(figureSize('32（100）', 10.5, 60)).toBe(10.5);
  });

  it('makes a figure as small as its column asks for', () => {
    const size = figureSize('100000', 10.5, 26);
    expect(size).toBeLessThan(10.5);
    expect(textWidth('100000') * size).toBeLessThanOrEqual(26);
  });

  it('lets a second value in brackets stand below the first before it makes both smaller', () => {
    expect(figureSize('32（100）', 10.5, 40)).toBe(10.5);
    expect(figureSize('≥83.5%（100%）', 10.5, 43)).toBeCloseTo(10.1, 1);
  });

  it('leaves texts alone, and figures that would become too small to read', () => {
    expect(figureSize('完成35蒸吨/小时及以上锅炉改造', 10.5, 20)).toBe(10.5);
    expect(figureSize('1234567890123456', 10.5, 30)).toBe(10.5);
  });
});
