import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';

/** What a control for text takes from the form as it is. */
export function controlProps(
  props: Pick<
    FieldExtensionComponentProps<unknown>,
    'idSchema' | 'schema' | 'required' | 'disabled'
  >,
) {
  const { idSchema, schema, required, disabled } = props;
  return {
    id: idSchema?.$id,
    label: schema.title,
    description: schema.description,
    isRequired: required,
    isDisabled: disabled,
    validationBehavior: 'aria',
  } as const;
}
