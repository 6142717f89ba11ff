import type { Texts } from '@/lib/language';
import type fr from './fr';

export default {
  title: 'Help',
  description:
    'How Estrade works for clients and for providers: registration, tenders, choice, missions, reviews, disputes, plans.',
  lead: 'How everything goes, from registration to the last review. Every title of the summary has its own address: you can share it.',
  summary: 'Summary',
  contact: {
    title: 'Write to us',
    text: 'Cannot find it? A person reads you and answers.',
  },
  useful: {
    question: 'Was this article useful to you?',
    about: 'Your opinion of “{{title}}”',
    yes: 'Yes',
    no: 'No',
    thanks: 'Thank you for your answer.',
    tell: 'Tell us what is missing',
  },
  parts: [
    {
      anchor: 'principes',
      title: '0. Principles',
      chapters: [
        {
          anchor: 'comment-ca-marche',
          title: 'How Estrade works',
          entries: [
            {
              anchor: 'en-bref',
              title: 'In short',
              text: [
                'A client describes an event once and ticks the trades it needs. Each trade becomes a lot. The providers of that trade who serve that département are told, and answer with a message and a price.',
                'The client compares and chooses one provider per lot. The provider confirms: the offer is then locked, and each side receives the other’s contact details. Once the service is done, the client closes the mission and leaves a review.',
              ],
            },
            {
              anchor: 'deux-comptes',
              title: 'Two kinds of accounts',
              text: [
                'There are two kinds of accounts, and only two: client and provider. An account is one or the other, and stays so. A provider who wants to organise an event opens a second account, with another e-mail address.',
              ],
            },
            {
              anchor: 'argent',
              title: 'What Estrade charges',
              text: [
                'For a client everything is free and unlimited. Estrade takes no commission on contracts: price and payment are decided between you.',
                'Providers are in the directory free of charge and receive tenders free of charge. To answer them they take a [paid plan](/tarifs).',
              ],
            },
            {
              anchor: 'fonds-conserves',
              title: 'Held funds',
              text: [
                'A custom offer may say that the client pays in advance; for a tender, the client may ask for it when it chooses its provider, and then pays sixty days before the event at the earliest. The platform holds the sum: it is paid out to the provider when the client accepts the delivery, or seven days after it without an answer. If the provider does not begin, it is given back to the client. See [my payments](/paiements).',
                'The provider presses “Start” when it begins: the time is recorded and counts as evidence. It gives its bank account in [my payouts](/versements).',
              ],
            },
            {
              anchor: 'prudence',
              title: 'Three words of caution',
              text: [
                'Never pay a provider in full before the end of the service. Meet or call the provider before you commit. Put the mission in writing: ask for a quote, initial it, and sign it with the word “accepté”.',
              ],
            },
          ],
        },
      ],
    },
    {
      anchor: 'porteur-de-projet',
      title: 'I. You are organising an event',
      chapters: [
        {
          anchor: 'client-inscription',
          title: '1. Signing up',
          entries: [
            {
              anchor: 'client-qui',
              title: 'Who can sign up?',
              text: [
                'Private persons, associations, town halls, organising companies, départements and regions. Choose “I want to post tenders free of charge and find professionals” on the [registration](/inscription) page.',
              ],
            },
            {
              anchor: 'client-activation',
              title: 'Activating your account',
              text: [
                'A confirmation e-mail leaves as soon as you sign up; it arrives in under ten minutes. Open its link: your account is active and you can publish at once. Until then the account stays inactive.',
                'Nothing received? Look in your spam folder, then [write to us](/contact).',
              ],
            },
            {
              anchor: 'client-pseudo',
              title: 'The handle',
              text: [
                'You choose it when you sign up and it never changes: that is how everybody knows whom they dealt with.',
              ],
            },
          ],
        },
        {
          anchor: 'client-deposer',
          title: '2. Posting a tender',
          entries: [
            {
              anchor: 'client-creer',
              title: 'Creating a tender',
              text: [
                'The button “Create a tender”, at the top of the site, opens a form in five steps. You can stop and come back: the draft is kept.',
              ],
            },
            {
              anchor: 'client-que-dire',
              title: 'What should it say?',
              text: [
                'The kind of event, the date, the place or the fact that it is still to be found, the number and age of the guests, the town and département, then your wishes trade by trade: the DJ’s style, the kind of buffet, table service… The more precise you are, the better the prices.',
                'A sample text is offered for every kind of event. One click inserts it, and you edit it freely. The [Inspiration](/inspiration) page also has ready-made ideas.',
              ],
            },
            {
              anchor: 'client-besoin',
              title: 'Describing a need to several providers',
              text: [
                'Without a tender: [describe what you need](/besoins/nouveau), and we hand it to a few providers that fit by trade, département, availability and budget. You see first which and why, and untick those you do not want.',
                'Each of them answers in your inbox, without learning to whom else you wrote. “My needs” tells where each of them stands. The [criteria](/classement) of the choice are public.',
              ],
            },
            {
              anchor: 'client-metiers',
              title: 'Several trades at once',
              text: [
                'Tick every trade you need: each forms a lot with its own offers. Looking for two DJs? Make two lots of the same trade.',
              ],
            },
            {
              anchor: 'client-confidentialite',
              title: 'Your contact details stay private',
              text: [
                'The public page of the tender shows the trades and the département, never your e-mail address or phone number. Contact details are shown to both sides once the provider has confirmed.',
              ],
            },
          ],
        },
        {
          anchor: 'client-echanger',
          title: '3. Receiving offers and talking',
          entries: [
            {
              anchor: 'client-offres',
              title: 'Reading the offers',
              text: [
                'Open your event, then a trade: the providers who answered appear with their price, their message and their reviews. The offers for one lot compare side by side.',
              ],
            },
            {
              anchor: 'client-messages',
              title: 'Asking a question',
              text: [
                'A question for everybody? Write it in the tender, trade by trade: providers answer in their public message, or in a private one that you alone can read. For a question to one provider, write to it: “Write” stands beside its offer, and “Write to this provider” on its page.',
                'A provider without reviews is not a bad provider: it is a new one. Write to it before you decide.',
              ],
            },
            {
              anchor: 'client-messagerie',
              title: 'Messages',
              text: [
                'All that you exchange with a provider stands in one conversation of your [messages](/messagerie): what you write, its successive offers, your choices, the mission. The number beside “Messages” counts the conversations where something waits for you.',
                'The first time that a client writes to it, the provider is told at once by e-mail. After that, one e-mail an hour sums up what was not read. There is no need to write your telephone number or your address: contact details are passed to both sides when the mission is confirmed.',
              ],
            },
            {
              anchor: 'client-offre-modifiee',
              title: 'An offer can change',
              text: [
                'The provider can improve the offer until it confirms. Each change makes a new version; if you had already chosen that offer, your choice is undone and you make it again on the new version.',
              ],
            },
          ],
        },
        {
          anchor: 'client-choisir',
          title: '4. Choosing a provider',
          entries: [
            {
              anchor: 'client-choix',
              title: 'Making your choice',
              text: [
                'On the applicant’s sheet, “Choose this provider” picks it for the lot. It receives an e-mail inviting it to confirm. One provider is chosen per lot at a time.',
              ],
            },
            {
              anchor: 'client-attente',
              title: 'Awaiting attribution',
              text: [
                'Until the provider confirms, the lot is “awaiting attribution”. It has seven days to answer, with a reminder halfway. If it declines or stays silent, the lot reopens to the other applicants. You can also take back your choice before it confirms.',
              ],
            },
            {
              anchor: 'client-confirmation',
              title: 'The confirmation is final',
              text: [
                'When the provider confirms, the offer version in force is locked and attached to the lot, which becomes “in work”. Both of you are told.',
              ],
            },
          ],
        },
        {
          anchor: 'client-terminer',
          title: '5. Following, finishing, closing',
          entries: [
            {
              anchor: 'client-suivi',
              title: 'Knowing where things stand',
              text: [
                '“My events” shows every event and the state of each of its lots: open, awaiting attribution, in work, done and closed.',
              ],
            },
            {
              anchor: 'client-mission-terminee',
              title: '“Mission finished”',
              text: [
                'Only you can end a mission, from the lot in work. The lot then moves to “done and closed” and your review is asked for.',
              ],
            },
            {
              anchor: 'client-avis',
              title: 'Leaving a review',
              text: [
                'A mark from 1 to 5 and a comment; if you wish, the detail for exchanges, relationship, punctuality and quality. One review per finished mission. The provider may answer publicly, once.',
              ],
            },
            {
              anchor: 'client-fermer',
              title: 'Closing a tender',
              text: [
                'You can close a tender if no provider suits you or if the event is cancelled. The providers concerned are told; you can add a note. Closing is not possible while a lot is in work: finish those missions first. A closed tender stays in your history.',
              ],
            },
          ],
        },
        {
          anchor: 'client-litige',
          title: '6. In case of a dispute',
          entries: [
            {
              anchor: 'client-ouvrir-litige',
              title: 'Talk to each other first',
              text: [
                'A mission in work is not going as agreed? The contact details are on the page of the mission: call the provider. The confirmed offer is kept there as it was accepted, line by line; start from it.',
              ],
            },
            {
              anchor: 'client-regler-litige',
              title: 'Look for an agreement',
              text: [
                'Stay in dialogue: most disagreements come from a need badly described or an answer too vague. Write down what you decide together, for instance a corrected quote, initialled and signed with the word “accepté”.',
              ],
            },
            {
              anchor: 'client-escalade',
              title: 'Call on us',
              text: [
                'For an order, open a dispute from its page; the page of a lot in work leads there. Nothing moves until its outcome. You propose ways out to each other; without an agreement in fourteen days, or as soon as one of you calls us, we read your exchanges and rule. You find your disputes [here](/litiges).',
                'In case of a serious breach we may close an account without notice. You can always go to court.',
              ],
            },
          ],
        },
        {
          anchor: 'client-compte',
          title: '7. Managing your account',
          entries: [
            {
              anchor: 'client-mot-de-passe',
              title: 'Forgotten password',
              text: [
                '[Forgotten password](/mot-de-passe-oublie) asks for your handle, then your e-mail address. If the two belong together, you receive a link, valid for one hour, to choose a new password.',
              ],
            },
            {
              anchor: 'client-alertes',
              title: 'E-mail alerts and notifications',
              text: [
                'Two separate boxes govern e-mails: those about your events, and those about your exchanges (messages, choices, confirmations, reviews). Even when unticked, the news keeps arriving in [Notifications](/notifications), and messages in your [messages](/messagerie).',
              ],
            },
            {
              anchor: 'client-supprimer',
              title: 'Deleting your account',
              text: [
                'From “My account” you ask for the deletion; we carry it out within thirty days. It cannot be undone: your data, your history and the presence of your tenders in search engines are lost. It is not possible while a lot is in work. Awarded contracts are kept under a pseudonym for the legal period, and your reviews become anonymous.',
              ],
            },
          ],
        },
      ],
    },
    {
      anchor: 'prestataire',
      title: 'II. You are a provider',
      chapters: [
        {
          anchor: 'prestataire-inscription',
          title: '1. Signing up',
          entries: [
            {
              anchor: 'prestataire-qui',
              title: 'Who can sign up?',
              text: [
                'Independent workers and companies that deliver event services. A private person without a professional status cannot sign up as a provider; there are two ways out: an umbrella company (“portage salarial”) or the auto-entrepreneur status.',
              ],
            },
            {
              anchor: 'prestataire-obligatoire',
              title: 'What must be given?',
              text: [
                'Your full contact details, your SIRET number (14 digits) and your intra-EU VAT number, unless you tick “Not subject to VAT”.',
                'One exception to the SIRET: the box “I am not a company (services, Chèque Emploi Service Universel…)”, for independents paid by CESU. Your page then says that you are payable by CESU.',
              ],
            },
            {
              anchor: 'prestataire-metier',
              title: 'Trade and départements',
              text: [
                'You choose one main trade and up to eight départements, or the whole of France. Think of the neighbouring ones: your clients do not all live on the same side of the border.',
              ],
            },
          ],
        },
        {
          anchor: 'prestataire-formules',
          title: '2. Choosing a plan',
          entries: [
            {
              anchor: 'prestataire-gratuite',
              title: 'The FREE plan',
              text: [
                'Free of charge, it places you in the directory and in search engines, and sends you the tenders of your trade and your départements. You must subscribe to it to receive the first one. It does not allow answering.',
              ],
            },
            {
              anchor: 'prestataire-vip',
              title: 'The VIP+ plan',
              text: [
                'It lasts twelve months and lets you answer without limit. It adds up to five secondary trades, 24 photos, projects and links to your social networks, your home point on the map of your page, and a link to your site that search engines follow. See the [comparison of the plans](/tarifs).',
                'It is bought from [your subscription](/compte/abonnement), and does not renew by itself. Bought before its end, it is prolonged accordingly.',
              ],
            },
            {
              anchor: 'prestataire-fin-formule',
              title: 'When the twelve months end',
              text: [
                'If you do not renew, you return to FREE: your current offers stand, new answers are no longer possible. Renewed before its end, the plan is extended from that end: no day is lost.',
              ],
            },
          ],
        },
        {
          anchor: 'prestataire-recevoir',
          title: '3. Receiving tenders',
          entries: [
            {
              anchor: 'prestataire-offres-potentielles',
              title: 'Potential tenders',
              text: [
                '“Potential tenders”, at the top of the site, lists every open tender that matches your trade and your départements. Each is also sent to you by e-mail, on FREE as on VIP+.',
              ],
            },
            {
              anchor: 'prestataire-masquer',
              title: 'Hiding a tender',
              text: [
                'Not interested? “Hide this tender” removes it from your list, and from yours only.',
              ],
            },
            {
              anchor: 'prestataire-alertes',
              title: 'Setting the alerts',
              text: [
                'In “My account” there are two boxes: e-mails about events, and private e-mails. Mind that without the first no tender reaches you by e-mail; the list and the notifications stay up to date.',
              ],
            },
          ],
        },
        {
          anchor: 'prestataire-repondre',
          title: '4. Answering and negotiating',
          entries: [
            {
              anchor: 'prestataire-reponse',
              title: 'A good answer',
              text: [
                'An answer holds a mandatory public message, a private message if you wish, and a priced offer. Detail the content of your service as precisely as you can, be competitive, and look after your reviews: they weigh as much as the price.',
              ],
            },
            {
              anchor: 'prestataire-qui-voit',
              title: 'Who sees what?',
              text: [
                'Your price is visible to the client only. Your public message is read by the client and by the other applicants of the same lot, without price or contact details. Do not write your contact details in it: they are given to both sides when the mission is confirmed.',
              ],
            },
            {
              anchor: 'prestataire-messagerie',
              title: 'Talking with a client',
              text: [
                'Your application opens a conversation with the client in your [messages](/messagerie); a client can also write to you first, from your public page. You find your offers there, their versions and the client’s choices, in order. It is for the client to begin: a provider does not canvass.',
                'A client’s first message is announced by e-mail at once, those that follow once an hour if they are not read. Answer soon: it is often what decides.',
              ],
            },
            {
              anchor: 'prestataire-modifier',
              title: 'Changing your offer',
              text: [
                'You can change your offer as often as you want until the lot is in work. If the client had already chosen you, a change undoes the choice and asks for it again. If the client changes the tender, reconfirm or revise your offer.',
              ],
            },
          ],
        },
        {
          anchor: 'prestataire-choisi',
          title: '5. Being chosen and delivering',
          entries: [
            {
              anchor: 'prestataire-confirmer',
              title: 'Confirming or declining',
              text: [
                'When you are chosen, you receive an e-mail. You have seven days to confirm; a reminder leaves halfway. After that, or if you decline, the lot reopens to the others. The confirmation is final and locks your offer.',
              ],
            },
            {
              anchor: 'prestataire-realiser',
              title: 'During the mission',
              text: [
                'Each side sees the other’s contact details. Have a quote signed; settle times, access and set-up. The client ends the mission, with “Mission finished”.',
              ],
            },
          ],
        },
        {
          anchor: 'prestataire-avis-litiges',
          title: '6. Reviews and disputes',
          entries: [
            {
              anchor: 'prestataire-avis',
              title: 'Your reviews',
              text: [
                'Your page shows your average out of 5 and the comments. Only the client of a finished mission can review, once. You may answer each publicly. Without reviews you are presented as new, and clients are invited to write to you.',
              ],
            },
            {
              anchor: 'prestataire-litige',
              title: 'A disagreement',
              text: [
                'Call the client first: the contact details are on the page of the mission, with the offer as it was accepted. If you find no agreement, the rules are the same for both: [see the chapter on disputes](/aide#client-litige).',
              ],
            },
          ],
        },
        {
          anchor: 'prestataire-visibilite',
          title: '7. Being more visible, managing your account',
          entries: [
            {
              anchor: 'prestataire-annuaire',
              title: 'The directory and its order',
              text: [
                'All FREE and VIP+ providers are in the [directory](/annuaire). The criteria of its order are [public](/classement).',
              ],
            },
            {
              anchor: 'prestataire-positions',
              title: 'Services PLUS+: a position in the directory',
              text: [
                'This service is not open yet. It will offer, as an option apart from the plan, a position from 1 to 10 for one trade and one département. Today no position is for sale: only the [published criteria](/classement) count.',
              ],
            },
            {
              anchor: 'prestataire-campagnes',
              title: 'Services PLUS+: an advertising campaign',
              text: [
                'A campaign shows your banner on one of the five most viewed pages (the first page, the directory, the list of tenders, the page of a tender, the sheet of a provider), to the visitors of one département, for 15, 30, 60 or 120 days. It is open to FREE and VIP+ alike.',
                'Create it from [My subscriptions](/compte/abonnement): a title, the https link to your site, the page and the département, the length and the first day, the size and the picture of the banner (728 × 90 or 300 × 250 pixels). You read the price before you commit; on VIP+ the discount of 30% is taken off by itself and stands on the invoice.',
                '“Create the campaign” leads to the payment. Once paid, the campaign does not change any more: it is shown by itself from the first to the last day, both included, by the clock of Paris. A refused payment loses nothing: the campaign waits in [My campaigns](/compte/campagnes), where it can be changed and deleted until it is paid. Paid late, it begins on the day of its payment.',
                'The département is the one that the page is about; else the one that the logged-in person declared. Nobody is located or followed: views and clicks alone are counted, and you read them on the page of the campaign. If several campaigns are for the same page and the same département, each is shown in its turn. The operator may stop a misleading campaign and says why; nothing is refunded by itself then.',
              ],
            },
            {
              anchor: 'prestataire-compte',
              title: 'Profile, team, deletion',
              text: [
                'Your page, its [photos and projects](/compte/vitrine) and your profile can be changed at any time, except the handle. Several people can work in the same account: invite them from [My team](/compte/equipe). Deleting the account follows the same rules as for a client: [see that chapter](/aide#client-supprimer).',
              ],
            },
          ],
        },
      ],
    },
  ],
} satisfies Texts<typeof fr>;
