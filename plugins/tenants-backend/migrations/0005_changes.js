// @ts-check

const typeOfEvent = {
  sqlite: "json_extract(event, '$.type')",
  postgres: "event::json->>'type'",
};

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('tenant_timeline', table => {
    table.string('type', 30).comment('TimelineEventType');
  });
  const isPostgres = knex.client.config.client === 'pg';
  const type = isPostgres ? typeOfEvent.postgres : typeOfEvent.sqlite;
  await knex('tenant_timeline').update({ type: knex.raw(type) });

  await knex.schema.createTable('tenant_commits', table => {
    table.comment('The order of commits on the branch of the registry');
    table.string('id', 64).primary();
    table.bigInteger('position').notNullable().comment('Later is higher');
    table.index(['position'], 'tenant_commits_position_index');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('tenant_commits');
  await knex.schema.alterTable('tenant_timeline', table => {
    table.dropColumn('type');
  });
};
