export { FindingsDesk } from './findings-desk.tsx';
export { FindingsPage } from './findings-page.tsx';
