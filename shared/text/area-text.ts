/** 区域值由哪些点位平均 in words, for under a table and beside a value. */
interface Share {
  readonly share: number;
  readonly few: number;
  readonly fewShare: number;
}

interface Stations {
  readonly entered: number;
  readonly expected: number;
  readonly required: number;
}

interface Row {
  readonly name: string;
  readonly members: {
    readonly entered: readonly string[];
    readonly expected: number;
    readonly most: number;
    readonly fewest: number;
    readonly shortDays: number;
    readonly lastYear: { readonly joined: readonly string[]; readonly left: readonly string[] } | null;
  };
}

const isArea = ({ members: { entered, expected } }: Row): boolean => entered.length > 1 || expected > 1;

/** 29/31: how many entered of how many that ought to, on a day; blank where the place is one station. */
export const stationsText = ({ entered, expected }: Pick<Stations, 'entered' | 'expected'>): string =>
  expected > 1 || entered > 1 ? `${entered}/${expected}` : '';

/** Why a day of an area has no value, or null where it has enough stations. */
export const tooFewText = (stations: Stations | null): string | null =>
  stations === null || stations.entered >= stations.required
    ? null
    : `有效点位 ${stations.entered} 个，应有 ${stations.expected} 个，不足 ${stations.required} 个，不作区域值`;

/** Places of which stations have values, but on no day enough of them. */
export const withoutAreaValue = (names: readonly string[]): string => `有效点位不足，没有区域值：${names.join('、')}`;

/** Sentences on what the values of areas are made of. */
export function areaNotes(rows: readonly Row[], share: Share): string[] {
  const areas = rows.filter(isArea);
  return [
    ...(areas.length === 0 ? [] : [shareSentence(share)]),
    ...areas.filter(({ members }) => members.entered.length > 0).map(enteredSentence),
    ...areas.flatMap(comparedSentence),
    ...comparedSingles(rows.filter((row) => !isArea(row))),
  ];
}

/** Of one place: who entered, and against last year; of a place that is one station only where it was another one. */
export const memberSentences = (row: Row): string[] =>
  isArea(row) ? [enteredSentence(row), ...comparedSentence(row)] : comparedSentence(row);

/** Places of one station, which was another one last year. */
function comparedSingles(rows: readonly Row[]): string[] {
  const other = rows.filter((row) => comparedSentence(row).length > 0).map(({ name }) => name);
  return other.length === 0 ? [] : [`${namesText(other)}的点位与上年同期不同，同比不是相同点位的比较。`];
}

const shareSentence = ({ share, few, fewShare }: Share): string =>
  share === 0 && fewShare === 0
    ? '区域值为当日各有效点位的平均，有1个有效点位即计算。'
    : `区域值要求有效点位不少于应有点位的${share}%${few > 1 ? `（应有点位少于${few}个的，${fewShare}%）` : ''}，不足的日期不作区域值。`;

function enteredSentence({ name, members: { entered, expected, most, fewest, shortDays } }: Row): string {
  // Stations that follow each other are more together than on any day.
  const count = entered.length <= expected ? `${entered.length}个` : `先后${entered.length}个，最多的一天${most}个`;
  const days = fewest === 0 ? '' : `，最少的一天${fewest}个`;
  const short = shortDays === 0 ? '' : `，因有效点位不足而没有区域值（含缺部分项目）的${shortDays}天`;
  return `${name}应有点位${expected}个，参与平均的${count}${days}${short}：${namesText(entered)}。`;
}

/** 同比 of an area compares other stations with each other unless they are the same ones. */
function comparedSentence({ name, members: { lastYear } }: Row): string[] {
  if (lastYear === null || (lastYear.joined.length === 0 && lastYear.left.length === 0)) return [];
  const more = lastYear.joined.length === 0 ? '' : `，本期另有${namesText(lastYear.joined)}`;
  const fewer = lastYear.left.length === 0 ? '' : `，上年同期另有${namesText(lastYear.left)}`;
  return [`${name}与上年同期参与平均的点位不同${more}${fewer}，同比不是相同点位的比较。`];
}

/** More names than this are counted. */
const NAMED = 60;

const namesText = (names: readonly string[]): string =>
  names.length <= NAMED ? names.join('、') : `${names.slice(0, NAMED).join('、')}等${names.length}个`;
