export { SchemesPage } from './schemes-page.tsx';
