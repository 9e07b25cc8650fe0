import {
  STAFF_IN_DETAILS,
  holdReasonSchema,
  retentionAnchorSchema,
  staffRoleSchema,
  type AuditEntryView,
  type Language,
} from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { formatDay } from '../../time/format.js';
import { useRuleText } from '../retention/index.js';
import styles from './entry-table.module.css';

/** Details in which roles are. */
const ROLES = ['roles', 'before', 'after'] as const;

/** Whom an entry names besides its actor and target, for which days, with which roles, or how long what is kept, in words. */
export function EntryDetails({ entry }: { entry: AuditEntryView }) {
  const lines = useLines(entry);
  return lines.map(([what, value]) => (
    <span key={what} className={styles.detail} data-testid="audit-detail">
      {`${what}: ${value}`}
    </span>
  ));
}

function useLines({ details, people }: AuditEntryView): [what: string, value: string][] {
  const { t, language } = useTexts();
  const names = new Map(people.map(({ id, name }) => [id, name ?? t('audit.goneAccount')]));
  const sameLeads = JSON.stringify(details.leadsBefore) === JSON.stringify(details.leadsAfter);
  const staff = STAFF_IN_DETAILS.flatMap((key): [string, string][] => {
    const isLeads = key === 'leadsBefore' || key === 'leadsAfter';
    const ids = [details[key] ?? []].flat() as string[];
    const found = ids.map((id) => names.get(id) ?? '');
    const isShown = isLeads ? !sameLeads : found.length > 0;
    return isShown ? [[t(`audit.named.${key}`), found.join(', ') || t('audit.nobody')]] : [];
  });
  const roles = ROLES.flatMap((key): [string, string][] => {
    const { data } = staffRoleSchema.array().safeParse(details[key]);
    const found = data?.map((role) => t(`staff.role_${role}`)).join(', ');
    return found === undefined ? [] : [[t(`audit.named.${key}`), found]];
  });
  const ruleText = useRuleText();
  const { firstDay, lastDay, domain, period, recipient } = details;
  const lines = [...staff, ...roles];
  if (typeof firstDay === 'string' && typeof lastDay === 'string') {
    const days = [firstDay, lastDay].map((day) => formatDay(day, language)).join('–');
    lines.push([t('audit.named.days'), days]);
  }
  if (typeof domain === 'string') {
    lines.push([t('audit.named.domain'), domain]);
  }
  if (typeof recipient === 'string') {
    lines.push([t('audit.named.recipient'), recipient]);
  }
  if (typeof period === 'string') {
    // Entries of before there was a choice tell no anchor.
    const anchor = retentionAnchorSchema.catch('visit-end').parse(details.anchor);
    lines.push([t('audit.named.period'), ruleText({ anchor, period })]);
  }
  return [...lines, ...holdLines(details, t, language)];
}

/** Why a visit is held and when that is looked at again. Reasons of other acts are no reasons of a hold. */
function holdLines(
  { reason, reviewBy }: AuditEntryView['details'],
  t: ReturnType<typeof useTexts>['t'],
  language: Language,
): [what: string, value: string][] {
  const { data } = holdReasonSchema.safeParse(reason);
  return [
    ...(data === undefined
      ? []
      : ([[t('audit.named.reason'), t(`holds.reason.${data}.text`)]] as [string, string][])),
    ...(typeof reviewBy === 'string'
      ? ([[t('audit.named.reviewBy'), formatDay(reviewBy, language)]] as [string, string][])
      : []),
  ];
}
