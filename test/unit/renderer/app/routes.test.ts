import { describe, expect, it } from 'vitest';
import { PAGES, parseRoute, routeHash } from '../../../../renderer/app/routes.ts';
import { yearOf } from '../../../../renderer/app/work-context.tsx';

describe('addresses of the pages', () => {
  it('come back as they were written', () => {
    for (const page of PAGES) expect(parseRoute(routeHash(page))).toEqual({ page, params: {} });
    const params = { unit: 'dept-transport', cell: 'H17', sheet: '指标 & 填报' };
    expect(parseRoute(routeHash('assessment', params))).toEqual({ page: 'assessment', params });
  });

  it('lead to the workbench when they are unknown', () => {
    for (const hash of ['', '#', '#/', '#/nowhere?unit=x', '#content']) expect(parseRoute(hash)).toEqual({ page: 'workbench', params: {} });
  });
});

describe('the assessed year', () => {
  it('is the chosen one only when the plan has targets for it', () => {
    expect(yearOf([2024, 2025, 2027], 2025)).toBe(2025);
    expect(yearOf([2024, 2025, 2027], 2026)).toBe(2024);
    expect(yearOf([2024, 2025, 2027], null)).toBe(2024);
  });
});
