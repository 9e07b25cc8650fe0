import type {
  ChangeStaffRequest,
  ImportedStaff,
  InvitationLink,
  InviteStaffRequest,
  StaffList,
  StaffMember,
} from '@tapaamo/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post } from '../../api/request.js';
import { ME } from '../sign-in/index.js';
import { queryOf, type StaffFilters } from './filters.js';

const STAFF = ['staff'] as const;
const PATH = '/api/staff';

/** What is done to an account with one press. */
export type StaffAct =
  'deactivate' | 'reactivate' | 'reset-sign-in' | 'invitation/renew' | 'invitation/withdraw';

/** One page of the staff. Not read anew by itself when the window comes back: each reading is told in the audit log. */
export function useStaff(filters: StaffFilters) {
  return useQuery({
    queryKey: [...STAFF, 'list', filters],
    queryFn: ({ signal }) => get<StaffList>(`${PATH}${queryOf(filters)}`, { signal }),
    refetchOnWindowFocus: false,
    // Turning the page keeps the old one in view until the new one has come.
    placeholderData: (previous) => previous,
  });
}

/** One member of the staff. */
export function useMember(staffId: string) {
  return useQuery({ ...memberQuery(staffId), refetchOnWindowFocus: false });
}

function memberQuery(staffId: string) {
  return {
    queryKey: [...STAFF, staffId],
    queryFn: ({ signal }: { signal: AbortSignal }) => get<StaffMember>(pathOf(staffId), { signal }),
  };
}

/** Invites one person. */
export function useInvite() {
  const client = useQueryClient();
  return async (member: InviteStaffRequest): Promise<StaffMember> => {
    const invited = await post<StaffMember>(PATH, member);
    await client.invalidateQueries({ queryKey: STAFF, refetchType: 'none' });
    return invited;
  };
}

/** Changes name and roles; whoever changes their own sees the pages that are theirs from now on. */
export function useChangeMember(staffId: string) {
  const refresh = useRefresh();
  const client = useQueryClient();
  const reload = async (): Promise<StaffMember> => {
    await refresh();
    return client.query({ ...memberQuery(staffId), staleTime: 'static' });
  };
  const change = async (wish: ChangeStaffRequest): Promise<StaffMember> => {
    await post(pathOf(staffId), wish);
    return reload();
  };
  return { change, reload };
}

/** Does something to an account. When it stands elsewhere than the page shows, the page looks again. */
export function useStaffAct(staffId: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (act: StaffAct) => post(`${pathOf(staffId)}/${act}`),
    onSettled: (_, __, act) => (act === 'invitation/withdraw' ? undefined : refresh()),
  });
}

/** Makes a link to hand over. It is kept by nobody: not here either, once the page is left. */
export function useInvitationLink(staffId: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () => post<InvitationLink>(`${pathOf(staffId)}/invitation/link`),
    onSettled: () => refresh(),
    gcTime: 0,
  });
}

/** What the server would refuse of a list; nobody is invited. */
export function checkList(members: readonly InviteStaffRequest[]): Promise<void> {
  return post(`${PATH}/import/check`, { members });
}

/** Invites everybody on a list, or nobody. */
export function useInviteMany() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (members: readonly InviteStaffRequest[]) =>
      post<ImportedStaff>(`${PATH}/import`, { members }),
    onSuccess: () => client.invalidateQueries({ queryKey: STAFF, refetchType: 'none' }),
  });
}

function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: STAFF });
    await client.invalidateQueries({ queryKey: ME });
  };
}

function pathOf(staffId: string): string {
  return `${PATH}/${encodeURIComponent(staffId)}`;
}
