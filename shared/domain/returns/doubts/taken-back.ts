import { plainText } from '../cell-text.ts';
import type { TaskStatus } from '../types.ts';

/** Words that set a value right. */
const CORRECTS =
  /更正|订正|修正|勘误|更改|实为|实际为|实际是|应当?[为是]|改为|改成|变更为|调整为|有误|错误|误填|错填|填错|错了|不是|以.{0,10}为准/u;
/** Words that take a value back, whether they give another one or not. */
const VOIDS =
  /作废|无效|废止|不作数|不算|不实|不属实|未经?核实|未核|虚报|漏报|瞒报|多报|少报|取消|撤回|删除|待核|存疑|有疑问|疑似|估算|暂[估按定报]|预计|不准|重报/u;

const CHANGED = '(?:更正|订正|修正|勘误|更改|修改|变更|调整|作废|取消|删除|重报)';
const WRONG = '(?:错误|差错|有误|填错|误填|错填|虚报|漏报|瞒报|多报|少报|异常|故障|疑问|取消|删除|更正)';
/** 无需更正, 没有错误, 如有更正另行通知, 以本表为准: the words are there, and the value stands. */
const DENIED = new RegExp(
  [
    `(?:无|不|毋|勿)(?:需|须|必|用|要|应|再|作|做|予|得|进行)+${CHANGED}`,
    `(?:没有?|未|无)(?:发现|有|见|存在|做|作|进行|任何)*${WRONG}`,
    `不是${WRONG}`,
    `不存在${WRONG}`,
    `(?:如|若|如果|倘若|假如)(?:有|需|要|须|发现|存在|数据|数值|后续|今后)+(?:${CHANGED}|${WRONG})[^。;]*`,
    '以(?:此数|此表|此格|本表|本格|表中|所填|填报)[^,;。:]{0,4}为准',
  ].join('|'),
  'gu',
);

/** What is left of words when what they deny is taken out. */
const asserted = (text: string): string => plainText(text).replaceAll(DENIED, '');

/** Whether words set right or take back what stands beside them. */
export function takesBack(text: string): boolean {
  const said = asserted(text);
  return CORRECTS.test(said) || VOIDS.test(said);
}

const DEVICE =
  /故障|异常|停电|断电|停机|停运|离线|掉线|断网|校准|校零|标定|检修|维修|维护|剔除|不参与|不参加|不纳入|不计入|替代|插补|推算|缺测|数据不足/u;

/** Whether words tell that the device of a day's value did not measure (设备检修, 仪器校准). */
export const tellsOfDevice = (text: string): boolean => DEVICE.test(asserted(text));

const LAST_YEAR = /(?:去年|上年|前年|往年|20\d\d年)[^,;。]*/gu;
const NOT_DONE = /(?<!无|没有|不存在)(?:未|没有?|不算|不能算)(?:能|曾|全部|全|按期|按时|实际|真正)*(?:完|做完|干完|办完|办结|建成|落实)/u;
const NOT_BEGUN = /(?<!无|没有|不存在)(?:未|没有?)(?:能|曾)?(?:启动|开工|动工|开展|开始|实施)/u;
const LATE = /(?<!无|没有|未|不)滞后/u;
const UNDERWAY = /(?:部分|仅|只)完成|正在推进|推进中|实施中/u;
const DONE = /(?<!未|没|没有|部分|基本)(?:已经?|全部|都)(?:全部|按期|按时)?(?:完成|做完|办结|建成|完工)(?![\d部一大])/u;

const AGAINST: Readonly<Record<TaskStatus, readonly RegExp[]>> = {
  done: [NOT_DONE, NOT_BEGUN, LATE, UNDERWAY],
  onTrack: [NOT_BEGUN, LATE, DONE],
  behind: [DONE],
  notStarted: [DONE, UNDERWAY],
  notApplicable: [],
};

/** Whether words at a status (完成状态) say another one. What they say of years before does not count. */
export function contradictsStatus(text: string, status: TaskStatus): boolean {
  const said = asserted(text).replaceAll(LAST_YEAR, '');
  return AGAINST[status].some((words) => words.test(said));
}
