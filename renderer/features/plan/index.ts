export { ConflictsTab } from './conflicts-tab.tsx';
export { displaces } from './conflicts.tsx';
export { PlanTab } from './plan-tab.tsx';
