import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { Failure } from '../../../shared/domain/failure.ts';
import { equalMetricsCopy, findFontFiles, mayBeEmbedded } from './font-files.ts';

export type FontRole = 'title' | 'heading' | 'body' | 'pageNumber';

export interface FontFace {
  /** Name under which pdfmake knows it. */
  readonly name: string;
  /** Copy with equal line metrics. */
  readonly path: string;
}

/** A font of the official list that is not installed, and the shipped one in its place. */
export interface FontSubstitution {
  readonly role: string;
  readonly wanted: string;
  readonly used: string;
}

/** Plain data: can be handed to a worker. */
export interface FontSet {
  /** Fonts of each role in the order in which a character is looked for. */
  readonly chains: Readonly<Record<FontRole, readonly FontFace[]>>;
  readonly substitutions: readonly FontSubstitution[];
}

export interface FontOptions {
  /** templates/fonts */
  readonly fontsFolder: string;
  readonly cacheFolder: string;
  /** Folders of installed fonts; empty = shipped fonts only. */
  readonly installedFolders: readonly string[];
}

const role = z.strictObject({
  wanted: z.string(),
  label: z.string(),
  installed: z.array(z.string()),
  shipped: z.string(),
  shippedName: z.string(),
});
const fontsSchema = z.strictObject({
  roles: z.strictObject({ title: role, heading: role, body: role, pageNumber: role }),
  fallback: z.array(z.string()),
});

type RoleData = z.infer<typeof role>;

/** The fonts of official documents on this machine: installed ones first, shipped ones for the rest, and what had to stand in for what. */
export function loadFonts(options: FontOptions): FontSet {
  const data = fontsSchema.parse(parse(readFileSync(join(options.fontsFolder, 'fonts.yml'), 'utf8')));
  const installed = findFontFiles(options.installedFolders);
  const faces = new Map<string, FontFace>();
  const face = (path: string): FontFace => {
    const made = faces.get(path) ?? { name: basename(path), path: equalMetricsCopy(path, options.cacheFolder) };
    faces.set(path, made);
    return made;
  };
  const substitutions: FontSubstitution[] = [];
  const shipped = (file: string): FontFace => {
    const path = join(options.fontsFolder, file);
    if (!existsSync(path)) throw new Failure('FONT_MISSING', { file });
    return face(path);
  };
  const chain = (entry: RoleData): FontFace[] => {
    const own = installedPath(entry, installed);
    if (own === null) substitutions.push({ role: entry.label, wanted: entry.wanted, used: entry.shippedName });
    return [...new Set([...(own === null ? [] : [face(own)]), shipped(entry.shipped), ...data.fallback.map(shipped)])];
  };
  const { title, heading, body, pageNumber } = data.roles;
  return { chains: { title: chain(title), heading: chain(heading), body: chain(body), pageNumber: chain(pageNumber) }, substitutions };
}

/** The first installed font of the list that may be embedded. */
function installedPath(entry: RoleData, installed: ReadonlyMap<string, string>): string | null {
  const paths = entry.installed.flatMap((file) => installed.get(file.toLowerCase()) ?? []);
  return paths.find((path) => mayBeEmbedded(path)) ?? null;
}
