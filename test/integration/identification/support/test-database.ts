/** Address of the database of this test run. */
export function testDatabaseUrl(): string {
  const url = process.env['DATABASE_URL'];
  if (url === undefined) {
    throw new Error('DATABASE_URL is not set.');
  }
  return url;
}
