import { Button, Input } from 'antd';
import type { ReactElement } from 'react';
import type { YearProposal } from '../../../../shared/contract/years.ts';
import { openingText, yearsText } from '../../../../shared/text/ui/years-text.ts';
import { Field } from '../../../ui/field.tsx';
import { FindingLines } from '../../../ui/finding-lines.tsx';
import { PasswordBox } from '../../../ui/password-box.tsx';
import { useChosenBook } from '../../../ui/use-chosen-book.ts';
import { useLock } from '../../../work/lock.tsx';
import { useRoute } from '../../../work/routes.ts';
import type { Draft } from './draft.ts';

export interface ListChoiceProps {
  readonly list: YearProposal['list'];
  readonly findings: YearProposal['listFindings'];
  readonly draft: Draft;
  readonly onDraft: (draft: Partial<Draft>) => void;
}

/** 年度事项清单: the one the work has, or that of a workbook, which is stored with the opening. */
export function ListChoice({ list, findings, draft, onDraft }: ListChoiceProps): ReactElement {
  const lock = useLock();
  const choose = useChosenBook((source) => onDraft({ list: { source, document: '' } }));
  const chosen = draft.list ?? null;
  return (
    <div className="field">
      <span className="field-label">{yearsText.parts['list']}</span>
      <Shown list={list} linked={chosen === null} />
      {chosen === null ? null : (
        <Field label={openingText.listDocument(chosen.source.name)}>
          {(ids) => (
            <Input
              {...ids}
              value={chosen.document}
              maxLength={80}
              placeholder={openingText.listDocumentPlaceholder}
              onChange={(event) => onDraft({ list: { ...chosen, document: event.target.value } })}
            />
          )}
        </Field>
      )}
      {chosen === null ? null : (
        <PasswordBox files={[{ file: chosen.source.name, findings }]} onWord={(password) => onDraft({ list: { ...chosen, password } })} />
      )}
      <FindingLines findings={findings} />
      {lock === null ? (
        <span className="list-buttons">
          <Button size="small" title={openingText.listChooseHint} onClick={() => void choose()}>
            {chosen === null ? openingText.listChoose : openingText.listOther}
          </Button>
          {chosen === null ? null : (
            <Button size="small" onClick={() => onDraft({ list: null })}>
              {openingText.listForget}
            </Button>
          )}
        </span>
      ) : null}
    </div>
  );
}

function Shown({ list, linked }: { readonly list: YearProposal['list']; readonly linked: boolean }): ReactElement {
  const { href } = useRoute();
  if (list === null)
    return (
      <>
        <span>{yearsText.listNone}</span>
        <span className="field-hint">{yearsText.listNoneHint}</span>
      </>
    );
  const words = yearsText.listValue(list.title, list.items, list.document);
  return linked ? <a href={href('plan', {}, 'annex3')}>{words}</a> : <span>{words}</span>;
}
