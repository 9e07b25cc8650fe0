/** Which visit: outside of its organisation an id leads nowhere. */
export interface VisitRef {
  organisationId: string;
  visitId: string;
}
