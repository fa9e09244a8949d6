import { maximumObjectBytes, ObjectIndex } from './ObjectIndex';
import { widget, widgets } from './__testUtils__';

const small = (name: string, namespace?: string) => ({
  value: widget(name, 'red', namespace),
  bytes: 100,
});

describe('ObjectIndex', () => {
  it('keeps projections by namespace, and says where one changed', () => {
    const index = new ObjectIndex(widgets);
    expect(index.put(small('one'))).toEqual({ namespace: 'acme', name: 'one' });
    expect(index.put(small('two', 'globex'))).toMatchObject({
      namespace: 'globex',
    });
    expect([...index.objects('acme')]).toEqual([['one', 'red']]);
    expect(index.namespaces()).toEqual(['acme', 'globex']);
    expect(index.remove(widget('one', 'red'))).toEqual({
      namespace: 'acme',
      name: 'one',
    });
    expect(index.remove(widget('one', 'red'))).toBeUndefined();
    expect(index.namespaces()).toEqual(['globex']);
  });

  it('keeps no more of a namespace than the kind allows', () => {
    const index = new ObjectIndex({ ...widgets, maximumInNamespace: 3 });
    for (let count = 0; count < 1_000; count++) {
      index.put(small(`widget-${count}`));
    }
    index.put(small('other', 'globex'));
    expect([...index.objects('acme').keys()]).toEqual([
      'widget-997',
      'widget-998',
      'widget-999',
    ]);
    expect(index.objects('globex').size).toBe(1);
  });

  it('knows only the name of an object that is too large', () => {
    const project = jest.fn(widgets.project);
    const index = new ObjectIndex({ ...widgets, project });
    index.put({ value: widget('one', 'red'), bytes: maximumObjectBytes + 1 });
    expect(project).not.toHaveBeenCalled();
    expect(index.tooLarge('acme')).toEqual(['one']);
    expect(index.namespaces()).toEqual(['acme']);
    index.put(small('one'));
    expect(index.tooLarge('acme')).toEqual([]);
  });

  it.each([undefined, null, 'text', {}, { metadata: { name: 'one' } }])(
    'takes nothing that has no place: %j',
    value => {
      const index = new ObjectIndex(widgets);
      expect(index.put({ value, bytes: 1 })).toBeUndefined();
      expect(index.remove(value)).toBeUndefined();
      expect(index.namespaces()).toEqual([]);
    },
  );
});
