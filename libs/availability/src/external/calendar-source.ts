import type { CalendarSignIn } from '@tapaamo/contracts';

/** Where a calendar is read: at an address that is enough by itself (ICS), or by signing in (CalDAV). */
export interface CalendarSource {
  address: string;
  signIn: CalendarSignIn | null;
}

/** A source as it is sealed: a line each, none of which can hold an end of line. All in one, so that no password comes to another address. */
export function bytesOfSource({ address, signIn }: CalendarSource): Buffer {
  const lines = signIn === null ? [address] : [address, signIn.accountName, signIn.password];
  return Buffer.from(lines.join('\n'));
}

/** What `bytesOfSource` wrote. */
export function sourceOf(bytes: Buffer): CalendarSource {
  const [address = '', accountName, password] = bytes.toString().split('\n');
  const isSignedIn = accountName !== undefined && password !== undefined;
  return { address, signIn: isSignedIn ? { accountName, password } : null };
}
