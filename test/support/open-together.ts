interface Closable {
  close: () => Promise<unknown>;
}

/**
 * Waits for things that are opened at once. When one of them fails, those that opened are closed again: what runs on keeps
 * the tests from ending.
 *
 * @throws What the first of them failed with.
 */
export async function openTogether<One extends Closable, Other extends Closable>(
  ...opening: [Promise<One>, Promise<Other>]
): Promise<[One, Other]> {
  try {
    return await Promise.all(opening);
  } catch (error) {
    for (const one of await Promise.allSettled(opening)) {
      if (one.status === 'fulfilled') {
        await one.value.close();
      }
    }
    throw error;
  }
}
