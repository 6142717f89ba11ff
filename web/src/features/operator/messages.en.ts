// What people wrote to the operator, in English words.
export const contactStates = { open: 'To handle', answered: 'Answered', dismissed: 'Closed' };

export const contactState = {
  open: 'To handle',
  answered: 'Answered',
  dismissed: 'Closed without an answer',
};

export const contactTopics = {
  usage: 'Using the site',
  payment: 'Order or payment',
  dispute: 'Dispute',
  account: 'Account and data',
  other: 'Something else',
};

export const messages = {
  title: 'Messages',
  lead: 'What visitors and members write from the help. A message that was handled is erased after a year.',
  tabs: 'Messages to show',
  sent: 'received on',
  ended: { answered: 'answered on', dismissed: 'closed on' },
  none: {
    open: 'No message is waiting',
    answered: 'No answer was sent yet',
    dismissed: 'No message was closed',
  },
  noneText: 'What is written from the help or from the page “Write to us” comes here.',
  text: 'Message',
  sender: 'Sender',
  name: 'Name',
  email: 'E-mail',
  account: 'Account',
  noAccount: 'No account: the address is not verified.',
  language: 'Language',
  languages: { fr: 'French', en: 'English' },
  answer: 'Answer',
  answerLabel: 'Your answer',
  answerHint: {
    fr: 'To be written in French. The greeting is added for you, and the message quoted below.',
    en: 'The greeting is added for you, and the message quoted below.',
  },
  missing: 'Write your answer.',
  submit: 'Send the answer',
  notSent: 'The answer was not sent',
  note: 'Leaves at once by e-mail to {{email}}. Only one answer is possible.',
  answered: 'The answer is on its way to {{email}}.',
  endedTitle: { answered: 'Answer sent', dismissed: 'Closed without an answer' },
  by: 'By {{name}}, on',
  dismiss: 'Close without an answer',
  dismissQuestion: 'Close this message without an answer?',
  dismissQuiet: 'The person who wrote it is not told.',
  dismissFinal: 'It cannot be answered afterwards.',
  dismissed: 'The message is closed.',
};
