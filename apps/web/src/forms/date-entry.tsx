import { WrittenDate } from './written-date.js';

interface DateEntryProps {
  /** Name of the field, also for tests: `#field-<name>`. */
  name: string;
  label: string;
  /** As it is written. */
  value: string;
  onChange: (text: string) => void;
  /** What is wrong with it, in words. */
  problem?: string | undefined;
}

/** A date in a form that keeps its values by itself. */
export function DateEntry({ name, label, value, onChange, problem }: DateEntryProps) {
  return (
    <WrittenDate
      id={`field-${name}`}
      name={name}
      labelText={label}
      value={value}
      onChange={onChange}
      status={problem === undefined ? 'default' : 'error'}
      statusText={problem ?? ''}
      fullWidth
    />
  );
}
