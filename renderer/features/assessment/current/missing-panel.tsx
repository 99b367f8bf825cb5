import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { ShownTable } from '../../../../shared/contract/tables.ts';
import { missingText } from '../../../../shared/text/ui/score-page-text.ts';
import { Panel } from '../../../ui/page.tsx';
import { ExportMenu } from '../../../ui/table/export-menu.tsx';
import { useRoute } from '../../../work/routes.ts';
import type { RowName } from '../row-names.ts';
import { type Missing, missingSentence } from './missing-lines.ts';

export interface MissingPanelProps {
  readonly title: string;
  readonly missing: readonly Missing[];
  readonly rowName: RowName;
}

/** What is missing for final scores and from whom; the first lines stand open. */
export function MissingPanel({ title, missing, rowName }: MissingPanelProps): ReactElement {
  const { href } = useRoute();
  const [all, setAll] = useState(false);
  const sentences = [...new Map(missing.map((one) => [missingSentence(one, rowName), one]))];
  return (
    <Panel
      title={title}
      className="missing-panel"
      extra={
        sentences.length === 0 ? null : (
          <>
            <Button size="small" href={href('returns')}>
              {missingText.toReturns}
            </Button>
            <ExportMenu name={title} tables={() => [missingTable(title, sentences)]} />
          </>
        )
      }
    >
      {sentences.length === 0 ? <p className="muted">{missingText.nothing}</p> : null}
      <ul className="missing-lines">
        {(all ? sentences : sentences.slice(0, FIRST)).map(([sentence, one]) => (
          <li key={sentence}>
            {sentence}　<Door missing={one} />
          </li>
        ))}
      </ul>
      {sentences.length > FIRST ? (
        <Button type="link" size="small" className="missing-more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? missingText.fewer : missingText.all(sentences.length)}
        </Button>
      ) : null}
    </Panel>
  );
}

const FIRST = 4;

/** The list as a table: who owes what. */
function missingTable(title: string, sentences: readonly (readonly [string, Missing])[]): ShownTable {
  const { columns } = missingText;
  return {
    title,
    about: [],
    columns: [columns.unit, columns.kind, columns.what].map((name) => ({ title: name, numbers: false, width: null })),
    rows: sentences.map(([sentence, { code, unit }]) => ({ kind: 'data', cells: [unit ?? '', missingText.kinds[code], sentence] })),
  };
}

/** Where that which is missing is cured. */
function Door({ missing: { code, unitId } }: { readonly missing: Missing }): ReactElement {
  const { href } = useRoute();
  const unit = unitId === null ? {} : { unit: unitId };
  const places: Readonly<Record<Missing['code'], string>> = {
    return: href('returns', { tab: 'status', ...unit }),
    cells: href('returns', { tab: 'status', ...unit }),
    zeroDenominator: href('returns', { tab: 'status', ...unit }),
    error: href('findings'),
    held: href('findings'),
    consent: href('consents', unit),
    air: href('monitoring'),
    target: href('targets'),
  };
  return <a href={places[code]}>{missingText.doors[code]}</a>;
}
