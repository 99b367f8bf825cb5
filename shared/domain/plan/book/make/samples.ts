import { SAMPLE_MARK } from '../words.ts';
import type { BookCells, BookColumn, SheetKey } from '../types.ts';

type Sample = (columns: readonly BookColumn[]) => BookCells | null;

/** 示例行 of an empty table. Its year cells follow the table's own years. */
export const SAMPLES: Readonly<Record<SheetKey, Sample>> = {
  head: () => null,
  unitKinds: () => null,
  units: () => ({ id: SAMPLE_MARK, name: '生态环境局', kind: '部门', aliases: '环保局、环境保护局' }),
  subjects: () => ({ id: SAMPLE_MARK, name: '优良天数比率' }),
  annex1: (columns) => ({
    id: SAMPLE_MARK,
    category: '空气质量目标',
    name: '优良天数比率（%）',
    cumulative: '否',
    ...targets(columns, '≥83.5'),
    leads: '生态环境局',
    measureName: '优良天数比率',
    unit: '%',
    kind: '比率',
    basis: '当年状态',
    decimals: '1',
    direction: '不低于',
    numeratorName: '优良天数',
    numeratorUnit: '天',
    denominatorName: '有效监测天数',
    denominatorUnit: '天',
    zero: '须说明',
    subject: '优良天数比率',
  }),
  annex2: (columns) => ({
    id: SAMPLE_MARK,
    section: '一、重大项目',
    number: '1',
    name: '建设环保绩效A级、B级企业10家。',
    leads: '生态环境局',
    ...targets(columns.slice(columns.findLastIndex(isTarget)), '10'),
    measureName: '环保绩效A级、B级企业',
    unit: '家',
    kind: '数量',
    basis: '累计',
    decimals: '0',
    direction: '不低于',
  }),
  list: (columns) => ({
    id: SAMPLE_MARK,
    section: '一、推动产业结构优化',
    number: '1',
    name: '淘汰治理老旧车辆不少于1350辆。',
    leads: '公安局',
    responsible: '各镇街',
    ...targets(columns, '不少于1350'),
    measureName: '淘汰治理老旧车辆',
    unit: '辆',
    kind: '数量',
    basis: '全年工作量',
    decimals: '0',
    direction: '不低于',
    asked: '否',
  }),
};

const isTarget = ({ key }: BookColumn): boolean => key.startsWith('target:');

const targets = (columns: readonly BookColumn[], text: string): BookCells =>
  Object.fromEntries(columns.filter(isTarget).map(({ key }) => [key, text]));
