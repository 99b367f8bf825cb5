/** 繁体字 and variants of characters that stand in units and status words; typed by older input methods and pasted from elsewhere. */
const SIMPLE: ReadonlyMap<string, string> = new Map(
  [
    '輛辆 個个 箇个 臺台 檯台 處处 戶户 戸户 間间 張张 條条 場场 萬万 億亿 噸吨 畝亩 棟栋 項项 點点 組组 隻只 頭头 盞盏 冊册 樁桩 艙舱 鎮镇 園园 區区 級级 輪轮 層层 雙双',
    '無无 數数 計计 達达 約约 過过 餘余 幾几 經经 總总 實实 際际 時时 進进 動动 開开 啟启 後后 滯滞 緩缓 結结 辦办 檢检 與与 號号 詳详 見见 見见',
    '壹一 贰二 貳二 叁三 參三 肆四 伍五 陆六 陸六 柒七 捌八 玖九 拾十 佰百 仟千 兩两 ○〇',
  ].flatMap((line) => line.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)] as const)),
);

/** The text in 简体字, with 大写数字 as plain ones. */
export const simplified = (text: string): string =>
  OTHER_THAN_SIMPLE.test(text) ? text.replaceAll(/\p{Script=Han}|○/gu, (character) => SIMPLE.get(character) ?? character) : text;

const OTHER_THAN_SIMPLE = new RegExp(`[${[...SIMPLE.keys()].join('')}]`, 'u');
