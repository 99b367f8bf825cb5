import colors from 'picocolors';
import type { SchemeView } from '../../../../shared/contract/scheme-life.ts';
import { schemeLifeText as text } from '../../../../shared/text/scheme/life-words.ts';
import { heading, textTable } from '../terminal/table.ts';

/** Schemes of both kinds, one line each, with the state of the newest version. */
export const schemesTable = (schemes: readonly SchemeView[]): string =>
  schemes.length === 0
    ? text.none
    : textTable(
        [
          { title: text.columns.id, cell: (one) => one.id },
          { title: text.columns.kind, cell: (one) => text.kinds[one.kind] ?? '' },
          { title: text.columns.title, max: 52, cell: (one) => one.title },
          { title: text.columns.number, align: 'right', cell: (one) => String(one.versions.at(-1)?.number ?? '') },
          { title: text.columns.from, cell: (one) => text.from(one.versions.at(-1)?.from ?? 0) },
          { title: text.columns.state, max: 40, cell: stateOf },
        ],
        [...schemes],
      );

function stateOf(scheme: SchemeView): string {
  if (scheme.retired) return text.retiredMark;
  const newest = scheme.versions.at(-1);
  if (newest === undefined) return '';
  if (newest.approved !== null) return text.approvedBy(newest.approved.document, newest.approved.by);
  return newest.demonstration ? text.demonstration : text.plain;
}

export const schemeDone = (done: string, scheme: SchemeView): string => `${done}\n${schemesTable([scheme])}`;

/** The first version, or the one that follows another, whose title may have been a different one. */
export function addedText({ id, kind, versions }: SchemeView): string {
  const [before, added] = versions.slice(-2);
  const done =
    before === undefined || added === undefined
      ? text.added
      : text.addedVersion(id, added.number, { number: before.number, title: before.title === added.title ? null : before.title });
  return kind === 'rules' ? `${done}\n${text.addedRules(id)}` : done;
}

export function schemeDetail(scheme: SchemeView, source: string | null): string {
  return [
    schemesTable([scheme]),
    heading(text.versions),
    ...scheme.versions.map((version) => {
      const state =
        version.approved === null
          ? version.demonstration
            ? text.demonstration
            : text.plain
          : text.approvedBy(version.approved.document, version.approved.by);
      return `  ${text.version(version.number)}　${text.from(version.from)}　${version.at.slice(0, 10)} ${version.by}　${state}　${version.reason}`;
    }),
    ...(scheme.acts.length === 0 ? [] : [heading(text.acts), ...scheme.acts.map(actLine)]),
    ...(source === null ? [] : [heading(text.source), colors.dim(source)]),
  ].join('\n');
}

const actLine = ({ act, number, document, reason, by, at }: SchemeView['acts'][number]): string =>
  `  ${at.slice(0, 10)} ${by}　${text.actNames[act] ?? act}${number === null ? '' : `${text.version(number)}`}　${document ?? ''}　${reason}`.trimEnd();
