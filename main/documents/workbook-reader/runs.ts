import type { CellLook, RawValue } from '../../../shared/domain/tables/raw-workbook.ts';
import { isShownText, TextCollector } from './text.ts';
import type { XmlAttributes } from './xml.ts';

/** A text with what its runs look like. */
export interface LookedText {
  readonly value: RawValue;
  readonly look: CellLook | null;
}

/**
 * Puts the text of a string item together from its runs (ECMA-376-1, 18.4): most have one, Chinese headers several fonts, and some parts are
 * struck out or raised. Struck-out text is no longer said; where nothing else stands, it stays the value and the look says so.
 */
export class RunReader {
  private readonly collector: TextCollector;
  private collecting = false;
  private struck = false;
  private raised = false;
  private kept = '';
  private struckText = '';
  private raisedText = '';

  constructor(limit: number, refuse: (length: number) => Error) {
    this.collector = new TextCollector(limit, refuse);
  }

  open(name: string, parent: string, attributes: XmlAttributes): void {
    this.collecting = isShownText(name, parent);
    if (name === 'r') this.struck = this.raised = false;
    if (parent !== 'rPr') return;
    if (name === 'strike') this.struck = isOn(attributes['val']);
    if (name === 'vertAlign') this.raised = isOffLine(attributes['val']);
  }

  text(text: string): void {
    if (this.collecting) this.collector.add(text);
  }

  close(): void {
    if (!this.collecting) return;
    this.collecting = false;
    const text = this.collector.take();
    if (this.struck) this.struckText += text;
    else this.kept += text;
    if (this.raised && !this.struck) this.raisedText += text;
  }

  /** The item that ended. */
  take(): LookedText {
    const { kept, struckText, raisedText } = this;
    this.kept = this.struckText = this.raisedText = '';
    this.struck = this.raised = false;
    const text = kept.trim() === '' && struckText !== '' ? struckText : kept;
    const look = struckText === '' && raisedText === '' ? null : { ...given('struck', struckText), ...given('raised', raisedText) };
    return { value: { type: 'text', text }, look };
  }
}

/** An element that switches a property on unless its value says otherwise. */
export const isOn = (value: string | undefined): boolean => value !== '0' && value !== 'false';
export const isOffLine = (value: string | undefined): boolean => value === 'superscript' || value === 'subscript';

const given = <K extends keyof CellLook>(key: K, text: string): CellLook => (text === '' ? {} : { [key]: text });
