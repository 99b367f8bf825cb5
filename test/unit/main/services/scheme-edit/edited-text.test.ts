import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { editedText, linksIn } from '../../../../../main/services/scheme-edit/edited-text.ts';
import { parseSchemeText } from '../../../../../main/services/schemes/language/read-scheme-file.ts';
import { keptTogether, moved, withValue } from '../../../../../shared/domain/schemes/form/edit.ts';
import { TEMPLATES } from '../../../../support/core.ts';
import { shippedText } from '../../../../support/scheme-trial.ts';

const dataOf = (text: string): unknown => parseSchemeText(text).data;
const linesOf = (text: string): string[] => text.split('\n');

describe('a scheme file that was edited', () => {
  const text = shippedText('ranking-2024');
  const data = dataOf(text);

  it('changes by one line where one word changes, and by none where nothing does', () => {
    const edited = withValue(data, ['rules', 'notices', 0, 'if', 'last'], 5);
    const made = editedText(text, edited);
    const lines = linesOf(made).filter((line, index) => line !== linesOf(text)[index]);
    expect(lines).toEqual(['    - { if: { streak: 1, last: 5, unranked: breaks }, do: 预警, ladder: streaks, clause: 三 }']);
    expect(linesOf(made)).toHaveLength(linesOf(text).length);
    expect(editedText(text, data)).toBe(text);
  });

  it('quotes a word that YAML would read as something else', () => {
    const edited = withValue(data, ['rules', 'notices', 0, 'do'], '预警: 是');
    expect(dataOf(editedText(text, edited))).toEqual(edited);
  });

  it('keeps its comments and texts where rows are moved, added and taken away', () => {
    const swapped = moved(data, ['rules', 'rank', 0], 1);
    const edited = withValue(swapped?.data, ['rules', 'notices'], [{ if: { streak: 3, last: 1 }, do: '通报' }]);
    const made = editedText(text, edited);
    expect(dataOf(made)).toEqual(edited);
    for (const comment of linesOf(text).filter((line) => line.trim().startsWith('#'))) expect(made).toContain(comment.trim());
    expect(made).toContain('title: 合川区镇街空气质量排名办法（示范方案）');
  });

  it('changes only the one place where two refer to the same words', () => {
    const source = shippedText('default-2024');
    const edited = withValue(dataOf(source), ['rules', 'groups', 'department', 'sum', 0, 'sum', 0, 'points', 'A1-01'], 10);
    const made = editedText(source, edited);
    expect(dataOf(made)).toEqual(edited);
    expect(made).toContain('# 一、总的结构');
    const other = withValue(dataOf(source), ['rules', 'groups', 'district', 'sum', 0, 'points', 'A1-01'], 10);
    expect(dataOf(editedText(source, other))).toEqual(other);
  });

  it('keeps the reference where both places change alike, and tells that they go together', () => {
    const source = shippedText('default-2024');
    const places = [
      ['rules', 'groups', 'district', 'sum', 0, 'points'],
      ['rules', 'groups', 'department', 'sum', 0, 'sum', 0, 'points'],
    ];
    expect(linksIn(source)).toEqual([places]);
    const changed = withValue(dataOf(source), [...(places[0] ?? []), 'A1-01'], 10);
    const edited = keptTogether(dataOf(source), changed, linksIn(source));
    const made = editedText(source, edited);
    expect(dataOf(made)).toEqual(edited);
    expect(made).toBe(source.replace('{ A1-01: 12, A1-02', '{ A1-01: 10, A1-02'));
  });

  const folders = [join(TEMPLATES, 'schemes'), join(TEMPLATES, 'schemes', 'published'), join(TEMPLATES, 'schemes', 'blank')];
  const files = folders.flatMap((folder) => readdirSync(folder).flatMap((name) => (name.endsWith('.yml') ? [join(folder, name)] : [])));

  it.each(files)('%s keeps every comment where its title and a new word change', (path) => {
    const source = readFileSync(path, 'utf8');
    const edited = withValue(withValue(dataOf(source), ['title'], '本区办法'), ['rules', 'note'], '改过');
    const made = editedText(source, edited);
    expect(dataOf(made)).toEqual(edited);
    for (const [comment] of source.matchAll(/(?<=^|\s)# .*$/gmu)) expect(made).toContain(comment);
  });
});
