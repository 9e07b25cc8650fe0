import type { ReactNode } from 'react';

/** Icons of the meeting's controls; suomi.fi's set has no camera or microphone. All are decoration beside words. */
export function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

const slash = <path d="M3 3l18 18" />;

/** A microphone, struck through when off. */
export function MicrophoneIcon({ on }: { on: boolean }) {
  return (
    <Icon>
      <rect x="9" y="3" width="6" height="11" rx="3" />
      <path d="M5 11a7 7 0 0 0 14 0M12 18v3" />
      {!on && slash}
    </Icon>
  );
}

/** A camera, struck through when off. */
export function CameraIcon({ on }: { on: boolean }) {
  return (
    <Icon>
      <rect x="2" y="6" width="13" height="12" rx="2" />
      <path d="M15 11l6-4v10l-6-4" />
      {!on && slash}
    </Icon>
  );
}

/** A screen with an arrow. */
export function ScreenIcon() {
  return (
    <Icon>
      <rect x="2" y="4" width="20" height="13" rx="2" />
      <path d="M8 21h8M12 14V8M9 10l3-3 3 3" />
    </Icon>
  );
}

/** A door with an arrow out. */
export function LeaveIcon() {
  return (
    <Icon>
      <path d="M10 4H5v16h5M14 8l5 4-5 4M19 12H9" />
    </Icon>
  );
}

/** A cog-like slider for settings. */
export function SettingsIcon() {
  return (
    <Icon>
      <path d="M4 7h9M19 7h1M4 17h1M11 17h9" />
      <circle cx="16" cy="7" r="3" />
      <circle cx="8" cy="17" r="3" />
    </Icon>
  );
}

/** A loudspeaker. */
export function SpeakerIcon() {
  return (
    <Icon>
      <path d="M4 9v6h4l5 4V5L8 9zM17 9a4 4 0 0 1 0 6" />
    </Icon>
  );
}

/** A speech bubble with lines. */
export function TextIcon() {
  return (
    <Icon>
      <path d="M4 4h16v12H10l-5 4v-4H4z" />
      <path d="M8 8h8M8 12h5" />
    </Icon>
  );
}

/** A pin. */
export function PinIcon() {
  return (
    <Icon>
      <path d="M9 3h6l-1 6 4 4H6l4-4zM12 13v8" />
    </Icon>
  );
}

/** Three dots: there is more. */
export function MoreIcon() {
  return (
    <Icon>
      <path d="M5 12h.01M12 12h.01M19 12h.01" strokeWidth="4" />
    </Icon>
  );
}

/** A person with a plus. */
export function InviteIcon() {
  return (
    <Icon>
      <circle cx="9" cy="8" r="4" />
      <path d="M2 21c0-4 3-6.5 7-6.5s7 2.5 7 6.5M19 8v6M16 11h6" />
    </Icon>
  );
}
