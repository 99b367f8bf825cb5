import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CallFailed } from '../../../../shared/contract/wire.ts';
import { failureOf } from '../../../../renderer/client/context.tsx';
import { FailureAlert, failureSentence } from '../../../../renderer/ui/failure-alert.tsx';
import { JobProgress } from '../../../../renderer/ui/job-progress.tsx';
import { SheetView } from '../../../../renderer/ui/sheet-view.tsx';
import { StateTag } from '../../../../renderer/ui/state-tag.tsx';
import { appText, stateWords } from '../../../../shared/text/ui/app-text.ts';

const words = (markup: string): string => markup.replaceAll(/<[^>]*>/g, '');

describe('a state', () => {
  it('is always written in words and drawn with a shape', () => {
    for (const state of Object.keys(stateWords) as (keyof typeof stateWords)[]) {
      const markup = renderToStaticMarkup(createElement(StateTag, { state }));
      expect(words(markup)).toBe(stateWords[state]);
      expect(markup).toContain('<svg');
    }
  });
});

describe('a failure', () => {
  it('of the core is told in its own sentence', () => {
    expect(failureSentence({ code: 'WORK_NONE', params: {} })).toContain('尚未打开工作库');
    expect(failureSentence(new CallFailed({ code: 'UNIT_UNKNOWN', params: { unit: '某局' } }))).toContain('某局');
  });

  it('that is no answer of the core says that the connection is gone', () => {
    expect(failureSentence(new TypeError('Failed to fetch'))).toBe(appText.connectionLost);
    expect(failureSentence(failureOf(new TypeError('Failed to fetch')))).toBe(appText.connectionLost);
  });

  it('by the user’s own cancel is no error', () => {
    expect(renderToStaticMarkup(createElement(FailureAlert, { failure: { code: 'CANCELLED', params: {} } }))).toContain(
      appText.cancelledTitle,
    );
    expect(renderToStaticMarkup(createElement(FailureAlert, { failure: null }))).toBe('');
  });
});

describe('a running job', () => {
  it('shows its stage, its percent and a way to cancel it; an ended one nothing', () => {
    const running = renderToStaticMarkup(
      createElement(JobProgress, { job: { running: true, progress: { fraction: 0.355, stage: 'read' }, cancel: () => undefined } }),
    );
    expect(words(running)).toContain('正在读取填报表');
    expect(words(running)).toContain('36%');
    expect(running).toContain('<button');
    expect(renderToStaticMarkup(createElement(JobProgress, { job: { running: false, progress: null, cancel: () => undefined } }))).toBe('');
  });
});

describe('a drawn sheet', () => {
  it('points at the cell in question and tells what is wrong with it', () => {
    const sheet = {
      file: 'a.xlsx',
      sheets: ['指标填报'],
      sheet: '指标填报',
      columns: 2,
      merges: [],
      rows: [{ row: 3, cells: [{ column: 2, address: 'B3', text: '约20' }] }],
    };
    const markup = renderToStaticMarkup(
      createElement(SheetView, { sheet, focus: 'B3', marks: [{ cell: 'B3', severity: 'error', text: '不是确切的数' }] }),
    );
    expect(markup).toContain('aria-current="true"');
    expect(markup).toContain('约20 B3 错误：不是确切的数');
  });
});
