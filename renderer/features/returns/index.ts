export { CellExcerpt } from './detail/cell-excerpt.tsx';
export { leaveReturns } from './importing/leave-guard.ts';
export { ValueTable } from './detail/value-table.tsx';
export { OriginalDrawer, type OriginalDrawerProps } from './original/original-drawer.tsx';
export { ReturnsPage } from './returns-page.tsx';
