import type { Texts } from '@/lib/language';
import type fr from './fr';

export default {
  title: 'Your review of {{name}}',
  lead: 'It helps the next clients to choose, and the provider to do better. It is public.',
  rating: 'Your rating',
  ratingHint: 'From 1 to 5 stars. It is the one that counts in the average.',
  comment: 'Your comment',
  commentHint: 'What went well, what could be better. At least 20 characters.',
  experiencedOn: 'Day of the service',
  partsTitle: 'In detail',
  partsHint: 'Optional.',
  parts: {
    exchanges: 'Seriousness and quality of the private exchanges',
    relationship: 'Relationship',
    punctuality: 'Punctuality',
    quality: 'Quality of the service',
  },
  lacking: {
    rating: 'Give a rating, from 1 to 5 stars.',
    comment: 'Write a few words: at least 20 characters.',
    experienced_on: 'Tell the day of the service.',
  },
  submit: 'Publish my review',
  note: 'One review per mission. The provider may answer it once.',
  later: 'Later',
  published: 'Thank you! Your review is published.',
  given: 'You have already reviewed this mission',
  ofLot: 'This mission is reviewed with its lot',
  tooEarly: 'A review is given once the mission is completed',
  back: 'Back to the mission',
} satisfies Texts<typeof fr>;
