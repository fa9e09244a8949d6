import nunjucks from 'nunjucks';
import { guardedRuntime } from './guardedRuntime';

/**
 * Turns the value of an expression into text that is safe where the expression stands.
 */
export type Encode = (value: unknown) => string;

/** Text with `${{ ... }}` expressions and `{% ... %}` blocks, ready to render. */
export interface CompiledText {
  /** @throws Error when an expression has no value, or `encode` refuses it. */
  render(context: object, encode: Encode): string;
}

/** Nunjucks keeps the compiled function on the template, beside what its types tell. */
interface CompiledTemplate extends nunjucks.Template {
  rootRenderFunc: (
    environment: unknown,
    context: unknown,
    frame: unknown,
    runtime: object,
    callback: unknown,
  ) => void;
}

type RenderArguments = Parameters<CompiledTemplate['rootRenderFunc']>;

const environment = createEnvironment();

/**
 * Compiles text with the tags of Backstage's own templates.
 *
 * @throws Error when the text is no valid template.
 */
export function compileText(source: string, path: string): CompiledText {
  const template = new nunjucks.Template(
    source,
    environment,
    path,
    true,
  ) as CompiledTemplate;
  return {
    render(context, encode) {
      const guarded: CompiledTemplate = Object.create(template, {
        rootRenderFunc: {
          value: (...[env, scope, frame, runtime, callback]: RenderArguments) =>
            template.rootRenderFunc(
              env,
              scope,
              frame,
              guardedRuntime(runtime, encode),
              callback,
            ),
        },
      });
      return guarded.render(context);
    },
  };
}

function createEnvironment(): nunjucks.Environment {
  const created = new nunjucks.Environment(null, {
    autoescape: false,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
    tags: { variableStart: '${{', variableEnd: '}}' },
  });
  // What would let the same input give different files, or a value pass unescaped.
  for (const name of ['random', 'safe', 'escape', 'e', 'forceescape']) {
    created.addFilter(name, () => {
      throw new Error(`The filter "${name}" is not available in a template.`);
    });
  }
  return created;
}
