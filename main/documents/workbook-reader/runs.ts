import type { CellLook, RawValue } from '../../../shared/domain/tables/raw-workbook.ts';
import { BLACK, colourOf, OFFICE_THEME, type Rgb, type Theme } from './looks/colours.ts';
import { isShownText, TextCollector } from './text.ts';
import type { XmlAttributes } from './xml.ts';

/** A text with what its runs look like. */
export interface LookedText {
  readonly value: RawValue;
  readonly look: CellLook | null;
  /** Texts in light ink of their own, which the paper of a cell may swallow; absent where there are none. */
  readonly pale?: readonly PaleText[];
  /** Present where every run has an ink of its own, so that the cell's does not matter. */
  readonly inked?: true;
}

export interface PaleText {
  readonly text: string;
  readonly ink: Rgb;
}

/** Sum of the three parts from which on ink is light. */
const PALE_FROM = 540;

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
  private ink: Rgb | null = null;
  private pale: PaleText[] = [];
  private inked = true;
  private readonly theme: Theme;

  constructor(limit: number, refuse: (length: number) => Error, theme: Theme = OFFICE_THEME) {
    this.collector = new TextCollector(limit, refuse);
    this.theme = theme;
  }

  open(name: string, parent: string, attributes: XmlAttributes): void {
    this.collecting = isShownText(name, parent);
    if (name === 'r') {
      this.struck = this.raised = false;
      this.ink = null;
    }
    if (name === 'rPr') this.ink = BLACK;
    if (parent !== 'rPr') return;
    if (name === 'color') this.ink = colourOf(attributes, this.theme) ?? BLACK;
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
    if (text.trim() === '') return;
    if (this.ink === null) this.inked = false;
    else if (this.ink[0] + this.ink[1] + this.ink[2] >= PALE_FROM) this.pale.push({ text, ink: this.ink });
  }

  /** The item that ended. */
  take(): LookedText {
    const { kept, struckText, raisedText, pale, inked } = this;
    this.kept = this.struckText = this.raisedText = '';
    this.struck = this.raised = false;
    this.ink = null;
    this.pale = [];
    this.inked = true;
    const text = kept.trim() === '' && struckText !== '' ? struckText : kept;
    const look = struckText === '' && raisedText === '' ? null : { ...given('struck', struckText), ...given('raised', raisedText) };
    const inks = { ...(pale.length === 0 ? {} : { pale }), ...(inked && text !== '' ? { inked } : {}) };
    return { value: { type: 'text', text }, look, ...inks };
  }
}

/** An element that switches a property on unless its value says otherwise. */
export const isOn = (value: string | undefined): boolean => value !== '0' && value !== 'false';
export const isOffLine = (value: string | undefined): boolean => value === 'superscript' || value === 'subscript';

const given = <K extends keyof CellLook>(key: K, text: string): CellLook => (text === '' ? {} : { [key]: text });
