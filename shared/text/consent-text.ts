interface ConsentState {
  /** Null where the return no longer says so. */
  readonly asked: object | null;
  readonly consent: { readonly reason: string; readonly by: string } | null;
}

/** 申请不涉及，待主管部门同意 / 主管部门（姓名）已同意不涉及：理由. */
export function consentStateText({ asked, consent }: ConsentState): string {
  if (consent === null) return '申请不涉及，待主管部门同意';
  const given = `主管部门（${consent.by}）已同意不涉及：${consent.reason}`;
  return asked === null ? `${given}；现行填报表没有再申请` : given;
}

/** 此前张三已于 2025-02-11 同意：理由. */
export const consentGivenBefore = (consent: { readonly reason: string; readonly by: string; readonly at: string } | null): string =>
  consent === null ? '' : `此前${consent.by}已于 ${consent.at.slice(0, 10)} 同意：${consent.reason}`;
