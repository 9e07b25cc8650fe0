/** Does something, and keeps why it failed: what comes after it is done all the same. */
export async function noting(
  { failures }: { failures: unknown[] },
  act: () => Promise<void>,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    failures.push(error);
  }
}
