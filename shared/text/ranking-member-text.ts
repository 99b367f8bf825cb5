interface Differences {
  readonly joined: readonly string[];
  readonly left: readonly string[];
}

interface Member {
  readonly name: string;
  readonly entered: readonly string[];
  readonly lastYear: Differences | null;
  readonly recent: Differences | null;
}

interface Told {
  /** Kinds of units that are ranked: 镇街. */
  readonly towns: string;
  /** Changes on last year (同比) are told. */
  readonly lastYear: boolean;
  /** The period directly before in words, where changes on it (环比) are told. */
  readonly recent: string | null;
}

/** Which stations the values of towns are the mean of, and which changes compare other stations with each other. */
export function rankedMemberSentences(members: readonly Member[], { towns, lastYear, recent }: Told): string[] {
  const several = members.filter(({ entered }) => entered.length > 1);
  return [
    ...(several.length === 0
      ? []
      : [`各${towns}数值为一个点位的，或几个点位的平均：${several.map(enteredText).join('；')}；其余各1个点位。`]),
    ...(lastYear ? otherSentence(members, '同比', '上年同期', (member) => member.lastYear) : []),
    ...(recent === null ? [] : otherSentence(members, '环比', recent, (member) => member.recent)),
  ];
}

const enteredText = (member: Member): string => `${member.name}${member.entered.length}个（${namesOf(member, member.entered)}）`;

function otherSentence(members: readonly Member[], change: string, then: string, of: (member: Member) => Differences | null): string[] {
  const told = members.flatMap((member) => {
    const found = of(member);
    return found === null ? [] : [`${member.name}（${differenceText(member, found, then)}）`];
  });
  return told.length === 0 ? [] : [`参与平均的点位与${then}不同、${change}不是相同点位的比较：${told.join('、')}。`];
}

const differenceText = (member: Member, { joined, left }: Differences, then: string): string =>
  [
    ...(joined.length === 0 ? [] : [`本期另有${namesOf(member, joined)}`]),
    ...(left.length === 0 ? [] : [`${then}另有${namesOf(member, left)}`]),
  ].join('，');

/** Names of stations without that of their town; data that name no station have only that one. */
const namesOf = ({ name: town }: Member, names: readonly string[]): string =>
  names.map((name) => (name === town ? '不分点位的数据' : name.startsWith(town) ? name.slice(town.length) : name)).join('、');
