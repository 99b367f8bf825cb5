import type BetterSqlite from 'better-sqlite3';

/**
 * Version 40 (2026-12): the plan becomes the first of the documents by which a work goes (方案文件), years are opened, changed and signed by
 * decisions (年度决定), and figures that are settled elsewhere (上级认定) have a place. All three are only ever added to.
 *
 * What the plan says of its district and of kinds of units was not stored before: the name comes from the scoring scheme stored with it,
 * the city from what its issuer's name has before that, the kinds are the two that the program knew. `origin` keeps the plan as it was stored,
 * of which `version` is the hash. A year that has returns, decisions or scores is opened with what was used for it until now; so is the first
 * year of 附件1.
 */
export const planYears = {
  version: 40,
  sql: `
    CREATE TABLE plan_document (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('plan', 'list', 'adjustment', 'units', 'amendment')),
      number TEXT NOT NULL,
      title TEXT NOT NULL,
      issued_on TEXT NOT NULL,
      effective_on TEXT NOT NULL,
      version TEXT NOT NULL,
      content TEXT NOT NULL CHECK (json_valid(content)),
      origin TEXT CHECK (origin IS NULL OR json_valid(origin)),
      reason TEXT NOT NULL,
      actor TEXT NOT NULL,
      stored_at TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX plan_document_one_plan ON plan_document (kind) WHERE kind = 'plan';

    CREATE TABLE year_decision (
      id INTEGER PRIMARY KEY,
      year INTEGER NOT NULL,
      act TEXT NOT NULL CHECK (act IN ('open', 'change', 'cancel', 'final', 'reopen', 'archive')),
      content TEXT NOT NULL CHECK (json_valid(content)),
      reason TEXT NOT NULL,
      actor TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX year_decision_year ON year_decision (year, id);

    CREATE TABLE settled_figure (
      id INTEGER PRIMARY KEY,
      measure_id TEXT NOT NULL,
      year INTEGER NOT NULL,
      unit_id TEXT,
      value TEXT NOT NULL,
      document TEXT NOT NULL,
      reason TEXT NOT NULL,
      actor TEXT NOT NULL,
      stored_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX settled_figure_place ON settled_figure (year, measure_id, id);

    CREATE TRIGGER plan_document_kept_as_it_is BEFORE UPDATE ON plan_document BEGIN SELECT RAISE(ABORT, 'plan_document: only added to'); END;
    CREATE TRIGGER plan_document_kept BEFORE DELETE ON plan_document BEGIN SELECT RAISE(ABORT, 'plan_document: only added to'); END;
    CREATE TRIGGER year_decision_kept_as_it_is BEFORE UPDATE ON year_decision BEGIN SELECT RAISE(ABORT, 'year_decision: only added to'); END;
    CREATE TRIGGER year_decision_kept BEFORE DELETE ON year_decision BEGIN SELECT RAISE(ABORT, 'year_decision: only added to'); END;
    CREATE TRIGGER settled_figure_kept_as_it_is BEFORE UPDATE ON settled_figure BEGIN SELECT RAISE(ABORT, 'settled_figure: only added to'); END;
    CREATE TRIGGER settled_figure_kept BEFORE DELETE ON settled_figure BEGIN SELECT RAISE(ABORT, 'settled_figure: only added to'); END;
  `,
  run(database: BetterSqlite.Database, moment: { readonly at: string; readonly actor: string }): void {
    const stored = database.prepare('SELECT id, version, content, stored_at AS storedAt FROM plan').get() as StoredPlan | undefined;
    if (stored !== undefined) {
      const plan = carriedForward(database, JSON.parse(stored.content) as PlanOfVersion10);
      database
        .prepare(
          `INSERT INTO plan_document (id, kind, number, title, issued_on, effective_on, version, content, origin, reason, actor, stored_at)
          VALUES (1, 'plan', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(
          plan.document.number,
          plan.document.title,
          plan.document.date,
          plan.document.date,
          stored.version,
          JSON.stringify(plan),
          stored.content,
          '新建',
          '',
          stored.storedAt,
        );
      for (const year of yearsInUse(database, plan)) openYear(database, plan, year, moment);
    }
    database.exec('DROP TABLE plan');
  },
} as const;

interface StoredPlan {
  readonly version: string;
  readonly content: string;
  readonly storedAt: string;
}

/** What this step reads of a plan as version 10 stored it. */
interface PlanOfVersion10 {
  readonly document: { readonly number: string; readonly title: string; readonly date: string; readonly issuer: string };
  readonly units: readonly { readonly id: string }[];
  readonly annex1: { readonly years: readonly number[] };
  readonly annex3: { readonly year: number };
  readonly reporting: { readonly dueDates: Readonly<Record<string, string>> };
}

/** What a plan of version 10 did not say. */
interface CarriedParts {
  readonly district: { readonly name: string; readonly aliases: readonly string[]; readonly city: string | null };
  readonly unitKinds: typeof UNIT_KINDS;
}

const UNIT_KINDS = [
  { id: 'department', name: '部门', leads: true, asked: false, air: false, endings: [] },
  { id: 'town', name: '镇街', leads: false, asked: true, air: true, endings: ['街道', '镇'] },
];

function carriedForward(database: BetterSqlite.Database, plan: PlanOfVersion10): PlanOfVersion10 & CarriedParts {
  const scheme = database.prepare("SELECT content FROM scheme WHERE kind = 'scoring' ORDER BY rowid LIMIT 1").get() as
    | { content: string }
    | undefined;
  const named = scheme === undefined ? undefined : (JSON.parse(scheme.content) as { district?: { name?: string } }).district?.name;
  const name = named ?? /^.+?[区县市旗]/u.exec(plan.document.title)?.[0] ?? plan.document.title;
  const before = plan.document.issuer.indexOf(name);
  const city = before > 0 ? plan.document.issuer.slice(0, before) : null;
  const district = { name, aliases: name.length > 2 ? [name.slice(0, -1)] : [], city };
  return { ...plan, district, unitKinds: UNIT_KINDS };
}

function yearsInUse(database: BetterSqlite.Database, plan: PlanOfVersion10): number[] {
  const used = database
    .prepare(
      `SELECT year FROM return_file UNION SELECT year FROM conflict_decision
      UNION SELECT CAST(period AS INTEGER) FROM run WHERE kind = 'assessment' ORDER BY 1`,
    )
    .pluck()
    .all() as number[];
  const [first] = plan.annex1.years;
  return [...new Set([...(first === undefined ? [] : [first]), ...used])].toSorted((one, other) => one - other);
}

function openYear(database: BetterSqlite.Database, plan: PlanOfVersion10, year: number, moment: { at: string; actor: string }): void {
  const scheme = database
    .prepare("SELECT id, version FROM scheme WHERE kind = 'scoring' AND year = ? ORDER BY rowid DESC LIMIT 1")
    .get(year) as { id: string; version: string } | undefined;
  const opening = {
    list: plan.annex3.year === year ? 1 : null,
    targets: [],
    scheme: scheme?.id ?? null,
    schemeVersion: scheme?.version ?? null,
    due: plan.reporting.dueDates[String(year)] ?? null,
    rounds: ['year'],
    roundsDue: {},
    units: plan.units.map((unit) => unit.id),
  };
  database
    .prepare("INSERT INTO year_decision (year, act, content, reason, actor, at) VALUES (?, 'open', ?, ?, ?, ?)")
    .run(year, JSON.stringify(opening), '升级前的做法', moment.actor === '' ? '升级' : moment.actor, moment.at);
}
