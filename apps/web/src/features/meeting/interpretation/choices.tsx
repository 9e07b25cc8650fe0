import { useEffect, useId, useRef, type ReactNode } from 'react';
import styles from './choices.module.css';

interface ChoicesProps<Value extends string> {
  legend: string;
  values: readonly Value[];
  textOf: (value: Value) => string;
  value: Value | undefined;
  onChoose: (value: Value) => void;
  testId: string;
  /** What the choice means, below it. */
  children?: ReactNode;
}

/** One of a few, each as large as a thumb. */
export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { legend, values, textOf, value, onChoose, testId, children } = props;
  const name = useId();
  return (
    <fieldset className={styles.choices} data-testid={testId}>
      <legend>{legend}</legend>
      <div className={styles.row}>
        {values.map((one) => (
          <label key={one} className={styles.choice}>
            <input
              type="radio"
              name={name}
              value={one}
              checked={one === value}
              onChange={() => onChoose(one)}
              data-testid={`${testId}-${one}`}
            />
            <span>{textOf(one)}</span>
          </label>
        ))}
      </div>
      {children}
    </fieldset>
  );
}

/** Says something whenever a value changed, and not when it is seen first. */
export function useWhenChanged<Value>(value: Value, tell: (value: Value) => void): void {
  const before = useRef(value);
  const latest = useRef(tell);
  useEffect(() => {
    latest.current = tell;
  });
  useEffect(() => {
    if (before.current !== value) {
      before.current = value;
      latest.current(value);
    }
  }, [value]);
}
