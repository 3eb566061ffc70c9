// What screening asks for is data: a pack with a name and a version, which an organization takes over and may edit. An
// organization that never chose gets the General exchange pack.
import type { Requirement } from './screening.contract.js';

export type PackRequirement = Omit<Requirement, 'id' | 'source' | 'sourceVersion'>;

export interface PolicyPack {
  readonly name: string;
  readonly version: string;
  readonly requirements: readonly PackRequirement[];
}

export const generalExchange: PolicyPack = {
  name: 'General exchange',
  version: '1.0',
  requirements: [
    { key: 'application', label: 'Application complete', stage: 'application', scope: 'household', validMonths: null },
    { key: 'home_visit', label: 'Home visit and interview', stage: 'vetting', scope: 'household', validMonths: 36 },
    { key: 'criminal_check', label: 'Criminal background check', stage: 'vetting', scope: 'adult', validMonths: 12 },
    { key: 'reference_1', label: 'First reference', stage: 'vetting', scope: 'household', validMonths: null },
    { key: 'reference_2', label: 'Second reference', stage: 'vetting', scope: 'household', validMonths: null },
    { key: 'orientation', label: 'Host orientation', stage: 'approval', scope: 'household', validMonths: null },
  ],
};
