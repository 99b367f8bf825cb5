import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseSchemeText } from '../../../../../main/services/schemes/language/read-scheme-file.ts';
import { checkSchemes } from '../../../../../shared/domain/schemes/check-scheme.ts';
import { TEMPLATES } from '../../../../support/core.ts';
import { publishedScheme, publishedText } from '../../../../support/scheme-trial.ts';

const KEYS =
  '成都 四川 山东 湖北 武汉 安徽 安庆 安庆2017 山西 太原2019 太原2020月 太原2020年 枣庄镇街 枣庄区 河北县 郑州 日照 济南2019 ' +
  '济南2021 潍坊 责任书 十条 青岛 兰山 尘负荷 攻坚战 温州 温州2013 基础超额 互评';
const ALL = KEYS.split(' ');

describe('the published schemes', () => {
  it('are the thirty', () => {
    const files = readdirSync(join(TEMPLATES, 'schemes', 'published')).filter((name) => name.endsWith('.yml'));
    expect(files.map((name) => name.slice(0, -4)).toSorted()).toEqual(ALL.toSorted());
  });

  it.each(ALL)('%s is usable, says where it comes from and what is known, and carries its summary under its heading', (key) => {
    const { schemes, problems } = checkSchemes(parseSchemeText(publishedText(key)).data);
    const [checked] = schemes;
    expect(problems).toEqual([]);
    expect(checked?.problems.filter(({ severity }) => severity !== 'note')).toEqual([]);
    const head = checked?.scheme.head;
    expect(head?.textHead).toBe('原文未见，据报道整理');
    expect(head?.source).toBeTruthy();
    expect(head?.known?.length).toBeGreaterThan(0);
    expect(head?.text?.length).toBeGreaterThan(0);
    expect(checked?.scheme.clauses.withoutClause).toEqual([]);
  });

  it('name assumptions wherever the text was not seen', () => {
    const assuming = ALL.filter((key) => (publishedScheme(key).head.assumed?.length ?? 0) > 0);
    expect(assuming).toEqual(
      expect.arrayContaining(['成都', '四川', '山东', '湖北', '山西', '太原2019', '济南2019', '潍坊', '青岛', '兰山', '温州', '互评']),
    );
  });
});
