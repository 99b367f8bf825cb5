import { App, Button, Form, Input, Radio } from 'antd';
import type { ReactElement } from 'react';
import type { Conflict, Statement } from '../../../shared/domain/plan/conflict-types.ts';
import { isCountedStatement } from '../../../shared/domain/plan/differences.ts';
import { conflictText, demandText } from '../../../shared/text/ui/plan-text.ts';
import { useCommand } from '../../client/context.tsx';
import { FailureAlert } from '../../ui/failure-alert.tsx';

interface Decision {
  readonly statement: string;
  readonly reason: string;
  readonly by: string;
}

/** Adopts another statement, with reason and name, after one more question. */
export function DecisionForm({ conflict, year }: { readonly conflict: Conflict; readonly year: number }): ReactElement {
  const { modal, message } = App.useApp();
  const [form] = Form.useForm<Decision>();
  const decide = useCommand('plan.decide');
  const choices = adoptable(conflict, year);
  if (choices.length < 2) return <p className="muted">{conflictText.only}</p>;

  const submit = (decision: Decision): void => {
    const statement = choices.find((one) => one.id === decision.statement);
    if (statement === undefined) return;
    modal.confirm({
      title: conflictText.confirmTitle,
      content: conflictText.confirmBody(conflict.title, year, demandText(statement), statement.place),
      okText: conflictText.confirm,
      cancelText: conflictText.cancel,
      onOk: async () => {
        try {
          await decide.mutateAsync({ year, subject: conflict.id, ...decision });
          form.resetFields();
          void message.success(conflictText.saved);
        } catch {
          // FailureAlert below the form says what happened.
        }
      },
    });
  };
  return (
    <Form form={form} layout="vertical" className="decision-form" requiredMark={false} onFinish={submit} aria-label={conflictText.decide}>
      <h3>{conflictText.decide}</h3>
      <p className="muted">{conflictText.decideHint}</p>
      <Form.Item name="statement" label={conflictText.choose} rules={[{ required: true, message: conflictText.chooseMissing }]}>
        <Radio.Group
          vertical
          options={choices.map((statement) => ({
            value: statement.id,
            label: `${statement.place}　${demandText(statement)}`,
            disabled: statement.id === conflict.adopted?.statement,
          }))}
        />
      </Form.Item>
      <div className="decision-fields">
        <Form.Item
          name="reason"
          label={conflictText.reason}
          rules={[{ required: true, whitespace: true, message: conflictText.reasonMissing }]}
        >
          <Input placeholder={conflictText.reasonPlaceholder} maxLength={200} />
        </Form.Item>
        <Form.Item name="by" label={conflictText.by} rules={[{ required: true, whitespace: true, message: conflictText.byMissing }]}>
          <Input placeholder={conflictText.byPlaceholder} maxLength={20} />
        </Form.Item>
        <Button htmlType="submit" type="primary" loading={decide.isPending}>
          {conflictText.submit}
        </Button>
      </div>
      <FailureAlert failure={decide.error} />
    </Form>
  );
}

/** Only a statement with a number for the year can be judged by. */
export const adoptable = (conflict: Conflict, year: number): Statement[] =>
  conflict.statements.filter((statement) => isCountedStatement(statement) && (statement.year === year || statement.year === 'yearly'));
