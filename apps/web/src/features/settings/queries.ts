import type {
  ChangeOrganisationRequest,
  Logo,
  OrganisationSettings,
  ServiceSettings,
  ServiceSettingsList,
} from '@tapaamo/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post, postFile } from '../../api/request.js';
import { APPEARANCE, ME } from '../sign-in/index.js';

const SERVICES = ['service-settings'] as const;
const ORGANISATION = ['organisation-settings'] as const;
const SERVICES_PATH = '/api/organisation/services';

/** What the organisation says of itself. */
export function useOrganisation() {
  return useQuery({ queryKey: ORGANISATION, queryFn: () => readOrganisation() });
}

/** The settings as they are now. */
export function readOrganisation(): Promise<OrganisationSettings> {
  return get<OrganisationSettings>('/api/organisation/settings');
}

/** Saves the settings; the pages look accordingly at once. */
export function useSaveOrganisation() {
  const client = useQueryClient();
  return async (request: ChangeOrganisationRequest): Promise<OrganisationSettings> => {
    const saved = await post<OrganisationSettings>('/api/organisation/settings', request);
    client.setQueryData(ORGANISATION, saved);
    void client.invalidateQueries({ queryKey: APPEARANCE });
    void client.invalidateQueries({ queryKey: ME });
    return saved;
  };
}

/** Takes a picture as the logo, or none. */
export function useSaveLogo() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File | null) =>
      file === null
        ? post<Logo>('/api/organisation/logo/remove')
        : postFile<Logo>('/api/organisation/logo', file),
    onSuccess: ({ logo }) => {
      client.setQueryData<OrganisationSettings>(ORGANISATION, (old) => old && { ...old, logo });
      void client.invalidateQueries({ queryKey: APPEARANCE });
    },
  });
}

/** Every service of the organisation. */
export function useServiceSettings() {
  return useQuery({
    queryKey: SERVICES,
    queryFn: ({ signal }) => get<ServiceSettingsList>(SERVICES_PATH, { signal }),
    select: ({ services }) => services,
  });
}

/** One service. */
export function useService(serviceId: string) {
  return useQuery({ queryKey: [...SERVICES, serviceId], queryFn: () => readService(serviceId) });
}

/** A service as it is now. */
export function readService(serviceId: string): Promise<ServiceSettings> {
  return get<ServiceSettings>(`${SERVICES_PATH}/${encodeURIComponent(serviceId)}`);
}

/** Saves a service, opens a new one or signs its statement: whatever is sent to `place` answers with the service. */
export function useSendService() {
  const client = useQueryClient();
  return async (place: string, request: object): Promise<ServiceSettings> => {
    const saved = await post<ServiceSettings>(`${SERVICES_PATH}${place}`, request);
    await client.invalidateQueries({ queryKey: SERVICES, exact: true });
    client.setQueryData([...SERVICES, saved.id], saved);
    return saved;
  };
}
