// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('tenant_replicas', table => {
    table.comment(
      'Replicas of the backend that observe; each counts its beats',
    );
    table.string('id', 100).primary();
    table.bigInteger('beats').notNullable();
  });
  await knex.schema.createTable('tenant_leases', table => {
    table.comment('Which replica does which part of the work');
    table.string('unit', 255).primary();
    table.string('holder', 100).comment('Absent while nobody does it');
    table.bigInteger('epoch').notNullable().comment('Counts the holders');
  });
  await knex.schema.createTable('tenant_versions', table => {
    table.comment(
      'Counts the writes of each kind; replicas ask for what is newer',
    );
    table.string('name', 30).primary();
    table.bigInteger('value').notNullable();
  });
  await knex('tenant_versions').insert(
    ['observations', 'servers', 'statuses'].map(name => ({ name, value: 0 })),
  );
  await knex.schema.createTable('tenant_observations', table => {
    table.comment('The last that each source said about a tenant environment');
    table.string('source', 63).notNullable();
    table.string('tenant', 63).notNullable();
    table.string('environment', 63).notNullable();
    table.string('replica', 100).notNullable().comment('Which one wrote it');
    table.bigInteger('version').notNullable();
    table.text('observation').notNullable().comment('Observation, JSON');
    table.primary(['source', 'tenant', 'environment']);
    table.index(['version'], 'tenant_observations_version_index');
  });
  await knex.schema.createTable('tenant_servers', table => {
    table.comment('The last that each source said about one of its servers');
    table.string('source', 63).notNullable();
    table.string('server', 190).notNullable();
    table.string('replica', 100).notNullable().comment('Which one wrote it');
    table.bigInteger('version').notNullable();
    table.text('state').notNullable().comment('ServerState, JSON');
    table.primary(['source', 'server']);
    table.index(['version'], 'tenant_servers_version_index');
  });
  // What was stored is a cache, and has another form now.
  await knex('tenant_environment_status').delete();
  await knex.schema.alterTable('tenant_environment_status', table => {
    table.bigInteger('version').notNullable().defaultTo(0);
    table.index(['version'], 'tenant_environment_status_version_index');
  });
  await knex.schema.alterTable('tenant_timeline', table => {
    table.string('key', 36).comment('Written once, however often it is tried');
    table.unique(['key'], { indexName: 'tenant_timeline_key_index' });
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('tenant_timeline', table => {
    table.dropUnique(['key'], 'tenant_timeline_key_index');
    table.dropColumn('key');
  });
  await knex('tenant_environment_status').delete();
  await knex.schema.alterTable('tenant_environment_status', table => {
    table.dropIndex(['version'], 'tenant_environment_status_version_index');
    table.dropColumn('version');
  });
  for (const table of ['servers', 'observations', 'versions', 'leases']) {
    await knex.schema.dropTable(`tenant_${table}`);
  }
  await knex.schema.dropTable('tenant_replicas');
};
