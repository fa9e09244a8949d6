// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('tenant_incidents', table => {
    table.comment('What people were notified of, or will be if it lasts');
    table.string('subject', 255).primary().comment('What is unwell');
    table.text('incident').notNullable().comment('Incident, JSON');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('tenant_incidents');
};
