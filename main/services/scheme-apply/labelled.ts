import type { Reading, SchemeData } from '../../../shared/domain/schemes/base/data-source.ts';
import { labelIn, type SchemeHead } from '../../../shared/domain/schemes/language/head.ts';

/** 名称: what is missing is said in the words that the head has for measures, points and parameters; `id` keeps the name that the rules read. */
export function labelled(data: SchemeData, head: SchemeHead): SchemeData {
  const named = <Value>(reading: Reading<Value>): Reading<Value> => {
    if (reading.kind !== 'missing') return reading;
    const { code, params } = reading.lack;
    const { measure, name } = params;
    const words = {
      ...(measure === undefined ? {} : { measure: labelIn(head, measure), id: measure }),
      ...(name === undefined ? {} : { name: labelIn(head, name), id: name }),
    };
    return { ...reading, lack: { code, params: { ...params, ...words } } };
  };
  return {
    ...data,
    value: (row, measure) => named(data.value(row, measure)),
    slot: (row, measure, slot) => named(data.slot(row, measure, slot)),
    place: (row, measure) => named(data.place(row, measure)),
    manual: (row, name) => named(data.manual(row, name)),
    param: (row, name) => named(data.param(row, name)),
    status: (row, name) => named(data.status(row, name)),
  };
}
