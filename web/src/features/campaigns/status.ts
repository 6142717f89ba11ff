// The tone of each status of a campaign, for its badge.
import type { Tone } from '@/ui/StatusBadge';
import type { Campaign } from './queries';

export type CampaignStatus = 'draft' | 'scheduled' | 'running' | 'ended' | 'stopped';

export const statusOf = ({ status }: Campaign) => status as CampaignStatus;

export const TONES: Record<CampaignStatus, Tone> = {
  draft: 'todo',
  scheduled: 'waiting',
  running: 'positive',
  ended: 'quiet',
  stopped: 'negative',
};
