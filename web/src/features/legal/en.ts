import type { Texts } from '@/lib/language';
import type fr from './fr';

export default {
  version: 'Version of {{version}}',
  terms: {
    title: 'Terms of use',
    description: 'The rules of the Estrade service for clients and providers.',
    lead: 'What everyone commits to. Registration records the version you accept and the moment you accept it.',
    sections: [
      {
        title: '1. The service',
        text: [
          'Estrade brings together clients, who publish tenders for their events, and providers, who answer them. Estrade is no party to the contracts made between them, sets no price and takes no commission on those contracts.',
        ],
      },
      {
        title: '2. Accounts',
        text: [
          'An account is either client or provider, and does not change kind. An e-mail address belongs to one of the two kinds only. The handle chosen at registration is final.',
          'You give exact information and keep it up to date. The account is active once the link received by e-mail has been opened. You keep your password secret and tell us of any use you do not recognise.',
        ],
      },
      {
        title: '3. Being a provider',
        text: [
          'Only a professional can be a provider: a company, an auto-entrepreneur, or an independent paid by chèque emploi service universel. The SIRET number is mandatory except for the latter; the intra-EU VAT number is mandatory for those subject to VAT.',
          'Receiving tenders is free. Answering them requires a [plan](/tarifs) in force.',
        ],
      },
      {
        title: '4. Tenders and offers',
        text: [
          'The client describes a real need, chooses freely, and may close the tender if nobody suits or if the event is cancelled, as long as no mission is in work.',
          'The provider describes its service and its price precisely, taxes included. Its confirmation is a commitment: the offer in force at that moment is locked and stands as agreement on the terms exchanged.',
        ],
      },
      {
        title: '5. Contact details and messages',
        text: [
          'Contact details are not shown before a mission is confirmed. Messages, those of the inbox as those sent with offers, serve to prepare the event: no unrelated canvassing, no abuse.',
        ],
      },
      {
        title: '6. Reviews',
        text: [
          'A review is about a finished mission and comes from its client. It is sincere and measured. The provider may answer it once. Reviews are neither sold nor removed for payment.',
        ],
      },
      {
        title: '7. Disputes between members',
        text: [
          'The parties first look for an agreement. If they find none, either may [write to us](/contact); we read the tender and the confirmed offer again, and tell both what we think. It does not replace going to court.',
        ],
      },
      {
        title: '8. Sanctions and leaving',
        text: [
          'In case of a serious breach an account may be closed without notice; the reason is kept. You may ask for the deletion of your account at any time: it is carried out within thirty days and cannot be undone afterwards.',
        ],
      },
      {
        title: '9. Personal data',
        text: [
          'Your data serve to run the service and nothing else. No advertising tracker, no request to a third party from your browser. After a deletion, awarded contracts are kept under a pseudonym for the legal period, and reviews become anonymous. Fingerprints of the e-mail, the IP address and the SIRET, which do not name you, serve for three years to recognize repeated deletions; that of the handle stays, so that nobody takes it again.',
          'Invoices are kept whole for ten years, as the law wants, even after a deletion: they keep the names and addresses that stand on them, and only their two parties and we can read them.',
          'What you write to us from the [help](/aide#ecrivez-nous) is erased a year after our answer, or with your account.',
          'You exercise your rights of access, rectification and erasure from your account or through the [contact](/contact) page.',
        ],
      },
    ],
  },
  charter: {
    title: 'Quality charter',
    description: 'What providers, clients and Estrade promise so that every event goes well.',
    lead: 'An event cannot be replayed. Here is what everyone promises so that it goes well.',
    sections: [
      {
        title: 'The provider',
        text: [
          'I answer tenders that I can really honour, with a complete offer: what is included, what is not, the price and the taxes.',
          'I answer quickly, even to say no. I do not raise my price once confirmed. I arrive on time, with the promised equipment, insured and in order.',
          'If something goes wrong, I say so at once and propose a solution.',
        ],
      },
      {
        title: 'The client',
        text: [
          'I describe my need as it is, budget and constraints included. I choose without keeping waiting those who took the time to answer, and close my tender when it has no more reason to be.',
          'I do not ask for free work “for exposure”. I pay what is due, when it is due. My review is honest.',
        ],
      },
      {
        title: 'Estrade',
        text: [
          'We require a valid SIRET number, we do not show your contact details, we do not sell reviews. The [ranking](/classement) criteria are public.',
          'In a dispute, a person reads you, listens to both sides and answers each of them.',
        ],
      },
    ],
  },
  ranking: {
    title: 'Ranking criteria',
    description: 'In which order Estrade’s directory presents providers, and why.',
    lead: 'In which order providers appear in the directory. These criteria are the only ones, and the same for all (article L111-7 of the French Consumer Code).',
    sections: [
      {
        title: '1. The plan',
        text: ['Providers on the VIP+ plan come first, then those on the FREE plan.'],
      },
      {
        title: '2. Reviews',
        text: [
          'Within a plan, the average mark decides. It is weighted by the number of reviews: a single 5 out of 5 does not pass twenty reviews at 4.8. A provider without reviews is placed at the average, not last.',
        ],
      },
      {
        title: '3. Answers',
        text: [
          'At equal marks, whoever answers more often the clients that chose it comes first. Declining counts as an answer; letting the time run out does not.',
        ],
      },
      {
        title: '4. The draw of the day',
        text: [
          'What is still equal is shuffled every day, in the same way for all visitors. Seniority gives no advantage.',
        ],
      },
      {
        title: 'When you describe a need',
        text: [
          'The same order serves to choose the providers to which we hand a [need](/besoins/nouveau), five at most unless this instance is set otherwise. Those count that have a published sheet and a published service in the trade, that work in the département, that are not on leave, and whose service begins at a price within the highest budget, if there is one. A provider that blocked the client is not proposed.',
          'Among them, the first in the order above are chosen: on one day, the same need finds the same. Each choice is explained to the client, who may leave some out. Declining a need, or not answering it, changes nothing in the ranking or in the next choices.',
        ],
      },
      {
        title: 'What does not count',
        text: [
          'Your browsing history, your device, your address, or any payment other than the plan: today no position is for sale.',
        ],
      },
    ],
  },
} satisfies Texts<typeof fr>;
