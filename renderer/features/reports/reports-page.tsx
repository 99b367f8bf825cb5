import { FileExcelOutlined, FilePdfOutlined } from '@ant-design/icons';
import { Alert, Button, Select, Spin } from 'antd';
import type { ReactElement } from 'react';
import { periodText } from '../../../shared/text/report-text.ts';
import { appText } from '../../../shared/text/ui/app-text.ts';
import { reportsText } from '../../../shared/text/ui/reports-text.ts';
import { useRoute } from '../../work/routes.ts';
import { misnamed, UnknownNames } from '../../work/unknown-names.tsx';
import { useWork } from '../../work/work-context.tsx';
import { useCall } from '../../client/context.tsx';
import { failedWith } from '../../client/failed-with.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureAlert } from '../../ui/failure-alert.tsx';
import { JobProgress } from '../../ui/job-progress.tsx';
import { Page } from '../../ui/page.tsx';
import { AllDocuments } from './all-documents.tsx';
import { DocumentList } from './document-list.tsx';
import { ExportOutcome } from './export-outcome.tsx';
import { FontNotice } from './font-notice.tsx';
import { PdfViewer } from './pdf-viewer.tsx';
import { allDocuments, chosenDocument, type ListedReport, type ReportDocument, reportInput, type ReportScheme } from './report-document.ts';
import { type Export, type ExportedFile, useExport } from './use-export.ts';
import { type PreviewState, usePreview } from './use-preview.ts';
import './reports.css';

/** 报告: the year's documents, their real pages, and their export. `#/reports?kind=ranking&period=2024-07&scheme=ranking-composite` */
export function ReportsPage(): ReactElement {
  const { year } = useWork();
  const { params, go } = useRoute();
  const listed = useCall('reports.list', { year });
  const reports = listed.data?.reports ?? [];
  const schemes = useCall('ranking.schemes', { year }).data?.schemes ?? NO_SCHEMES;
  const chosen = chosenDocument(reports, year, params, schemes);
  return (
    <Page title={appText.pages.reports} hint={reportsText.hint}>
      <UnknownNames names={[misnamed('document', params['kind'], listed.data?.reports.map(({ kind }) => kind) ?? null)]} />
      <FailureAlert failure={listed.error} onRetry={() => void listed.refetch()} />
      {listed.isPending ? (
        <div role="status">
          <Spin /> {appText.loading}
        </div>
      ) : null}
      {listed.data !== undefined && chosen === null ? <EmptyState title={reportsText.noReports} hint={reportsText.noReportsHint} /> : null}
      {chosen === null ? null : (
        <Documents
          reports={reports}
          chosen={chosen}
          schemes={schemes}
          onChoose={(kind, period) =>
            go('reports', {
              kind,
              ...(period === undefined ? {} : { period }),
              ...(kind === 'ranking' && chosen.scheme !== null ? { scheme: chosen.scheme.id } : {}),
            })
          }
          onScheme={(scheme) => go('reports', { ...params, scheme })}
        />
      )}
    </Page>
  );
}

const NO_SCHEMES: readonly ReportScheme[] = [];

interface DocumentsProps {
  readonly reports: readonly ListedReport[];
  readonly chosen: ReportDocument;
  readonly schemes: readonly ReportScheme[];
  onScheme(id: string): void;
  onChoose(kind: string, period?: string): void;
}

function Documents({ reports, chosen, schemes, onScheme, onChoose }: DocumentsProps): ReactElement {
  const exporting = useExport();
  const preview = usePreview(reportInput(chosen));
  const printable = !failedWith(preview.failure, 'YEAR_NO_SCHEME');
  const files = allDocuments(reports, chosen).flatMap((document): ExportedFile[] => [
    { document, format: 'pdf' },
    { document, format: 'xlsx' },
  ]);
  const title = `${chosen.title}（${periodText(chosen.period)}）`;
  return (
    <div className="reports">
      <div className="reports-side">
        <DocumentList reports={reports} chosen={chosen} onChoose={onChoose} />
        {printable ? <AllDocuments files={files} exporting={exporting} /> : null}
      </div>
      <section className="reports-main" aria-label={reportsText.preview}>
        <div className="reports-bar">
          <h2>{title}</h2>
          {chosen.kind === 'ranking' && schemes.length > 1 ? <SchemeSelect schemes={schemes} chosen={chosen} onScheme={onScheme} /> : null}
          {printable ? <ExportButtons document={chosen} exporting={exporting} /> : null}
        </div>
        <ExportOutcome exporting={exporting} />
        {printable ? <NothingCollected year={chosen.year} /> : null}
        <Preview key={`${title} ${chosen.scheme?.id ?? ''}`} state={preview} title={title} />
      </section>
    </div>
  );
}

function SchemeSelect({ schemes, chosen, onScheme }: Pick<DocumentsProps, 'schemes' | 'chosen' | 'onScheme'>): ReactElement {
  return (
    <Select
      className="reports-scheme"
      aria-label={reportsText.scheme}
      value={chosen.scheme?.id ?? schemes[0]?.id ?? ''}
      onChange={onScheme}
      options={schemes.map(({ id, title }) => ({ value: id, label: title }))}
    />
  );
}

function ExportButtons({ document, exporting }: { readonly document: ReportDocument; readonly exporting: Export }): ReactElement {
  return (
    <>
      <Button
        type="primary"
        icon={<FilePdfOutlined aria-hidden="true" />}
        disabled={exporting.running}
        onClick={() => void exporting.one({ document, format: 'pdf' })}
      >
        {reportsText.exportPdf}
      </Button>
      <Button
        icon={<FileExcelOutlined aria-hidden="true" />}
        disabled={exporting.running}
        onClick={() => void exporting.one({ document, format: 'xlsx' })}
      >
        {reportsText.exportWorkbook}
      </Button>
    </>
  );
}

/** Empty tables look like finished ones; so they are not exported without a word. */
function NothingCollected({ year }: { readonly year: number }): ReactElement | null {
  const { href } = useRoute();
  const status = useCall('returns.status', { year });
  if (status.data === undefined || status.data.counts.reported > 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={reportsText.nothingCollected}
      description={reportsText.nothingCollectedHint}
      action={
        <Button size="small" href={href('returns')}>
          {reportsText.goReturns}
        </Button>
      }
    />
  );
}

function Preview({ state, title }: { readonly state: PreviewState; readonly title: string }): ReactElement {
  return (
    <>
      <JobProgress job={state} />
      <FailureAlert failure={state.failure} onRetry={state.retry} />
      {state.preview === null ? null : <PdfViewer pdf={state.preview.pdf} title={title} notice={<FontNotice preview={state.preview} />} />}
    </>
  );
}
