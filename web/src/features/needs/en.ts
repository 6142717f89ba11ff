import type { Texts } from '@/lib/language';
import type fr from './fr';

export default {
  describe: {
    title: 'Describe what you need',
    description:
      'Describe once what you look for: Estrade hands it to {{count}} providers at most, chosen by public criteria.',
    lead: 'Say once what you look for: we hand it to {{count}} providers at most, and you say to which.',
    ranking: 'How they are chosen',
    clientsOnly: 'For clients',
    clientsOnlyText:
      'A need is described with a client account. Those that fit your services arrive in your inbox.',
  },
  how: {
    title: 'How it goes',
    describe:
      'You describe what you need: the trade, the place, the day and the budget if you know them.',
    choose:
      'We show you the providers that fit, {{count}} at most, and why. You untick those you do not want.',
    talk: 'Each of them gets your message and answers in your inbox. You follow their answers on one page.',
    discreet:
      'No provider learns to whom else you wrote. Nothing leaves before you have read the list.',
    signIn: 'Sign in and describe what I need',
    register: 'Create a client account',
  },
  form: {
    what: 'What you look for',
    title: 'What you need, in a line',
    titleHint: 'For example: “Music for a wedding of 120 people”.',
    description: 'Your message to the providers',
    descriptionHint:
      'What they have to know to answer: the place, the hours, the number of guests, your wishes.',
    where: 'Where and when',
    day: 'Day',
    budget: 'Budget',
    budgetHint: 'VAT included. A service that begins above your maximum is not proposed.',
    budgetMin: 'At least',
    budgetMax: 'At most',
    submit: 'See who fits',
    failed: 'Something is missing',
    note: 'Nothing is sent at this step.',
  },
  choice: {
    title_one: 'One provider fits',
    title_other: '{{count}} providers fit',
    lead: 'Untick those you do not want to write to.',
    keep: 'Send to {{name}}',
    submit_zero: 'Send',
    submit_one: 'Send to one provider',
    submit_other: 'Send to {{count}} providers',
    edit: 'Change what I need',
    failed: 'It was not sent',
    note: 'Each of them gets it in its inbox, with the trade, the place, the day and the budget. None learns to whom else you write.',
    nobody: 'Keep at least one provider.',
    sent_one: 'It is on its way to one provider.',
    sent_other: 'It is on its way to {{count}} providers.',
    none: 'Nobody fits for now',
    noneText:
      'Try a wider budget, another trade or another département. Or publish a tender: providers will come to you.',
    directory: 'Browse the directory',
    tender: 'Publish a tender',
  },
  reasons: {
    why: 'Why:',
    trade: 'works in this trade',
    departement: 'works in this département',
    whole_france: 'works in the whole of France',
    available: 'is not on leave',
    within_budget: 'begins within your budget',
    vip_plus: 'on VIP+ (a paid plan, placed first)',
  },
  budget: {
    between: '{{least}} to {{most}}',
    upTo: '{{most}} at most',
    from: '{{least}} at least',
  },
  list: {
    title: 'My needs',
    lead: 'What you described, to whom it went, and who answered.',
    describe: 'Describe a need',
    none: 'No need sent yet',
    noneText: 'Describe once what you look for: the providers that fit answer you.',
    recipients_one: '{{count}} provider',
    recipients_other: '{{count}} providers',
    answered_one: '{{count}} answer',
    answered_other: '{{count}} answers',
    waiting: 'Waiting for an answer',
  },
  one: {
    recipients: 'To whom it went',
    recipientsLead: 'Each of them got it apart: none learns to whom else you wrote.',
    words: 'Your message',
    sent: 'Sent on',
    conversation: 'Open the conversation',
    with: 'with {{name}}',
  },
  states: {
    waiting: 'No answer yet',
    answered: 'Answered',
    declined: 'Cannot take it',
    blocked: 'Does not wish to be contacted',
  },
} satisfies Texts<typeof fr>;
