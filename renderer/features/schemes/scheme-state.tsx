import type { ReactElement } from 'react';
import type { SchemeView } from '../../../shared/contract/scheme-life.ts';
import { schemesPageText } from '../../../shared/text/ui/schemes-page-text.ts';
import { type ShownState, StateTag } from '../../ui/state-tag.tsx';

export type SchemeVersion = SchemeView['versions'][number];
export type SchemeState = keyof typeof schemesPageText.states;

export function stateOf({ retired }: Pick<SchemeView, 'retired'>, version: SchemeVersion | undefined): SchemeState {
  if (retired) return 'retired';
  return versionState(version);
}

export function versionState(version: SchemeVersion | undefined): SchemeState {
  if (version === undefined) return 'plain';
  if (version.approved !== null) return 'approved';
  return version.demonstration ? 'demonstration' : 'plain';
}

const LOOKS: Readonly<Record<SchemeState, ShownState>> = {
  demonstration: 'warning',
  approved: 'accepted',
  plain: 'info',
  retired: 'notApplicable',
};

export const SchemeTag = ({ state }: { readonly state: SchemeState }): ReactElement => (
  <StateTag state={LOOKS[state]} text={schemesPageText.states[state]} />
);
