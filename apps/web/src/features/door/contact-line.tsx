import type { Contact } from '@tapaamo/contracts';
import { Fragment } from 'react';

/** Whom to ask, with links to call and write; nothing when nobody has said. */
export function ContactLine({ label, contact }: { label: string; contact: Contact }) {
  const { name, phone, email } = contact;
  const parts = [
    name,
    phone !== null && <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>,
    email !== null && <a href={`mailto:${email}`}>{email}</a>,
  ].filter((part) => part !== null && part !== false);
  return parts.length === 0 ? null : (
    <p>
      {label}:{' '}
      {parts.map((part, index) => (
        <Fragment key={index}>
          {index > 0 && ', '}
          {part}
        </Fragment>
      ))}
    </p>
  );
}
