import { Button, Checkbox } from 'antd';
import { type ReactElement, useId } from 'react';
import type { YearChoices } from '../../../../shared/contract/years.ts';
import { yearsText } from '../../../../shared/text/ui/years-text.ts';

export interface UnitsInputProps {
  /** Every unit of the year, by kind. */
  readonly units: YearChoices['units'];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** 报送单位: counts by kind, and, unfolded, each with its box. */
export function UnitsInput({ units, chosen, onChange }: UnitsInputProps): ReactElement {
  const set = new Set(chosen);
  const all = units.flatMap(({ names }) => names);
  const choose = (names: readonly string[], on: boolean): void =>
    onChange(all.filter((name) => (names.includes(name) ? on : set.has(name))));
  return (
    <div className="field">
      <span className="field-label">{yearsText.parts['units']}</span>
      <span>{unitCounts(units, set)}</span>
      {chosen.length === 0 ? <p className="field-error">{yearsText.unitsNone}</p> : null}
      <details>
        <summary>{yearsText.unitsEdit}</summary>
        {units.map(({ kind, names }) => (
          <Kind key={kind} kind={kind} names={names} chosen={set} onChoose={choose} />
        ))}
      </details>
    </div>
  );
}

interface KindProps {
  readonly kind: string;
  readonly names: readonly string[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (names: readonly string[], on: boolean) => void;
}

function Kind({ kind, names, chosen, onChoose }: KindProps): ReactElement {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className="units-kind">
      <h4 id={titleId}>{kind}</h4>
      <Button size="small" type="link" onClick={() => onChoose(names, true)}>
        {yearsText.unitsAll(kind)}
      </Button>
      <Button size="small" type="link" onClick={() => onChoose(names, false)}>
        {yearsText.unitsNoneOf(kind)}
      </Button>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <Checkbox checked={chosen.has(name)} onChange={(event) => onChoose([name], event.target.checked)}>
              {name}
            </Checkbox>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** 部门 20 个、镇街 31 个: those that are chosen. */
export const unitCounts = (units: YearChoices['units'], chosen: ReadonlySet<string>): string =>
  units.map(({ kind, names }) => yearsText.unitsOfKind(kind, names.filter((name) => chosen.has(name)).length)).join(yearsText.join);
