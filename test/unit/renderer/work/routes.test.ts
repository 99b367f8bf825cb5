import { describe, expect, it } from 'vitest';
import { PAGES, parseRoute, routeHash } from '../../../../renderer/work/routes.ts';

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
