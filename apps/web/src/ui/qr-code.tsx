import { encode } from 'uqr';
import styles from './qr-code.module.css';

interface QrCodeProps {
  /** What a telephone reads. */
  text: string;
  /** What a screen reader says of it. */
  label: string;
}

/** A picture for a telephone's camera, drawn in the page: its text is told to no service. */
export function QrCode({ text, label }: QrCodeProps) {
  const { size, data } = encode(text, { border: 4 });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${String(x)} ${String(y)}h1v1h-1z` : '')))
    .join('');
  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 ${String(size)} ${String(size)}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
