import type { ReactElement } from 'react';
import type { UnitStatus } from '../../../shared/contract/returns.ts';
import { typedFactsText } from '../../../shared/text/typed-text.ts';
import { consentsText } from '../../../shared/text/ui/consents-page-text.ts';
import { returnsText } from '../../../shared/text/ui/returns-text.ts';
import { unitPageText as text } from '../../../shared/text/ui/unit-page-text.ts';
import { StateTag } from '../../ui/state-tag.tsx';
import { ConsentsLine } from '../../work/consents.tsx';
import { shownState, UnitCommands, UnitFacts } from '../returns/index.ts';

/** State and facts of a unit's year, above everything else about it. */
export function UnitHead({ unit }: { readonly unit: UnitStatus }): ReactElement {
  const { facts } = text;
  return (
    <div className="unit-head">
      <StateTag state={shownState(unit)} />
      {unit.late ? <StateTag state="late" /> : null}
      {unit.state === 'missing' ? null : (
        <>
          <Fact name={facts.reportedOn}>{unit.reportedOn ?? facts.noDate}</Fact>
          <Fact name={facts.answers}>{String(unit.answers)}</Fact>
          <Fact name={facts.errors}>{String(unit.errors)}</Fact>
          <Fact name={facts.warnings}>{String(unit.warnings)}</Fact>
          <Fact name={facts.file}>{unit.file ?? returnsText.none}</Fact>
        </>
      )}
      <span>
        {consentsText.part} <ConsentsLine unitId={unit.unitId} />
      </span>
      {unit.sample ? <span className="muted">{returnsText.sample}</span> : null}
      {unit.typed === undefined ? null : <span>{typedFactsText(unit.typed)}</span>}
      <UnitFacts unit={unit} />
      <UnitCommands unit={unit} />
    </div>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: string }): ReactElement => (
  <span>
    <span className="muted">{name}</span> {children}
  </span>
);
