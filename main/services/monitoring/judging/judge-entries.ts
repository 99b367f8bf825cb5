import type { ReadHandle } from '../../../db/handles.ts';
import { type DustDay, type ForecastRow, selectDustDays, selectForecasts } from '../../../db/queries/dust-forecast.ts';
import { type PublishedDay, selectPublishedDays } from '../../../db/queries/published-days.ts';
import type { DustFile } from '../receiving/dust-file.ts';

/** Entries read, those that are new, and those of before that they take back or replace. */
export interface JudgedEntries {
  readonly read: number;
  readonly added: number;
  readonly removed: number;
  /** What is taken back, in words of the entry: dates of dust days. */
  readonly removedDates: readonly string[];
}

/** Entries that count before a file is taken in, overlaid by earlier files of the same batch. */
export interface KnownEntries {
  readonly dust: (file: DustFile) => JudgedEntries;
  readonly forecasts: (rows: readonly ForecastRow[]) => JudgedEntries;
  readonly published: (days: readonly PublishedDay[]) => JudgedEntries;
}

const [EARLIEST, LATEST] = ['0001-01-01', '9999-12-31'];

/** Judging a file also takes it in, as far as the files after it are concerned; a file that says nothing new changes nothing. */
export function createKnownEntries(db: ReadHandle): KnownEntries {
  const dust = new Map<string, DustDay>(selectDustDays(db, EARLIEST, LATEST).map((day) => [dustKey(day), day]));
  const forecasts = new Map<string, string>(selectForecasts(db, EARLIEST, LATEST).map((row) => [forecastKey(row), said(row)]));
  const published = new Map<string, string>(
    selectPublishedDays(db, EARLIEST, LATEST).map((day) => [publishedKey(day), publishedText(day)]),
  );
  return {
    dust({ entries, span }) {
      const now = new Map(entries.map((day) => [dustKey(day), day]));
      const gone = [...dust].filter(([key, day]) => span.from <= day.date && day.date <= span.to && !now.has(key));
      const added = [...now.keys()].filter((key) => !dust.has(key)).length;
      for (const [key] of gone) dust.delete(key);
      for (const [key, day] of now) dust.set(key, day);
      return { read: entries.length, added, removed: gone.length, removedDates: [...new Set(gone.map(([, day]) => day.date))].toSorted() };
    },
    forecasts: (rows) =>
      replaced(
        forecasts,
        rows.map((row) => [forecastKey(row), said(row)]),
      ),
    published: (days) =>
      replaced(
        published,
        days.map((day) => [publishedKey(day), publishedText(day)]),
      ),
  };
}

/** Entries of which each takes the place of the one of its key. */
function replaced(known: Map<string, string>, entries: readonly (readonly [string, string])[]): JudgedEntries {
  const counts = { added: 0, removed: 0 };
  for (const [key, text] of entries) {
    const before = known.get(key);
    if (before === text) continue;
    counts.added += 1;
    if (before !== undefined) counts.removed += 1;
    known.set(key, text);
  }
  return { read: entries.length, ...counts, removedDates: [] };
}

const dustKey = ({ date, placeId }: DustDay): string => `${date}|${placeId}`;

/** One forecast is replaced by another of the same time of publication for the same day and lead. */
export const forecastKey = ({ published, date, leadDays }: Pick<ForecastRow, 'published' | 'date' | 'leadDays'>): string =>
  `${published}|${date}|${leadDays ?? ''}`;

const said = ({ low, high, levels, primary, stated }: ForecastRow): string => JSON.stringify([low, high, levels, primary, stated]);

/** What a place published of a day is replaced by what it publishes of it later. */
export const publishedKey = ({ placeId, station, date }: Pick<PublishedDay, 'placeId' | 'station' | 'date'>): string =>
  `${placeId}|${station}|${date}`;

const publishedText = ({ aqi, level, primary }: PublishedDay): string => JSON.stringify([aqi, level, primary]);
