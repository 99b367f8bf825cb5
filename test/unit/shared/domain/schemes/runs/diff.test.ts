import { describe, expect, it } from 'vitest';
import { diffSchemeResults, type RunHead, type StoredRow } from '../../../../../../shared/domain/schemes/runs/diff.ts';

const HEAD: RunHead = { schemeVersion: 's1', planVersion: 'p', engine: 1, settings: 'a' };
const BARE = { params: {}, path: 'rules', state: 'value', value: null, exact: null, sources: [], children: [] } as const;

/** A subject with one part, made from one figure against its target. */
function row(value: string, points: string, more: Partial<StoredRow> & { readonly target?: string } = {}): StoredRow {
  const { target = '30', ...rest } = more;
  const source = { file: '甲.xlsx', sheet: '监测', cell: 'B5', column: 'pm25', raw: value };
  const leaf = {
    ...BARE,
    code: 'improvement',
    path: 'rules.sum.0',
    value,
    params: { measure: 'pm25', reference: 'target', value, against: target },
    sources: [source, { file: `文〔${target}〕号`, sheet: '', cell: '', column: 'A1', raw: target }],
  };
  const part = {
    path: 'rules.sum.0',
    kind: 'part',
    code: 'share',
    title: null,
    measures: ['pm25'],
    state: 'value',
    points,
    max: '60',
  } as const;
  return {
    subjectId: 'a',
    subject: '甲镇',
    kindName: '镇街',
    points,
    money: null,
    grade: null,
    place: 1,
    notices: [],
    explanation: { ...BARE, code: 'sum', children: [{ ...BARE, code: 'share', path: 'rules.sum.0', children: [leaf] }] },
    parts: [part],
    ...rest,
  };
}

const causes = (before: StoredRow, after: StoredRow, head: Partial<RunHead> = {}): readonly string[] => {
  const { versions, subjects } = diffSchemeResults([before], [after], { before: HEAD, after: { ...HEAD, ...head } });
  return [...versions, ...subjects.flatMap((one) => [...one.rows.flatMap((part) => part.causes), ...one.causes])].map(({ code }) => code);
};

describe('what changed between two results of a scheme, and why', () => {
  it('nothing where nothing did', () => {
    expect(diffSchemeResults([row('31', '58')], [row('31', '58')], { before: HEAD, after: HEAD })).toEqual({
      versions: [],
      subjects: [],
      same: 1,
    });
  });

  it('a value, with the cell that says otherwise', () => {
    const { subjects } = diffSchemeResults([row('31', '58')], [row('33', '54')], { before: HEAD, after: HEAD });
    expect(subjects[0]?.rows[0]?.causes).toEqual([
      {
        code: 'valueChanged',
        params: {
          figure: 'pm25',
          unit: '',
          before: '31',
          after: '33',
          file: '甲.xlsx',
          sheet: '监测',
          cell: 'B5',
          rawBefore: '31',
          rawAfter: '33',
        },
      },
    ]);
  });

  it('a target, with its document', () => {
    const { subjects } = diffSchemeResults([row('31', '58')], [row('31', '54', { target: '29' })], { before: HEAD, after: HEAD });
    expect(subjects[0]?.rows[0]?.causes).toEqual([
      { code: 'targetChanged', params: { figure: 'pm25', unit: '', before: '30', after: '29', document: '文〔29〕号' } },
    ]);
  });

  it('what the data do not explain is the scheme’s, the program’s, the settings’ or the others’ doing', () => {
    const [before, after] = [row('31', '58'), row('31', '57')];
    expect(causes(before, after, { schemeVersion: 's2' })).toEqual(['schemeVersion', 'scheme']);
    expect(causes(before, after, { engine: 2 })).toEqual(['engineVersion', 'engine']);
    expect(causes(before, after, { settings: 'b' })).toEqual(['settings', 'settings']);
    expect(causes(before, after)).toEqual(['others']);
  });

  it('a place that others moved, notices, and subjects that come and go', () => {
    expect(causes(row('31', '58'), row('31', '58', { place: 2 }))).toEqual(['others']);
    expect(causes(row('31', '58'), row('31', '58', { notices: [{ code: 'do', params: { text: '约谈' } }] }))).toEqual(['noticeNew']);
    const { subjects } = diffSchemeResults([row('31', '58')], [row('31', '58', { subjectId: 'b' })], null);
    expect(subjects.map((one) => one.causes[0]?.code)).toEqual(['subjectNew', 'subjectGone']);
  });
});
