import { Button, Select } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import type { SchemeOutline } from '../../../../shared/contract/scheme-edit.ts';
import { bodyOf, canRemove, inserted, moved, valueAt, withValue } from '../../../../shared/domain/schemes/form/edit.ts';
import type { Path } from '../../../../shared/domain/schemes/base/problems.ts';
import type { LanguageForms } from '../../../../shared/domain/schemes/form/language-forms.ts';
import { formOf } from '../../../../shared/domain/schemes/form/node-form.ts';
import type { OutlinePart } from '../../../../shared/domain/schemes/form/outline.ts';
import { isRecord } from '../../../../shared/domain/schemes/base/records.ts';
import { OUTPUT_LABELS } from '../../../../shared/text/scheme/form/kind-words.ts';
import { schemeProblemSentence } from '../../../../shared/text/scheme-text.ts';
import { schemeEditorText as text } from '../../../../shared/text/ui/scheme-editor-text.ts';
import { Panel } from '../../../ui/page.tsx';
import { ExamplePanel } from './example-panel.tsx';
import { FieldEditor } from './field-editor.tsx';
import { OfferedContext } from './field-parts.tsx';
import { PartActs, PartForm } from './part-form.tsx';
import { PartTree } from './part-tree.tsx';
import { type MeasureNames, titleOf } from './titles.ts';
import { TrialBrief } from './trial-view.tsx';
import { flattened } from './tree-rows.ts';
import { type Draft, keyOf } from './use-draft.ts';
import type { Trial } from './use-trial.ts';

export interface RulesEditorProps {
  readonly draft: Draft;
  readonly outline: NonNullable<SchemeOutline>;
  readonly language: LanguageForms;
  readonly names: MeasureNames;
  readonly number: number;
  readonly trial: Trial;
  /** Nothing can be changed. */
  readonly locked: boolean;
  readonly onTrial: () => void;
}

/** Tree, form, example: three columns, below 1100 px one. */
export function RulesEditor(props: RulesEditorProps): ReactElement {
  const { draft, outline, language, names, number, trial, locked, onTrial } = props;
  const all = useMemo(() => flattened(outline.parts), [outline]);
  const [chosen, setChosen] = useState<string | null>(null);
  const part = all.find(({ path }) => keyOf(path) === chosen) ?? all.find(({ role }) => role === 'body') ?? all[0];
  const offered = { names, grades: outline.grades, clauses: clausesIn(draft.data['text']), disabled: locked, Editor: FieldEditor };
  const wrong = useMemo(() => wrongParts(all, outline), [all, outline]);
  const acts = actsOn(draft, locked, setChosen);
  if (part === undefined) return <p className="muted">{text.noForm}</p>;
  return (
    <OfferedContext value={offered}>
      <div className="rules-editor">
        <div className="rules-tree">
          <PartTree
            parts={outline.parts}
            names={names}
            chosen={keyOf(part.path)}
            wrong={new Set(wrong.keys())}
            onChoose={setChosen}
            onMove={acts.move}
          />
          {locked ? null : <AddResult draft={draft} outline={outline} language={language} onAdded={setChosen} />}
        </div>
        <ChosenPart {...props} part={part} all={all} problems={wrong.get(keyOf(part.path)) ?? []} acts={acts} />
        <ExamplePanel key={keyOf(part.path)} data={draft.data} part={part} names={names}>
          <TrialBrief trial={trial} number={number} onAll={onTrial} />
        </ExamplePanel>
      </div>
    </OfferedContext>
  );
}

interface Acts {
  move(part: OutlinePart, by: -1 | 1): void;
  add(part: OutlinePart): void;
  remove(part: OutlinePart): void;
}

/** What is done with rows; the part goes along with its row. */
function actsOn(draft: Draft, locked: boolean, choose: (key: string | null) => void): Acts {
  const follow = (row: Path, part: OutlinePart): void => choose(keyOf([...row, ...part.path.slice(part.row?.length ?? 0)]));
  return {
    move(part, by) {
      const made = part.row === null || locked ? null : moved(draft.data, part.row, by);
      if (made === null) return;
      draft.put(made.data);
      follow(made.row, part);
    },
    add(part) {
      if (part.row === null) return;
      const made = inserted(draft.data, part.row, valueAt(draft.data, part.row));
      draft.put(made.data);
      follow(made.row, part);
    },
    remove(part) {
      draft.put(withValue(draft.data, part.row ?? part.path, undefined));
      choose(null);
    },
  };
}

interface ChosenPartProps extends Pick<RulesEditorProps, 'draft' | 'outline' | 'language' | 'names'> {
  readonly part: OutlinePart;
  readonly all: readonly OutlinePart[];
  readonly problems: readonly string[];
  readonly acts: Acts;
}

function ChosenPart({ draft, outline, language, names, part, all, problems, acts }: ChosenPartProps): ReactElement {
  const several = all.filter(({ role }) => role === 'body').length > 1;
  return (
    <Panel title={titleOf(part, names, several)} className="rules-form">
      <PartActs
        part={part}
        removable={part.row === null || canRemove(draft.data, part.row)}
        onMove={(by) => acts.move(part, by)}
        onAdd={() => acts.add(part)}
        onRemove={() => acts.remove(part)}
      />
      <PartForm
        key={keyOf(part.path)}
        part={part}
        form={draft.typedAt(part.path) ?? formOf(part.role, rawAt(draft, part), language, part.source)}
        language={language}
        scale={outline.scale}
        problems={problems}
        onChange={(form) => draft.type(part.path, form)}
      />
    </Panel>
  );
}

function rawAt({ data }: Draft, { path, role }: OutlinePart): unknown {
  const raw = valueAt(data, path);
  return role === 'body' ? bodyOf(raw) : raw;
}

const clausesIn = (list: unknown): readonly string[] =>
  Array.isArray(list) ? list.flatMap((entry: unknown) => (isRecord(entry) ? [String(entry['id'])] : [])) : [];

/** Each mistake at the deepest part that has its place; notes about clauses are told where the text stands. */
function wrongParts(
  all: readonly OutlinePart[],
  { problems, misfits }: NonNullable<SchemeOutline>,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const said = [
    ...problems.flatMap(({ severity, path, code, params }) =>
      severity === 'note' ? [] : [{ path, sentence: schemeProblemSentence(code, params) }],
    ),
    ...misfits.map(({ path, code }) => ({ path, sentence: text.misfits[code] ?? text.misfit })),
  ];
  for (const { path: place, sentence } of said) {
    const owners = all.filter(({ path, role }) => role !== 'head' && path.every((step, index) => String(place[index]) === String(step)));
    const owner = owners.toSorted((one, other) => other.path.length - one.path.length)[0] ?? all[0];
    if (owner === undefined) continue;
    const key = keyOf(owner.path);
    found.set(key, [...(found.get(key) ?? []), sentence]);
  }
  return found;
}

interface AddResultProps extends Pick<RulesEditorProps, 'draft' | 'outline' | 'language'> {
  onAdded(key: string): void;
}

/** 等次, 一票否决, 告知 and the like that the scheme does not have yet. */
function AddResult({ draft, outline, language, onAdded }: AddResultProps): ReactElement | null {
  const [open, setOpen] = useState(false);
  const root = outline.parts.find(({ role }) => role === 'output')?.path.slice(0, -1) ?? ['rules'];
  const there = new Set(outline.parts.filter(({ role }) => role === 'output').map(({ source }) => source));
  const missing = language.outputs.filter(({ key }) => !there.has(key));
  if (!open)
    return (
      <Button size="small" type="dashed" onClick={() => setOpen(true)}>
        {text.addResult}
      </Button>
    );
  return (
    <Select
      size="small"
      aria-label={text.addResult}
      placeholder={text.addResult}
      autoFocus
      defaultOpen
      onBlur={() => setOpen(false)}
      value={null}
      onChange={(key: string) => {
        const output = language.outputs.find((one) => one.key === key);
        draft.put(withValue(draft.data, [...root, key], output?.starter));
        setOpen(false);
        onAdded(keyOf([...root, key]));
      }}
      options={missing.map(({ key }) => ({ value: key, label: OUTPUT_LABELS[key] ?? key }))}
    />
  );
}
