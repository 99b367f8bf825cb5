export { CellExcerpt } from './detail/cell-excerpt.tsx';
export { leaveReturns } from './importing/leave-guard.ts';
export { ValueTable } from './detail/value-table.tsx';
export { UnitCommands } from './decisions/unit-commands.tsx';
export { UnitFacts } from './decisions/unit-facts.tsx';
export { shownState } from './status/status-columns.tsx';
export { OriginalDrawer, type OriginalDrawerProps } from './original/original-drawer.tsx';
export { ReturnsPage } from './returns-page.tsx';
