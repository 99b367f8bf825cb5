import { describe, expect, it } from 'vitest';
import { allDocuments, chosenDocument, reportFileName, reportInput } from '../../../../../renderer/features/reports/report-document.ts';
import { pageAfterKey, pageInView } from '../../../../../renderer/features/reports/viewer-pages.ts';

const reports = [
  { kind: 'annex1' as const, title: '附件1 主要指标完成情况表', periods: ['2024'] },
  { kind: 'ranking' as const, title: '各镇街空气质量排名表', periods: ['2024', '2024-07', '2024-01..2024-07'] },
];

const chosen = (params: Record<string, string>) => {
  const document = chosenDocument(reports, 2024, params);
  if (document === null) throw new Error('nothing chosen');
  return document;
};

describe('documents', () => {
  it('opens the one the address asks for, else the first', () => {
    expect([chosen({ kind: 'ranking', period: '2024-07' }).period, chosen({}).kind, chosen({ kind: 'nothing' }).kind]).toEqual([
      '2024-07',
      'annex1',
      'annex1',
    ]);
  });

  it('takes the whole year where the period is not one of the report', () => {
    expect(chosen({ kind: 'annex1', period: '2024-07' }).period).toBe('2024');
    expect(chosenDocument([], 2024, {})).toBeNull();
  });

  it('leaves the period out for a whole year', () => {
    expect(reportInput(chosen({ kind: 'ranking' }))).toEqual({ kind: 'ranking', year: 2024 });
    expect(reportInput(chosen({ kind: 'ranking', period: '2024-07' }))).toEqual({ kind: 'ranking', year: 2024, period: '2024-07' });
  });

  it('exports every document of the year, and the chosen period besides', () => {
    expect(allDocuments(reports, chosen({})).map((document) => document.period)).toEqual(['2024', '2024']);
    expect(allDocuments(reports, chosen({ kind: 'ranking', period: '2024-07' })).map((document) => document.period)).toEqual([
      '2024',
      '2024',
      '2024-07',
    ]);
  });

  it('carries the ranking scheme the address asks for, and only where it is another than the default', () => {
    const schemes = [
      { id: 'ranking-2024', title: '排名办法（示范方案）' },
      { id: 'ranking-composite', title: '综合指数排名办法（示范方案）' },
    ];
    const asked = (kind: string, scheme: string) => chosenDocument(reports, 2024, { kind, scheme }, schemes);
    expect([
      asked('ranking', 'ranking-composite')?.scheme?.id,
      asked('ranking', 'ranking-2024')?.scheme,
      asked('ranking', 'nothing')?.scheme,
      asked('annex1', 'ranking-composite')?.scheme,
    ]).toEqual(['ranking-composite', null, null, null]);
    const document = asked('ranking', 'ranking-composite');
    if (document === null) throw new Error('nothing chosen');
    expect(reportInput(document)).toEqual({ kind: 'ranking', year: 2024, scheme: 'ranking-composite' });
    expect(reportFileName(document, 'pdf')).toBe('各镇街空气质量排名表-2024年-综合指数排名办法.pdf');
    expect(allDocuments(reports, document).map(({ scheme }) => scheme?.id ?? null)).toEqual([null, null, 'ranking-composite']);
  });

  it('names files by title and period, each differently', () => {
    expect(reportFileName(chosen({}), 'pdf')).toBe('附件1-主要指标完成情况表-2024年.pdf');
    expect(reportFileName(chosen({ kind: 'ranking', period: '2024-01..2024-07' }), 'xlsx')).toBe('各镇街空气质量排名表-2024年1—7月.xlsx');
  });
});

describe('turning pages', () => {
  it('stays within the document', () => {
    expect([
      pageAfterKey('PageDown', 3, 3),
      pageAfterKey('PageUp', 1, 3),
      pageAfterKey('End', 1, 3),
      pageAfterKey('Home', 3, 3),
      pageAfterKey('a', 1, 3),
    ]).toEqual([3, 1, 3, 1, null]);
  });

  it('counts the page that lies across the middle', () => {
    expect([pageInView([16, 1016, 2016], 0, 600), pageInView([16, 1016, 2016], 800, 600), pageInView([], 0, 600)]).toEqual([1, 2, 1]);
  });
});
