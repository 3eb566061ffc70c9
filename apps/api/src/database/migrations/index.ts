// In the order they were written; an old one never changes once it was released.
import { OpenTheHouse1763800000000 } from './1763800000000-open-the-house.js';
import { ListPeople1763800001000 } from './1763800001000-list-people.js';
import { LinkCommunities1763800002000 } from './1763800002000-link-communities.js';
import { ListPlaces1763800002500 } from './1763800002500-list-places.js';
import { SendDelegations1763800003000 } from './1763800003000-send-delegations.js';
import { WelcomeHosts1763800004000 } from './1763800004000-welcome-hosts.js';
import { PlaceGuests1763800005000 } from './1763800005000-place-guests.js';
import { ScheduleVisits1763800006000 } from './1763800006000-schedule-visits.js';
import { MeasureOutcomes1763800007000 } from './1763800007000-measure-outcomes.js';
import { GiveHomesTheirOwnLinks1763800008000 } from './1763800008000-give-homes-their-own-links.js';
import { ForgetSpentLinks1763800008100 } from './1763800008100-forget-spent-links.js';
import { NameMoreRoles1763800010000 } from './1763800010000-name-more-roles.js';
import { KnowDevices1763800011000 } from './1763800011000-know-devices.js';
import { AskForASecondFactor1763800011100 } from './1763800011100-ask-for-a-second-factor.js';
import { SignInWithPasskeys1763800011200 } from './1763800011200-sign-in-with-passkeys.js';
import { ShapeRoles1763800012000 } from './1763800012000-shape-roles.js';
import { InviteMembers1763800012100 } from './1763800012100-invite-members.js';
import { SayWhy1763800013000 } from './1763800013000-say-why.js';
import { ChainTheLog1763800013100 } from './1763800013100-chain-the-log.js';
import { SealWhatIsSensitive1763800014000 } from './1763800014000-seal-what-is-sensitive.js';
import { KeepWhatIsToldInConfidence1763800014100 } from './1763800014100-keep-what-is-told-in-confidence.js';
import { AskForConsent1763800014200 } from './1763800014200-ask-for-consent.js';
import { KeepConfidences1763800015000 } from './1763800015000-keep-confidences.js';
import { SayWhatItIsAbout1763800015100 } from './1763800015100-say-what-it-is-about.js';
import { AssignVolunteers1763800016000 } from './1763800016000-assign-volunteers.js';
import { ShareWithPartners1763800016100 } from './1763800016100-share-with-partners.js';
import { ProtectParticipants1763800017000 } from './1763800017000-protect-participants.js';
import { RenameWhatWasWritten1763800017100 } from './1763800017100-rename-what-was-written.js';
import { SignInByAProvider1763800018000 } from './1763800018000-sign-in-by-a-provider.js';
import { RecoverASecondFactor1763800018100 } from './1763800018100-recover-a-second-factor.js';
import { EraseFromTheLog1763800019000 } from './1763800019000-erase-from-the-log.js';
import { KeepNoLongerThanNeeded1763800019100 } from './1763800019100-keep-no-longer-than-needed.js';
import { AnswerRequests1763800019200 } from './1763800019200-answer-requests.js';
import { JoinUmbrellas1763800020000 } from './1763800020000-join-umbrellas.js';
import { TellThoseWhoDecide1763800021000 } from './1763800021000-tell-those-who-decide.js';
import { EndAProtection1763800021100 } from './1763800021100-end-a-protection.js';

export const migrations = [
  OpenTheHouse1763800000000,
  ListPeople1763800001000,
  LinkCommunities1763800002000,
  ListPlaces1763800002500,
  SendDelegations1763800003000,
  WelcomeHosts1763800004000,
  PlaceGuests1763800005000,
  ScheduleVisits1763800006000,
  MeasureOutcomes1763800007000,
  GiveHomesTheirOwnLinks1763800008000,
  ForgetSpentLinks1763800008100,
  NameMoreRoles1763800010000,
  KnowDevices1763800011000,
  AskForASecondFactor1763800011100,
  SignInWithPasskeys1763800011200,
  ShapeRoles1763800012000,
  InviteMembers1763800012100,
  SayWhy1763800013000,
  ChainTheLog1763800013100,
  SealWhatIsSensitive1763800014000,
  KeepWhatIsToldInConfidence1763800014100,
  AskForConsent1763800014200,
  KeepConfidences1763800015000,
  SayWhatItIsAbout1763800015100,
  AssignVolunteers1763800016000,
  ShareWithPartners1763800016100,
  ProtectParticipants1763800017000,
  RenameWhatWasWritten1763800017100,
  SignInByAProvider1763800018000,
  RecoverASecondFactor1763800018100,
  EraseFromTheLog1763800019000,
  KeepNoLongerThanNeeded1763800019100,
  AnswerRequests1763800019200,
  JoinUmbrellas1763800020000,
  TellThoseWhoDecide1763800021000,
  EndAProtection1763800021100,
];
