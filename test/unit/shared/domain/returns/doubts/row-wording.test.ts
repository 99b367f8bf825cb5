import { describe, expect, test } from 'vitest';
import { wordingOf } from '../../../../../../shared/domain/returns/doubts/row-wording.ts';

const OWN = ['└ 淘汰治理老旧车辆\n完成值：2024年全年完成数'];
const LONG = ['优化早晚高峰时段桥隧及重要路段错峰通行管理，强化污染预警期间交通管控，严格实施货车限行。'];

describe('what became of the words of a row', () => {
  test.each([
    ['淘汰治理老旧车辆', OWN, 'same'],
    ['淘汰治理老旧车俩\n完成值：2024年全年完成数', OWN, 'same'],
    ['└ 淘汰老旧车辆', OWN, 'same'],
    ['淘汰、治理老旧车辆数（辆）', OWN, 'same'],
    ['老旧车辆淘汰治理', OWN, 'same'],
    ['淘汰治理老旧船舶\n完成值：2024年全年完成数', OWN, 'doubtful'],
    ['淘汰治理老旧船舶 完成值：2024年全年完成数', OWN, 'doubtful'],
    ['淘汰', OWN, 'doubtful'],
    ['淘汰非道路机械', OWN, 'other'],
    ['新建充电桩', OWN, 'other'],
    ['淘汰国四车辆', ['└ 淘汰国三车辆\n完成值'], 'doubtful'],
    ['淘汰非营运老旧车辆', ['└ 淘汰营运老旧车辆'], 'doubtful'],
    ['PM10年均浓度', ['PM2.5年均浓度'], 'doubtful'],
    [LONG[0]?.replace('及', '和').replace('实施', '执行').replace('。', '') ?? '', LONG, 'same'],
    ['推进公交线网优化，新增公交线路三条，完善慢行系统。', LONG, 'other'],
  ])('%s', (found, own, verdict) => {
    expect(wordingOf(found, own)).toBe(verdict);
  });
});
