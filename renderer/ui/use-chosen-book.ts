import { bookPageText } from '../../shared/text/ui/plan-book-page-text.ts';
import { useHost } from '../client/context.tsx';
import type { GrantedFile } from '../host/host.ts';
import { useNotice } from './use-notice.tsx';

/** Lets somebody choose one workbook by the host's own dialog. */
export function useChosenBook(onChosen: (file: GrantedFile) => void): () => Promise<void> {
  const { files } = useHost();
  const notice = useNotice();
  return async () => {
    const chosen = await files.pickReturns('files');
    const [file, ...more] = chosen ?? [];
    if (file === undefined) return;
    if (more.length > 0) return notice.warning(bookPageText.oneFile);
    if (!('grant' in file)) return notice.error(bookPageText.tooLarge(file.name));
    onChosen(file);
  };
}
