/** A source file with comments blanked and every string literal replaced by a numbered mark, so that patterns meet code only. */
export interface SourceText {
  /** As long as the original up to the literals; line breaks are kept, so that lines can be counted. */
  readonly code: string;
  /** The literals the marks `§0§`, `§1§`… stand for, and the parts of templates with holes, whose marks stand nowhere. */
  readonly strings: readonly string[];
  /** The comments, with the line each starts on. */
  readonly comments: readonly { readonly line: number; readonly text: string }[];
}

export type ImportForm = 'static' | 'dynamic' | 'require' | 'unreadable';

export interface FoundImport {
  readonly form: ImportForm;
  /** What is imported, as written; empty where it is computed and cannot be read. */
  readonly specifier: string;
  readonly line: number;
}

/** Every import of a file: import and export … from, import(), import types, require and createRequire. */
export function importsOf(source: SourceText): FoundImport[] {
  return IMPORT_FORMS.flatMap(({ form, pattern }) =>
    [...source.code.matchAll(pattern)].map((match) => ({
      form,
      specifier: match[1] === undefined ? '' : (source.strings[Number(match[1])] ?? ''),
      line: lineAt(source.code, match.index),
    })),
  );
}

const IMPORT_FORMS: readonly { readonly form: ImportForm; readonly pattern: RegExp }[] = [
  { form: 'static', pattern: /\bfrom\s*§(\d+)§/g },
  { form: 'static', pattern: /\bimport\s*§(\d+)§/g },
  { form: 'dynamic', pattern: /\bimport\s*\(\s*§(\d+)§/g },
  { form: 'require', pattern: /\brequire\s*\(\s*§(\d+)§/g },
  { form: 'require', pattern: /\bcreateRequire\s*\([^()]*\)\s*\(\s*§(\d+)§/g },
  { form: 'unreadable', pattern: /\bimport\s*\(\s*(?!\s|§)/g },
  { form: 'unreadable', pattern: /\brequire\s*\(\s*(?!\s|§)/g },
  { form: 'unreadable', pattern: /\bcreateRequire\s*\((?![^()]*\)\s*\(\s*§)/g },
];

export function lineAt(code: string, index: number): number {
  return code.slice(0, index).split('\n').length;
}

/** Reads a file once from front to back; knows comments, strings, templates with their holes, and regular expressions. */
export function readSource(text: string): SourceText {
  const state: Reading = { text, position: 0, code: '', strings: [], comments: [], holes: [] };
  while (state.position < text.length) step(state);
  return { code: state.code, strings: state.strings, comments: state.comments };
}

interface Reading {
  readonly text: string;
  position: number;
  code: string;
  readonly strings: string[];
  readonly comments: { line: number; text: string }[];
  /** For each template hole that is open: how many braces are open inside it. */
  readonly holes: number[];
}

function step(state: Reading): void {
  const rest = state.text.slice(state.position, state.position + 2);
  const character = rest.charAt(0);
  if (rest === '//' || rest === '/*') return takeComment(state, rest);
  if (character === '"' || character === "'") return takeMatch(state, character === '"' ? DOUBLE_QUOTED : SINGLE_QUOTED);
  if (character === '`') return takeTemplate(state, state.position + 1);
  if (character === '/' && expressionMayStart(state.code)) return takeMatch(state, REGULAR_EXPRESSION);
  if (character === '}' && state.holes.at(-1) === 0) {
    state.holes.pop();
    return takeTemplate(state, state.position + 1);
  }
  const inHole = state.holes.length - 1;
  if (inHole >= 0 && (character === '{' || character === '}'))
    state.holes[inHole] = (state.holes[inHole] ?? 0) + (character === '{' ? 1 : -1);
  state.code += character;
  state.position += 1;
}

const SINGLE_QUOTED = /'((?:[^'\\\n]|\\[^])*)'/y;
const DOUBLE_QUOTED = /"((?:[^"\\\n]|\\[^])*)"/y;
const REGULAR_EXPRESSION = /\/((?![*/>])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/[a-z]*/y;

function takeComment(state: Reading, opening: string): void {
  const close = opening === '//' ? state.text.indexOf('\n', state.position) : state.text.indexOf('*/', state.position + 2);
  const end = close < 0 ? state.text.length : close + (opening === '//' ? 0 : 2);
  const comment = state.text.slice(state.position, end);
  state.comments.push({ line: lineAt(state.code, state.code.length), text: comment });
  state.code += comment.replaceAll(/[^\n]/g, ' ');
  state.position = end;
}

/** A literal becomes its mark; a quote or slash that opens nothing (an apostrophe in page text, a division) stays as it is. */
function takeMatch(state: Reading, literal: RegExp): void {
  literal.lastIndex = state.position;
  const match = literal.exec(state.text);
  if (match === null) {
    state.code += state.text.charAt(state.position);
    state.position += 1;
    return;
  }
  state.code += literal === REGULAR_EXPRESSION ? ' /§/ ' : mark(state, match[1] ?? '');
  state.code += '\n'.repeat(match[0].split('\n').length - 1);
  state.position += match[0].length;
}

/** From `start` to the end of the template or to its next hole; what stands in a hole is code again. */
function takeTemplate(state: Reading, start: number): void {
  const wholeLiteral = state.text.charAt(state.position) === '`';
  let end = start;
  while (end < state.text.length && state.text.charAt(end) !== '`' && !state.text.startsWith('${', end))
    end += state.text.charAt(end) === '\\' ? 2 : 1;
  const content = state.text.slice(start, end);
  const closed = state.text.charAt(end) === '`';
  const literal = mark(state, content);
  if (wholeLiteral && closed) state.code += literal;
  else state.code += closed ? ' ) ' : ' (';
  state.code += '\n'.repeat(content.split('\n').length - 1);
  if (!closed) state.holes.push(0);
  state.position = end + (closed ? 1 : 2);
}

function mark(state: Reading, content: string): string {
  state.strings.push(content);
  return `§${state.strings.length - 1}§`;
}

/** Whether a slash after this code opens a regular expression (and does not divide, nor close a tag). */
function expressionMayStart(code: string): boolean {
  const before = code.trimEnd();
  return (
    before === '' || /[(,=:[!&|?{};+*%~^>-]$/.test(before) || /\b(?:return|typeof|case|in|of|void|delete|do|else|yield|await)$/.test(before)
  );
}
