import { DeleteOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import type { ReactElement } from 'react';
import type { TargetRow } from '../../../../shared/contract/years.ts';
import { TARGET_KINDS } from '../../../../shared/domain/plan/further-targets.ts';
import { targetsText } from '../../../../shared/text/ui/targets-text.ts';
import { useCall } from '../../../client/context.tsx';
import { newLine, type RevisionLine } from './revise-draft.ts';
import { TargetInput } from './target-input.tsx';

export interface ReviseLinesProps {
  readonly rows: readonly TargetRow[];
  /** Years that may still be changed. */
  readonly years: readonly number[];
  readonly lines: readonly RevisionLine[];
  readonly onChange: (lines: readonly RevisionLine[]) => void;
}

/** The targets that a document sets, one a line. */
export function ReviseLines({ rows, years, lines, onChange }: ReviseLinesProps): ReactElement {
  const set = (key: number, changed: Partial<RevisionLine>): void =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...changed } : line)));
  const add = (): void => {
    const last = lines.at(-1);
    const free = rows.find(({ measure }) => !lines.some((line) => line.measure === measure));
    if (last === undefined) return;
    onChange([...lines, newLine(last.key + 1, rows, free?.measure ?? last.measure, last.year)]);
  };
  return (
    <section aria-label={targetsText.lines} className="revise-lines">
      {lines.map((line, index) => (
        <fieldset key={line.key} className="revise-line">
          <legend className="visually-hidden">{targetsText.line(index + 1)}</legend>
          <Place rows={rows} years={years} line={line} onChange={(changed) => set(line.key, changed)} />
          <Whose line={line} onChange={(changed) => set(line.key, changed)} />
          <TargetInput target={line.target} onChange={(target) => set(line.key, { target })} />
          {lines.length === 1 ? null : (
            <Button
              icon={<DeleteOutlined aria-hidden="true" />}
              aria-label={targetsText.removeLine(index + 1)}
              onClick={() => onChange(lines.filter((other) => other !== line))}
            />
          )}
        </fieldset>
      ))}
      <Button size="small" onClick={add}>
        {targetsText.addLine}
      </Button>
    </section>
  );
}

const whoseOf = ({ unit, aim }: RevisionLine): Pick<RevisionLine, 'unit' | 'aim'> => ({ unit, aim });

interface PlaceProps extends Pick<ReviseLinesProps, 'rows' | 'years'> {
  readonly line: RevisionLine;
  readonly onChange: (line: RevisionLine) => void;
}

/** Measure and year; another place begins a new target in its own direction. */
function Place({ rows, years, line, onChange }: PlaceProps): ReactElement {
  return (
    <>
      <Select
        className="revise-measure"
        aria-label={targetsText.measure}
        value={line.measure}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(measure) => onChange(newLine(line.key, rows, measure, line.year, whoseOf(line)))}
        options={rows.map(({ measure, name }) => ({ value: measure, label: name }))}
      />
      <Select
        aria-label={targetsText.year}
        value={line.year}
        onChange={(year) => onChange(newLine(line.key, rows, line.measure, year, whoseOf(line)))}
        options={years.map((year) => ({ value: year, label: targetsText.columns.year(String(year)) }))}
      />
    </>
  );
}

/** Of whom, and of which kind: the district's binding target where nothing else is chosen. */
function Whose({
  line,
  onChange,
}: Pick<PlaceProps, 'line'> & { readonly onChange: (changed: Partial<RevisionLine>) => void }): ReactElement {
  const choices = useCall('year.choices', { year: line.year });
  return (
    <>
      <Select
        aria-label={targetsText.unit}
        value={line.unit}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(unit) => onChange({ unit })}
        popupMatchSelectWidth={false}
        options={[
          { value: '', label: targetsText.wholeDistrict },
          ...(choices.data?.units ?? []).flatMap(({ names }) => names.map((name) => ({ value: name, label: name }))),
        ]}
      />
      <Select
        aria-label={targetsText.aim}
        value={line.aim}
        onChange={(aim) => onChange({ aim })}
        options={TARGET_KINDS.map((kind) => ({ value: kind, label: targetsText.aims[kind] }))}
      />
    </>
  );
}
