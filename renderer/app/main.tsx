import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './application.css';
import { createHost } from '../host/create-host.ts';
import { adoptInertStyles } from './adopt-styles.ts';
import { Application } from './application.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element #root');
adoptInertStyles(document);
createRoot(root).render(
  <StrictMode>
    <Application host={createHost()} />
  </StrictMode>,
);
