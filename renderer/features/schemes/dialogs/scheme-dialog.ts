import type { SchemeView } from '../../../../shared/contract/scheme-life.ts';
import type { SchemeVersion } from '../scheme-state.tsx';

/** Of a dialog that decides about one version of a scheme, or about the scheme as a whole. */
export interface SchemeDialogProps {
  readonly scheme: SchemeView;
  readonly version: SchemeVersion;
  readonly onClose: () => void;
}
