import type {
  OfferedProvider,
  StartProviderSignInRequest,
  StartProviderSignInResponse,
} from '@tapaamo/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { get, post } from '../../api/request.js';

/** What the sign-in page of an organisation offers. */
export function useOfferedProvider(organisationId: string | null) {
  return useQuery({
    queryKey: ['offered-provider', organisationId],
    queryFn: ({ signal }) =>
      get<OfferedProvider>(
        `/api/sign-in/provider?organisation=${encodeURIComponent(organisationId ?? '')}`,
        { signal },
      ),
    enabled: organisationId !== null,
    retry: false,
  });
}

/** Leaves this page for the organisation's provider. */
export function useStartProvider() {
  return useMutation({
    mutationFn: (wish: StartProviderSignInRequest) =>
      post<StartProviderSignInResponse>('/api/sign-in/provider/start', wish),
    onSuccess: ({ redirectUrl }) => location.assign(redirectUrl),
  });
}
