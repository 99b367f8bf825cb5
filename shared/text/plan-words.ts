/** What sentences need of a plan: whose it is, which kinds of units it has, what its lists are called. */
interface WordedPlan {
  readonly district: { readonly name: string };
  readonly unitKinds: readonly { readonly name: string; readonly air: boolean }[];
}

/** Words by which a plan's district and its units are spoken of. */
export interface PlanWords {
  /** 某某县 */
  readonly district: string;
  /** 全县: the district as a whole. */
  readonly whole: string;
  /** 县级: what belongs to the district itself. */
  readonly ofDistrict: string;
  /** 乡镇、园区: kinds of units whose air is watched and ranked. */
  readonly towns: string;
}

export const planWords = ({ district: { name }, unitKinds }: WordedPlan): PlanWords => ({
  district: name,
  whole: wholeText(name),
  ofDistrict: `${levelOf(name)}级`,
  towns: unitKinds
    .filter((kind) => kind.air)
    .map((kind) => kind.name)
    .join('、'),
});

interface WordedWork {
  readonly district: { readonly name: string };
  readonly kinds: readonly { readonly name: string; readonly air: boolean }[];
}

/** The same words of an open work, as its summary tells of its plan. */
export const workWords = ({ district, kinds }: WordedWork): PlanWords => planWords({ district, unitKinds: kinds });

/** 某某县 → 全县. */
export const wholeText = (districtName: string): string => `全${levelOf(districtName)}`;

/** A name that says no level (开发区 and the like do) is spoken of as a 区. */
const levelOf = (name: string): string => /[区县市旗]$/u.exec(name)?.[0] ?? '区';

/** 空气质量持续改善行动主要指标清单 → 空气质量持续改善行动主要指标: what a list is of, for the title of the table on how far it has come. */
export const listSubject = (title: string): string => title.replaceAll('\n', '').replace(/(?:清单|分解表|一览表|表)$/u, '');

/** The same of a year's list, in two lines: 空气质量持续改善行动 / 2024年事项. */
export function yearListSubject(title: string, year: number): string {
  const subject = listSubject(title);
  const at = subject.indexOf(`${year}年`);
  if (at < 0) return `${subject}\n${year}年`;
  return at === 0 ? subject : `${subject.slice(0, at)}\n${subject.slice(at)}`;
}
