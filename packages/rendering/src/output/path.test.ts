import { compileText } from '../expressions';
import { renderPath } from './path';

const render = (source: string, client: unknown) =>
  renderPath(compileText(source, 'path'), { client });

describe('renderPath', () => {
  it('puts names into a path', () => {
    expect(render('clients/${{ client }}/client.yaml', 'acme-01')).toBe(
      'clients/acme-01/client.yaml',
    );
  });

  it.each(['..', '.', '', 'a/b', '../../etc', '/etc', 'a\\b', 'a b', '-a', 7])(
    'refuses %j as a part of a path',
    client => {
      expect(() => render('clients/${{ client }}/a.yaml', client)).toThrow(
        'cannot be part of a path',
      );
    },
  );

  it.each(['/clients/a.yaml', 'clients//a.yaml', 'clients/../a', 'a/', './a'])(
    'refuses the path %s',
    path => {
      expect(() => render(path, 'acme-01')).toThrow('is no plain file name');
    },
  );
});
