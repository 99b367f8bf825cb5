export { YearLine } from './year-line.tsx';
export { YearPage } from './year-page.tsx';
