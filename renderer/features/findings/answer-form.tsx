import { Button, Input, Radio } from 'antd';
import { type KeyboardEvent, type ReactElement, useEffect, useState } from 'react';
import type { AnsweredFinding } from '../../../shared/contract/versions.ts';
import { findingStateText } from '../../../shared/text/version-text.ts';
import { answerText } from '../../../shared/text/ui/findings-page-text.ts';
import { FailureAlert } from '../../ui/failure-alert.tsx';
import { Field } from '../../ui/field.tsx';
import { ReasonField } from '../../ui/reason-field.tsx';
import { rememberReason } from '../../ui/recent-reasons.ts';
import { useNotice } from '../../ui/use-notice.tsx';
import { useCommand } from '../../client/context.tsx';
import { type FindingLine, isOpen, sameRule } from './finding-groups.ts';

const ANSWERS = ['confirmed', 'corrected', 'returned', 'dismissed'] as const;
type Chosen = (typeof ANSWERS)[number];
type Scope = 'one' | 'unit' | 'rule';

export interface AnswerFormProps {
  readonly entry: AnsweredFinding;
  readonly line: FindingLine;
  readonly all: readonly AnsweredFinding[];
  onAnswered(): void;
}

/** 核实属实, 更正, 退回单位 or 不再提示, with a reason; one answer may serve all of its rule. */
export function AnswerForm({ entry, line, all, onAnswered }: AnswerFormProps): ReactElement {
  const [as, setAs] = useState<Chosen | null>(null);
  const [value, setValue] = useState('');
  const [reason, setReason] = useState('');
  const [scope, setScope] = useState<Scope>(line.entries.length > 1 ? 'unit' : 'one');
  const served = servedBy({ entry, line, all }, as === 'corrected' ? 'one' : scope);
  const blocked = blockedAnswers(entry, served);
  const chosen = as === null || blocked.has(as) ? null : as;
  const giving = useGiving(onAnswered);
  const ready = chosen !== null && reason.trim() !== '' && (chosen !== 'corrected' || value.trim() !== '') && !giving.pending;
  const submit = (): void => {
    if (ready) void giving.start({ as: chosen, value: value.trim(), reason: reason.trim(), served });
  };
  useDigits((digit) => {
    const named = ANSWERS[digit - 1];
    if (named !== undefined && !blocked.has(named)) setAs(named);
  });
  const byKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.ctrlKey) submit();
  };
  return (
    // Ctrl+Enter comes up from the field that has the focus.
    <form className="findings-answer" aria-label={answerText.form} onKeyDown={byKey} onSubmit={(event) => event.preventDefault()}>
      <Radio.Group
        aria-label={answerText.choose}
        value={chosen}
        onChange={(event) => setAs(event.target.value as Chosen)}
        options={ANSWERS.map((name, index) => ({
          value: name,
          label: answerText.key(index + 1, answerText[name]),
          disabled: blocked.has(name),
        }))}
      />
      <p className="muted">{chosen === null ? [...new Set(blocked.values()), answerText.keysHint].join(' ') : answerText.means[chosen]}</p>
      {chosen === 'corrected' ? (
        <Field label={answerText.value} hint={answerText.valueHint} className="findings-value">
          {(ids) => <Input {...ids} autoFocus value={value} maxLength={MOST_TYPED} onChange={(event) => setValue(event.target.value)} />}
        </Field>
      ) : (
        <ScopeChoice entry={entry} line={line} all={all} scope={scope} onScope={setScope} />
      )}
      <ReasonField value={reason} onChange={setReason} />
      <FailureAlert failure={giving.failure} />
      <Button type="primary" disabled={!ready} loading={giving.pending} onClick={submit}>
        {chosen === null ? answerText.form : answerText.submit[chosen]}
      </Button>
    </form>
  );
}

const MOST_TYPED = 100;

/** Answers that cannot be given, with why. */
function blockedAnswers(entry: AnsweredFinding, served: readonly AnsweredFinding[]): ReadonlyMap<Chosen, string> {
  const undismissable = served.some(({ finding, held }) => held || finding.severity === 'error');
  const unread = served.some(({ finding, held }) => !held && finding.severity === 'error');
  return new Map<Chosen, string>([
    ...(unread ? [['confirmed', answerText.noConfirmation] as const] : []),
    ...(undismissable ? [['dismissed', answerText.noDismissal] as const] : []),
    ...(entry.finding.cell === null ? [['corrected', answerText.noCorrection] as const] : []),
  ]);
}

type Reach = Pick<AnswerFormProps, 'entry' | 'line' | 'all'>;

/** What the answer is given to; one whose answer is changed is changed alone or with those that are equal to it. */
function servedBy({ entry, line, all }: Reach, scope: Scope): readonly AnsweredFinding[] {
  if (scope === 'one') return [entry];
  return scope === 'unit' ? line.entries : withEntry(entry, sameRule(all, entry));
}

const withEntry = (entry: AnsweredFinding, others: readonly AnsweredFinding[]): AnsweredFinding[] =>
  others.some(({ id }) => id === entry.id) ? [...others] : [entry, ...others];

interface ScopeChoiceProps extends Reach {
  readonly scope: Scope;
  onScope(scope: Scope): void;
}

function ScopeChoice({ entry, line, all, scope, onScope }: ScopeChoiceProps): ReactElement | null {
  const rule = withEntry(entry, sameRule(all, entry));
  const units = new Set(rule.map(({ unitId }) => unitId)).size;
  const many = isOpen(entry) && rule.length > line.entries.length;
  if (line.entries.length === 1 && !many) return null;
  return (
    <Radio.Group
      aria-label={answerText.scopeLabel}
      className="findings-scope"
      value={scope}
      onChange={(event) => onScope(event.target.value as Scope)}
      options={[
        { value: 'one', label: answerText.one },
        ...(line.entries.length > 1 ? [{ value: 'unit', label: answerText.ofUnit(line.entries.length) }] : []),
        ...(many ? [{ value: 'rule', label: answerText.ofRule(rule.length, units) }] : []),
      ]}
    />
  );
}

interface Given {
  readonly as: Chosen;
  readonly value: string;
  readonly reason: string;
  readonly served: readonly AnsweredFinding[];
}

interface Giving {
  readonly pending: boolean;
  readonly failure: Error | null;
  start(given: Given): Promise<void>;
}

/** Gives the answer, says that it is given, and opens what comes next. What went wrong stays in the form. */
function useGiving(onAnswered: AnswerFormProps['onAnswered']): Giving {
  const one = useCommand('returns.answer');
  const many = useCommand('returns.answers');
  const notice = useNotice();
  const start = async ({ as, value, reason, served }: Given): Promise<void> => {
    const ids = served.map(({ id }) => id);
    try {
      if (as === 'corrected') await one.mutateAsync({ finding: ids[0] ?? '', as, value, reason });
      else await many.mutateAsync({ findings: ids, as, reason });
    } catch {
      return;
    }
    rememberReason(reason);
    notice.success(`${answerText.done(ids.length, findingStateText(as))}。${answerText.score}`);
    onAnswered();
  };
  return { pending: one.isPending || many.isPending, failure: one.error ?? many.error, start };
}

/** Digits decide only while no field has the focus. */
function useDigits(choose: (digit: number) => void): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
      if (!/^[1-4]$/u.test(event.key)) return;
      // The field that opens by it must not get the digit too.
      event.preventDefault();
      choose(Number(event.key));
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [choose]);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type="radio"]):not([type="checkbox"]), textarea, select'));
