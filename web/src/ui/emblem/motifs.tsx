// One small thing for each trade, in the hand of the other drawings: ink strokes on a floor, one part in
// the accent. Drawn in a square of 96 units; the floor is at 78.
import type { ReactNode } from 'react';

export const MOTIFS = {
  balloons: (
    <>
      <ellipse cx="36" cy="34" rx="12" ry="15" />
      <ellipse data-accent="" cx="60" cy="28" rx="12" ry="15" />
      <path d="M36 49q2 14 10 29M60 43q-2 18-12 35M34 52h4M58 46h4" />
    </>
  ),
  bell: (
    <>
      <path d="M26 66q0-24 22-24t22 24zM22 72h52v6H22z" />
      <path data-accent="" d="M44 36h8v6h-8z" />
      <path d="M28 30l-5-5M68 30l5-5M48 26v-7" />
    </>
  ),
  cake: (
    <>
      <path d="M22 78V60h52v18zM30 60V46h36v14zM38 46V34h20v12z" />
      <path d="M22 66q6.500 6 13 0t13 0 13 0 13 0" />
      <path data-accent="" d="M48 34v-8" />
      <path d="M48 26q-4-4 0-9 4 5 0 9z" />
    </>
  ),
  broom: (
    <>
      <path d="M58 16L46 48M34 46l26 8-6 24H22q10-12 12-32z" />
      <path data-accent="" d="M34 46l26 8-2 8-27-8z" />
      <path d="M34 78l4-12M45 78l3-10M72 30h.1M78 44h.1M70 56h.1" />
    </>
  ),
  calendar: (
    <>
      <path d="M22 28h52v50H22zM22 42h52M34 22v12M62 22v12" />
      <path d="M32 52h6M45 52h6M58 52h6M32 65h6M58 65h6" />
      <path data-accent="" d="M43 60h10v10H43z" />
    </>
  ),
  camera: (
    <>
      <path d="M18 36h14l5-8h22l5 8h14v42H18z" />
      <circle cx="48" cy="56" r="14" />
      <circle data-accent="" cx="48" cy="56" r="7" />
      <path d="M66 43h5" />
    </>
  ),
  car: (
    <>
      <path d="M16 68V56l10-3 8-15h26l10 15 10 4v11h-8M26 68H16M64 68H36M28 53h42M47 38v15" />
      <circle data-accent="" cx="31" cy="70" r="8" />
      <circle data-accent="" cx="69" cy="70" r="8" />
    </>
  ),
  chair: (
    <>
      <path d="M34 52h28l-3-28q-.5-6-6-6H43q-5.500 0-6 6zM30 60V52h36v8zM33 60v18M63 60v18M33 70h30" />
      <path data-accent="" d="M41 26h14l1 12H40z" />
    </>
  ),
  cloche: (
    <>
      <path d="M20 68q0-28 28-28t28 28zM14 68h68M22 74h52" />
      <circle data-accent="" cx="48" cy="35" r="5" />
      <path d="M29 62q2-12 12-15" />
    </>
  ),
  dice: (
    <>
      <path d="M20 48l24-6 6 24-24 6zM52 34l18-12 12 18-18 12z" />
      <circle data-accent="" cx="35" cy="57" r="4" />
      <path d="M28 52h.1M42 62h.1M62 36h.1M68 37h.1M73 38h.1" />
    </>
  ),
  film: (
    <>
      <path d="M16 44h46v34H16zM62 56l18-9v28l-18-9z" />
      <circle cx="28" cy="32" r="11" />
      <circle data-accent="" cx="51" cy="32" r="11" />
      <path d="M24 54h14" />
    </>
  ),
  firework: (
    <>
      <path d="M48 78V50M48 38V22M56 42l11-11M60 48h14M40 42L29 31M36 48H22M56 55l9 9M40 55l-9 9" />
      <circle data-accent="" cx="48" cy="48" r="6" />
      <path d="M70 20h.1M26 20h.1M78 36h.1M18 36h.1" />
    </>
  ),
  firstAid: (
    <>
      <path d="M18 36h60v42H18zM36 36V26h24v10" />
      <path data-accent="" d="M44 44h8v9h9v8h-9v9h-8v-9h-9v-8h9z" />
    </>
  ),
  flower: (
    <>
      <path d="M34 52h28l-5 26H39zM48 52V40M40 52q-10-6-14-16M56 52q10-6 14-16" />
      <circle data-accent="" cx="48" cy="32" r="8" />
      <circle cx="26" cy="30" r="6" />
      <circle cx="70" cy="30" r="6" />
    </>
  ),
  frame: (
    <>
      <path d="M24 24h48v40H24zM36 64l-8 16M60 64l8 16M48 24v-7M32 56l12-16 9 11 5-6 8 11z" />
      <circle data-accent="" cx="60" cy="35" r="5" />
    </>
  ),
  gift: (
    <>
      <path d="M22 44h52v34H22zM18 34h60v10H18z" />
      <path data-accent="" d="M43 34h10v44H43z" />
      <path d="M48 34q-16 0-16-9 0-7 7-6 7 2 9 15 2-13 9-15 7-1 7 6 0 9-16 9z" />
    </>
  ),
  glass: (
    <>
      <path d="M28 26h40L48 52zM48 52v26M36 78h24" />
      <path data-accent="" d="M37 38h22L48 52z" />
      <path d="M60 34l10-16" />
    </>
  ),
  guitar: (
    <>
      <path d="M40 46q-4-8-11-4-6 4-2 12-8 4-7 13 2 11 14 11 11 0 13-9 8 2 11-4 3-8-6-11zM52 46l22-24M70 18l9 8" />
      <circle data-accent="" cx="38" cy="60" r="6" />
    </>
  ),
  hanger: (
    <>
      <path d="M48 36q0-5 4-7 4-3 2-7-3-4-8-2M48 36L18 58v4h60v-4z" />
      <path data-accent="" d="M34 62h28v16H34z" />
    </>
  ),
  hat: (
    <>
      <path d="M30 66V30h36v36M18 66h60v8H18zM30 30q18 6 36 0" />
      <path data-accent="" d="M30 54h36v12H30z" />
      <path d="M72 20l8-8M76 28h6M68 16v-6" />
    </>
  ),
  house: (
    <>
      <path d="M20 78V44l28-20 28 20v34zM14 48l34-25 34 25" />
      <path data-accent="" d="M40 78V62q0-8 8-8t8 8v16z" />
      <path d="M28 56h6M62 56h6" />
    </>
  ),
  juggling: (
    <>
      <path d="M26 78q0-16 8-16M70 78q0-16-8-16M22 52q26-44 52 0" />
      <circle data-accent="" cx="48" cy="28" r="7" />
      <circle cx="27" cy="44" r="6" />
      <circle cx="69" cy="44" r="6" />
    </>
  ),
  lamp: (
    <>
      <path d="M36 20h24l6 20H30zM48 20v-6M30 40h36l12 38H18z" />
      <ellipse data-accent="" cx="48" cy="40" rx="18" ry="5" />
      <path d="M40 52l-4 18M56 52l4 18" />
    </>
  ),
  letter: (
    <>
      <path d="M18 34h60v44H18zM18 34l30 24 30-24" />
      <circle data-accent="" cx="48" cy="62" r="6" />
      <path d="M30 34V20h36v14" />
    </>
  ),
  mask: (
    <>
      <path d="M20 30q28-12 56 0 0 22-14 26-9 2-14-8-5 10-14 8-14-4-14-26z" />
      <path d="M30 38q6-4 12 1M54 39q6-5 12-1M72 52v26" />
      <path data-accent="" d="M44 22q4-12 12-6 4 5-4 8z" />
    </>
  ),
  microphone: (
    <>
      <path d="M34 78h28M48 78V60M32 44q0 16 16 16t16-16" />
      <rect data-accent="" x="39" y="18" width="18" height="34" rx="9" />
      <path d="M44 28h8M44 36h8" />
    </>
  ),
  note: (
    <>
      <path d="M36 66V28l34-8v38M36 38l34-8" />
      <ellipse data-accent="" cx="28" cy="68" rx="9" ry="7" />
      <ellipse data-accent="" cx="62" cy="60" rx="9" ry="7" />
    </>
  ),
  plate: (
    <>
      <circle cx="48" cy="52" r="22" />
      <circle data-accent="" cx="48" cy="52" r="12" />
      <path d="M18 28v16q0 6 4 6v28M14 28v12M22 28v12M76 78V28q-6 6-6 22h6" />
    </>
  ),
  plug: (
    <>
      <path d="M34 44h28v12q0 12-14 12t-14-12zM40 44V28M56 44V28M48 68v10" />
      <path data-accent="" d="M50 47l-8 9h6l-2 7 8-9h-6z" />
    </>
  ),
  rings: (
    <>
      <circle data-open="" cx="37" cy="58" r="20" />
      <circle data-open="" cx="60" cy="58" r="20" />
      <path data-accent="" d="M60 38l-8-9 4-6h8l4 6z" />
    </>
  ),
  scissors: (
    <>
      <path d="M38 62L66 22M58 62L30 22" />
      <circle cx="33" cy="68" r="9" />
      <circle data-accent="" cx="63" cy="68" r="9" />
    </>
  ),
  shield: (
    <>
      <path d="M48 18q14 8 28 8 0 38-28 52Q20 64 20 26q14 0 28-8z" />
      <path data-accent="" d="M48 30q9 5 17 5 0 22-17 31-17-9-17-31 8 0 17-5z" />
    </>
  ),
  speaker: (
    <>
      <rect x="30" y="18" width="36" height="60" rx="3" />
      <circle cx="48" cy="33" r="7" />
      <circle data-accent="" cx="48" cy="58" r="12" />
      <path d="M76 40q6 10 0 20M20 40q-6 10 0 20" />
    </>
  ),
  speech: (
    <>
      <path d="M18 24h36v26H34l-8 8v-8h-8z" />
      <path data-accent="" d="M44 44h34v26h-6v8l-8-8H44z" />
      <path d="M26 33h20M26 41h10" />
    </>
  ),
  stage: (
    <>
      <path d="M16 60h64v18H16zM20 60V22M76 60V22M16 22h64M28 60v18M44 60v18M60 60v18" />
      <path data-accent="" d="M36 22h8v10h-8zM52 22h8v10h-8z" />
    </>
  ),
  star: (
    <>
      <path data-accent="" d="M48 20l7 17 18 1-14 12 5 18-16-10-16 10 5-18-14-12 18-1z" />
      <path d="M22 78h52M76 22h.1M20 24h.1M80 52h.1M16 54h.1" />
    </>
  ),
  tent: (
    <>
      <path d="M12 78l10-34 26-22 26 22 10 34zM22 44h52M48 22v-9" />
      <path d="M34 44l-6 34M62 44l6 34" />
      <path data-accent="" d="M48 46l11 32H37z" />
    </>
  ),
  truck: (
    <>
      <path d="M14 68V28h46v40M60 42h12l10 12v14h-6M58 68H40M24 68H14" />
      <path data-accent="" d="M20 36h34v12H20z" />
      <circle cx="32" cy="70" r="8" />
      <circle cx="67" cy="70" r="8" />
    </>
  ),
  trumpet: (
    <>
      <path d="M14 46h34q14 0 30-14v32Q62 52 48 52H30q-12 0-12 10t12 10h18q10 0 10-8" />
      <path data-accent="" d="M32 36h5v10h-5zM42 36h5v10h-5z" />
    </>
  ),
  turntable: (
    <>
      <path d="M14 32h68v46H14z" />
      <circle cx="40" cy="55" r="17" />
      <circle data-accent="" cx="40" cy="55" r="6" />
      <path d="M72 40v20l-8 8M68 74h8" />
    </>
  ),
  programme: (
    <>
      <path d="M28 78V18h30l12 12v48zM58 18v12h12M38 42h22M38 52h22" />
      <path data-accent="" d="M38 60h12v10H38z" />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type MotifName = keyof typeof MOTIFS;

/** By the slug of the trade; slugs never change. */
const OF_TRADE: Record<string, MotifName> = {
  'agence-evenementielle': 'calendar',
  'animateur-enfants': 'balloons',
  'animateur-soiree': 'microphone',
  artificier: 'firework',
  'bar-a-cocktails': 'glass',
  barman: 'glass',
  cabaret: 'mask',
  'cadeaux-d-invites': 'gift',
  'cake-designer': 'cake',
  'captation-live': 'film',
  caricaturiste: 'frame',
  'casino-et-jeux': 'dice',
  chanteur: 'microphone',
  'chef-a-domicile': 'cloche',
  'chorale-gospel': 'note',
  cirque: 'juggling',
  coiffure: 'scissors',
  conferencier: 'speech',
  'cours-de-danse': 'star',
  'danse-et-spectacle': 'mask',
  decorateur: 'lamp',
  'decoration-ballons': 'balloons',
  dj: 'turntable',
  eclairage: 'lamp',
  fanfare: 'trumpet',
  fleuriste: 'flower',
  'food-truck': 'truck',
  'garde-d-enfants': 'balloons',
  'glacier-et-desserts': 'cake',
  'graveur-et-faire-part': 'letter',
  'groupe-electrogene': 'plug',
  'groupe-live': 'guitar',
  hebergement: 'house',
  'hotes-et-hotesses': 'bell',
  humoriste: 'microphone',
  'illustrateur-en-direct': 'frame',
  karaoke: 'microphone',
  'location-de-mobilier': 'chair',
  'location-de-salle': 'house',
  'location-de-tente': 'tent',
  'location-de-vaisselle': 'plate',
  magicien: 'hat',
  'maitre-de-ceremonie': 'microphone',
  maquillage: 'star',
  'musiciens-classiques': 'note',
  navette: 'truck',
  nettoyage: 'broom',
  officiant: 'rings',
  orchestre: 'trumpet',
  'pere-noel': 'gift',
  photobooth: 'camera',
  photographe: 'camera',
  'pilote-de-drone': 'camera',
  'poste-de-secours': 'firstAid',
  'projection-video': 'film',
  regisseur: 'lamp',
  'robe-et-costume': 'hanger',
  'scene-et-structure': 'stage',
  securite: 'shield',
  serveur: 'cloche',
  signaletique: 'programme',
  sommelier: 'glass',
  sonorisation: 'speaker',
  'stand-d-exposition': 'stage',
  'structures-gonflables': 'balloons',
  'team-building': 'dice',
  'toilettes-mobiles': 'house',
  traducteur: 'speech',
  traiteur: 'cloche',
  vestiaire: 'hanger',
  videaste: 'film',
  'vins-et-boissons': 'glass',
  'voiture-avec-chauffeur': 'car',
  voiturier: 'car',
  'wedding-planner': 'rings',
};

export function motifOf(trade: string): MotifName {
  return OF_TRADE[trade] ?? 'stage';
}
