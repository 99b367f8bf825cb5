import type { Reading, Row, SchemeData } from '../../../shared/domain/schemes/base/data-source.ts';
import { labelIn, type SchemeHead } from '../../../shared/domain/schemes/language/head.ts';

/**
 * 名称: what is missing is said in the words that the head has for measures, points and parameters, with what would have to be entered in its place:
 * `id` is the name that the rules read, `slot` what it was to be held against, `of` the period that is computed.
 */
export function labelled(data: SchemeData, head: SchemeHead): SchemeData {
  const named = <Value>(reading: Reading<Value>, row: Row, slot = ''): Reading<Value> => {
    if (reading.kind !== 'missing') return reading;
    const { code, params } = reading.lack;
    const { measure, name } = params;
    const words = {
      ...(measure === undefined ? {} : { measure: labelIn(head, measure), id: measure, slot, of: row.period }),
      ...(name === undefined ? {} : { name: labelIn(head, name), id: name }),
    };
    return { ...reading, lack: { code, params: { ...params, ...words } } };
  };
  return {
    ...data,
    value: (row, measure) => named(data.value(row, measure), row),
    slot: (row, measure, slot) => named(data.slot(row, measure, slot), row, slot),
    place: (row, measure) => named(data.place(row, measure), row, 'place'),
    manual: (row, name) => named(data.manual(row, name), row),
    param: (row, name) => named(data.param(row, name), row),
    status: (row, name) => named(data.status(row, name), row),
  };
}
