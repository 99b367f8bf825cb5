import type { ReactElement } from 'react';
import { stationPageText as text } from '../../../../shared/text/ui/station-page-text.ts';
import { AssignTarget } from '../assign-target.tsx';
import type { ImportSession } from './import-session.ts';
import type { Preview } from './import-state.ts';

interface UnknownName {
  readonly name: string;
  readonly files: readonly string[];
}

/** Names of stations that nothing knows: each is assigned here (归入), and the files are read anew with it. */
export function AssignNames({ session, preview }: { readonly session: ImportSession; readonly preview: Preview }): ReactElement | null {
  const names = unknownNames(preview);
  if (names.length === 0) return null;
  return (
    <section className="station-names" aria-label={text.unknown(names.length)}>
      <h3>{text.unknown(names.length)}</h3>
      <p className="muted">{text.unknownHint}</p>
      <ul>
        {names.map(({ name, files }) => (
          <li key={name}>
            <strong>{name}</strong>
            <span className="muted long-name">{files.join('、')}</span>
            <AssignTarget
              label={text.assignName(name)}
              value={preview.assigned.find(({ station }) => station === name)?.place ?? null}
              onChange={(target) => void session.assign(name, target)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Those that are assigned in this preview stay in the list, so that the choice can be changed. */
function unknownNames({ files, assigned }: Preview): UnknownName[] {
  const found = new Map<string, Set<string>>(assigned.map(({ station }) => [station, new Set()]));
  for (const file of files) {
    for (const { code, params } of file.findings) {
      if (code !== 'MONITOR_PLACE_UNKNOWN') continue;
      const name = String(params['column']);
      found.set(name, (found.get(name) ?? new Set()).add(file.file));
    }
  }
  return [...found].map(([name, of]) => ({ name, files: [...of] }));
}
