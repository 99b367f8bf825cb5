/** Id of a row's piece: the first keeps the row's own. */
export const pieceId = (rowId: string, piece: number): string => (piece === 0 ? rowId : `${rowId}~${piece + 1}`);

/** Id of the row that a piece belongs to. */
export const wholeRowId = (id: string): string => id.replace(/~\d+$/u, '');
