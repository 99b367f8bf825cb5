import { describe, expect, it } from 'vitest';
import { usageText } from '../../../../shared/text/usage-text.ts';

const invalid = (message: string): string => usageText.error('commander.invalidArgument', message);

describe('a value that a command does not take', () => {
  it('is told with the argument or the option in whose place it stands', () => {
    const argument = "error: command-argument value '' is invalid for argument '年度'. 请写四位年份，如 2024。";
    expect(invalid(argument)).toBe('参数 <年度> 的值不正确：请写四位年份，如 2024。');
    const option = "error: option '--year <年度>' argument 'abc' is invalid. 请写四位年份，如 2024。";
    expect(invalid(option)).toBe('选项 --year <年度> 的值不正确：请写四位年份，如 2024。');
  });

  it('is told by its own sentence where that names it', () => {
    expect(invalid('“A1-01”应写成 名称=值。')).toBe('“A1-01”应写成 名称=值。');
  });
});
