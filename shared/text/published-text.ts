/** 公布的日报 (AQI, level, primary pollutant as published) in words. */

/** How check names one of them. */
export const publishedPlaceText = ({
  placeId,
  station,
  date,
}: {
  readonly placeId: string;
  readonly station: string;
  readonly date: string;
}): string => `公布的AQI ${date} ${placeId} ${station}`.trim();

export const publishedText = {
  title: '公布的AQI',
  hint: '公布值只作对照，不计入浓度、综合指数、优良天数和排名。',
} as const;

interface PublishedWords<Pollutant> {
  readonly station: string;
  readonly aqi: number;
  readonly level: number | null;
  readonly primary: readonly Pollutant[] | null;
  readonly differs: boolean;
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
}

/** One of them in a line. */
export const publishedDayText = <Pollutant>(
  { station, aqi, level, primary, differs, file, sheet, cell }: PublishedWords<Pollutant>,
  pollutants: (primary: readonly Pollutant[]) => string,
): string =>
  [
    `${station === '' ? '' : `${station}　`}AQI ${aqi}`,
    ...(level === null ? [] : [LEVELS[level - 1] ?? '']),
    ...(primary === null ? [] : [`首要污染物 ${primary.length === 0 ? '无' : pollutants(primary)}`]),
    ...(differs ? ['与由浓度算得的不同'] : []),
    `${file} ${sheet} ${cell}`,
  ].join('　');

const LEVELS = ['优', '良', '轻度污染', '中度污染', '重度污染', '严重污染'];
