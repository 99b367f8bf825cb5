import { HEAD_JOINT } from '../columns.ts';
import type { ItemList, Plan, TaskList } from '../../schema.ts';

/** What a plan has before anything is filled in. Empty parts are written as an empty table, and an empty table is read as no part. */
export const defaultIndicators = (years: readonly number[]): Plan['annex1'] => ({
  label: '附件1',
  title: '主要指标清单',
  columns: indicatorHead(years),
  years: [...years],
  rows: [],
  notes: [],
});

export const indicatorHead = (years: readonly number[]): string[] => [
  '序号',
  '类别',
  '指标名称',
  ...years.map((year) => `${year}年目标`),
  '牵头单位',
];

export const defaultTasks = (years: readonly number[]): TaskList => ({
  label: '附件2',
  title: '重大任务清单',
  subtitle: '',
  columns: ['序号', '主要内容', '牵头单位'],
  fromYear: Math.min(...years),
  toYear: Math.max(...years),
  groups: [],
  tasks: [],
});

export const defaultList = (year: number): ItemList => ({
  label: `${year}年事项清单`,
  title: `${year}年事项清单`,
  columns: ['序号', '任务内容', '牵头单位', '责任单位'],
  year,
  sections: [],
  items: [],
});

/** A plan of a district that has none yet: the two kinds of units that every district has, and its years. */
export const blankPlan = (years: readonly number[], listYear: number): Plan => ({
  id: '',
  district: { name: '', aliases: [], city: null },
  document: {
    title: '',
    noticeTitle: '',
    number: '',
    issuer: '',
    date: '',
    datePrinted: '',
    publicity: '',
    recipients: '',
    noticeBody: '',
    preamble: '',
    chapters: [],
    attachmentsPrinted: [],
    copyTo: '',
    page: { printed: [], marginsMm: { top: 37, bottom: 35, left: 28, right: 26 }, titlePitchPt: 29, bodyPitchPt: 29 },
  },
  unitKinds: [
    { id: 'department', name: '部门', leads: true, asked: false, air: false, endings: [] },
    { id: 'town', name: '镇街', leads: false, asked: true, air: true, endings: ['街道', '镇'] },
  ],
  units: [],
  articles: [],
  annex1: defaultIndicators(years),
  annex2: null,
  annex3: defaultList(listYear),
  bodyTargets: [],
  subjects: {},
  reporting: { dueDates: {}, townItems: [], townAir: 'all' },
});

/** 序号｜类别｜指标名称 */
export const headText = (columns: readonly string[]): string => columns.join(HEAD_JOINT);
