import '@backstage/ui/css/styles.css';
import './theme/tokens.css';
import './theme/stock.css';
import { createRoot } from 'react-dom/client';
import { app } from './App';

createRoot(document.getElementById('root')!).render(app.createRoot());
