import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { type FindingParams, finding } from '../../../../shared/domain/findings.ts';
import { passwordText } from '../../../../shared/text/ui/app-text.ts';
import { PasswordBox } from '../../../../renderer/ui/password-box.tsx';

const locked = (file: string, params: FindingParams = {}) => ({ file, findings: [finding('FILE_PASSWORD', { file }, params)] });
const shown = (...files: readonly ReturnType<typeof locked>[]): string =>
  renderToStaticMarkup(createElement(PasswordBox, { files, onWord: () => undefined }));

describe('the question for a password', () => {
  it('names the files that want one, in a field that shows nothing of what is typed', () => {
    const markup = shown(locked('城管.xlsx'), { file: '税务.xlsx', findings: [] });
    expect(markup).toContain('1 份文件设有打开密码：城管.xlsx<');
    expect(markup).toMatch(
      /<label for="([^"]+)">打开密码<\/label>[^]*<input[^>]*type="password"[^>]*id="\1"|id="[^"]+"[^>]*type="password"/,
    );
    expect(markup).toContain(passwordText.hint);
  });

  it('says that the words so far have not opened them', () => {
    expect(shown(locked('城管.xlsx', { tried: 'yes' }))).toContain(passwordText.refused);
  });

  it('is not asked of what no password opens, nor where there is nothing to open', () => {
    expect(shown(locked('城管.xlsx', { unsupported: 'yes' }))).toBe('');
    expect(shown()).toBe('');
  });
});
