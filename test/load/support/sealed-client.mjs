/** As long as the sealed name, phone and address of one client. */
export const CLIENT = Buffer.from(
  JSON.stringify({
    name: 'Aino Olivia Virtanen',
    phone: '+358407654321',
    email: 'aino.virtanen@example.fi',
  }),
);
