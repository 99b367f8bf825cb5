import { describe, expect, it } from 'vitest';
import { evaluationColumns } from '../../../../../../renderer/features/monitoring/evaluation/evaluation-columns.tsx';
import {
  changeWords,
  dustRows,
  indexWords,
  mainWords,
  standardRows,
} from '../../../../../../renderer/features/monitoring/evaluation/evaluation-words.ts';
import type { EvaluationRow } from '../../../../../../shared/contract/monitoring.ts';
import { evaluated } from '../evaluated.ts';

const row = (evaluation: EvaluationRow['evaluation'], lastYear: EvaluationRow['lastYear'] = null): EvaluationRow => ({
  placeId: 'town',
  name: '甲镇',
  kind: 'town',
  sample: false,
  stations: 1,
  members: { entered: ['甲镇'], expected: 1, most: 1, fewest: 1, shortDays: 0, lastYear: null },
  evaluation,
  lastYear,
  before: null,
});

describe('同比 and 环比 in words', () => {
  const [now, before] = [evaluated('2024-07', '45'), evaluated('2023-07', '60')];

  it('say the way of the number and what it means for the air', () => {
    expect(changeWords(now, before, 'pm25')).toEqual({ course: 'better', text: '↓ 25.0% 改善', amount: '-25.0' });
    expect(changeWords(before, now, 'pm25')).toEqual({ course: 'worse', text: '↑ 33.3% 变差', amount: '33.3' });
    expect(changeWords(now, now, 'goodRatio')).toEqual({ course: 'same', text: '→ 0.0个百分点 持平', amount: '0.0' });
  });

  it('are a dash without a period to compare with', () => {
    expect(changeWords(now, null, 'compositeIndex').text).toBe('—');
  });
});

describe('table of places', () => {
  const place = row(evaluated('2024-07', '45'), evaluated('2023-07', '60'));

  it('gives Excel numbers to calculate with, and the reader words', () => {
    const columns = evaluationColumns('pm25');
    const text = (key: string): string => columns.find((column) => column.key === key)?.text(place) ?? '';
    expect(['pm25', 'good', 'ratio', 'heavy', 'lastYear', 'before'].map(text)).toEqual(['45.0', '31', '100.0', '0', '-25.0', '']);
  });

  it('says of how many stations an area is the mean, where there is one', () => {
    const area = { ...place, members: { entered: ['甲站', '乙站'], expected: 3, most: 2, fewest: 2, shortDays: 0, lastYear: null } };
    const columns = evaluationColumns('pm25', [place, area]);
    const members = columns.find(({ key }) => key === 'members');
    expect([place, area].map((one) => members?.text(one))).toEqual(['', '2/3']);
    expect(evaluationColumns('pm25', [place]).some(({ key }) => key === 'members')).toBe(false);
  });

  it('names the pollutant with the largest single index', () => {
    expect(mainWords(place.evaluation)).toBe('PM2.5');
    expect(indexWords(place.evaluation)).toMatch(/^\d\.\d\d$/);
  });

  it('says of an index of fewer than six pollutants that it is incomplete', () => {
    const index = place.evaluation.compositeIndex;
    if (index === null) throw new Error('no index');
    expect(indexWords({ ...place.evaluation, compositeIndex: { ...index, complete: false } })).toBe(`${index.published}（不全）`);
  });
});

describe('versions beside each other', () => {
  it('are all of the dust, for places with dust days only', () => {
    const dusty = row(evaluated('2024-04', '45', ['2024-04-03']));
    expect(dustRows([row(evaluated('2024-04', '45')), dusty]).map(({ version }) => version)).toEqual([
      'withDust',
      'withoutPm',
      'withoutDust',
    ]);
  });

  it('are each of the standards in the year 2026, and none in a year of one standard', () => {
    expect(standardRows([row(evaluated('2026', '30'))]).map(({ alternative }) => alternative.standard)).toEqual(['byDate', '2012', '2026']);
    expect(standardRows([row(evaluated('2024-07', '30'))])).toEqual([]);
  });
});
