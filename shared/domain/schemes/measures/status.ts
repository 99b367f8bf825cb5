import { z } from 'zod';
import { drafted, lacking, valued } from '../base/explain.ts';
import { greatest, Rational } from '../../numbers/rational.ts';
import { sourceKind } from '../base/kinds.ts';
import { pointsNumber } from '../base/shapes.ts';
import { statusCode } from '../base/status-words.ts';

/** 完成状态: points for each word (已完成, 按序推进 …); a word without points is told, 不涉及 leaves the part out. */
export const status = sourceKind({
  key: 'status',
  schema: z.strictObject({ status: z.record(z.string().min(1), pointsNumber), row: z.string().min(1).optional() }),
  codes: ['status', 'statusMissing', 'statusNotApplicable', 'statusUnknown'],
  sample: {
    rule: { status: { 已完成: 2, 按序推进: 1.6, 未启动: 0 }, row: '清扫' },
    rows: [{ 'status:清扫': '按序推进' }, { 'status:清扫': '' }, { 'status:清扫': '不涉及' }, { 'status:清扫': '差不多' }],
    results: ['1.6', 'missing', 'notApplicable', 'missing'],
  },
  make({ status: map, row: name = '' }, compiler) {
    compiler.reads(`status:${name}`);
    const points = new Map(Object.entries(map).map(([word, value]) => [statusCode(word) ?? word, Rational.of(value)]));
    return {
      full: [...points.values()].reduce((most, value) => greatest(most, value), Rational.of(0)),
      explain(row, world) {
        const reading = world.data.status(row, name);
        const rest = { params: { name, ...(reading.kind === 'value' ? { word: reading.value } : {}) }, sources: reading.sources };
        if (reading.kind === 'missing') return lacking('statusMissing', [reading.lack], rest);
        if (reading.kind !== 'value') return drafted('statusNotApplicable', { state: 'notApplicable' }, rest);
        const value = points.get(reading.value) ?? points.get(statusCode(reading.value) ?? '');
        if (value !== undefined) return valued('status', value, rest);
        const lack = { code: 'unreadable', params: { column: `status:${name}`, text: reading.value } } as const;
        return lacking('statusUnknown', [lack], { ...rest, params: { ...rest.params, known: Object.keys(map).join('、') } });
      },
    };
  },
});
