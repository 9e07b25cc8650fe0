/**
 * A wrapped key that is deleted leaves its page soon: by its own setting PostgreSQL waits for a fifth of the table
 * (forgetting.md 4.5). As in the main database, fifty rows are enough.
 */
export const vacuumOfKeys1765500000000 = {
  name: 'VacuumOfKeys1765500000000',
  up: `
    ALTER TABLE visit_key SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 50);
    ALTER TABLE former_wrap SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 50);`,
};
