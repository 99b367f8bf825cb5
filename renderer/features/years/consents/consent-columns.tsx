import { Button } from 'antd';
import type { ConsentRow } from '../../../../shared/contract/consents.ts';
import { consentsText as text } from '../../../../shared/text/ui/consents-page-text.ts';
import type { DataColumn } from '../../../ui/data-table.tsx';
import { StateTag } from '../../../ui/state-tag.tsx';
import { stateOf } from './requests.ts';

export interface ConsentColumnsOptions {
  /** False where nothing can be decided. */
  readonly deciding: boolean;
  /** False where no row has been decided. */
  readonly decided: boolean;
  onDecide(row: ConsentRow): void;
  onOpen(row: ConsentRow): void;
}

const { columns: titles } = text;

const SHAPES = { waiting: 'pending', given: 'accepted', unasked: 'reverts' } as const;

export function consentColumns({ deciding, decided, onDecide, onOpen }: ConsentColumnsOptions): DataColumn<ConsentRow>[] {
  return [
    { key: 'unit', title: titles.unit, text: ({ unitName }) => unitName, filter: 'values', width: 140, sortable: false },
    { key: 'row', title: titles.row, text: ({ name }) => name, filter: 'search', level: 'answers', sortable: false },
    { key: 'raw', title: titles.raw, text: ({ asked }) => asked?.raw ?? '', width: 80, sortable: false },
    { key: 'note', title: titles.note, text: ({ asked }) => asked?.note ?? '', width: 170, level: 'B', sortable: false },
    {
      key: 'place',
      title: titles.place,
      text: ({ asked }) => (asked === null ? text.noPlace : text.place(asked.sheet, asked.cell)),
      render: (row) =>
        row.asked === null ? (
          <span className="muted">{text.noPlace}</span>
        ) : (
          <button
            type="button"
            className="link-button"
            aria-label={text.openPlace(text.place(row.asked.sheet, row.asked.cell), row.unitName, row.name)}
            onClick={() => onOpen(row)}
          >
            {text.place(row.asked.sheet, row.asked.cell)}
          </button>
        ),
      width: 128,
      sortable: false,
    },
    {
      key: 'state',
      title: titles.state,
      text: (row) => text.states[stateOf(row)],
      render: (row) => <StateTag state={SHAPES[stateOf(row)]} text={text.states[stateOf(row)]} />,
      width: 100,
      filter: 'values',
      sortable: false,
    },
    ...(decided ? [DECIDED] : []),
    ...(deciding ? [actColumn(onDecide)] : []),
  ];
}

const DECIDED: DataColumn<ConsentRow> = {
  key: 'decided',
  title: titles.decided,
  text: (row) => decidedText(row),
  width: 200,
  level: 'B',
  sortable: false,
};

const decidedText = ({ consent }: ConsentRow): string =>
  consent === null ? '' : text.decided(consent.by, consent.at.slice(0, 10), consent.asBefore ? text.asBefore : consent.reason);

const actColumn = (onDecide: (row: ConsentRow) => void): DataColumn<ConsentRow> => ({
  key: 'act',
  title: titles.act,
  text: () => '',
  render: (row) => (
    <Button size="small" onClick={() => onDecide(row)}>
      {row.consent === null ? text.give : text.withdraw}
    </Button>
  ),
  width: 132,
  sortable: false,
});
