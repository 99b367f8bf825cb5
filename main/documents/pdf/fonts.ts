import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as fontkit from 'fontkit';
import { parse } from 'yaml';
import { z } from 'zod';
import { Failure } from '../../../shared/domain/failure.ts';
import { equalMetricsCopy, findFontFiles } from './font-files.ts';

export type FontRole = 'title' | 'heading' | 'body' | 'pageNumber';

export interface FontFace {
  /** Name under which pdfmake knows it. */
  readonly name: string;
  /** Copy with equal line metrics. */
  readonly path: string;
  hasGlyph(codePoint: number): boolean;
}

/** A font of the official list that is not installed, and the shipped one in its place. */
export interface FontSubstitution {
  readonly role: string;
  readonly wanted: string;
  readonly used: string;
}

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

const role = z.strictObject({ wanted: z.string(), label: z.string(), installed: z.array(z.string()), shipped: z.string(), shippedName: z.string() });
const fontsSchema = z.strictObject({ roles: z.strictObject({ title: role, heading: role, body: role, pageNumber: role }), fallback: z.array(z.string()) });

type RoleData = z.infer<typeof role>;

/** The fonts of official documents on this machine: installed ones first, shipped ones for the rest, and what had to stand in for what. */
export function loadFonts(options: FontOptions): FontSet {
  const data = fontsSchema.parse(parse(readFileSync(join(options.fontsFolder, 'fonts.yml'), 'utf8')));
  const installed = findFontFiles(options.installedFolders);
  const faces = new Map<string, FontFace>();
  const face = (path: string): FontFace => {
    const known = faces.get(path);
    if (known !== undefined) return known;
    const made = openFace(path, options.cacheFolder);
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
    const own = installedFace(entry, installed, face);
    if (own === null) substitutions.push({ role: entry.label, wanted: entry.wanted, used: entry.shippedName });
    return [...new Set([...(own === null ? [] : [own]), shipped(entry.shipped), ...data.fallback.map(shipped)])];
  };
  const { title, heading, body, pageNumber } = data.roles;
  return { chains: { title: chain(title), heading: chain(heading), body: chain(body), pageNumber: chain(pageNumber) }, substitutions };
}

/** The first installed font of the list that opens and may be embedded. */
function installedFace(entry: RoleData, installed: ReadonlyMap<string, string>, face: (path: string) => FontFace): FontFace | null {
  for (const file of entry.installed) {
    const path = installed.get(file.toLowerCase());
    if (path === undefined || !mayBeEmbedded(path)) continue;
    return face(path);
  }
  return null;
}

/** OS/2 fsType bit 1 (Restricted License) forbids embedding; a font that cannot be read is passed over too. */
export function mayBeEmbedded(path: string): boolean {
  try {
    const os2 = openFont(path)['OS/2'] as { fsType?: { noEmbedding?: boolean } } | undefined;
    return os2?.fsType?.noEmbedding !== true;
  } catch {
    return false;
  }
}

function openFace(path: string, cacheFolder: string): FontFace {
  const font = openFont(path);
  const known = new Map<number, boolean>();
  return {
    name: basename(path),
    path: equalMetricsCopy(path, cacheFolder),
    hasGlyph(codePoint) {
      const cached = known.get(codePoint);
      if (cached !== undefined) return cached;
      const has = font.hasGlyphForCodePoint(codePoint);
      known.set(codePoint, has);
      return has;
    },
  };
}

const openFont = (path: string): fontkit.Font & Record<string, unknown> => fontkit.openSync(path) as fontkit.Font & Record<string, unknown>;
