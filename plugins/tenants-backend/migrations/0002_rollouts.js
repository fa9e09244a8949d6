// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('tenant_rollouts', table => {
    table.comment('Changes of many tenants, wave after wave');
    table.string('id', 36).primary();
    table.string('created_at', 24).notNullable().comment('RFC 3339 in UTC');
    table.boolean('active').notNullable().comment('Not final');
    table.integer('version').notNullable().comment('Counts the writes');
    table.text('rollout').notNullable().comment('Rollout, JSON');
    table.text('author').notNullable().comment('Author of the commits, JSON');
    table.index(['active'], 'tenant_rollouts_active_index');
    table.index(['created_at', 'id'], 'tenant_rollouts_created_index');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('tenant_rollouts');
};
