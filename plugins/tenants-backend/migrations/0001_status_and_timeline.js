// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('tenant_environment_status', table => {
    table.comment('The last known status of each tenant environment');
    table.string('tenant', 63).notNullable();
    table.string('environment', 63).notNullable();
    table.text('status').notNullable().comment('TenantEnvironmentStatus, JSON');
    table.primary(['tenant', 'environment']);
  });

  await knex.schema.createTable('tenant_timeline', table => {
    table.comment('What happened to tenants');
    table.bigIncrements('id');
    table.string('tenant', 63).notNullable();
    table.string('environment', 63).notNullable();
    table.string('at', 24).notNullable().comment('RFC 3339 in UTC');
    table.text('event').notNullable().comment('TimelineEvent, JSON');
    table.index(['tenant', 'at', 'id'], 'tenant_timeline_tenant_index');
    table.index(['at'], 'tenant_timeline_at_index');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('tenant_timeline');
  await knex.schema.dropTable('tenant_environment_status');
};
