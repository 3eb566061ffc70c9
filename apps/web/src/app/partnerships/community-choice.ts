// What somebody picked for one side: a place of the gazetteer, a community known already, or one written down by hand.
import type { Community, CommunityChoice, CommunityDraft, PlaceHit } from '@amity/partnerships';

export type Picked = PlaceHit | Community | CommunityDraft;

export function isKnown(picked: Picked): picked is Community {
  return 'id' in picked;
}

export function isFromGazetteer(picked: Picked): picked is PlaceHit {
  return 'countryName' in picked;
}

/** True when somebody will have to look at its facts. */
export function needsALook(picked: Picked): boolean {
  return isKnown(picked) ? picked.flagged : !isFromGazetteer(picked);
}

export function choiceOf(picked: Picked): CommunityChoice {
  if (isKnown(picked)) return { id: picked.id };
  if (isFromGazetteer(picked)) return { gazetteerId: picked.gazetteerId };
  return picked;
}
