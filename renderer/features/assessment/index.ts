export { AssessmentPage } from './assessment-page.tsx';
