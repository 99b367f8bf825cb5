import type { ReactElement } from 'react';
import type { ImportedFile } from '../../../../shared/contract/returns.ts';
import { importText } from '../../../../shared/text/ui/returns-text.ts';
import { isLocked } from '../../../client/locked-files.ts';
import { StateTag } from '../../../ui/state-tag.tsx';

/** What becomes of a file; one that only wants its password says so. */
export const OutcomeTag = ({ file }: { readonly file: ImportedFile }): ReactElement =>
  isLocked(file) ? <StateTag state="locked" /> : <StateTag state={file.outcome} text={importText.outcomes[file.outcome]} />;
