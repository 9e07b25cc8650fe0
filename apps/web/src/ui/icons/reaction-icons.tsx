import { Icon } from './media-icons.js';

const HAND =
  'M8 13V6a1.5 1.5 0 0 1 3 0v5M11 11V4.5a1.5 1.5 0 0 1 3 0V11M14 11V6.5a1.5 1.5 0 0 1 3 0V15c0 4-2.2 6.5-6 6.5-2.8 0-4.4-1.2-5.8-3.6L3 13.8c.7-1.3 2.2-1.2 3-.1L8 16';

/** A raised hand. */
export function HandIcon() {
  return (
    <Icon>
      <path d={HAND} />
    </Icon>
  );
}

/** A thumb up. */
export function ThumbIcon() {
  return (
    <Icon>
      <path d="M7 11v9H3v-9zM7 11l4-8c2 0 3 1.2 2.5 3.2L13 9h6a2 2 0 0 1 2 2.4l-1.3 7a2 2 0 0 1-2 1.6H7" />
    </Icon>
  );
}

/** A heart. */
export function HeartIcon() {
  return (
    <Icon>
      <path d="M12 20.5S3.5 15.5 3.5 9.5A4.5 4.5 0 0 1 12 7.300a4.5 4.5 0 0 1 8.5 2.200c0 6-8.5 11-8.5 11z" />
    </Icon>
  );
}

/** Hands that clap. */
export function ClapIcon() {
  return (
    <Icon>
      <path d="M4.5 14l4-4 6.5 6.500M7.5 8.500l2-2L18 15M12 8l1.5-1.500L20 13c1.5 2 1 5-1 6.5-2.2 1.7-5 1.5-7-.500l-7.5-7.500M9 1.500l.7 2.500M14.5 1.500l-.7 2.500M19 4.500l-2 1.5" />
    </Icon>
  );
}
