import { Knex } from 'knex';
import { FactExpression, TypeAccess } from '../access';
import { SearchDialect } from './dialects';

/** Leaves the documents that may be seen; none when the list is empty. */
export function restrictTo(
  query: Knex.QueryBuilder,
  access: TypeAccess[],
  knex: Knex,
  dialect: SearchDialect,
): void {
  query.whereRaw('1 = 0');
  for (const { type, documents } of access) {
    query.orWhere(builder => {
      builder.where('documents.type', type);
      if (documents === 'all') {
        return;
      }
      if (documents === 'ask') {
        builder.whereRaw('1 = 0');
      } else if ('resourceRefs' in documents) {
        builder.where(
          dialect.isOneOf('documents.resource_ref', documents.resourceRefs),
        );
      } else {
        whereFacts(builder, documents, knex, dialect);
      }
    });
  }
}

function whereFacts(
  query: Knex.QueryBuilder,
  expression: FactExpression,
  knex: Knex,
  dialect: SearchDialect,
): void {
  if ('anyFact' in expression) {
    query.whereIn(
      'documents.id',
      knex('tenant_search_facts')
        .where(dialect.isOneOf('fact', expression.anyFact))
        .select('document_id'),
    );
  } else if ('allOf' in expression) {
    expression.allOf.forEach(each =>
      query.where(builder => whereFacts(builder, each, knex, dialect)),
    );
  } else {
    query.where(any => {
      any.whereRaw('1 = 0');
      expression.anyOf.forEach(each =>
        any.orWhere(builder => whereFacts(builder, each, knex, dialect)),
      );
    });
  }
}
