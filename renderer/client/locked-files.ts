import type { Finding } from '../../shared/domain/findings.ts';

interface ReadFile {
  readonly file: string;
  readonly findings: readonly Finding[];
}

/** 需要密码: a file that the right password would open. */
export const isLocked = ({ findings }: Pick<ReadFile, 'findings'>): boolean =>
  findings.some(({ code, params }) => code === 'FILE_PASSWORD' && params['unsupported'] === undefined);

/** What a call is given of the passwords; nothing where there are none. */
export const given = (passwords: readonly string[]): { readonly passwords?: string[] } =>
  passwords.length === 0 ? {} : { passwords: [...passwords] };

export interface Trial {
  readonly known: readonly string[];
  /** Typed now; undefined where the files are read anew for another reason. */
  readonly word: string | undefined;
}

export const tried = ({ known, word }: Trial): readonly string[] => (word === undefined ? known : [...known, word]);

/** The passwords to go on with: one that has opened nothing is forgotten. They live as long as the preview and are written nowhere. */
export const proven = (trial: Trial, before: readonly ReadFile[], after: readonly ReadFile[]): readonly string[] =>
  after.filter(isLocked).length < before.filter(isLocked).length ? tried(trial) : trial.known;
