import { logText } from '../../../shared/text/log-text.ts';
import { receiptText, unitStateText, type UnitStateName } from '../../../shared/text/reporting-text.ts';
import { findingStateText, type FindingState } from '../../../shared/text/version-text.ts';
import { type Detail, list, type Names, num, record, type Teller, text, type Told } from './logged-event.ts';

/** What was done to returns and about units. */
export const RETURN_TELLERS: Readonly<Record<string, Teller>> = {
  'returns.templates': ({ detail }) =>
    (Array.isArray(detail['forms']) ? (detail['forms'] as readonly unknown[]) : []).map((unit) => ({
      act: logText.acts.templates,
      object: logText.form,
      year: num(detail['year']),
      unitId: text(unit),
    })),
  'returns.import': ({ detail }) =>
    list(detail['files'])
      .filter((file) => file['outcome'] === 'accepted')
      .map((file) => importedFile(file, num(detail['year']))),
  'returns.adopt': (event, names) => [decided(event.detail, { act: logText.acts.adopt, before: event.before, after: event.after }, names)],
  'returns.withdraw': (event, names) => [
    decided(event.detail, { act: logText.acts.withdraw, before: event.before, after: event.after }, names),
  ],
  'returns.answer': ({ detail, before }, names) => [answered(detail, record(before), names)],
  'returns.answers': ({ detail }, names) => list(detail['answers']).map((answer) => answered(answer, {}, names)),
  'consents.give': ({ detail, before }) => [
    {
      act: detail['given'] === true || detail['given'] === 1 ? logText.acts.consent : logText.acts.unconsent,
      year: num(detail['year']),
      unitId: text(detail['unit']),
      itemId: text(detail['row']),
      before: record(before)['reason'] === undefined ? logText.unsaid : logText.consented,
      after: detail['given'] === true || detail['given'] === 1 ? logText.consented : logText.unsaid,
      reason: text(detail['reason']),
    },
  ],
  'reporting.receipt': ({ detail, before }) => [
    {
      act: logText.acts.receipt,
      object: logText.version(num(detail['version']), num(detail['number'])),
      year: num(detail['year']),
      unitId: text(detail['unit']),
      before: dayAndWay(record(before)),
      after: dayAndWay(detail),
      reason: text(detail['reason']),
    },
  ],
  'reporting.deadline': ({ detail, before, after }) => {
    const waiver = detail['kind'] === 'waiver';
    const word = (value: unknown): string =>
      value === null ? logText.none : waiver ? logText.letOff : (text(record(value)['until']) ?? logText.none);
    return [
      {
        act:
          detail['given'] === true
            ? waiver
              ? logText.acts.waive
              : logText.acts.extend
            : waiver
              ? logText.acts.unwaive
              : logText.acts.unextend,
        year: num(detail['year']),
        unitId: text(detail['unit']),
        before: word(before ?? null),
        after: word(after ?? null),
        reason: text(detail['reason']),
      },
    ];
  },
  'reporting.review': ({ detail, before, after }) =>
    list(detail['units']).map((one) => {
      const unit = text(one['unit']) ?? '';
      return {
        act: logText.acts.review,
        object: logText.received(num(one['number'])),
        year: num(detail['year']),
        unitId: unit,
        before: stateWord(record(before)[unit]),
        after: stateWord(record(after)[unit]),
        reason: text(detail['reason']),
      };
    }),
  'reporting.sent': ({ detail }) =>
    list(detail['units']).map((one) => ({
      act: detail['act'] === 'undo' ? logText.acts.unsent : logText.acts.sent,
      object: text(one['form']) ?? logText.form,
      year: num(detail['year']),
      unitId: text(one['unit']),
      after: dayAndWay(detail),
      reason: text(detail['reason']),
    })),
};

const importedFile = (file: Detail, year: number | null): Told => ({
  act: file['typed'] === undefined ? logText.acts.import : logText.acts.typed,
  object: `${logText.version(num(file['version']), num(file['number']))}${text(file['file']) ?? ''}`,
  year,
  unitId: text(file['unit']),
  after: [file['adopted'] === true ? logText.counts : logText.kept, dayAndWay(record(file['received']))]
    .filter((part) => part !== null)
    .join('，'),
});

function decided(detail: Detail, { act, before, after }: { act: string; before: unknown; after: unknown }, names: Names): Told {
  const version = (value: unknown): string => (typeof value === 'number' ? names.received(value).text : logText.noVersion);
  return {
    act,
    object: logText.version(num(detail['version']), num(detail['number'])),
    year: num(detail['year']),
    unitId: text(detail['unit']),
    before: version(before),
    after: version(after),
    reason: text(detail['reason']),
  };
}

function answered(detail: Detail, before: Detail, names: Names): Told {
  const received = names.received(num(detail['number']) ?? 0);
  const said = (state: unknown, value: unknown): string | null => {
    const word = typeof state === 'string' ? findingStateText(state as FindingState) : null;
    return word === null ? null : typeof value === 'string' && value !== '' ? `${word} ${value}` : word;
  };
  return {
    act: logText.acts.answer,
    object: [received.text, text(detail['sheet']), text(detail['cell'])].filter((part) => part !== null).join(' '),
    unitId: received.unitId,
    itemId: text(detail['rowId']),
    before: said(before['state'], before['raw'] ?? before['value']),
    after: said(detail['state'], detail['typed']),
    reason: text(detail['reason']),
  };
}

function dayAndWay(detail: Detail): string | null {
  const [on, via] = [text(detail['on']), text(detail['via'])];
  return on === null ? null : receiptText({ on, via: via ?? '' });
}

const stateWord = (value: unknown): string | null => (typeof value === 'string' ? unitStateText(value as UnitStateName) : null);
