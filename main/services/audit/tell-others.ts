import { logText } from '../../../shared/text/log-text.ts';
import { settingLabel, settingValueText } from '../../../shared/text/settings-text.ts';
import { periodText } from '../../../shared/text/report-text.ts';
import { type Detail, type LoggedEvent, list, type Names, num, record, type Teller, text, type Told } from './logged-event.ts';

/** What was done to the year, its targets and figures, monitoring files, stations, schemes, settings. */
export const OTHER_TELLERS: Readonly<Record<string, Teller>> = {
  'figures.set': figures,
  'figures.import': figures,
  'targets.revise': targets,
  'targets.import': targets,
  'plan.decide': ({ detail, reason }) => [{ act: logText.acts.decide, year: num(detail['year']), itemId: text(detail['subject']), reason }],
  'monitoring.import': ({ detail }) =>
    list(detail['files'])
      .filter((file) => file['outcome'] === 'accepted')
      .map((file) => ({ act: logText.acts.import, object: `${logText.received(num(file['number']))}${text(file['file']) ?? ''}` })),
  'monitoring.withdraw': ({ detail }) => [fileTold(detail, logText.acts.withdraw)],
  'monitoring.restore': ({ detail }) => [fileTold(detail, logText.acts.restore)],
  'settings.set': ({ detail, before, after, reason }) => {
    const key = text(detail['key']) ?? '';
    const word = (value: unknown): string | null => (value === null || value === undefined ? null : settingValueText(plain(value), key));
    return [
      {
        act: logText.acts.setting,
        object: `${settingLabel(key)}${text(detail['from']) === null ? '' : logText.since(text(detail['from']) ?? '')}`,
        before: word(before),
        after: word(after),
        reason,
      },
    ];
  },
  'schemes.enter': ({ detail }, names) => [
    {
      act: logText.acts.enter,
      object: [names.scheme(text(detail['scheme']) ?? ''), text(detail['period']), text(detail['name'])]
        .filter((part) => part !== null)
        .join(' '),
      unitId: text(detail['subject']),
      after: text(detail['value']),
      reason: text(detail['document']),
    },
  ],
  'run.make': ({ detail }, names) => [{ act: logText.acts.run, object: runObject(detail, names) }],
};

/** A ranking is kept under its period and its scheme: 2024-07 ranking-2024. */
function runObject({ runId, kind, period: kept }: Detail, names: Names): string {
  const [period = '', scheme] = (text(kept) ?? '').split(' ', 2);
  const whole = kind === 'ranking' ? periodText(period) : logText.ofYear(period);
  return [logText.run(num(runId)), whole, scheme === undefined ? null : names.scheme(scheme)].filter((part) => part !== null).join(' ');
}

/** An event of another kind is told by its name, and where it is of a year by that. */
export const tellByName = (
  { kind, detail, subject, reason }: LoggedEvent,
  name: string | undefined,
  scheme: (id: string) => string,
): Told[] => [
  {
    act: name ?? logText.acts.other,
    ...(kind.startsWith('schemes.') || kind === 'ranking.add' ? { object: scheme(text(detail['id']) ?? subject ?? '') } : {}),
    ...(kind.startsWith('stations.') ? { object: stationNames(list(detail['entries'])) } : {}),
    ...(kind === 'plan.import' ? { object: text(detail['title']) ?? subject ?? '' } : {}),
    year: num(detail['year']),
    reason: reason ?? text(detail['reason']),
  },
];

function figures({ after, detail, reason }: LoggedEvent): Told[] {
  return list(after).map((figure) => ({
    act: logText.acts.figure,
    year: num(figure['year']),
    unitId: text(figure['unitId']),
    itemId: text(figure['measureId']),
    after: text(figure['value']),
    reason: [reason, text(detail['document'])].filter((part) => part !== null && part !== '').join('；'),
  }));
}

function targets({ after, reason }: LoggedEvent): Told[] {
  return list(after).map((target) => ({
    act: logText.acts.target,
    year: num(target['year']),
    unitId: text(target['unit']),
    itemId: text(target['measure']),
    after: text(target['printed']) ?? text(record(target['target'])['printed']),
    reason,
  }));
}

const fileTold = (detail: Readonly<Record<string, unknown>>, act: string): Told => ({
  act,
  object: `${logText.received(num(detail['number']))}${text(detail['file']) ?? ''}`,
  reason: text(detail['reason']),
});

const stationNames = (entries: ReturnType<typeof list>): string =>
  [
    ...new Set(entries.map((entry) => text(record(entry['content'])['name']) ?? text(entry['name']) ?? '').filter((name) => name !== '')),
  ].join('、');

const plain = (value: unknown): string | boolean => (typeof value === 'boolean' ? value : String(value));
