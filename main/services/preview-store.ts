/** The bytes of files that were looked at and not taken in. */
export interface PreviewedFile {
  /** Of the file as it came. */
  readonly sha256: string;
  readonly name: string;
  /** To be read without a password. */
  readonly bytes: Uint8Array;
}

/** Originals of the last preview, by SHA-256: what a finding points to must be shown before the file is stored. Belongs to one core. */
export interface PreviewStore {
  replace(files: readonly PreviewedFile[]): void;
  find(sha256: string): PreviewedFile | null;
  clear(): void;
}

export function createPreviewStore(): PreviewStore {
  const files = new Map<string, PreviewedFile>();
  return {
    replace(previewed) {
      files.clear();
      for (const file of previewed) files.set(file.sha256, file);
    },
    find: (sha256) => files.get(sha256) ?? null,
    clear: () => files.clear(),
  };
}

interface Examined {
  readonly sha256: string | null;
  readonly name: string;
  readonly bytes: Uint8Array | null;
  readonly opened: Uint8Array | null;
}

/** Those of the examined files that could be read. */
export const previewedFiles = (files: readonly Examined[]): PreviewedFile[] =>
  files.flatMap(({ sha256, name, bytes, opened }) => (sha256 === null || bytes === null ? [] : [{ sha256, name, bytes: opened ?? bytes }]));
