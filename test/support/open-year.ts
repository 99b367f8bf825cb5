import { insertDocument } from '../../main/db/queries/plan-documents.ts';
import { insertYearDecision } from '../../main/db/queries/years.ts';
import { canonicalJson, contentHash } from '../../main/services/files.ts';
import { openWork } from '../../main/services/plan/create-work.ts';
import { readWorkPlan } from '../../main/services/plan/work-plan.ts';
import type { Opening } from '../../shared/domain/plan/years/opening.ts';
import { type Amendment, amendmentSchema } from '../../shared/domain/plan/years/plan-document.ts';
import { unitsOfYear } from '../../shared/domain/plan/unit-schema.ts';

export interface YearOpening {
  readonly year: number;
  readonly scheme: string;
  readonly due: string;
  /** 文号 and content of the year's 年度事项清单. */
  readonly list?: { readonly number: string; readonly title: string; readonly issuedOn: string; readonly content: unknown };
}

/** Opens a further year of a work that nobody else has open: its list is taken in as a document, the year by a decision. */
export function openYear(workPath: string, { year, scheme, due, list }: YearOpening): void {
  const work = openWork(workPath);
  try {
    const at = `${year}-12-31T09:00:00+08:00`;
    work.handle.transaction(() => {
      const content: Amendment | null = list === undefined ? null : amendmentSchema.parse(list.content);
      const document =
        list === undefined || content === null
          ? null
          : insertDocument(work.handle, {
              kind: 'list',
              number: list.number,
              title: list.title,
              issuedOn: list.issuedOn,
              effectiveOn: list.issuedOn,
              version: contentHash(content),
              content: canonicalJson(content),
              reason: '印发年度事项清单',
              actor: '测试员',
              storedAt: at,
            });
      const { units } = readWorkPlan(work.handle).plan;
      const opening: Opening = {
        list: document,
        targets: [],
        scheme,
        due,
        rounds: ['year'],
        roundsDue: {},
        units: unitsOfYear(units, year).map((unit) => unit.id),
      };
      insertYearDecision(work.handle, { year, act: 'open', content: canonicalJson(opening), reason: '开启年度', actor: '测试员', at });
    });
  } finally {
    work.close();
  }
}
