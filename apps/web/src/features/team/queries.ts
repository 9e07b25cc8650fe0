import type {
  AddStandInRequest,
  ChangeTeamRequest,
  ColleagueList,
  StaffHandOver,
  StandInList,
  TeamList,
} from '@tapaamo/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post } from '../../api/request.js';

const TEAMS = ['teams'] as const;
const STAND_INS = ['stand-ins'] as const;

/** Colleagues by name: who can take over a visit. */
export function useColleagues() {
  return useQuery({
    queryKey: ['colleagues'],
    queryFn: ({ signal }) => get<ColleagueList>('/api/colleagues', { signal }),
    select: ({ colleagues }) => colleagues,
  });
}

/** The teams with their members. */
export function useTeams() {
  return useQuery({
    queryKey: TEAMS,
    queryFn: ({ signal }) => get<TeamList>('/api/teams', { signal }),
    select: ({ teams }) => teams,
  });
}

/** Makes a team. */
export function useCreateTeam() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => post('/api/teams', { name }),
    onSuccess: () => client.invalidateQueries({ queryKey: TEAMS }),
  });
}

/** Saves a team as it shall be. */
export function useChangeTeam(teamId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: ChangeTeamRequest) => post(`/api/teams/${teamId}`, wish),
    onSuccess: () => client.invalidateQueries({ queryKey: TEAMS }),
  });
}

/** Removes a team. */
export function useRemoveTeam(teamId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => post(`/api/teams/${teamId}/remove`),
    onSettled: () => client.invalidateQueries({ queryKey: TEAMS }),
  });
}

/** Who stands in for whom, and for whom one may choose somebody. */
export function useStandIns() {
  return useQuery({
    queryKey: STAND_INS,
    queryFn: ({ signal }) => get<StandInList>('/api/stand-ins', { signal }),
  });
}

/** Chooses a stand-in. */
export function useAddStandIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: AddStandInRequest) => post('/api/stand-ins', wish),
    onSuccess: () => client.invalidateQueries({ queryKey: STAND_INS }),
  });
}

/** Ends a stand-in at once. */
export function useRemoveStandIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => post(`/api/stand-ins/${id}/remove`),
    onSettled: () => client.invalidateQueries({ queryKey: STAND_INS }),
  });
}

/** What is done with a visit and a colleague: it is shared, shared no more, or becomes theirs. */
export type VisitAct = 'share' | 'end-share' | 'hand-over';

/** Shares a visit, ends a share or hands the visit over. */
export function useVisitAct(visitId: string, onDone: () => void) {
  const path = `/api/visits/${encodeURIComponent(visitId)}`;
  return useMutation({
    mutationFn: ({ act, colleagueId }: { act: VisitAct; colleagueId: string }) => {
      const who = { professionalId: colleagueId };
      switch (act) {
        case 'share':
          return post(`${path}/shares`, who);
        case 'end-share':
          return post(`${path}/shares/${colleagueId}/end`);
        case 'hand-over':
          return post(`${path}/hand-over`, who);
      }
    },
    onSettled: onDone,
  });
}

/** Hands over everything that somebody has ahead of them. */
export function useHandOverAll(staffId: string) {
  return useMutation({
    mutationFn: (professionalId: string) =>
      post<StaffHandOver>(`/api/staff/${encodeURIComponent(staffId)}/hand-over`, {
        professionalId,
      }),
  });
}
