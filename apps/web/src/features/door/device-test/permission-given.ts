/** Whether the browser would open the camera and microphone without asking. False where it cannot be known. */
export async function permissionGiven(): Promise<boolean> {
  try {
    const answers = await Promise.all(
      ['camera', 'microphone'].map((name) =>
        navigator.permissions.query({ name: name as PermissionName }),
      ),
    );
    return answers.every(({ state }) => state === 'granted');
  } catch {
    return false;
  }
}
