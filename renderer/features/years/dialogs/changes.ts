import type { MethodInput } from '../../../../shared/contract/contract.ts';
import type { YearChoices, YearView } from '../../../../shared/contract/years.ts';
import type { Round } from '../../../../shared/domain/plan/years/opening.ts';
import { datesOfRounds } from '../../../../shared/domain/plan/years/rounds.ts';
import { yearDialogText, yearsText } from '../../../../shared/text/ui/years-text.ts';
import { roundText } from '../../../../shared/text/year-text.ts';
import type { Change } from '../../../ui/before-after.tsx';

export type YearChange = MethodInput<'year.change'>['change'];

/** What the dialog holds: the year as it is to be. A date is null where what is written is none. */
export interface Held {
  readonly list: number | null;
  readonly scheme: string | null;
  readonly due: string | null;
  readonly rounds: readonly Round[];
  readonly roundsDue: Readonly<Record<string, string | null>>;
  readonly units: readonly string[];
}

export const heldOf = (view: YearView, { lists }: Pick<YearChoices, 'lists'>): Held => ({
  list: lists.find(({ title, document }) => view.list !== null && title === view.list.title && document === view.list.document)?.id ?? null,
  scheme: view.scheme?.id ?? null,
  due: view.due,
  rounds: view.rounds,
  roundsDue: view.roundsDue,
  units: view.units.flatMap(({ names }) => names),
});

/** Only what is different. */
export function changeOf(before: Held, after: Held): YearChange {
  const due = Object.entries(datesOfRounds(after.rounds, after.roundsDue)).filter(
    ([round, date]) => date !== null && date !== before.roundsDue[round],
  );
  return {
    ...(after.list === before.list ? {} : { list: after.list }),
    ...(after.scheme === null || after.scheme === before.scheme ? {} : { scheme: after.scheme }),
    ...(after.due === null || after.due === before.due ? {} : { due: after.due }),
    ...(same(after.rounds, before.rounds) ? {} : { rounds: [...after.rounds] }),
    ...(due.length === 0 ? {} : { roundsDue: Object.fromEntries(due.map(([round, date]) => [round, date ?? ''])) }),
    ...(same(after.units, before.units) ? {} : { units: [...after.units] }),
  };
}

/** The change that takes another one back exactly; null where something cannot be put back as it was: a day or scheme that was not set before. */
export function inverseOf(before: Held, after: Held): YearChange | null {
  const [there, back] = [changeOf(before, after), changeOf(after, before)];
  const dates = Object.keys(there.roundsDue ?? {});
  const complete = Object.keys(there).every((part) => part in back) && dates.every((round) => typeof before.roundsDue[round] === 'string');
  if (!complete) return null;
  // Days of rounds that went come back with them.
  const held = Object.entries(before.roundsDue).flatMap(([round, date]) => (date === null ? [] : [[round, date] as const]));
  return there.rounds === undefined || held.length === 0 ? back : { ...back, roundsDue: Object.fromEntries(held) };
}

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((entry) => other.includes(entry));

/** The same in words, before and after. */
export function changeWords(before: Held, after: Held, choices: YearChoices): Change[] {
  const change = changeOf(before, after);
  const part = (name: string): string => yearsText.parts[name] ?? '';
  const listName = (id: number | null): string => {
    const list = choices.lists.find((one) => one.id === id);
    return list === undefined ? yearsText.listNone : yearsText.listValue(list.title, list.items, list.document);
  };
  const schemeName = (id: string | null): string => {
    const scheme = choices.schemes.find((one) => one.id === id);
    return scheme === undefined ? yearsText.schemeNone : yearsText.schemeValue(scheme.title, scheme.number);
  };
  const rounds = (held: Held): string => held.rounds.map(roundText).join(yearsText.join);
  return [
    ...(change.list === undefined ? [] : [{ name: part('list'), before: listName(before.list), after: listName(after.list) }]),
    ...(change.scheme === undefined ? [] : [{ name: part('scheme'), before: schemeName(before.scheme), after: schemeName(after.scheme) }]),
    ...(change.due === undefined ? [] : [{ name: part('due'), before: before.due ?? yearsText.dueNone, after: change.due }]),
    ...(change.rounds === undefined ? [] : [{ name: part('rounds'), before: rounds(before), after: rounds(after) }]),
    ...Object.entries(change.roundsDue ?? {}).map(([round, date]) => ({
      name: yearsText.roundName(round),
      before: before.roundsDue[round] ?? yearsText.dueNone,
      after: date,
    })),
    ...(change.units === undefined ? [] : [unitsChange(before.units, after.units)]),
  ];
}

/** Who is added and who goes, not two lists of fifty. */
function unitsChange(before: readonly string[], after: readonly string[]): Change {
  const gone = before.filter((name) => !after.includes(name));
  const added = after.filter((name) => !before.includes(name));
  return {
    name: yearsText.parts['units'] ?? '',
    before: yearDialogText.unitCount(before.length),
    after: yearDialogText.unitsChanged(after.length, added, gone),
  };
}
