import type { Contract, MethodName } from '../../../shared/contract/contract.ts';
import type { Handlers } from '../handler.ts';

/** Methods of the contract with what answers them: loaded as a whole when the first of them is called, and not before. */
export interface Feature<Name extends MethodName = MethodName> {
  readonly names: readonly Name[];
  load(): Promise<{ readonly methods: Pick<Contract, Name>; readonly handlers: Handlers<Pick<Contract, Name>> }>;
}

const feature = <const Name extends MethodName>(names: readonly Name[], load: Feature<Name>['load']): Feature<Name> => ({ names, load });

/** What the features have registered. A name without its handler does not compile. */
export const FEATURES = [
  feature(['work.create', 'work.current', 'work.actor', 'work.open'], async () => ({
    methods: (await import('../../../shared/contract/plan.ts')).workMethods,
    handlers: (await import('./work.ts')).workHandlers,
  })),
  feature(['plan.list', 'plan.show', 'plan.conflicts', 'plan.preview', 'plan.decide'], async () => ({
    methods: (await import('../../../shared/contract/plan.ts')).planMethods,
    handlers: (await import('./plan.ts')).planHandlers,
  })),
  feature(['outlines.show', 'outlines.import', 'outlines.remove'], async () => ({
    methods: (await import('../../../shared/contract/outlines.ts')).outlinesMethods,
    handlers: (await import('./outlines.ts')).outlinesHandlers,
  })),
  feature(['plan.export', 'plan.compare', 'plan.import', 'plan.documents'], async () => ({
    methods: (await import('../../../shared/contract/plan-book.ts')).planBookMethods,
    handlers: (await import('./plan-book.ts')).planBookHandlers,
  })),
  feature(
    ['returns.templates', 'returns.preview', 'returns.original', 'returns.findings', 'returns.import', 'returns.status'],
    async () => ({
      methods: (await import('../../../shared/contract/returns.ts')).returnsMethods,
      handlers: (await import('./returns.ts')).returnsHandlers,
    }),
  ),
  feature(['typed.rows', 'typed.forms', 'typed.preview', 'typed.import', 'typed.scan'], async () => ({
    methods: (await import('../../../shared/contract/typed-returns.ts')).typedReturnsMethods,
    handlers: (await import('./typed-returns.ts')).typedReturnsHandlers,
  })),
  feature(['returns.versions', 'returns.compare', 'returns.adopt', 'returns.withdraw', 'returns.answer', 'returns.answers'], async () => ({
    methods: (await import('../../../shared/contract/versions.ts')).versionsMethods,
    handlers: (await import('./versions.ts')).versionsHandlers,
  })),
  feature(['reporting.receipt', 'reporting.deadline', 'reporting.effect', 'reporting.review', 'reporting.sent'], async () => ({
    methods: (await import('../../../shared/contract/reporting.ts')).reportingMethods,
    handlers: (await import('./reporting.ts')).reportingHandlers,
  })),
  feature(['audit.log'], async () => ({
    methods: (await import('../../../shared/contract/audit.ts')).auditMethods,
    handlers: (await import('./audit.ts')).auditHandlers,
  })),
  feature(['consents.list', 'consents.preview', 'consents.give'], async () => ({
    methods: (await import('../../../shared/contract/consents.ts')).consentsMethods,
    handlers: (await import('./consents.ts')).consentsHandlers,
  })),
  feature(['assessment.score', 'assessment.explain'], async () => ({
    methods: (await import('../../../shared/contract/assessment.ts')).assessmentMethods,
    handlers: (await import('./assessment.ts')).assessmentHandlers,
  })),
  feature(['assessment.whatif', 'assessment.sensitivity'], async () => ({
    methods: (await import('../../../shared/contract/whatif.ts')).whatIfMethods,
    handlers: (await import('./whatif.ts')).whatIfHandlers,
  })),
  feature(
    [
      'monitoring.preview',
      'monitoring.import',
      'monitoring.places',
      'monitoring.calendar',
      'monitoring.calendars',
      'monitoring.day',
      'monitoring.months',
      'monitoring.evaluate',
      'monitoring.dust',
      'monitoring.forecast',
      'monitoring.outlook',
      'monitoring.trend',
      'monitoring.causes',
      'monitoring.statistics',
      'monitoring.pattern',
      'monitoring.usual',
      'monitoring.levers',
    ],
    async () => ({
      methods: {
        ...(await import('../../../shared/contract/monitoring.ts')).monitoringMethods,
        ...(await import('../../../shared/contract/monitoring-trend.ts')).monitoringTrendMethods,
        ...(await import('../../../shared/contract/monitoring-causes.ts')).monitoringCausesMethods,
        ...(await import('../../../shared/contract/monitoring-statistics.ts')).monitoringStatisticsMethods,
        ...(await import('../../../shared/contract/monitoring-pattern.ts')).monitoringPatternMethods,
        ...(await import('../../../shared/contract/monitoring-usual.ts')).monitoringUsualMethods,
      },
      handlers: (await import('./monitoring.ts')).monitoringHandlers,
    }),
  ),
  feature(['monitoring.files', 'monitoring.findings', 'monitoring.withdraw', 'monitoring.restore'], async () => ({
    methods: (await import('../../../shared/contract/monitoring-files.ts')).monitoringFilesMethods,
    handlers: (await import('./monitoring-files.ts')).monitoringFilesHandlers,
  })),
  feature(['sources.list', 'sources.effect', 'sources.rule'], async () => ({
    methods: (await import('../../../shared/contract/monitoring-sources.ts')).monitoringSourcesMethods,
    handlers: (await import('./monitoring-sources.ts')).monitoringSourcesHandlers,
  })),
  feature(['ranking.show', 'ranking.rank', 'ranking.streaks', 'ranking.schemes', 'ranking.add'], async () => ({
    methods: (await import('../../../shared/contract/ranking.ts')).rankingMethods,
    handlers: (await import('./ranking.ts')).rankingHandlers,
  })),
  feature(['schemes.check', 'schemes.try'], async () => ({
    methods: (await import('../../../shared/contract/schemes.ts')).schemesMethods,
    handlers: (await import('./schemes.ts')).schemesHandlers,
  })),
  feature(
    ['schemes.list', 'schemes.show', 'schemes.export', 'schemes.write', 'schemes.add', 'schemes.copy', 'schemes.approve', 'schemes.retire'],
    async () => ({
      methods: (await import('../../../shared/contract/scheme-life.ts')).schemeLifeMethods,
      handlers: (await import('./scheme-life.ts')).schemeLifeHandlers,
    }),
  ),
  feature(['schemes.apply', 'schemes.account', 'schemes.enter', 'schemes.inputs'], async () => ({
    methods: (await import('../../../shared/contract/scheme-apply.ts')).schemeApplyMethods,
    handlers: (await import('./scheme-apply.ts')).schemeApplyHandlers,
  })),
  feature(['schemes.clauses', 'schemes.print'], async () => ({
    methods: (await import('../../../shared/contract/scheme-clauses.ts')).schemeClausesMethods,
    handlers: (await import('./scheme-clauses.ts')).schemeClausesHandlers,
  })),
  feature(['scheme.score', 'scheme.whatif', 'scheme.sensitivity'], async () => ({
    methods: (await import('../../../shared/contract/scheme-runs.ts')).schemeRunsMethods,
    handlers: (await import('./scheme-runs.ts')).schemeRunsHandlers,
  })),
  feature(
    [
      'schemes.language',
      'schemes.draft',
      'schemes.outline',
      'schemes.example',
      'schemes.trial',
      'schemes.differ',
      'schemes.published',
      'schemes.edit',
      'schemes.begin',
    ],
    async () => ({
      methods: (await import('../../../shared/contract/scheme-edit.ts')).schemeEditMethods,
      handlers: (await import('./scheme-edit.ts')).schemeEditHandlers,
    }),
  ),
  feature(['run.make', 'run.list', 'run.show'], async () => ({
    methods: (await import('../../../shared/contract/runs.ts')).runsMethods,
    handlers: (await import('./runs.ts')).runsHandlers,
  })),
  feature(['run.diff'], async () => ({
    methods: (await import('../../../shared/contract/whatif.ts')).runDiffMethods,
    handlers: (await import('./whatif.ts')).runDiffHandlers,
  })),
  feature(['settings.list', 'settings.set'], async () => ({
    methods: (await import('../../../shared/contract/settings.ts')).settingsMethods,
    handlers: (await import('./settings.ts')).settingsHandlers,
  })),
  feature(['stations.list', 'stations.set', 'stations.read', 'stations.import', 'stations.assign'], async () => ({
    methods: (await import('../../../shared/contract/stations.ts')).stationsMethods,
    handlers: (await import('./stations.ts')).stationsHandlers,
  })),
  feature(
    [
      'events.list',
      'events.effect',
      'events.add',
      'events.read',
      'events.import',
      'events.decide',
      'events.withdraw',
      'events.undo',
      'events.evidence',
    ],
    async () => ({
      methods: (await import('../../../shared/contract/exceptional-events.ts')).eventsMethods,
      handlers: (await import('./events.ts')).eventsHandlers,
    }),
  ),
  feature(
    [
      'year.list',
      'year.show',
      'year.propose',
      'year.choices',
      'year.open',
      'year.change',
      'year.preview',
      'year.cancel',
      'year.blockers',
      'year.final',
      'year.reopen',
      'targets.show',
      'year.archive',
      'targets.preview',
      'targets.revise',
      'figures.list',
      'figures.preview',
      'figures.set',
    ],
    async () => ({
      methods: (await import('../../../shared/contract/years.ts')).yearsMethods,
      handlers: (await import('./years.ts')).yearsHandlers,
    }),
  ),
  feature(['year.compare', 'year.export'], async () => ({
    methods: (await import('../../../shared/contract/year-comparison.ts')).yearComparisonMethods,
    handlers: (await import('./year-comparison.ts')).yearComparisonHandlers,
  })),
  feature(['targets.read', 'targets.import', 'figures.read', 'figures.import', 'targets.form'], async () => ({
    methods: (await import('../../../shared/contract/value-book.ts')).valueBookMethods,
    handlers: (await import('./value-book.ts')).valueBookHandlers,
  })),
  feature(['tables.write', 'pictures.write'], async () => ({
    methods: (await import('../../../shared/contract/tables.ts')).tablesMethods,
    handlers: (await import('./tables.ts')).tablesHandlers,
  })),
  feature(['reports.preview', 'reports.list', 'reports.print'], async () => ({
    methods: (await import('../../../shared/contract/reports.ts')).reportsMethods,
    handlers: (await import('./reports.ts')).reportsHandlers,
  })),
  feature(['work.check'], async () => ({
    methods: (await import('../../../shared/contract/check.ts')).checkMethods,
    handlers: (await import('./check.ts')).checkHandlers,
  })),
  feature(['samples.write', 'samples.list', 'samples.monitoring'], async () => ({
    methods: (await import('../../../shared/contract/check.ts')).samplesMethods,
    handlers: (await import('./samples.ts')).samplesHandlers,
  })),
] as const;

/** A method that no feature registers does not compile. */
type Unregistered = Exclude<MethodName, (typeof FEATURES)[number]['names'][number]>;
export const REGISTERED: [Unregistered] extends [never] ? true : Unregistered = true;
