import { Router } from 'express';
import { styles } from './styles';

/** Serves the style sheets of the pages. */
export function addAssetRoutes(router: Router): void {
  const diffStyles = require.resolve('diff2html/bundles/css/diff2html.min.css');
  router.get('/_assets/diff2html.css', (_request, response) => {
    response.sendFile(diffStyles);
  });
  router.get('/_assets/forge.css', (_request, response) => {
    response.type('css').send(styles);
  });
}
