/** Error values by their codes in old workbooks (MS-XLS 2.5.10, BErr). */
const ERRORS: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
]);

export const errorCode = (code: number): string => ERRORS.get(code) ?? '#N/A';
