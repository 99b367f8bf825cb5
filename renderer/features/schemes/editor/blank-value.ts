import type { FormValue } from '../../../../shared/domain/schemes/form/form-value.ts';
import type { Widget } from '../../../../shared/domain/schemes/form/widget.ts';

/** What a new value begins with: blank, or the only thing it can be. */
export function blankOf(widget: Widget): FormValue {
  switch (widget.kind) {
    case 'number':
    case 'text':
      return '';
    case 'choice':
      return widget.options[0] ?? '';
    case 'flag':
      return 'true';
    case 'words':
      return [];
    case 'list':
      return [blankOf(widget.item)];
    case 'tuple':
      return widget.items.map(blankOf);
    case 'map':
      return { pairs: [['', blankOf(widget.value)]] };
    case 'group':
      return {
        fields: Object.fromEntries(
          widget.fields.flatMap(({ key, widget: own, required }) => (required ? [[key, blankOf(own)] as const] : [])),
        ),
      };
    case 'either': {
      const [first] = widget.options;
      return { option: 0, value: first === undefined ? '' : blankOf(first) };
    }
    case 'part':
      return { part: { of: 'pm25' } };
  }
}
