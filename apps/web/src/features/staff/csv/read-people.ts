import {
  inviteStaffRequestSchema,
  tidyName,
  type ErrorCode,
  type FieldProblem,
  type InviteStaffRequest,
  type StaffRole,
} from '@tapaamo/contracts';
import { issuesOf } from '../../../forms/issues.js';
import { roleOf, type Column } from './words.js';

/** Signs with which a spreadsheet begins a formula. */
const FORMULA = /^[=+\-@]/;

/** What stands between two roles in a cell. */
const BETWEEN_ROLES = /[,;/|&+\n]/;

/** Problems that only a list has, besides those of a field. */
export type ListCode = 'formula' | 'role-unknown' | 'twice';

/** What is to be mended in a row. */
export interface RowProblem {
  field: string;
  code: ErrorCode | ListCode;
  /** The word that is no role, or the row where the address stands already. */
  detail?: string | number;
}

/** A person of a list, with what is to be mended before anybody is invited. */
export interface ListedPerson {
  /** Where they stand in the spreadsheet; its header is row 1. */
  row: number;
  member: InviteStaffRequest;
  problems: readonly RowProblem[];
}

/** Makes people of the rows below a header. @param columns - What the cells of a row hold. */
export function readPeople(
  columns: readonly (Column | undefined)[],
  rows: readonly { row: number; cells: readonly string[] }[],
): ListedPerson[] {
  const rowOfAddress = new Map<string, number>();
  return rows.map(({ row, cells }) => {
    const cellOf = (column: Column) => (cells[columns.indexOf(column)] ?? '').trim();
    const person = readPerson(cellOf);
    const { email } = person.member;
    const earlier = rowOfAddress.get(email);
    if (earlier === undefined) {
      rowOfAddress.set(email, row);
      return { row, ...person };
    }
    const twice = { field: 'email', code: 'twice', detail: earlier } as const;
    return {
      row,
      ...person,
      problems: email === '' ? person.problems : [...person.problems, twice],
    };
  });
}

function readPerson(cellOf: (column: Column) => string): Omit<ListedPerson, 'row'> {
  const name = cellOf('name') || `${cellOf('givenName')} ${cellOf('familyName')}`;
  const displayName = tidyName(name);
  const email = cellOf('email').toLowerCase();
  const { roles, unknown } = readRoles(cellOf('roles'));
  const member = { displayName, email, roles };
  const formulas = Object.entries({ displayName, email })
    .filter(([, text]) => FORMULA.test(text))
    .map(([field]): RowProblem => ({ field, code: 'formula' }));
  const wrong = issuesOf(inviteStaffRequestSchema, member).filter(isNotIn(formulas));
  const words = unknown.map((detail): RowProblem => ({
    field: 'roles',
    code: 'role-unknown',
    detail,
  }));
  return { member, problems: [...formulas, ...wrong, ...words] };
}

function isNotIn(others: readonly RowProblem[]): (problem: FieldProblem) => boolean {
  return ({ field }) => others.every((other) => other.field !== field);
}

/** Roles by their words. Who has none is a professional, who sees the least. */
function readRoles(cell: string): { roles: StaffRole[]; unknown: string[] } {
  const words = cell
    .split(BETWEEN_ROLES)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const roles = words.map(roleOf).filter((role) => role !== undefined);
  const unknown = words.filter((word) => roleOf(word) === undefined);
  return {
    roles: roles.length > 0 ? [...new Set(roles)] : ['professional'],
    unknown: [...new Set(unknown)],
  };
}
