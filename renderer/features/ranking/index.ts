export { chosenPeriod, type ChosenPeriod, periodCode } from './period.ts';
export { PeriodChooser } from './period-chooser.tsx';
export { RankingPage } from './ranking-page.tsx';
