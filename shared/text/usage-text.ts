/** What the command says of the value; of a choice, what there is to choose from. */
function reasonIn(message: string): string {
  const choices = /Allowed choices are (.+)\.$/.exec(message)?.[1];
  return choices === undefined ? (message.split('. ').at(-1) ?? '') : `可写 ${choices.replaceAll(', ', '、')}。`;
}

/** Which one it is: an argument by its name in the usage, an option by its word; a message that says it all by itself has neither. */
function invalidIn(message: string): string {
  const argument = /is invalid for argument '([^']*)'/.exec(message)?.[1];
  const option = /^error: option '([^']*)'/.exec(message)?.[1];
  if (argument !== undefined) return `参数 <${argument}> 的值不正确：`;
  return option === undefined ? '' : `选项 ${option} 的值不正确：`;
}

interface HelpedOption {
  readonly description: string;
  readonly defaultValue?: unknown;
  readonly mandatory?: boolean;
}

/** Words of the command line's own help and of its usage errors. */
export const usageText = {
  titles: {
    'Usage:': '用法：',
    'Options:': '选项：',
    'Commands:': '命令：',
    'Arguments:': '参数：',
    'Global Options:': '通用选项：',
  } as Readonly<Record<string, string>>,
  /** zhiqi calc [选项] [命令] */
  usage: (text: string): string => text.replaceAll('[options]', '[选项]').replaceAll('[command]', '[命令]'),
  /** What an option does, whether it must be there, and what holds without it. */
  option({ description, defaultValue, mandatory }: HelpedOption): string {
    if (typeof defaultValue === 'string') return `${description}（默认 ${defaultValue}）`;
    return mandatory === true ? `${description}（必填）` : description;
  },
  error(code: string, message: string): string {
    const subject = /'([^']*)'/.exec(message)?.[1] ?? '';
    switch (code) {
      case 'commander.unknownCommand':
        return `没有“${subject}”这个命令。用 zhiqi --help 查看全部命令。`;
      case 'commander.missingArgument':
        return `缺少参数 <${subject}>。用 zhiqi help <命令> 查看用法。`;
      case 'commander.optionMissingArgument':
        return `选项 ${subject} 后面缺少内容。用 zhiqi help <命令> 查看用法。`;
      case 'commander.missingMandatoryOptionValue':
        return `缺少必填选项 ${subject}。用 zhiqi help <命令> 查看用法。`;
      case 'commander.conflictingOption':
        return `选项 ${subject} 不能与 ${/with option '([^']*)'/.exec(message)?.[1] ?? ''} 一起使用。用 zhiqi help <命令> 查看用法。`;
      case 'commander.unknownOption':
        return `没有选项 ${subject}。用 zhiqi help <命令> 查看用法。`;
      case 'commander.excessArguments':
        return '参数太多。用 zhiqi help <命令> 查看用法。';
      case 'commander.invalidArgument':
        return `${invalidIn(message)}${reasonIn(message)}`;
      case 'commander.help':
        return '缺少子命令。用 zhiqi help <命令> 查看有哪些。';
      case 'commander.helpDisplayed':
        return '';
      default:
        return '命令写法不正确。用 zhiqi --help 查看用法。';
    }
  },
};
