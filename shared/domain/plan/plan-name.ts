import type { Plan } from './schema.ts';

/** 行动名称: what the plan is about, without whose it is and that it is a plan: 某某区空气质量持续改善行动实施方案 is 空气质量持续改善行动. */
export function actionName({ document, district }: Pick<Plan, 'document' | 'district'>): string {
  const title = document.title.replaceAll(/\s/gu, '');
  const owner = [`${district.city ?? ''}${district.name}`, district.name].find((name) => title.startsWith(name)) ?? '';
  const name = title.slice(owner.length).replace(/(?:实施|工作|行动)?(?:方案|计划)(?:（[^（）]*）)?$/u, '');
  return name === '' ? title : name;
}
