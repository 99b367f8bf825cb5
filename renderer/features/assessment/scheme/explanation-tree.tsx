import type { ReactElement } from 'react';
import type { SchemeExplanation } from '../../../../shared/contract/schemes.ts';
import { schemeApplyText } from '../../../../shared/text/scheme/apply-words.ts';
import { schemeCommandText } from '../../../../shared/text/scheme/command-words.ts';
import { schemeExplainText } from '../../../../shared/text/scheme-text.ts';

/** One line a node, indented by its depth; behind it the cells its figures stand in. */
export function ExplanationTree({ node }: { readonly node: SchemeExplanation }): ReactElement {
  return (
    <ul className="explanation">
      <Node node={node} />
    </ul>
  );
}

const SHOWN_SOURCES = 3;

function Node({ node: { code, params, clause, sources, children } }: { readonly node: SchemeExplanation }): ReactElement {
  const shown = sources.slice(0, SHOWN_SOURCES).map(({ file, sheet, cell, raw }) => schemeApplyText.source(file, sheet, cell, raw));
  const more = sources.length > SHOWN_SOURCES ? [schemeApplyText.moreSources(sources.length)] : [];
  return (
    <li>
      <span>{schemeExplainText(code, params)}</span>
      {clause.map((one) => (
        <span key={one} className="muted">
          {schemeCommandText.clause(one)}
        </span>
      ))}
      {shown.length === 0 ? null : <span className="muted explanation-source">{[...shown, ...more].join(' ')}</span>}
      {children.length === 0 ? null : (
        <ul>
          {children.map((child, index) => (
            <Node key={`${child.path} ${index}`} node={child} />
          ))}
        </ul>
      )}
    </li>
  );
}
