import { Segmented, Select } from 'antd';
import type { ReactElement } from 'react';
import type { MonitoringAsk } from '../../../../shared/contract/monitoring-import.ts';
import { flagWords, readFlagWords } from '../../../../shared/domain/monitoring/value-rules.ts';
import { allowedValues } from '../../../../shared/domain/settings/settings.ts';
import { settingLabel } from '../../../../shared/text/settings-text.ts';
import { chooseRulesText as text, ruleValueText } from '../../../../shared/text/source-text.ts';
import type { ImportSession } from './import-session.ts';
import { type Preview, sameAsk } from './import-state.ts';

/** Rules for values that the files leave open: each is chosen for its source here, and the files are read anew with it. */
export function ChooseRules({ session, preview }: { readonly session: ImportSession; readonly preview: Preview }): ReactElement | null {
  const asks = asksOf(preview);
  if (asks.length === 0) return null;
  return (
    <section className="station-names" aria-label={text.title}>
      <h3>{text.title}</h3>
      <p className="muted">{text.hint}</p>
      <ul>
        {asks.flatMap((ask) => {
          const chosen = preview.rules.find((rule) => sameAsk(rule.ask, ask))?.value ?? null;
          return ask.key === 'air.flags'
            ? ask.marks.map((mark) => <MarkRow key={`${ask.source} ${mark}`} {...{ session, ask, mark, chosen }} />)
            : [<RuleRow key={`${ask.source} ${ask.key}`} {...{ session, ask, chosen }} />];
        })}
      </ul>
    </section>
  );
}

/** What was chosen in this preview stays in the list, so that it can be chosen otherwise. */
function asksOf({ files, rules }: Preview): MonitoringAsk[] {
  const asks = rules.map(({ ask }) => ask);
  for (const ask of files.flatMap((file) => file.asks)) {
    const at = asks.findIndex((known) => sameAsk(known, ask));
    const known = asks[at];
    if (known === undefined) asks.push(ask);
    else asks[at] = { ...known, marks: [...new Set([...known.marks, ...ask.marks])], from: ask.from < known.from ? ask.from : known.from };
  }
  return asks;
}

interface RowProps {
  readonly session: ImportSession;
  readonly ask: MonitoringAsk;
  readonly chosen: string | null;
}

function RuleRow({ session, ask, chosen }: RowProps): ReactElement {
  const label = settingLabel(ask.key);
  return (
    <li>
      <strong>{label}</strong>
      <span className="muted">{text.about(ask)}</span>
      <Select<string>
        aria-label={label}
        value={chosen ?? ask.value}
        onChange={(value) => void session.choose(ask, value)}
        options={allowedValues(ask.key).map((value) => ({ value, label: ruleValueText(ask.key, value) }))}
      />
    </li>
  );
}

function MarkRow({ session, ask, mark, chosen }: RowProps & { readonly mark: string }): ReactElement {
  const words = new Map(readFlagWords(chosen ?? '') ?? []);
  const decide = (verdict: string): void => {
    if (verdict === 'valid' || verdict === 'invalid') words.set(mark, verdict);
    else words.delete(mark);
    void session.choose({ ...ask, marks: [...new Set([...ask.marks, mark])] }, words.size === 0 ? null : flagWords(words));
  };
  return (
    <li>
      <strong>{text.mark(mark)}</strong>
      <span className="muted">{text.about(ask)}</span>
      <Segmented
        aria-label={text.mark(mark)}
        value={words.get(mark) ?? 'asked'}
        onChange={decide}
        options={[
          { value: 'asked', label: text.asked },
          { value: 'valid', label: text.valid },
          { value: 'invalid', label: text.invalid },
        ]}
      />
    </li>
  );
}
