/** What is said where Ctrl+C ends a command that has no job to cancel. */
export const cancelledText = {
  before: '已取消，数据未改动。',
  between: '已取消。已完成的步骤保留，其余没有进行。',
} as const;
