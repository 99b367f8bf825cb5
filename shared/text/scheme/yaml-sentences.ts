/** Mistakes of writing that keep a file from being read at all, by the code of the YAML reader. */
const SENTENCES: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: '同一个词写了两次。请删去或改名其中一个。',
  TAB_AS_INDENT: '行首用了制表符。请改用空格缩进。',
  BAD_INDENT: '缩进不对，或括号没有配对。请检查这一行和上一行的缩进与 [ ]、{ }。',
  MISSING_CHAR: '缺少引号、括号或逗号。请在这里补上。',
  UNEXPECTED_TOKEN: '这里多出了内容。请检查标点和括号是否配对。',
  BLOCK_IN_FLOW: '括号里不能换成缩进的写法。请检查括号是否配对。',
  BLOCK_AS_IMPLICIT_KEY: '一行里写了两个“词: 内容”。请分成两行，或用 { } 括起来。',
  DEEPER_BELOW: '这一行已经写了内容，下一行却缩进更多。请使下一行与同级的词对齐，或检查引号是否配对。',
  MULTILINE_IMPLICIT_KEY: '“词:”不能断行。请写在一行里，或检查下一行的缩进。',
  KEY_OVER_1024_CHARS: '“词”太长。请检查冒号后有没有空格。',
  BAD_ALIAS: '引用了没有定义的内容。请直接写出内容。',
  BAD_SCALAR_START: '这里不能以该符号开头。请用引号括起来。',
  BAD_DQ_ESCAPE: '引号中的反斜杠写法不对。请改用单引号。',
  MISSING_ANCHOR: '引用没有名称。请直接写出内容。',
  ALIAS_UNKNOWN: '引用（*）了没有定义的内容。请直接写出内容。',
  ALIAS_CYCLE: '引用（*）又指回自己，没有尽头。请直接写出内容。',
  ALIAS_LARGE: '引用（*）层层展开后过大。请直接写出需要的内容。',
  MULTIPLE_DOCS: '文件中有 --- 分开的几份内容。请只留一份。',
};

export const schemeYamlSentence = (code: string): string => SENTENCES[code] ?? '不是可读的 YAML。请检查缩进、冒号后的空格、括号和引号。';
