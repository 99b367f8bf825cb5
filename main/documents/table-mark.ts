import type { OfficialTable } from '../../shared/domain/documents/official-table.ts';

/** What stands across every page and at the head of every sheet, so that none is taken for what it is not: 示例数据, or a mark of its own. */
export const markOf = ({ sample, mark }: Pick<OfficialTable, 'sample' | 'mark'>): string | null => mark ?? (sample ? '示例数据' : null);
