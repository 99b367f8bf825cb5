export { CellExcerpt } from './detail/cell-excerpt.tsx';
export { leaveReturns } from './importing/leave-guard.ts';
export { OriginalDrawer, type OriginalDrawerProps } from './original/original-drawer.tsx';
export { ReturnsPage } from './returns-page.tsx';
