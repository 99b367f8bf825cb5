import { hostText } from '../../../shared/text/host-text.ts';

export interface ServeOptions {
  readonly work: string | null;
  readonly data: string | null;
  readonly open: boolean;
  /** A built page elsewhere than in dist/renderer; for tests and development. */
  readonly page: string | null;
}

/** `[WORK.sqlite] [--data FOLDER] [--open] [--page FOLDER]`, or the sentence that says what is wrong with them. */
export function readOptions(args: readonly string[]): ServeOptions | { readonly problem: string } {
  let options: ServeOptions = { work: null, data: null, open: false, page: null };
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    if (argument === '--open') options = { ...options, open: true };
    else if (argument === '--data' || argument === '--page') {
      const folder = args[(index += 1)];
      if (folder === undefined) return { problem: hostText.optionIncomplete(argument) };
      options = { ...options, [argument === '--data' ? 'data' : 'page']: folder };
    } else if (argument.startsWith('-') || options.work !== null) return { problem: hostText.optionUnknown(argument) };
    else options = { ...options, work: argument };
  }
  return options;
}
