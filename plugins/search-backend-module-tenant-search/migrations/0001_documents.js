// @ts-check

/** @param {import('knex').Knex} knex */
const isPostgres = knex => knex.client.config.client === 'pg';

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  const postgres = isPostgres(knex);
  await knex.schema.createTable('tenant_search_documents', table => {
    table.comment('What can be found');
    table.bigIncrements('id');
    table.string('type', 255).notNullable();
    table.string('hash', 64).notNullable().comment('SHA-256 of the row');
    table.text('resource_ref').comment('What the permission system calls it');
    table.text('name').notNullable().comment('Words of the name');
    table.text('title').notNullable().comment('Words of the title');
    table.specificType('document', postgres ? 'jsonb' : 'text').notNullable();
    if (postgres) {
      table.specificType('words', 'tsvector').notNullable();
    }
    table
      .string('run', 36)
      .comment('The run that puts it in; null once it can be found');
    table.bigInteger('staged_at').notNullable().comment('Unix time in ms');
    table.index(['type', 'run', 'hash'], 'tenant_search_documents_hash_index');
    table.index(['run'], 'tenant_search_documents_run_index');
  });
  await knex.schema.createTable('tenant_search_facts', table => {
    table.comment('What decides who may see a document');
    table
      .bigInteger('document_id')
      .notNullable()
      .references('id')
      .inTable('tenant_search_documents')
      .onDelete('CASCADE');
    table.text('fact').notNullable();
    table.index(['fact', 'document_id'], 'tenant_search_facts_fact_index');
    table.index(['document_id'], 'tenant_search_facts_document_index');
  });
  await knex.schema.createTable('tenant_search_types', table => {
    table.comment(
      'A lock for each type, held while its documents are replaced',
    );
    table.string('type', 255).primary();
  });
  await (postgres
    ? knex.raw(
        'CREATE INDEX tenant_search_documents_words_index ON tenant_search_documents USING gin (words)',
      )
    : knex.raw(
        `CREATE VIRTUAL TABLE tenant_search_words USING fts5 (
           title, text, more, content='', contentless_delete=1,
           tokenize='unicode61 remove_diacritics 0', prefix='2 3')`,
      ));
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  if (!isPostgres(knex)) {
    await knex.schema.dropTable('tenant_search_words');
  }
  await knex.schema.dropTable('tenant_search_types');
  await knex.schema.dropTable('tenant_search_facts');
  await knex.schema.dropTable('tenant_search_documents');
};
