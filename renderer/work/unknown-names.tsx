import { Alert } from 'antd';
import type { ReactElement } from 'react';
import { addressText } from '../../shared/text/ui/app-text.ts';

export type AddressKind = Parameters<typeof addressText.unknown>[0];

export interface Misnamed {
  readonly kind: AddressKind;
  readonly name: string;
}

/** What the address gives and none of the known is called by; null where it is known or not given. `known` null: not known yet. */
export function misnamed(kind: AddressKind, given: string | undefined, known: readonly string[] | null): Misnamed | null {
  return given === undefined || known === null || known.includes(given) ? null : { kind, name: given };
}

/** Says which names of the address nothing is called by; the page shows what it would without them. */
export function UnknownNames({ names }: { readonly names: readonly (Misnamed | null)[] }): ReactElement | null {
  const unknown = names.filter((name) => name !== null);
  if (unknown.length === 0) return null;
  return (
    <Alert
      className="unknown-names"
      type="warning"
      showIcon
      title={unknown.map(({ kind, name }) => addressText.unknown(kind, name)).join('')}
    />
  );
}
